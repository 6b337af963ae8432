"""Marks "to be followed up": made by who enters or reviews, a duty of one post, taken off with a reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.outbox.selectors import work_of
from agragati.plans.actions.follow_ups import mark_for_follow_up, take_mark_off
from agragati.plans.models import FollowUp, Plan
from agragati.plans.selectors.follow_ups import MarkFilter, mark_to_read, marks_page
from tests.people import Cast, person
from tests.plans.test_actions import add, plan  # noqa: F401
from tests.plans.test_pages import BACKEND
from tests.plans.year import claim, running_plan, sent, worked

SOON = timezone.localdate() + timedelta(days=5)


def test_a_mark_is_a_duty_of_its_post_until_it_is_taken_off(cast: Cast, plan: Plan) -> None:
    desk = person("desk", "হাসান আলী", cast.divisional, "অফিস সহকারী", "clerk")
    event = add(cast, plan, "1.4.1", date(2021, 8, 25))
    by = cast.divisional_officer.access
    mark = mark_for_follow_up(by=by, about=event, note="কার্যবিবরণী আনা", post=desk.posting.post, due=SOON)
    assert [(row.about, row.due) for row in work_of(by=desk.access)] == [(f"follow_up:{mark.pk}", SOON)]
    assert [row.pk for row in marks_page(by=desk.access, wanted=MarkFilter(mine=True))] == [mark.pk]
    assert not marks_page(by=by, wanted=MarkFilter(mine=True)).object_list
    with pytest.raises(NotFound):
        mark_to_read(by=cast.outsider.access, mark_id=mark.pk)
    with pytest.raises(Refused):
        take_mark_off(by=cast.district_officer.access, mark=mark, reason="x")
    with pytest.raises(BadInput, match="why"):
        take_mark_off(by=desk.access, mark=mark, reason=" ")
    take_mark_off(by=desk.access, mark=mark, reason="আনা হয়েছে")
    assert not work_of(by=desk.access).exists()
    kept = FollowUp.objects.get()
    assert (kept.closed_because, kept.made_label[:12]) == ("আনা হয়েছে", cast.divisional_officer.access.label[:12])
    assert Deed.objects.filter(name__in=["plans.mark_for_follow_up", "plans.take_mark_off"]).count() == 2
    with pytest.raises(BadInput):
        take_mark_off(by=desk.access, mark=FollowUp.objects.get(), reason="আবার")
    assert [row.pk for row in marks_page(by=by, wanted=MarkFilter(state="closed", plan_id=plan.pk))] == [mark.pk]


def test_who_may_mark_and_for_whom(cast: Cast, plan: Plan) -> None:
    event, own = add(cast, plan, "1.4.1", date(2021, 8, 25)), cast.divisional_officer.posting.post
    for who in (cast.district_officer, cast.outsider, cast.admin):
        with pytest.raises(Refused):
            mark_for_follow_up(by=who.access, about=event, note="x", post=own, due=SOON)
    by = cast.divisional_officer.access
    wrong = (("", own, SOON), ("x", own, date(2021, 1, 1)), ("x", cast.outsider.posting.post, SOON))
    for note, post, due in wrong:
        with pytest.raises(BadInput):
            mark_for_follow_up(by=by, about=event, note=note, post=post, due=due)
    reviewer = cast.reviewer
    mark_for_follow_up(by=reviewer.access, about=event, note="নিজে দেখব", post=reviewer.posting.post, due=SOON)


def test_a_reviewer_marks_a_claim_on_the_page(cast: Cast, client: Client) -> None:
    running = running_plan(cast)
    worked(cast, running)
    waiting = claim(sent(cast, running), "1.4.1")
    client.force_login(cast.district_officer.user, backend=BACKEND)
    where = f"/plans/reviews/{waiting.pk}/follow-up/"
    form = client.get(where).context["form"]
    day = f"{SOON:%d/%m/%Y}"
    given = {"submit_key": form["submit_key"].value(), "note": "হাজিরা মিলিয়ে দেখা", "due": day,
             "post": str(cast.upazila_officer.posting.post_id)}  # fmt: skip
    answer = client.post(where, given)
    assert answer.status_code == 302
    assert "হাজিরা মিলিয়ে দেখা" in client.get(f"/plans/reviews/{waiting.pk}/").content.decode()
    assert "হাজিরা মিলিয়ে দেখা" in client.get("/plans/follow-ups/").content.decode()
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    assert "হাজিরা মিলিয়ে দেখা" in client.get("/outbox/duties/").content.decode()
    page = client.get(answer["Location"])
    off = {"submit_key": page.context["form"]["submit_key"].value(), "reason": "মেলানো হয়েছে"}
    assert client.post(answer["Location"], off).status_code == 302
    assert FollowUp.objects.get().closed_because == "মেলানো হয়েছে"
