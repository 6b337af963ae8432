"""While the meeting runs and between meetings: outcomes, clock, papers, codes, motions, remarks, the backlog."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.meetings.made import STARTS, decided, ready, signed, standing
from tests.people import Cast

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, Refused
from agragati.meetings import actions, selectors
from agragati.meetings.models import AgendaItem, Decision, DecisionDuty, Invitation, Meeting, Motion
from agragati.meetings.renderers.printing import PrintTerms, as_asked
from agragati.meetings.rules.diff import word_diff
from agragati.meetings.rules.labels import labels_in, without_labels
from agragati.org.access import system
from agragati.outbox.models import Dispatch, Message

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def client_of(cast: Cast, who: str = "district_officer") -> Client:
    client = Client()
    client.force_login(getattr(cast, who).user, backend=BACKEND)
    return client


def running(cast: Cast) -> Meeting:
    """A meeting that runs, both posts present."""
    made, by = ready(cast), cast.district_officer.access
    actions.start(by=by, meeting_id=made.pk)
    actions.note_presence(by=by, meeting_id=made.pk,
                          presence={row.pk: "present" for row in Invitation.objects.filter(meeting=made)})  # fmt: skip
    return selectors.meeting(by=by, meeting_id=made.pk)


def test_a_closed_meeting_goes_on_until_the_signature(cast: Cast) -> None:
    by, row = cast.district_officer.access, decided(cast)
    with pytest.raises(BadInput):
        actions.resume(by=by, meeting_id=row.meeting_id, reason=" ")
    page = reverse("meetings:step", args=[row.meeting_id, "resume"])
    key = client_of(cast).get(page).context["form"]["submit_key"].value()
    assert client_of(cast).post(page, {"reason": "একটি সিদ্ধান্ত বাদ পড়েছে", "submit_key": key}).status_code == 302
    shown = client_of(cast).get(reverse("meetings:detail", args=[row.meeting_id])).content.decode()
    assert "একটি সিদ্ধান্ত বাদ পড়েছে" in shown
    assert Deed.objects.get(name="meetings.resume").values["reason"] == "একটি সিদ্ধান্ত বাদ পড়েছে"
    actions.close(by=by, meeting_id=row.meeting_id)
    actions.sign(by=by, meeting_id=row.meeting_id)
    with pytest.raises(BadInput):
        actions.resume(by=by, meeting_id=row.meeting_id, reason="স্বাক্ষরের পর নয়")


def test_only_the_latest_of_its_kind_goes_on(cast: Cast) -> None:
    by, row = cast.district_officer.access, decided(cast)
    later = ready(cast, starts_at=STARTS + timedelta(days=30), ends_at=None)
    other = ready(cast, title="বার্ষিক সভা", starts_at=STARTS + timedelta(days=9), ends_at=None)
    actions.start(by=by, meeting_id=other.pk)
    actions.resume(by=by, meeting_id=row.meeting_id, reason="ভুলে শেষ করা হয়েছে")
    actions.close(by=by, meeting_id=row.meeting_id)
    actions.start(by=by, meeting_id=later.pk)
    with pytest.raises(BadInput, match="later meeting"):
        actions.resume(by=by, meeting_id=row.meeting_id, reason="ভুল")


def test_matters_stand_under_headings_with_outcomes(cast: Cast) -> None:
    made, by = running(cast), cast.district_officer.access
    item = AgendaItem.objects.get(meeting=made)
    with pytest.raises(BadInput):
        actions.set_terms(by=by, item_id=item.pk, terms=actions.ItemTerms(outcome="decided"))
    terms = {"section": "নিয়মিত বিষয়", "presenter": "প্রোগ্রামার", "minutes": "১০", "outcome": "noted", "is_pinned": "on"}
    page = reverse("meetings:terms", args=[item.pk])
    key = client_of(cast).get(page).context["form"]["submit_key"].value()
    answer = client_of(cast).post(page, {**terms, "submit_key": key})
    assert answer.status_code == 302
    shown = client_of(cast).get(reverse("meetings:detail", args=[made.pk])).content.decode()
    for words in ("নিয়মিত বিষয়", "প্রোগ্রামার", "১০"):
        assert words in shown


def test_an_agenda_longer_than_the_meeting_is_said_so(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    actions.add_items(by=by, meeting=made, items=[actions.NewItem(topic="দীর্ঘ বিষয়", minutes=75)])
    items = selectors.agenda_of(by=by, meeting=made)
    assert selectors.clock(by=by, meeting=made, items=items).over == 15
    shown = client_of(cast).get(reverse("meetings:detail", args=[made.pk])).content.decode()
    assert "৭৫" in shown
    assert "১৫" in shown


def test_the_clock_runs_for_the_matter_at_hand(cast: Cast) -> None:
    made, by = running(cast), cast.district_officer.access
    first = AgendaItem.objects.get(meeting=made)
    [second] = actions.add_items(by=by, meeting=made, items=[actions.NewItem(topic="দ্বিতীয়", minutes=1)])
    actions.take_up_item(by=by, meeting_id=made.pk, item_id=first.pk)
    AgendaItem.objects.filter(pk=first.pk).update(begun_at=timezone.now() - timedelta(minutes=3))
    actions.take_up_item(by=by, meeting_id=made.pk, item_id=second.pk)
    first.refresh_from_db()
    assert (first.begun_at, first.spent // 60) == (None, 3)
    AgendaItem.objects.filter(pk=second.pk).update(begun_at=timezone.now() - timedelta(minutes=5))
    shown = selectors.slide(by=by, items=selectors.agenda_of(by=by, meeting=made), at=2)
    assert shown is not None
    assert (shown.minutes, shown.over, shown.after) == (5, 4, None)
    page = client_of(cast).get(reverse("meetings:present", args=[made.pk]) + "?at=2").content.decode()
    assert "দ্বিতীয়" in page
    assert 'data-runs="1"' in page


def test_what_is_open_or_pinned_stands_on_the_next_agenda(cast: Cast) -> None:
    by, made = cast.district_officer.access, standing(cast)
    first, second = actions.plan_series_meetings(
        by=by, series_id=made.pk, until=timezone.localdate() + timedelta(days=13)
    )[:2]
    names = {"open": "চলমান বিষয়", "skipped": "বাদ রাখা বিষয়", "noted": "অবহিত বিষয়"}
    items = actions.add_items(by=by, meeting=first, items=[actions.NewItem(topic=name) for name in names.values()])
    for row, outcome in zip(items, names, strict=True):
        actions.set_terms(by=by, item_id=row.pk, terms=actions.ItemTerms(outcome=outcome))
    [pinned] = actions.add_items(by=by, meeting=first, items=[actions.NewItem(topic="স্থায়ী তথ্য")])
    actions.set_terms(by=by, item_id=pinned.pk, terms=actions.ItemTerms(is_pinned=True))
    assert actions.carry_open_matters(by=by, meeting_id=first.pk, to_meeting_id=second.pk) == 3
    assert actions.carry_open_matters(by=by, meeting_id=first.pk, to_meeting_id=second.pk) == 0
    topics = list(AgendaItem.objects.filter(meeting=second).values_list("topic", flat=True))
    assert topics == ["স্থায়ী তথ্য", "বিবিধ", "চলমান বিষয়", "বাদ রাখা বিষয়"]


def test_the_backlog_has_a_page(cast: Cast) -> None:
    by, made = cast.district_officer.access, standing(cast)
    [first] = actions.plan_series_meetings(by=by, series_id=made.pk, until=timezone.localdate() + timedelta(days=7))
    row = actions.add_to_backlog(by=by, series_id=made.pk, item=actions.NewItem(topic="অপেক্ষমাণ বিষয়"))
    actions.write_note(by=by, series_id=made.pk, note="মোবাইল বন্ধ রাখুন।")
    page = reverse("meetings:series_detail", args=[made.pk])
    assert "অপেক্ষমাণ বিষয়" in client_of(cast).get(page).content.decode()
    client_of(cast).post(reverse("meetings:backlog_take", args=[made.pk]), {"item": row.pk})
    row.refresh_from_db()
    assert row.meeting == first
    assert "মোবাইল বন্ধ" in client_of(cast).get(reverse("meetings:detail", args=[first.pk])).content.decode()


def test_the_agenda_and_the_minutes_are_mailed(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    actions.notify(by=by, meeting_id=made.pk)
    sent = Dispatch.objects.get(deed="meetings.agenda")
    assert "১। তথ্য বাতায়ন হালনাগাদ" in sent.text
    assert Message.objects.filter(dispatch=sent, post=cast.upazila_officer.posting.post).exists()
    row = signed(cast)
    actions.issue(by=by, meeting_id=row.meeting_id, memo_no="০৫.৪৩.০০০০.০১৭.০৭.০০১.২৬.৯১")
    assert row.text in Dispatch.objects.get(deed="meetings.minutes").text


def test_the_appointment_leads_to_the_answer(cast: Cast) -> None:
    made = ready(cast)
    answer = client_of(cast, "upazila_officer").get(reverse("meetings:appointment", args=[made.pk]))
    text = answer.content.decode().replace("\r\n ", "")
    assert answer["Content-Type"].startswith("text/calendar")
    assert f"/meetings/{made.pk}/answer/" in text
    assert "DTSTART:20260727T050000Z" in text


def test_a_code_puts_the_own_post_on_the_list(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    Invitation.objects.filter(meeting=made, post=cast.upazila_officer.posting.post).delete()
    code = actions.make_invite_code(by=by, meeting_id=made.pk)
    with pytest.raises(BadInput):
        actions.join_by_code(by=cast.upazila_officer.access, code="WRONG234")
    row = actions.join_by_code(by=cast.upazila_officer.access, code=f" {code.lower()} ")
    assert (row.meeting, row.post) == (made, cast.upazila_officer.posting.post)


def test_papers_are_kept_with_a_matter(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    item = AgendaItem.objects.get(meeting=made)
    kept = actions.attach_to_item(by=by, item_id=item.pk, name="ছক.txt", content="তথ্য".encode())
    assert selectors.item_files(by=by, items=[item]) == {item.pk: [kept]}


def test_motions_change_a_decision_by_vote(cast: Cast) -> None:
    made, by = running(cast), cast.district_officer.access
    item = AgendaItem.objects.get(meeting=made)
    row = actions.decide(by=by, item_id=item.pk, draft=actions.DecisionDraft(text="প্রতিবেদন দিতে হবে।"))
    motion = actions.put_forward(by=cast.upazila_officer.access, item_id=item.pk, text="মাসিক প্রতিবেদন দিতে হবে।",
                                 amends_id=row.pk)  # fmt: skip
    with pytest.raises(BadInput):
        actions.vote(by=by, motion_id=motion.pk, ballot="yes")
    with pytest.raises(Refused):
        actions.open_vote(by=cast.upazila_officer.access, motion_id=motion.pk)
    actions.open_vote(by=by, motion_id=motion.pk)
    actions.vote(by=by, motion_id=motion.pk, ballot="yes")
    with pytest.raises(BadInput):
        actions.vote(by=by, motion_id=motion.pk, ballot="no")
    page = client_of(cast).get(reverse("meetings:motion", args=[motion.pk])).content.decode()
    assert "<ins>মাসিক</ins>" in page
    actions.close_vote(by=by, motion_id=motion.pk)
    row.refresh_from_db()
    assert (row.text, Motion.objects.get().state) == ("মাসিক প্রতিবেদন দিতে হবে।", "adopted")
    other = actions.put_forward(by=by, item_id=item.pk, text="নতুন সিদ্ধান্ত গ্রহণ করা হলো।")
    actions.open_vote(by=by, motion_id=other.pk)
    assert actions.close_vote(by=by, motion_id=other.pk).state == "rejected"
    assert Decision.objects.filter(item=item).count() == 1


def test_a_diff_tells_both_wordings() -> None:
    pieces = word_diff("ক খ গ", "ক ঘ গ")
    assert [(piece.kind, piece.text) for piece in pieces] == [("same", "ক"), ("gone", "খ"), ("new", "ঘ"), ("same", "গ")]


def test_labels_are_found_in_texts() -> None:
    assert labels_in("জরুরি #বাজেট, #আইসিটি।", "#বাজেট ক#খ") == ("বাজেট", "আইসিটি")
    assert without_labels("নথি #বাজেট চাই") == "নথি চাই"


def test_labels_of_discussions_find_meetings_decisions_and_matters(cast: Cast) -> None:
    by, row = cast.district_officer.access, decided(cast)
    actions.write_text(by=by, thing=row.item, field="discussion", text="বিষয়টি #করোনা, #কর। আলোচিত হয়।", seen=None)
    actions.sign(by=by, meeting_id=row.meeting_id)
    for label, count in (("কর", 1), ("করোনা", 1), ("করো", 0), ("ক.", 0)):
        words = f"#{label} "
        meetings = selectors.meetings_page(by=by, wanted=selectors.MeetingFilter(label=label))
        assert (meetings.paginator.count, label) == (count, label)
        assert len(selectors.decisions_page(by=by, wanted=selectors.DecisionFilter(words=words))) == count
        wanted = selectors.DecisionFilter(label=label)
        assert len(selectors.duties_page(by=cast.upazila_officer.access, wanted=wanted)) == count
        assert len(selectors.matters_found(by=by, text=words, limit=5)) == count
    assert selectors.matters_found(by=by, text="আলোচিত #কর", limit=5) == [row.item]
    assert selectors.matters_found(by=cast.outsider.access, text="#কর", limit=5) == []
    shown = client_of(cast).get("/search/", {"q": "#কর"}).content.decode()
    assert f"#item-{row.item_id}" in shown


def test_the_giver_remarks_and_reminds(cast: Cast) -> None:
    row, by = signed(cast), cast.district_officer.access
    duty = DecisionDuty.objects.get(decision=row, office=cast.upazila)
    with pytest.raises(Refused):
        actions.remark(by=cast.upazila_officer.access, duty_id=duty.pk, text="x")
    actions.remark(by=by, duty_id=duty.pk, text="প্রমাণক পাঠান।")
    assert "প্রমাণক পাঠান।" in Dispatch.objects.get(deed="meetings.remark_duty").text
    assert duty.updates.get().after == duty.status
    silent = DecisionDuty.objects.filter(decision=row, answered_at__isnull=True).count()
    assert actions.remind_silent(by=by, decision_id=row.pk) == silent
    assert Dispatch.objects.filter(deed="meetings.remind_silent").count() == 1


def test_offices_without_a_word_this_month_are_asked(cast: Cast) -> None:
    row = signed(cast)
    by = system("test")
    asked = selectors.decisions.without_word_this_month(by=by)[cast.district.pk]
    assert cast.upazila.pk in asked
    assert actions.ask_for_monthly_words(by=by) == len(asked)
    assert Dispatch.objects.filter(deed="meetings.monthly_word", office=cast.district).exists()
    wanted = selectors.DecisionFilter(stale=True)
    duty = DecisionDuty.objects.get(decision=row, office=cast.upazila)
    page = selectors.duties_page(by=cast.upazila_officer.access, wanted=wanted)
    assert duty in page
    actions.report(by=cast.upazila_officer.access, duty_id=duty.pk, status="on_schedule", text="চলছে")
    assert duty not in selectors.duties_page(by=cast.upazila_officer.access, wanted=wanted)


def test_minutes_of_a_series_come_as_one_paper(cast: Cast) -> None:
    by, made = cast.district_officer.access, standing(cast)
    with pytest.raises(BadInput):
        selectors.compiled_minutes(by=by, series_id=made.pk)
    row = decided(cast)
    Meeting.objects.filter(pk=row.meeting_id).update(series=made)
    actions.sign(by=by, meeting_id=row.meeting_id)
    paper = selectors.compiled_minutes(by=by, series_id=made.pk, since=date(2026, 1, 1))
    assert row.text in str(paper.blocks)
    assert "১। ২৭ জুলাই ২০২৬" in str(paper.blocks)
    with pytest.raises(BadInput):
        selectors.compiled_minutes(by=by, series_id=made.pk, until=date(2026, 1, 1))


def test_papers_are_printed_as_asked(cast: Cast) -> None:
    by, row = cast.district_officer.access, decided(cast)
    paper = selectors.minutes_paper(by=by, meeting=selectors.meeting(by=by, meeting_id=row.meeting_id))
    asked = as_asked(paper, PrintTerms(annexes=False, landscape=True, foot="অফিস কপি", size=40))
    assert (asked.annexes, asked.landscape, asked.foot, asked.size) == ((), True, "অফিস কপি", 16)
    address = reverse("meetings:paper", args=[row.meeting_id, "minutes"])
    assert client_of(cast).get(f"{address}?annexes=0&foot=কপি").content.startswith(b"%PDF")
