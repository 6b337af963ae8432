"""Formulas, constants, the legend and later targets where offices meet them: deeds, pages, imports, the audit."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import system
from agragati.papers.rules.blocks import Table
from agragati.plans.actions import Entry, adopt_framework, correct_event, load_framework, record_progress
from agragati.plans.actions.constants import rescore_edition, set_constant
from agragati.plans.actions.editions import clone_edition, draft_edition, publish_edition
from agragati.plans.actions.importing import import_events
from agragati.plans.actions.integrity import check_plan_now
from agragati.plans.actions.legends import set_house_legend
from agragati.plans.actions.projections import state_projections
from agragati.plans.actions.steps import figure_of, figure_text
from agragati.plans.forms.review import FigureForm
from agragati.plans.models import Plan, PlanDoubt, PlanIndicator, ProgressEvent
from agragati.plans.rules.framework import Projection
from agragati.plans.rules.legends import HOUSE, Band
from agragati.plans.rules.lint import lint
from agragati.plans.rules.reading import read_framework
from agragati.plans.selectors import plan_sheet
from agragati.plans.selectors.exports import edition_file, look_at_table
from agragati.plans.selectors.grid import entry_sheet, look_at_events
from agragati.plans.selectors.legends import house_legend
from agragati.plans.selectors.papers import paper_of
from agragati.plans.templatetags.review_words import figure_words
from tests.people import Cast
from tests.plans.test_importing import workbook_of
from tests.plans.test_pages import BACKEND

KEY = "grievance-sample-2025-26"
SAMPLE = Path(__file__).parents[2] / "frameworks" / "samples" / f"{KEY}.toml"
FIRST, SECOND = date(2025, 9, 30), date(2025, 12, 31)


def sample() -> dict[str, Any]:
    return tomllib.loads(SAMPLE.read_text(encoding="utf-8"))


@pytest.fixture
def plan(cast: Cast) -> Plan:
    table = load_framework(by=system(), key=KEY, document=sample())
    return adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=table)


def row(plan: Plan, code: str = "1.1.1") -> PlanIndicator:
    return PlanIndicator.objects.select_related("plan__office", "plan__edition").get(plan=plan, code=code)


def entry(day: date, *numbers: int) -> Entry:
    figures = dict(zip(("disposed", "received", "withdrawn"), map(Decimal, numbers), strict=True))
    return Entry(day=day, figures=figures)


def marks(cast: Cast, plan: Plan) -> Decimal | None:
    return plan_sheet(by=cast.divisional_officer.access, plan_id=plan.pk).rows[0].scored.score.points


def test_the_sample_is_sound() -> None:
    framework = read_framework(sample())
    assert (lint(framework), framework.total) == ((), 10)
    assert "নমুনা" in framework.title


def test_figures_are_entered_added_up_and_corrected(cast: Cast, plan: Plan) -> None:
    me = cast.divisional_officer.access
    record_progress(by=me, indicator=row(plan), entry=entry(FIRST, 40, 60, 10))
    second = record_progress(by=me, indicator=row(plan), entry=entry(SECOND, 45, 60, 10))
    assert marks(cast, plan) == Decimal("5.4")  # 85 of 100 is 85 %: half way from 80 to 90
    correct_event(by=me, event=second, entry=entry(SECOND, 50, 60, 10), reason="গণনায় ভুল")
    assert marks(cast, plan) == 6
    assert ProgressEvent.objects.get(pk=second.pk).figures == {"disposed": "45", "received": "60", "withdrawn": "10"}
    with pytest.raises(BadInput) as wrong:
        record_progress(by=me, indicator=row(plan), entry=entry(SECOND, 90, 60, 10))
    assert wrong.value.field == "figure_disposed"
    with pytest.raises(BadInput, match="named figures"):
        record_progress(by=me, indicator=row(plan), entry=Entry(day=SECOND))
    assert not PlanDoubt.objects.filter(rule="R5").exists()


def test_a_claim_keeps_the_figures_it_was_made_of(cast: Cast, plan: Plan) -> None:
    record_progress(by=cast.divisional_officer.access, indicator=row(plan), entry=entry(FIRST, 40, 60, 10))
    given = plan_sheet(by=system(), plan_id=plan.pk).rows[0].scored.achievement
    assert figure_of(figure_text(given)).figures == given.figures != ()


def test_the_page_asks_for_each_figure_and_shows_the_sum(cast: Cast, plan: Plan, client: Client) -> None:
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    where = f"/plans/indicators/{row(plan).pk}/"
    page = client.get(f"{where}events/add/")
    text = page.content.decode()
    assert all(f"{word} (টি)" in text for word in ("নিষ্পন্ন অভিযোগ", "প্রাপ্ত অভিযোগ", "প্রত্যাহৃত অভিযোগ"))
    sent = {"standing": "done", "day": "৩০/০৯/২০২৫", "figure_disposed": "৪০", "figure_received": "৬০",
            "figure_withdrawn": "১০", "submit_key": page.context["form"]["submit_key"].value()}  # fmt: skip
    assert client.post(f"{where}events/add/", {**sent, "figure_disposed": "৭০"}).status_code == 422
    assert client.post(f"{where}events/add/", sent).status_code == 302
    told = client.get(where).content.decode()
    assert "১০০ × ৪০ ÷ ৫০ = ৮০" in told
    assert "নিষ্পন্ন অভিযোগ ৪০, প্রাপ্ত অভিযোগ ৬০, প্রত্যাহৃত অভিযোগ ১০" in told
    assert "প্রক্ষেপণ ২০২৬-২৭" in told
    event = ProgressEvent.objects.get()
    form = client.get(f"/plans/events/{event.pk}/correct/").context["form"]
    assert form["figure_received"].value() == "৬০"


def test_the_grid_and_a_spreadsheet_hold_figures(cast: Cast, plan: Plan) -> None:
    me = cast.divisional_officer.access
    book = workbook_of(["কোড", "তারিখ", "নিষ্পন্ন অভিযোগ", "received", "প্রত্যাহৃত অভিযোগ"],
                       ["১.১.১", "৩০/০৯/২০২৫", "৪০", "৬০", "১০"])  # fmt: skip
    events, findings = look_at_events(by=me, plan=plan, content=book)
    assert findings == []
    assert import_events(by=me, plan=plan, events=events) == 1
    assert ProgressEvent.objects.get().source == "imported"
    assert entry_sheet(by=me, plan_id=plan.pk).texts[("1.1.1", 3)] == "৪০/৬০/১০"


def test_a_changed_constant_scores_again_and_the_old_value_is_kept(cast: Cast, plan: Plan) -> None:
    record_progress(by=cast.divisional_officer.access, indicator=row(plan, "2.1.1"),
                    entry=Entry(day=FIRST, quantity=Decimal(18)))  # fmt: skip
    plan.refresh_from_db()
    assert plan.total == Decimal("3.6")
    change = {"name": "charter_services", "value": Decimal(18), "source": "নতুন তালিকা"}
    set_constant(by=system(), edition=plan.edition, reason="দুটি সেবা একীভূত", **change)
    assert rescore_edition(by=system(), edition_id=plan.edition_id) == 0
    plan.refresh_from_db()
    assert plan.total == 4
    deed = Deed.objects.filter(name="plans.set_constant").latest("pk")
    assert (deed.values["old"]["value"], deed.values["new"]["value"]) == ("20", "18")
    plan.edition.refresh_from_db()
    assert plan.edition.document["constants"][0]["value"] == "২০"
    assert b'value = "18"' in edition_file(by=system(), edition=plan.edition, form="toml").content
    for name, value, reason in (("charter_services", 18, "x"), ("nobody", 5, "x"), ("charter_services", 5, " ")):
        with pytest.raises(BadInput):
            set_constant(by=system(), edition=plan.edition, name=name, value=Decimal(value), source="", reason=reason)
    with pytest.raises(Refused):
        set_constant(by=cast.divisional_officer.access, edition=plan.edition, reason="x", **change)


def test_the_marks_of_a_closed_year_stay(cast: Cast, plan: Plan) -> None:
    with connection.cursor() as asked:
        asked.execute("set session_replication_role = replica")  # the way to closing is test_life's matter
        Plan.objects.filter(pk=plan.pk).update(stage="closed")
        asked.execute("set session_replication_role = origin")
    with pytest.raises(BadInput, match="closed"):
        set_constant(by=system(), edition=plan.edition, name="charter_services", value=Decimal(18), source="",
                     reason="x")  # fmt: skip


def test_the_table_goes_out_and_in_again(cast: Cast, plan: Plan) -> None:
    for form in ("xlsx", "toml", "json"):
        file = edition_file(by=system(), edition=plan.edition, form=form)
        looked = look_at_table(by=system(), key=KEY, name=file.name, content=file.content)
        assert (looked.errors, looked.document is None) == (0, False)
        again = read_framework(looked.document or {}, name=KEY)
        first = read_framework(sample(), name=KEY)
        assert (again.shared, again.legend) == (first.shared, first.legend)
        for one, other in zip(again.indicators, first.indicators, strict=True):
            assert (one.formula, one.figures, one.levels) == (other.formula, other.figures, other.levels)
            assert one.target_terms == other.target_terms
            assert [p.value for p in one.projections] == [p.value for p in other.projections]


def test_the_house_has_one_legend_that_its_keepers_change(cast: Cast, client: Client) -> None:
    assert house_legend(by=system()) == HOUSE
    client.force_login(cast.admin.user, backend=BACKEND)
    form = client.get("/plans/frameworks/legend/change/").context["form"]
    sent = {"submit_key": form["submit_key"].value(), "bands": "০ | ৫০ | লাল | কম\n৬০ | ১০০ | সবুজ | বেশি"}
    page = client.post("/plans/frameworks/legend/change/", sent)
    assert (page.status_code, "ফাঁক" in page.content.decode()) == (422, True)
    assert (
        client.post(
            "/plans/frameworks/legend/change/", {**sent, "bands": sent["bands"].replace("৬০", "৫০")}
        ).status_code
        == 302
    )
    assert [(band.tone, band.word) for band in house_legend(by=system())] == [("bad", "কম"), ("ok", "বেশি")]
    assert "বেশি" in client.get("/plans/frameworks/legend/").content.decode()
    assert Deed.objects.filter(name="plans.set_house_legend").exists()
    with pytest.raises(Refused):
        set_house_legend(by=cast.upazila_officer.access, bands=[Band(Decimal(0), Decimal(100), "ok", "x")])


def test_pills_and_bars_follow_the_tables_own_legend(cast: Cast, plan: Plan, client: Client) -> None:
    record_progress(by=cast.divisional_officer.access, indicator=row(plan), entry=entry(FIRST, 40, 60, 10))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    assert "প্রায় লক্ষ্যে" in client.get(f"/plans/{plan.pk}/").content.decode()  # 80 marks of 100
    assert "জরুরি নজর দরকার" in client.get("/plans/?kind=grievance").content.decode()  # 4.8 of 10


def test_next_years_plan_is_offered_what_was_foreseen(cast: Cast, plan: Plan) -> None:
    me = cast.divisional_officer.access
    later = [Projection("২০২৬-২৭", Decimal(95))]
    for wrong in ([Projection("2025-26", Decimal(1))], later * 2, [Projection("2026-27", date(2026, 7, 1))]):
        with pytest.raises(BadInput):
            state_projections(by=me, indicator=row(plan), projections=wrong)
    state_projections(by=me, indicator=row(plan), projections=later)
    draft = clone_edition(by=system(), edition=plan.edition, year=read_framework(sample()).fiscal_year.next)
    following = adopt_framework(by=me, office=cast.divisional, edition=publish_edition(by=system(), edition=draft))
    sheet = plan_sheet(by=me, plan_id=following.pk)
    assert sheet.rows[0].indicator.projected == 92  # what the table foresaw; the office's own word is stronger
    check_plan_now(by=me, plan=following)
    doubt = PlanDoubt.objects.get(plan=following, rule="R17", subject="projection", indicator__code="1.1.1")
    assert doubt.values["upper"] == ["number", "95"]


def test_the_plans_table_is_printed_with_the_offices_own_later_targets(cast: Cast, plan: Plan) -> None:
    me = cast.divisional_officer.access
    state_projections(by=me, indicator=row(plan), projections=[Projection("2026-27", Decimal(95))])
    table = next(block for block in paper_of(by=me, plan_id=plan.pk, kind="plan").blocks if isinstance(block, Table))
    heads = [cell.text for line in table.head for cell in line.cells]
    texts = [cell.text for line in table.rows for cell in line.cells]
    assert ("প্রক্ষেপণ ২০২৬-২৭" in heads, "প্রক্ষেপণ ২০২৭-২৮" in heads, "৯৫%" in texts) == (True, False, True)


def test_a_reviewer_states_figures_too() -> None:
    indicator = read_framework(sample()).indicator("1.1.1")
    form = FigureForm({"figure_disposed": "৪০", "figure_received": "60", "figure_withdrawn": "১০"}, indicator=indicator)
    assert form.is_valid()
    assert "numerator" not in form.fields
    assert form.figure is not None
    assert form.figure.figure(indicator) == 80
    assert figure_words(figure_text(form.figure)) == "৪০ / ৬০ / ১০"


def test_editor_pages_keep_formulas_and_shared_terms(cast: Cast, client: Client) -> None:
    draft = draft_edition(by=system(), key=KEY, document=sample())
    client.force_login(cast.admin.user, backend=BACKEND)
    where = f"/plans/frameworks/{draft.pk}/"
    form = client.get(f"{where}shared/").context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    assert "charter_services | সেবা প্রদান প্রতিশ্রুতির সেবা | ২০ | টি" in sent["constants"]
    more = f"{sent['constants']}\nworking_days | কর্মদিবস | ২৪০ | দিন | ছুটির তালিকা"
    assert client.post(f"{where}shared/", {**sent, "constants": more}).status_code == 302
    form = client.get(f"{where}rows/1.1.1/").context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    assert client.post(f"{where}rows/1.1.1/", {**sent, "formula": "disposed ** 2"}).status_code == 422
    assert client.post(f"{where}rows/1.1.1/", {**sent, "formula": "১০০ × disposed ÷ received"}).status_code == 302
    form = client.get(f"{where}rows/2.1.1/").context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    assert sent["level_80"] == "= charter_services * 0.8"
    assert client.post(f"{where}rows/2.1.1/", sent).status_code == 302
    draft.refresh_from_db()
    made = read_framework(draft.document)
    assert (made.indicator("1.1.1").formula, len(made.shared.constants)) == ("100 * disposed / received", 2)
    assert made.indicator("2.1.1").target_terms == read_framework(sample()).indicator("2.1.1").target_terms
    assert "কোনো সূত্রে ব্যবহৃত হয়নি" in client.get(where).content.decode()
