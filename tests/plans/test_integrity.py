"""Rules R1–R18: what each finds, and how a finding lives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import system
from agragati.plans.actions import cancel_event, correct_event
from agragati.plans.actions.integrity import answer_doubt, check_plan, check_plans, close_doubt
from agragati.plans.actions.progress import Entry
from agragati.plans.models import Plan, PlanDoubt
from agragati.plans.rules.framework import Baseline
from agragati.plans.rules.integrity import (
    CHECKS,
    ClaimFacts,
    EventFacts,
    MeetingFacts,
    PlanFacts,
    RowFacts,
    doubts_of,
)
from agragati.plans.rules.integrity.figures import is_outlier
from agragati.plans.rules.reasons import because
from agragati.plans.rules.reasons_json import reason_from_json, values_to_json
from agragati.plans.rules.wording import say
from agragati.plans.rules.wording_integrity import RULE_TITLES
from tests.people import Cast
from tests.plans.official import official
from tests.plans.test_actions import add, plan, row  # noqa: F401
from tests.plans.test_pages import BACKEND

FRAMEWORK = official("egov-2024-25").for_tier("upazila")
QUARTERS = (date(2024, 9, 30), date(2024, 12, 31), date(2025, 3, 31), date(2025, 6, 30))
MEMO = "৪৭.৬১.০০০০.০৩১.১৮.০০৩.২৪.৭৮"


def event(**facts: object) -> EventFacts:
    return EventFacts(**{"id": 1, "day": date(2024, 9, 30), "entered_on": date(2024, 10, 2), **facts})


def facts(code: str, *events: EventFacts, **more: object) -> PlanFacts:
    plan_facts = {name: more.pop(name) for name in ("claims", "meetings", "memo_code", "framework") if name in more}
    framework = plan_facts.pop("framework", FRAMEWORK)
    indicator = more.pop("indicator", framework.indicator(code))
    line = RowFacts(indicator, events, QUARTERS, QUARTERS, **more)
    return PlanFacts(framework, (line,), date(2024, 10, 5), **plan_facts)


def found(given: PlanFacts) -> dict[str, str]:
    return {doubt.rule: doubt.reason.key for doubt in doubts_of(given)}


SHARE = {"numerator": Decimal(40000), "denominator": Decimal(50000)}
REVIEWS = official("egov-2021-22")
EASY = replace(FRAMEWORK.indicator("4.1.2"), baselines=(Baseline("2023-24", Decimal(92)),))
CASES = [
    ("R4", facts("4.1.2", event(day=date(2024, 7, 29), entered_on=date(2024, 7, 29), numerator=Decimal(2),
                                denominator=Decimal(9)))),
    ("R5", facts("4.1.2", event(numerator=Decimal(23), denominator=Decimal(98)))),
    ("R6", facts("4.1.2", missing=(because("evidence-missing", kind="notice"),))),
    ("R7", facts("4.1.2", reused=(("pair:1", because("reuse-same-elsewhere")),))),
    ("R8", facts("2.2.3", event(day=date(2021, 9, 27), quantity=Decimal(1)), framework=REVIEWS)),
    ("R9", facts("4.1.2", event(text="১৩ পৌষ ১৪২৮ বঙ্গাব্দ / ২৭ ডিসেম্বর ২০২১ খ্রিস্টাব্দ"))),
    ("R10", facts("4.1.2", event(memo_no=MEMO), memo_code="৪৭.৬২")),
    ("R10", facts("4.1.2", event(memo_no=MEMO), event(id=2, day=date(2024, 8, 1), memo_no=MEMO))),
    ("R11", facts("4.1.2", meetings=(MeetingFacts(1, "সভা", open_decisions=("২",)),))),
    ("R12", facts("4.1.2", own_due=date(2025, 7, 30))),
    ("R13", facts("4.1.2", meetings=(MeetingFacts(1, "সভা", twice=("৩",)),))),
    ("R14", facts("4.1.2", meetings=(MeetingFacts(1, "সভা", spellings=(("শাহাদার", "শাহাদাত"),)),))),
    ("R15", facts("4.1.2", event(text="ব্যয় ৯০%", **SHARE))),
    ("R16", facts("4.1.2", meetings=(MeetingFacts(1, "সভা", present=1, quorum=2),))),
    ("R17", facts("4.1.2", event(day=date(2024, 6, 1), **SHARE))),
    ("R17", facts("4.1.2", indicator=EASY)),
    ("R18", facts("4.1.2", claims=(ClaimFacts("4.1.2", 1, 7, 7),))),
    ("O1", facts("4.1.2", figure=Decimal(100), peers=tuple(Decimal(n) for n in range(40, 50)))),
    ("O2", facts("6.1.1", event(quantity=Decimal(5000)))),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "given"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)])
def test_each_rule_finds_its_case_in_plain_words(rule: str, given: PlanFacts) -> None:
    doubt = next(doubt for doubt in doubts_of(given) if doubt.rule == rule)
    for language in ("bn", "en"):
        assert "{" not in say(doubt.reason, language)
        kept = reason_from_json(doubt.reason.key, values_to_json(doubt.reason))
        assert say(kept, language) == say(doubt.reason, language)


GOOD = event(text="ব্যয় ৮০%", memo_no=MEMO, kinds=("section_statement",), **SHARE)


def test_what_is_sound_raises_nothing() -> None:
    sound = facts("4.1.2", GOOD, memo_code="৪৭.৬১", claims=(ClaimFacts("4.1.2", 1, 7, 8),), own_due=date(2025, 6, 1),
                  meetings=(MeetingFacts(1, "সভা", present=2, quorum=2),))  # fmt: skip
    assert set(found(sound)) <= {"R2"}


def test_the_table_names_r1_to_r18_in_order() -> None:
    assert [check.rule for check in CHECKS][:18] == [f"R{n}" for n in range(1, 19)]
    assert {check.rule for check in CHECKS} == set(RULE_TITLES)


def test_r1_to_r3_come_from_the_linter() -> None:
    rules = {doubt.rule for doubt in doubts_of(facts("2.2.5", framework=REVIEWS))}
    assert {"R1", "R2"} <= rules


def test_a_figure_stated_after_the_quarter_is_not_premature() -> None:
    late = event(day=date(2024, 7, 29), entered_on=date(2024, 10, 1), **SHARE)
    assert "R4" not in found(facts("4.1.2", late))


@pytest.mark.parametrize(
    ("figure", "peers", "out"),
    [(100, range(40, 50), True), (48, range(40, 50), False), (100, range(40, 44), False), (100, [80] * 9, False)],
)
def test_outliers_need_enough_others_that_differ(figure: int, peers, out: bool) -> None:
    assert is_outlier(Decimal(figure), [Decimal(n) for n in peers]) is out


def open_rules(where: Plan) -> set[str]:
    return set(PlanDoubt.objects.filter(plan=where).open().values_list("rule", flat=True))


def test_findings_open_on_entry_and_close_when_the_figure_is_corrected(cast: Cast, plan: Plan) -> None:
    wrong = add(cast, plan, "2.2.2", date(2021, 12, 27), text="ব্যয় ৯০%", **SHARE)
    assert "R15" in open_rules(plan)
    doubt = PlanDoubt.objects.get(plan=plan, rule="R15")
    assert doubt.owed_by == cast.divisional_officer.posting.post
    assert doubt.values["known"] == ["number", "90"]
    entry = Entry(day=date(2021, 12, 27), text="ব্যয় ৮০%", **SHARE)
    right = correct_event(by=cast.divisional_officer.access, event=wrong, entry=entry, reason="লেখার ভুল")
    assert "R15" not in open_rules(plan)
    doubt.refresh_from_db()
    assert doubt.state == "closed"
    cancel_event(by=cast.divisional_officer.access, event=right, reason="পরীক্ষা")
    assert "R6" not in open_rules(plan)


def test_the_office_answers_and_only_the_office_above_settles(cast: Cast, plan: Plan) -> None:
    add(cast, plan, "2.2.2", date(2021, 12, 27), text="ব্যয় ৯০%", **SHARE)
    doubt = PlanDoubt.objects.get(plan=plan, rule="R15")
    with pytest.raises(Refused):
        answer_doubt(by=cast.outsider.access, doubt=doubt, answer="x")
    with pytest.raises(BadInput):
        answer_doubt(by=cast.divisional_officer.access, doubt=doubt, answer="  ")
    answer_doubt(by=cast.divisional_officer.access, doubt=doubt, answer="বিবরণে ভুল লেখা হয়েছে")
    with pytest.raises((Refused, BadInput)):
        close_doubt(by=cast.divisional_officer.access, doubt=doubt, reason="নিজেই")
    close_doubt(by=cast.reviewer.access, doubt=doubt, reason="ব্যাখ্যা গ্রহণযোগ্য")
    check_plan(by=system(), plan=plan)
    doubt.refresh_from_db()
    assert (doubt.state, doubt.close_reason) == ("closed", "ব্যাখ্যা গ্রহণযোগ্য")


def test_the_nightly_check_may_run_twice(cast: Cast, plan: Plan) -> None:
    add(cast, plan, "2.2.2", date(2021, 12, 27), **SHARE)
    first = check_plans(by=system(), plan_ids=[plan.pk])
    assert first == check_plans(by=system(), plan_ids=[plan.pk]) == PlanDoubt.objects.open().count()


def test_the_pages_list_answer_and_settle(cast: Cast, plan: Plan, client: Client) -> None:
    add(cast, plan, "2.2.2", date(2021, 12, 27), text="ব্যয় ৯০%", **SHARE)
    doubt = PlanDoubt.objects.get(plan=plan, rule="R15")
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    assert "৯০%" in client.get(f"/plans/{plan.pk}/findings/").content.decode()
    where = f"/plans/findings/{doubt.pk}/"
    key = client.get(f"{where}answer/").context["form"]["submit_key"].value()
    assert client.post(f"{where}answer/", {"answer": "ভুল লেখা", "submit_key": key}).status_code == 302
    assert client.get(f"{where}settle/").status_code == 403
    client.force_login(cast.reviewer.user, backend=BACKEND)
    key = client.get(f"{where}settle/").context["form"]["submit_key"].value()
    assert client.post(f"{where}settle/", {"reason": "গৃহীত", "submit_key": key}).status_code == 302
    assert "গৃহীত" in client.get(where).content.decode()
    client.force_login(cast.outsider.user, backend=BACKEND)
    assert client.get(where).status_code == 404
