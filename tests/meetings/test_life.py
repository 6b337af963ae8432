"""The life of a meeting: every step by the table, frozen after signature, corrected only later."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import islice

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.meetings.made import MEMO, STARTS, decided, issued, plan, ready, signed
from tests.people import Cast

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.meetings import actions, selectors
from agragati.meetings.models import AgendaItem, DecisionDuty, FrozenPaper, Meeting
from agragati.meetings.rules.recurrence import Recurrence
from agragati.outbox.models import Obligation
from agragati.papers.actions import open_file
from agragati.papers.selectors import register


def first(rule: Recurrence, start: date, count: int = 3) -> list[str]:
    return [str(day) for day in islice(rule.days_from(start), count)]


@pytest.mark.parametrize(
    ("rule", "start", "days"),
    [
        (Recurrence("weekly", 1, weekday=6), date(2026, 11, 22), ["2026-11-22", "2026-11-29", "2026-12-06"]),
        (Recurrence("weekly", 2, weekday=0), date(2026, 11, 24), ["2026-12-07", "2026-12-21", "2027-01-04"]),
        (Recurrence("on_day", 1, day=31), date(2026, 11, 1), ["2026-11-30", "2026-12-31", "2027-01-31"]),
        (Recurrence("on_day", 3, day=10), date(2026, 7, 1), ["2026-07-12", "2026-10-11", "2027-01-10"]),
        (
            Recurrence("on_weekday", 1, weekday=2, week=-1),
            date(2026, 11, 1),
            ["2026-11-25", "2026-12-30", "2027-01-27"],
        ),
        (Recurrence("on_weekday", 1, weekday=6, week=5), date(2026, 11, 1), ["2026-11-29", "2027-01-31", "2027-05-30"]),
    ],
)
def test_series_meet_on_these_days(rule: Recurrence, start: date, days: list[str]) -> None:
    assert first(rule, start) == days


@given(
    st.sampled_from(["weekly", "on_day", "on_weekday"]), st.integers(1, 12), st.integers(0, 3), st.integers(1, 31),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)  # fmt: skip
def test_series_days_rise_and_avoid_the_weekend(kind: str, interval: int, weekday: int, day: int, start: date) -> None:
    days = list(islice(Recurrence(kind, interval, weekday=weekday, day=day).days_from(start), 6))
    assert days == sorted(set(days))
    assert all(day >= start and day.weekday() not in (4, 5) for day in days)


def test_from_plan_to_published_minutes(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    assert actions.notify(by=by, meeting_id=made.pk, memo_no="05.43.0000.017.07.001.26.80").notice_memo_no.endswith(
        "৮০"
    )
    assert Obligation.objects.filter(about=f"meeting:{made.pk}").open().count() == 2
    code = actions.start(by=by, meeting_id=made.pk).check_code
    assert len(code) == 6
    item = AgendaItem.objects.get(meeting=made)
    actions.decide(by=by, item_id=item.pk, draft=actions.DecisionDraft(text="প্রতিবেদন প্রেরণ", targets=["concerned"]))
    assert actions.close(by=by, meeting_id=made.pk).check_code == ""
    assert actions.sign(by=by, meeting_id=made.pk).state == "signed"
    with pytest.raises(BadInput):
        actions.publish(by=by, meeting_id=made.pk)
    assert actions.issue(by=by, meeting_id=made.pk, memo_no=MEMO).memo_no == MEMO
    assert actions.publish(by=by, meeting_id=made.pk).state == "published"
    deeds = set(Deed.objects.filter(about=f"meeting:{made.pk}").values_list("name", flat=True))
    assert {"meetings.notify", "meetings.start", "meetings.sign", "meetings.issue", "meetings.publish"} <= deeds


def test_the_table_refuses_other_steps(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    for deed in (actions.close, actions.sign, actions.publish, partial(actions.resume, reason="ভুল")):
        with pytest.raises(BadInput):
            deed(by=by, meeting_id=made.pk)
    with pytest.raises(Exception, match="state"), transaction.atomic():
        Meeting.objects.filter(pk=made.pk).update(state="published")


def test_only_the_chair_signs(cast: Cast) -> None:
    row = decided(cast)
    Meeting.objects.filter(pk=row.meeting_id).update(chair_post=cast.divisional_officer.posting.post)
    with pytest.raises(Refused):
        actions.sign(by=cast.district_officer.access, meeting_id=row.meeting_id)
    assert actions.sign(by=cast.divisional_officer.access, meeting_id=row.meeting_id).state == "signed"


def test_signed_minutes_stay_as_they_are(cast: Cast) -> None:
    row, by = signed(cast), cast.district_officer.access
    with pytest.raises(BadInput):
        actions.edit_decision(by=by, decision_id=row.pk, draft=actions.DecisionDraft(text="অন্য কিছু"))
    for change in (
        lambda: type(row).objects.filter(pk=row.pk).update(text="x"),
        lambda: AgendaItem.objects.filter(pk=row.item_id).delete(),
        lambda: row.implementers.all().delete(),
        lambda: FrozenPaper.objects.filter(meeting=row.meeting).update(sha256="0" * 64),
    ):
        with pytest.raises(Exception, match=r"signed|Cannot update"), transaction.atomic():
            change()


def test_the_issued_paper_has_the_signed_body(cast: Cast) -> None:
    row = issued(cast)
    signed_paper = selectors.frozen(by=cast.district_officer.access, meeting=row.meeting, kind="signed")
    issued_paper = selectors.frozen(by=cast.district_officer.access, meeting=row.meeting, kind="issued")
    assert signed_paper is not None
    assert issued_paper is not None
    assert issued_paper.blocks == signed_paper.blocks
    assert (signed_paper.memo_no, issued_paper.memo_no) == ("", MEMO)
    assert [row.who for row in issued_paper.distribution.recipients] == ["উপজেলা কর্মকর্তা (সকল)", "অফিস কপি"]
    assert FrozenPaper.objects.get(meeting=row.meeting, kind="issued").sha256 == (
        FrozenPaper.objects.get(meeting=row.meeting, kind="issued").pdf.sha256
    )


def test_minutes_are_issued_once_under_a_good_number(cast: Cast) -> None:
    row, by = signed(cast), cast.district_officer.access
    for memo in ("", "১২৩", "০৫.৪৩.০০০০.০১৭.০৭.০০১.২৬"):
        with pytest.raises(BadInput) as error:
            actions.issue(by=by, meeting_id=row.meeting_id, memo_no=memo)
        assert error.value.field == "memo_no"
    with pytest.raises(BadInput):
        actions.issue(by=by, meeting_id=row.meeting_id, memo_no=MEMO, day=STARTS.date() - timedelta(days=1))
    actions.issue(by=by, meeting_id=row.meeting_id, memo_no=MEMO)
    with pytest.raises(BadInput):
        actions.issue(by=by, meeting_id=row.meeting_id, memo_no=MEMO)


def test_a_meeting_is_called_off_with_a_reason(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    actions.notify(by=by, meeting_id=made.pk)
    with pytest.raises(BadInput):
        actions.call_off(by=by, meeting_id=made.pk, reason=" ")
    actions.call_off(by=by, meeting_id=made.pk, reason="বন্যা পরিস্থিতি")
    assert not Obligation.objects.filter(about=f"meeting:{made.pk}").open().exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=made.pk).update(called_off_because="")


def test_a_later_meeting_corrects_and_both_show_it(cast: Cast) -> None:
    old, by = signed(cast).meeting, cast.district_officer.access
    later = plan(cast, starts_at=STARTS + timedelta(days=30), ends_at=None)
    assert later.previous_id == old.pk
    words = {"place": "ক্রমিক ১", "printed": "১৫ দিন", "right": "২০ দিন"}
    actions.correct_minutes(by=by, meeting_id=later.pk, corrects_id=old.pk, **words)
    assert old.corrected_by.get().meeting_id == later.pk
    text = str(selectors.minutes_paper(by=by, meeting=later).blocks)
    assert "২০ দিন" in text
    with pytest.raises(BadInput):
        actions.correct_minutes(by=by, meeting_id=later.pk, corrects_id=later.pk, **words)


def test_who_sees_a_meeting(cast: Cast) -> None:
    made = ready(cast)
    for person in (cast.district_officer, cast.divisional_officer, cast.upazila_officer):
        assert selectors.meeting(by=person.access, meeting_id=made.pk) == made
    with pytest.raises(NotFound):
        selectors.meeting(by=cast.outsider.access, meeting_id=made.pk)
    with pytest.raises(Refused):
        actions.add_items(by=cast.upazila_officer.access, meeting=made, items=[actions.NewItem(topic="x")])


def test_a_series_plans_its_meetings_once(cast: Cast) -> None:
    by = cast.district_officer.access
    since = date.today() + timedelta(days=1)  # noqa: DTZ011
    series_plan = actions.SeriesPlan(title="সমন্বয় সভা", starts=STARTS.time(), since=since, repeats="weekly", weekday=0,
                                     place="কক্ষ", topics=("বিবিধ",))  # fmt: skip
    series = actions.start_series(by=by, office_id=cast.district.pk, plan=series_plan)
    until = since + timedelta(days=27)
    made = actions.plan_series_meetings(by=by, series_id=series.pk, until=until)
    assert len(made) == 4
    assert all(row.items.get().topic == "বিবিধ" for row in made)
    assert actions.plan_series_meetings(by=by, series_id=series.pk, until=until) == []
    actions.add_to_backlog(by=by, series_id=series.pk, item=actions.NewItem(topic="অপেক্ষমাণ বিষয়"))
    [waiting] = selectors.backlog(by=by, series_id=series.pk)
    assert actions.take_backlog(by=by, meeting_id=made[0].pk, item_ids=[waiting.pk]) == 1
    assert selectors.backlog(by=by, series_id=series.pk) == []


def test_nothing_is_due_before_the_signature(cast: Cast) -> None:
    row = decided(cast)
    assert not DecisionDuty.objects.filter(decision=row).exists()
    actions.sign(by=cast.district_officer.access, meeting_id=row.meeting_id)
    assert DecisionDuty.objects.filter(decision=row).count() == 2


def test_minutes_take_the_next_number_of_a_file(cast: Cast) -> None:
    by, row, client = cast.district_officer.access, signed(cast), Client()
    client.force_login(cast.district_officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    cast.district.memo_code = "05.43.8100"
    cast.district.save()
    file = open_file(by=by, office=cast.district, title="সভা", subject_code="06")
    with pytest.raises(BadInput):
        actions.issue(by=by, meeting_id=row.meeting_id)
    made = actions.issue(by=by, meeting_id=row.meeting_id, file_id=file.pk)
    kept = register(by=by, file=file).get()
    assert (made.memo_no, kept.about) == (kept.memo_no, f"meeting:{made.pk}:minutes")
    page = client.get(reverse("meetings:step", args=[signed(cast, text="আরেকটি").meeting_id, "issue"]))
    assert f'value="{file.pk}"' in page.content.decode()
