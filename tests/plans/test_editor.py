"""Drafting an official table on pages, and publishing it."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agragati.kernel.errors import BadInput, Conflict, Refused
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import system
from agragati.plans.actions.editions import (
    change_edition,
    clone_edition,
    draft_edition,
    drop_indicator,
    publish_edition,
    put_indicator,
)
from agragati.plans.actions.frameworks import load_framework
from agragati.plans.models import FrameworkEdition
from agragati.plans.rules.reading import read_framework
from agragati.plans.selectors.editions import editions, lineage_of
from agragati.plans.selectors.history import edition_sheet
from tests.people import Cast
from tests.plans.test_actions import edition
from tests.plans.test_pages import BACKEND
from tests.plans.test_xlsx import official_like


@pytest.mark.django_db
def test_a_new_year_is_drafted_by_moving_the_dates() -> None:
    made = clone_edition(by=system(), edition=edition(), year=FiscalYear(2026))
    framework = read_framework(made.document)
    assert (made.status, made.key, made.fiscal_year) == ("draft", "egov-2026-27", 2026)
    assert framework.indicator("1.1.1").levels[0].value.isoformat() == "2027-03-16"
    assert "২০২৬-২৭" in framework.title
    assert framework.source == ""
    assert not editions(by=system()).filter(pk=made.pk).exists()


@pytest.mark.django_db
def test_errors_block_and_warnings_are_published() -> None:
    draft = clone_edition(by=system(), edition=edition(), year=FiscalYear(2026))
    rows = draft.document["indicators"]
    broken = put_indicator(by=system(), edition=draft, code="1.1.1", row={**rows[0], "weight": 6}, seen=draft.digest)
    assert edition_sheet(by=system(), edition_id=draft.pk).has_errors
    with pytest.raises(BadInput, match="errors"):
        publish_edition(by=system(), edition=broken)
    with pytest.raises(Conflict):
        put_indicator(by=system(), edition=draft, code="1.1.1", row=rows[0], seen=draft.digest)
    put_indicator(by=system(), edition=broken, code="1.1.1", row=rows[0])
    done = publish_edition(by=system(), edition=broken)
    sheet = edition_sheet(by=system(), edition_id=done.pk)
    assert (done.status, bool(sheet.findings), sheet.has_errors) == ("published", True, False)
    with pytest.raises(BadInput, match="published"):
        change_edition(by=system(), edition=done, document=done.document)


@pytest.mark.django_db
def test_rows_are_added_in_order_and_dropped() -> None:
    draft = clone_edition(by=system(), edition=edition(), year=FiscalYear(2026))
    draft = put_indicator(by=system(), edition=draft, code="", row={"code": "1.6.2", "text": "নতুন", "unit": "সংখ্যা"})
    codes = [row.code for row in read_framework(draft.document).indicators]
    assert codes.index("1.6.2") == codes.index("1.6.1") + 1
    draft = drop_indicator(by=system(), edition=draft, code="1.6.2")
    assert len(draft.document["indicators"]) == 13


def test_only_managers_draft(cast: Cast) -> None:
    with pytest.raises(Refused):
        draft_edition(by=cast.divisional_officer.access, key="x-1", document=edition().document)


def test_history_is_one_line_of_codes(cast: Cast) -> None:
    for key in ("egov-2021-22", "egov-2023-24"):
        edition(key)
    newest = edition("egov-2024-25")
    sheet = edition_sheet(by=cast.upazila_officer.access, edition_id=newest.pk)
    line = next(line for line in sheet.lines if line.concept == "EFILE_NOTES")
    assert line.codes == ("1.5.1", "4.1.1", "4.1.2")


def test_a_newer_version_of_a_table_stands_in_the_place_of_the_old(cast: Cast, client: Client) -> None:
    old = edition()
    load_framework(by=system(), key=old.key, document={**old.document, "source": "সংশোধিত"})
    by = cast.upazila_officer.access
    assert [(year.latin, code) for year, code, _ in lineage_of(by=by, concept="BUDGET")] == [("2021-22", "2.2.2")]
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    offered = client.get(f"/plans/adopt/{cast.upazila.pk}/").context["form"].fields["edition"].choices
    assert [key for key, _ in offered] == [old.key]


def test_the_pages_draft_change_and_publish(cast: Cast, client: Client) -> None:
    client.force_login(cast.admin.user, backend=BACKEND)
    source = edition()
    key = client.get(f"/plans/frameworks/{source.pk}/clone/").context["form"]["submit_key"].value()
    answer = client.post(f"/plans/frameworks/{source.pk}/clone/", {"fiscal_year": "২০২৬-২৭", "submit_key": key})
    where = answer["Location"]
    form = client.get(f"{where}rows/1.2.1/").context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    assert client.post(f"{where}rows/1.2.1/", {**sent, "text": "একটি সেবা সহজ করা হয়েছে"}).status_code == 302
    assert "একটি সেবা সহজ করা হয়েছে" in client.get(where).content.decode()
    form = client.get(f"{where}rows/2.2.3/").context["form"]
    assert form["counted_from"].value() == "meetings.held|kind:review"
    sent = {name: form[name].value() or "" for name in form.fields}
    changed = {**sent, "counted_from": "meetings.held|kind:team"}
    assert client.post(f"{where}rows/2.2.3/", changed).status_code == 302
    assert "স্বাক্ষরিত কার্যবিবরণীর সভা (ইনোভেশন টিমের সভা)" in client.get(where).content.decode()
    form = client.get(f"{where}head/").context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    assert client.post(f"{where}head/", {**sent, "annex": "সংযোজনী ৭"}).status_code == 302
    key = client.get(f"{where}publish/").context["form"]["submit_key"].value()
    assert client.post(f"{where}publish/", {"submit_key": key}).status_code == 302
    made = FrameworkEdition.objects.get(fiscal_year=2026)
    assert (made.status, made.document["annex"]) == ("published", "সংযোজনী ৭")
    assert len(read_framework(made.document).indicators) == 13
    for form_name in ("xlsx", "toml", "json"):
        assert client.get(f"{where}file/{form_name}/").status_code == 200


def test_a_draft_is_hidden_from_others(cast: Cast, client: Client) -> None:
    draft = clone_edition(by=system(), edition=edition(), year=FiscalYear(2026))
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    assert client.get(f"/plans/frameworks/{draft.pk}/").status_code == 404
    assert client.get("/plans/frameworks/import/").status_code == 403
    assert draft.title not in client.get("/plans/frameworks/").content.decode()


def test_a_file_is_looked_at_before_it_is_kept(cast: Cast, client: Client) -> None:
    client.force_login(cast.admin.user, backend=BACKEND)
    where = "/plans/frameworks/import/"
    bad = SimpleUploadedFile("ছক.xlsx", official_like(H6="৩১/০২/২০২২"))
    page = client.post(where, {"key": "egov-2021-22b", "file": bad})
    assert ("H6" in page.content.decode(), FrameworkEdition.objects.count()) == (True, 0)
    good = SimpleUploadedFile("ছক.xlsx", official_like())
    page = client.post(where, {"key": "egov-2021-22b", "file": good})
    keep = page.context["keep"]
    sent = {"key": "egov-2021-22b", "kept": keep.initial["kept"], "submit_key": keep["submit_key"].value()}
    assert client.post(where, {**sent, "kept": keep.initial["kept"] + "x"}).status_code == 422
    assert client.post(where, sent).status_code == 302
    assert FrameworkEdition.objects.get().status == "draft"
    junk = SimpleUploadedFile("ছক.xlsx", io.BytesIO(b"junk").getvalue())
    assert client.post(where, {"key": "egov-2021-22b", "file": junk}).status_code == 422


SAMPLE = Path(__file__).parents[2] / "frameworks" / "samples" / "integrity-sample-2025-26.toml"


def sample() -> dict[str, object]:
    return tomllib.loads(SAMPLE.read_text(encoding="utf-8"))
