"""Two people at once, a scan of 300 pages, another office's paper: each is told, and nothing typed is lost."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pikepdf
import pytest
from django.test import Client

from agragati.kernel.errors import Conflict, NotFound
from agragati.org.models import Office
from agragati.plans.actions import Entry, cancel_event, correct_event, state_terms
from agragati.plans.actions.evidence import NewProof, add_evidence
from agragati.plans.models import Plan, PlanDoubt, PlanIndicator, ProgressEvent
from agragati.plans.selectors.proof_pages import page_picture
from tests.people import Cast
from tests.plans.test_actions import add, edition, plan  # noqa: F401
from tests.plans.test_pages import BACKEND
from tests.plans.year import new_plan, row

DAY = date(2021, 9, 1)


def counted(number: int) -> Entry:
    """An entry of so many."""
    return Entry(day=DAY, quantity=Decimal(number), text=f"{number} টি")


def test_the_slower_of_two_corrections_is_told_both_values(cast: Cast, plan: Plan) -> None:
    event, by = add(cast, plan, "2.2.1", DAY, quantity=Decimal(1)), cast.divisional_officer.access
    correct_event(by=by, event=event, entry=counted(3), reason="আরও দুটি")
    with pytest.raises(Conflict) as told:
        correct_event(by=by, event=event, entry=counted(2), reason="আরও একটি")
    assert (told.value.params["theirs"], told.value.params["yours"]) == (
        "০১/০৯/২০২১ · ৩ · 3 টি",
        "০১/০৯/২০২১ · ২ · 2 টি",
    )
    assert ProgressEvent.objects.in_force().get(indicator__plan=plan).quantity == 3
    newest = ProgressEvent.objects.in_force().get(indicator__plan=plan)
    cancel_event(by=by, event=newest, reason="ভুল অফিস")
    with pytest.raises(Conflict, match="meanwhile"):
        correct_event(by=by, event=newest, entry=counted(2), reason="আরও একটি")


def test_the_page_answers_409_and_keeps_what_was_typed(cast: Cast, plan: Plan, client: Client) -> None:
    event = add(cast, plan, "2.2.1", DAY, quantity=Decimal(1))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    address = f"/plans/events/{event.pk}/correct/"
    key = client.get(address).context["form"]["submit_key"].value()
    correct_event(by=cast.divisional_officer.access, event=event, entry=counted(3), reason="আরও দুটি")
    given = {"standing": "done", "day": "০১/০৯/২০২১", "quantity": "২", "reason": "আরও একটি", "submit_key": key}
    answer = client.post(address, given)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "৩" in page
    assert "আরও একটি" in page


def test_terms_typed_by_two_are_not_written_over(cast: Cast, client: Client) -> None:
    table = edition("egov-2024-25")
    by = cast.upazila_officer.access
    plan = new_plan(cast.upazila, cast.upazila_officer)
    Plan.objects.filter(pk=plan.pk).update(edition=table, fiscal_year=2024)
    indicator = PlanIndicator.objects.select_related("plan__office", "plan__edition").get(plan=plan, code="1.1.1")
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    address = f"/plans/indicators/{indicator.pk}/terms/"
    form = client.get(address).context["form"]
    given = {"seen": str(indicator.version), "weight": "৬", "submit_key": form["submit_key"].value()}
    state_terms(by=by, indicator=indicator, weight=Decimal(5), seen=indicator.version)
    answer = client.post(address, given)
    assert answer.status_code == 409
    assert "৫" in answer.content.decode()
    assert PlanIndicator.objects.get(pk=indicator.pk).own_weight == 5
    again = answer.context["form"]
    given |= {"seen": again["seen"].value(), "submit_key": again["submit_key"].value()}
    assert client.post(address, given).status_code == 302  # sent again on purpose, it counts
    assert PlanIndicator.objects.get(pk=indicator.pk).own_weight == 6


def scan(pages: int) -> bytes:
    """A PDF of so many empty pages."""
    made, out = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        made.add_blank_page(page_size=(595, 842))
    made.save(out)
    return out.getvalue()


def test_a_scan_of_300_pages_is_kept_and_shown_page_by_page(cast: Cast, plan: Plan, client: Client) -> None:
    by = cast.divisional_officer.access
    proof = NewProof("office_order", name="scan.pdf", content=scan(300), day=DAY)
    piece = add_evidence(by=by, indicator=row(plan, "1.1.1"), proof=proof)[0]
    assert piece.attachment is not None
    assert piece.attachment.pages == 300
    assert page_picture(by=by, evidence_id=piece.pk, page=300, size="small").startswith(b"\x89PNG")
    with pytest.raises(NotFound):
        page_picture(by=by, evidence_id=piece.pk, page=301)
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    page = client.get(f"/plans/indicators/{piece.indicator_id}/evidence/").content.decode()
    assert "৩০০" in page
    assert page.count(f"/plans/evidence/{piece.pk}/pages/") < 45  # the first, every tenth and the last


def test_a_paper_of_another_office_is_doubted(cast: Cast, plan: Plan) -> None:
    Office.objects.filter(pk=cast.divisional.pk).update(memo_code="০৫.৪৩.০০০০")
    plan.office.memo_code = "০৫.৪৩.০০০০"
    own, foreign = "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৭৮", "৪৭.৬১.০০০০.০৩১.১৮.০০৩.২১.৭৮"
    add(cast, plan, "1.1.1", DAY, memo_no=own, text="আদেশ")
    assert not PlanDoubt.objects.filter(plan=plan, rule="R10").exists()
    add(cast, plan, "1.4.1", DAY, memo_no=foreign, text="সভা")
    doubt = PlanDoubt.objects.get(plan=plan, rule="R10")
    assert (doubt.key, doubt.indicator.code) == ("R10-other-office", "1.4.1")
