"""Rows given to posts and sections: only they enter them, by page, grid, spreadsheet and API alike."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, Refused
from agragati.org.models import Section
from agragati.plans.actions.evidence import NewProof, add_evidence
from agragati.plans.actions.holders import Holder, assign_rows
from agragati.plans.actions.importing import apply_cells, import_events
from agragati.plans.actions.progress import Entry, cancel_event, correct_event, record_progress
from agragati.plans.models import Plan, ProgressEvent
from agragati.plans.rules.events_import import read_events
from agragati.plans.selectors.grid import entry_sheet
from tests.api.test_api import token
from tests.people import SINCE, Cast, Person, person
from tests.plans.test_actions import add, plan, row  # noqa: F401
from tests.plans.test_pages import BACKEND

DAY = date(2021, 9, 26)


@pytest.fixture
def desks(cast: Cast, plan: Plan) -> tuple[Person, Person]:
    """Two desk officers: the first in a section that was given 1.6.1, the second (of no section) was given nothing."""
    first = person("desk", "হাসান আলী", cast.divisional, "অফিস সহকারী", "clerk")
    second = person("other", "নুরুন নাহার", cast.divisional, "হিসাবরক্ষক", "clerk")
    section = Section.objects.create(office=cast.divisional, name_bn="আইসিটি শাখা", valid_from=SINCE)
    first.posting.post.section = section
    first.posting.post.save()
    given = {row(plan, "1.6.1").pk: Holder(section_id=section.pk)}
    assert assign_rows(by=cast.divisional_officer.access, plan=plan, holders=given) == 1
    return first, second


def test_who_enters_which_row(cast: Cast, plan: Plan, desks: tuple[Person, Person]) -> None:
    first, second = desks
    table = {  # person: (the section's row, a row of nobody)
        first: (True, False),
        second: (False, True),
        cast.divisional_officer: (True, True),
        cast.district_officer: (False, False),
        cast.outsider: (False, False),
        cast.admin: (False, False),
    }
    for who, allowed in table.items():
        for code, may in zip(("1.6.1", "1.4.1"), allowed, strict=True):
            deeds = (
                lambda who=who, code=code: record_progress(
                    by=who.access, indicator=row(plan, code), entry=Entry(day=DAY)
                ),
                lambda who=who, code=code: add_evidence(
                    by=who.access, indicator=row(plan, code), proof=NewProof("notice", note="নোটিশ")
                ),
            )
            for deed in deeds:
                if may:
                    deed()
                else:
                    with pytest.raises(Refused):
                        deed()
    kept = ProgressEvent.objects.filter(indicator__code="1.6.1").first()
    with pytest.raises(Refused, match="আইসিটি শাখা"):
        correct_event(by=second.access, event=kept, entry=Entry(day=DAY), reason="x")
    with pytest.raises(Refused):
        cancel_event(by=second.access, event=kept, reason="x")
    with pytest.raises(Refused):  # one piece of proof for two rows, of which one is another's
        add_evidence(by=first.access, indicator=row(plan, "1.6.1"), proof=NewProof("notice", note="নোটিশ"),
                     also=[row(plan, "1.4.1")])  # fmt: skip


def test_grid_and_spreadsheet_say_whose_a_row_is(cast: Cast, plan: Plan, desks: tuple[Person, Person]) -> None:
    first, second = desks
    sheet = entry_sheet(by=second.access, plan_id=plan.pk)
    lines = {line.code: (whose, any(free for _, _, free in cells)) for line, whose, cells in sheet.lines}
    assert (lines["1.6.1"], lines["1.4.1"]) == (("আইসিটি শাখা", False), ("", True))
    change = sheet.changes({("1.6.1", 3): "৪"}, "")[0]
    assert change.error is not None
    assert "আইসিটি শাখা" in str(change.error)
    good = entry_sheet(by=first.access, plan_id=plan.pk).changes({("1.6.1", 3): "৪"}, "")
    with pytest.raises(Refused):
        apply_cells(by=second.access, plan=plan, changes=good, reason="")
    assert apply_cells(by=first.access, plan=plan, changes=good, reason="") == 1
    events, _ = read_events([["code", "date"], ["1.4.1", "26/09/2021"]])
    with pytest.raises(Refused):
        import_events(by=first.access, plan=plan, events=events)


def test_pages_and_api_refuse_another_s_row(
    cast: Cast, plan: Plan, desks: tuple[Person, Person], client: Client
) -> None:  # fmt: skip
    first, second = desks
    pk = row(plan, "1.6.1").pk
    client.force_login(second.user, backend=BACKEND)
    page = client.get(f"/plans/indicators/{pk}/").content.decode()
    assert "আইসিটি শাখা" in page
    assert f"/plans/indicators/{pk}/events/add/" not in page
    assert client.get(f"/plans/indicators/{pk}/events/add/").status_code == 403
    assert client.get(f"/plans/{plan.pk}/holders/").status_code == 403
    head = {"Authorization": f"Bearer {token(second)}", "Idempotency-Key": "a-key-of-my-own"}
    where, body = f"/api/v1/indicators/{pk}/events", {"day": "2021-09-26", "quantity": 1}
    assert client.post(where, body, content_type="application/json", headers=head).status_code == 403
    head = {"Authorization": f"Bearer {token(first)}", "Idempotency-Key": "a-key-of-my-own-2"}
    assert client.post(where, body, content_type="application/json", headers=head).status_code == 201


def test_the_focal_point_gives_rows_on_one_page(cast: Cast, plan: Plan, client: Client) -> None:
    desk = person("desk", "হাসান আলী", cast.divisional, "অফিস সহকারী", "clerk")
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    where, pk = f"/plans/{plan.pk}/holders/", row(plan, "1.4.1").pk
    form = client.get(where).context["form"]
    sent = {"submit_key": form["submit_key"].value(), f"row_{pk}": f"p{desk.posting.post_id}"}
    assert client.post(where, sent).status_code == 302
    assert row(plan, "1.4.1").focal_id == desk.posting.post_id
    assert Deed.objects.filter(name="plans.assign_rows").get().values["new"] == {"1.4.1": [desk.posting.post_id, None]}
    stranger = {pk: Holder(post_id=cast.outsider.posting.post_id)}
    with pytest.raises(BadInput):
        assign_rows(by=cast.divisional_officer.access, plan=plan, holders=stranger)
