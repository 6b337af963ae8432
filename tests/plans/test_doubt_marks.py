"""Findings put the mark of doubt on claims, reviewers see reused proof side by side, minutes are checked too."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.test import Client
from django.utils import timezone

from agragati.meetings import actions as meetings
from agragati.meetings.models import AgendaItem, Invitation, Meeting
from agragati.plans.actions.integrity import check_plan, close_doubt
from agragati.plans.actions.progress import Entry, Proof, record_progress
from agragati.plans.actions.review import accept_in_bulk
from agragati.plans.models import Claim, Plan, PlanDoubt
from tests.people import Cast
from tests.plans.test_evidence import hand_in, picture
from tests.plans.test_pages import BACKEND
from tests.plans.year import claim, new_plan, row, running_plan, sent, worked

FIRST = date(2021, 9, 20)


def shown(cast: Cast, plan: Plan, content: bytes) -> None:
    """One training with its notice, sheet and the given photograph."""
    proofs = [Proof("n.txt", b"notice", "notice"), Proof("a.txt", b"sheet", "attendance_sheet"),
              Proof("p.jpg", content, "photograph")]  # fmt: skip
    entry = Entry(day=FIRST, quantity=Decimal(2))
    record_progress(by=cast.upazila_officer.access, indicator=row(plan, "2.2.1"), entry=entry, proofs=proofs)


def test_a_complete_checklist_is_accepted_in_bulk_until_its_picture_turns_up_elsewhere(cast: Cast) -> None:
    plan = running_plan(cast)
    shown(cast, plan, picture(3))
    one = claim(sent(cast, plan), "2.2.1")
    assert (one.proof_complete, one.has_flag) == (True, False)
    calm = one.risk
    theirs = new_plan(cast.district, cast.district_officer)
    hand_in(cast.district_officer.access, row(theirs, "2.2.1"), picture(3))
    check_plan(by=cast.district_officer.access, plan=plan)  # the job that handing in asked for
    one.refresh_from_db()
    assert one.has_flag is True
    assert one.risk > calm
    assert accept_in_bulk(by=cast.district_officer.access, claim_ids=[one.pk]) == (0, 1)
    doubt = PlanDoubt.objects.get(plan=plan, rule="R7")
    close_doubt(by=cast.district_officer.access, doubt=doubt, reason="একই অনুষ্ঠানের যৌথ আয়োজন")
    assert accept_in_bulk(by=cast.district_officer.access, claim_ids=[one.pk], on=date(2021, 10, 20)) == (1, 0)


def test_the_reviewer_sees_checklist_findings_and_both_pictures(cast: Cast, client: Client) -> None:
    plan = running_plan(cast)
    shown(cast, plan, picture(4))
    theirs = new_plan(cast.district, cast.district_officer)
    hand_in(cast.district_officer.access, row(theirs, "2.2.1"), picture(4))
    one = claim(sent(cast, plan), "2.2.1")
    check_plan(by=cast.district_officer.access, plan=plan)
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    page = client.get(f"/plans/reviews/{one.pk}/").content.decode()
    assert page.count("/pages/1/?size=small") == 2
    assert "স্থিরচিত্র" in page
    assert "R৭" in page
    reuse = one.indicator.evidence.get(kind="photograph").reused_later.get()
    assert page.count(f"/plans/evidence/pairs/{reuse.pk}/") == 1


def minutes(cast: Cast, plan: Plan) -> Meeting:
    """Signed minutes of the upazila with a loose decision, a matter twice, a name in two spellings, too few people."""
    by, post = cast.upazila_officer.access, cast.upazila_officer.posting.post_id
    starts = datetime(2021, 11, 10, 11, 0, tzinfo=timezone.get_default_timezone())
    given = meetings.MeetingPlan(
        title="পর্যালোচনা সভা", starts_at=starts, chair_post_id=post, secretary_post_id=post, place="কক্ষ"
    )
    held = meetings.plan_meeting(by=by, office_id=cast.upazila.pk, plan=given)
    meetings.invite(by=by, meeting_id=held.pk, post_ids=[post], kind="member")
    guests = [meetings.Outsider(name="শাহাদাত হোসেন"), meetings.Outsider(name="শাহাদার হোসেন")]
    meetings.invite_outsiders(by=by, meeting_id=held.pk, people=guests, kind="member")
    items = [meetings.NewItem(topic="প্রশিক্ষণ আয়োজন", about=f"indicator:{row(plan, '2.2.1').pk}"),
             meetings.NewItem(topic="প্রশিক্ষণ  আয়োজন")]  # fmt: skip
    meetings.add_items(by=by, meeting=held, items=items)
    meetings.start(by=by, meeting_id=held.pk)
    item = AgendaItem.objects.filter(meeting=held).first()
    draft = meetings.DecisionDraft(text="দ্রুত ব্যবস্থা নিতে হবে।", targets=["concerned"])
    meetings.decide(by=by, item_id=item.pk, draft=draft)
    asked = Invitation.objects.filter(meeting=held)
    presence = {one.pk: "present" if one.post_id else "absent" for one in asked}
    meetings.note_presence(by=by, meeting_id=held.pk, presence=presence)
    meetings.close(by=by, meeting_id=held.pk)
    return meetings.sign(by=by, meeting_id=held.pk)


def test_minutes_about_the_plan_are_checked_once_they_are_signed(cast: Cast) -> None:
    plan = running_plan(cast)
    held = minutes(cast, plan)
    Meeting.objects.filter(pk=held.pk).update(quorum=2)  # as minutes that were read in may say
    check_plan(by=cast.upazila_officer.access, plan=plan)
    found = {doubt.rule: doubt for doubt in PlanDoubt.objects.filter(plan=plan, rule__in=["R11", "R13", "R14", "R16"])}
    assert set(found) == {"R11", "R13", "R14", "R16"}
    assert "দ্রুত ব্যবস্থা" in str(found["R11"].values)
    assert "শাহাদার" in str(found["R14"].values)


def test_findings_do_not_touch_a_claim_that_was_decided(cast: Cast) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    one = claim(sent(cast, plan), "1.5.1")
    Claim.objects.filter(pk=one.pk).update(state="accepted", decided_at=timezone.now())
    PlanDoubt.objects.create(plan=plan, indicator=one.indicator, rule="R7", severity="high", subject="x", key="R7",
                             found_at=timezone.now(), seen_at=timezone.now())  # fmt: skip
    check_plan(by=cast.district_officer.access, plan=plan)
    one.refresh_from_db()
    assert one.has_flag is False
