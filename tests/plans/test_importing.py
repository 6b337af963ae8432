"""Many figures at once: the grid of months, pasted lines, a spreadsheet; the forecast that they feed."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.plans.actions.importing import apply_cells, import_events
from agragati.plans.models import Plan, ProgressEvent
from agragati.plans.rules.achievement import Achievement
from agragati.plans.rules.choices import Method
from agragati.plans.rules.events_import import read_events
from agragati.plans.rules.forecast import at_risk, forecast
from agragati.plans.rules.grid import month_of, read_cell, read_paste
from agragati.plans.rules.scoring import score_plan
from agragati.plans.selectors.grid import entry_sheet
from tests.people import Cast
from tests.plans.official import official
from tests.plans.test_actions import add, plan  # noqa: F401
from tests.plans.test_pages import BACKEND

YEAR, LATE = FiscalYear(2021), date(2022, 7, 1)
TABLE = official("egov-2021-22")


def test_months_begin_with_july() -> None:
    assert month_of(YEAR, 1) == (date(2021, 7, 1), date(2021, 7, 31))
    assert month_of(YEAR, 8) == (date(2022, 2, 1), date(2022, 2, 28))


def test_pasted_lines_by_code_or_in_order() -> None:
    codes = ["1.5.1", "1.6.1"]
    assert read_paste("কোড\tজুলাই\n[১.৬.১]\t১\t২", codes) == {("1.6.1", 1): "১", ("1.6.1", 2): "২"}
    assert read_paste("৩\t৪\n৫", codes) == {("1.5.1", 1): "৩", ("1.5.1", 2): "৪", ("1.6.1", 1): "৫"}
    with pytest.raises(BadInput, match=r"9\.9\.9"):
        read_paste("9.9.9\t1\n1.5.1\t2", codes)
    with pytest.raises(BadInput, match="twelve"):
        read_paste("1.5.1" + "\t1" * 13, codes)


@pytest.mark.parametrize(
    ("code", "text", "message"),
    [("1.5.1", "৮০", "40/50"), ("1.1.1", "১৬/০৩/২০২২", "month"), ("1.6.1", "চার", "number")],
)
def test_a_cell_that_cannot_be_read_says_why(code: str, text: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_cell(TABLE.indicator(code), text, month_of(YEAR, 6), LATE)


def test_the_grid_adds_and_corrects_but_never_overwrites(cast: Cast, plan: Plan) -> None:
    me = cast.divisional_officer.access
    changes = entry_sheet(by=me, plan_id=plan.pk).changes(
        {("1.6.1", 3): "৪", ("1.5.1", 6): "৪০/৫০"}, "1.1.1\t\t\t\t\t\t১"
    )
    assert apply_cells(by=me, plan=plan, changes=changes, reason="") == 3
    sheet = entry_sheet(by=me, plan_id=plan.pk)
    assert sheet.texts == {("1.6.1", 3): "৪", ("1.5.1", 6): "৪০/৫০", ("1.1.1", 6): "০১/১২/২০২১"}
    again = sheet.changes({("1.6.1", 3): "৩", ("1.5.1", 6): "৪০/৫০"}, "")
    assert [(change.code, change.old) for change in again] == [("1.6.1", "৪")]
    with pytest.raises(BadInput, match="why"):
        apply_cells(by=me, plan=plan, changes=again, reason=" ")
    apply_cells(by=me, plan=plan, changes=again, reason="গণনায় ভুল")
    assert ProgressEvent.objects.count() == 4
    assert entry_sheet(by=me, plan_id=plan.pk).texts[("1.6.1", 3)] == "৩"
    add(cast, plan, "1.6.1", date(2021, 9, 27))
    twice = entry_sheet(by=me, plan_id=plan.pk).changes({("1.6.1", 3): "৯"}, "")
    with pytest.raises(BadInput, match="several"):
        apply_cells(by=me, plan=plan, changes=twice, reason="x")


def workbook(*rows: list[object]) -> bytes:
    return workbook_of(["কোড", "তারিখ", "সংখ্যা", "লব", "হর", "বিবরণ"], *rows)


def workbook_of(*rows: list[object]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for line, row in enumerate(rows):
        sheet.write_row(line, 0, row)
    book.close()
    return out.getvalue()


def test_a_spreadsheet_names_its_wrong_cells() -> None:
    rows = [["code", "date", "number"], ["[১.৬.১]", "২৬/০৯/২০২১", "১"], ["x", "৩১/০২/২০২২", "অনেক"]]
    events, findings = read_events(rows)
    assert [(event.code, event.day, event.quantity) for event in events] == [("1.6.1", date(2021, 9, 26), Decimal(1))]
    assert [finding.cell for finding in findings] == ["A3", "B3", "C3"]


def test_one_bad_line_keeps_all_out(cast: Cast, plan: Plan) -> None:
    events, _ = read_events([["code", "date", "number"], ["1.6.1", "26/09/2021", "1"], ["1.6.1", "01/07/2022", "1"]])
    with pytest.raises(BadInput):
        import_events(by=cast.divisional_officer.access, plan=plan, events=events)
    assert not ProgressEvent.objects.exists()


def test_both_pages_look_first_and_enter_then(cast: Cast, plan: Plan, client: Client) -> None:
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    where = f"/plans/{plan.pk}/grid/"
    assert client.post(where, {"pasted": "1.5.1\t৮০"}).status_code == 422
    wrong = client.post(where, {"c_1.6.1_3": "চার", "c_2.2.3_4": "৫", "kept": ""})
    assert (wrong.status_code, 'value="চার"' in wrong.content.decode()) == (422, True)
    page = client.post(where, {"c_1.6.1_3": "৪", "kept": "", "pasted": "", "reason": ""})
    assert ProgressEvent.objects.count() == 0
    keep = page.context["keep"]
    sent = {"kept": keep.initial["kept"], "submit_key": keep["submit_key"].value()}
    assert client.post(where, sent).status_code == 302
    where = f"/plans/{plan.pk}/import/"
    file = SimpleUploadedFile("অর্জন.xlsx", workbook(["২.২.৩", "২৭/১২/২০২১", "২", "", "", "সভা"]))
    keep = client.post(where, {"file": file}).context["keep"]
    sent = {"kept": keep.initial["kept"], "submit_key": keep["submit_key"].value()}
    assert client.post(where, sent).status_code == 302
    assert ProgressEvent.objects.get(indicator__code="2.2.3").source == "imported"
    client.force_login(cast.outsider.user, backend=BACKEND)
    assert client.get(where).status_code == 404


def test_the_forecast_says_how_it_was_made() -> None:
    given = {"1.4.1": Achievement(day=date(2021, 8, 25)), "2.2.1": Achievement(value=Decimal(1))}
    score = score_plan(TABLE, given)
    today = date(2021, 12, 30)
    found = forecast(score.rows, today, YEAR, Method.LINEAR)
    rows = {row.indicator.code: row for row in found.rows}
    assert (found.now, rows["1.4.1"].how.key) == (Decimal(4), "forecast-final")
    assert rows["2.2.1"].how.values["target"] == 1  # one in 183 of 365 days is not yet two
    assert (rows["1.3.1"].expected, rows["1.3.1"].how.key) == (Decimal(5), "forecast-next-date")
    assert found.now <= found.expected <= found.best
    assert [(item.indicator.code, item.points) for item in at_risk(score.rows, today, 14)] == [
        ("1.3.1", Decimal(2)), ("2.2.4", Decimal("0.6")),
    ]  # fmt: skip
    over = forecast(score.rows, date(2022, 7, 1), YEAR, Method.LINEAR)
    assert over.now == over.expected == over.best


def test_papers_and_the_bundle_are_made(cast: Cast, plan: Plan, client: Client) -> None:
    add(cast, plan, "1.4.1", date(2021, 8, 25))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    assert client.get(f"/plans/{plan.pk}/outlook/").status_code == 200
    for path in ("papers/annual/pdf", "evidence/bundle"):
        assert client.get(f"/plans/{plan.pk}/{path}/").content.startswith(b"%PDF-")
    for path in ("papers/half-year/docx", "papers/evidence/xlsx", "report/1/xlsx", "apams-like"):
        assert client.get(f"/plans/{plan.pk}/{path}/").content.startswith(b"PK")
    assert client.get(f"/plans/{plan.pk}/papers/other/pdf/").status_code == 404
