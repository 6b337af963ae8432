"""Planning a meeting and asking people to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise, search_key
from agragati.org.access import Access, P
from agragati.org.choices import CommitteeRole
from agragati.org.models import Office, Post
from agragati.org.selectors import holders_by_post, office, seats_of

from ..choices import InviteKind, Layout, Mode, Rsvp
from ..models import Invitation, Meeting
from ..selectors.meetings import last_signed, meeting_to_edit
from .running import carry_open_matters

ROLE_BN = {
    CommitteeRole.CHAIR: "সভাপতি", CommitteeRole.CONVENER: "আহ্বায়ক", CommitteeRole.MEMBER: "সদস্য",
    CommitteeRole.MEMBER_SECRETARY: "সদস্য-সচিব", CommitteeRole.FOCAL: "ফোকাল পয়েন্ট",
}  # fmt: skip


@dataclass(frozen=True)
class MeetingPlan:
    """What is said of a meeting before it is held. Times are aware; `quorum` counts members, 0 = none."""

    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    mode: str = Mode.IN_PERSON
    place: str = ""
    link: str = ""
    chair_post_id: int | None = None
    secretary_post_id: int | None = None
    chair: str = ""
    secretary: str = ""
    quorum: int = 0
    layout: str = Layout.FIVE
    section: str = ""


@dataclass(frozen=True)
class Outsider:
    """A person outside the register, as papers print them."""

    name: str
    designation: str = ""
    office_name: str = ""
    role: str = ""


@transaction.atomic
def plan_meeting(
    *, by: Access, office_id: int, plan: MeetingPlan, committee_id: int | None = None, series_id: int | None = None
) -> Meeting:
    """Plan a meeting of an office; members of its committee are asked, and it follows the last signed one.

    Raises BadInput naming the field for a missing title or place, an end before the start; Refused, NotFound.
    """
    here = office(by=by, office_id=office_id)
    by.require(P.MEETING_RUN, here.path)
    made = Meeting(
        office=here, committee_id=committee_id, series_id=series_id, made_by_id=by.user_id, is_demo=here.is_demo
    )
    _put(by, made, plan)
    if committee_id is not None:
        _lead_by_committee(by, made, committee_id)
    made.previous = last_signed(by=by, meeting=made)
    made.save()
    if committee_id is not None:
        _ask_members(by, made, committee_id)
    if series_id is not None and made.previous is not None:
        carry_open_matters(by=by, meeting_id=made.previous.pk, to_meeting_id=made.pk)
    record(by=by, deed="meetings.plan_meeting", about=f"meeting:{made.pk}", label=made.title,
           values={"office": here.pk, "starts_at": made.starts_at.isoformat()})  # fmt: skip
    return made


@transaction.atomic
def edit_meeting(*, by: Access, meeting_id: int, plan: MeetingPlan) -> Meeting:
    """Change what is said of a meeting whose minutes are not signed."""
    made = meeting_to_edit(by=by, meeting_id=meeting_id)
    before = {"starts_at": made.starts_at.isoformat(), "place": made.place, "title": made.title}
    _put(by, made, plan)
    made.save()
    record(by=by, deed="meetings.edit_meeting", about=f"meeting:{made.pk}", label=made.title, values=before)
    return made


def _put(by: Access, made: Meeting, plan: MeetingPlan) -> None:
    _check(plan)
    made.title, made.place = normalise(plan.title).strip()[:300], normalise(plan.place).strip()[:250]
    made.link, made.mode, made.layout = plan.link.strip(), plan.mode, plan.layout
    made.starts_at, made.ends_at, made.quorum = plan.starts_at, plan.ends_at, plan.quorum
    made.section = normalise(plan.section).strip()[:200]
    made.chair_post_id, made.chair = plan.chair_post_id, _printed(by, plan.chair_post_id, plan.chair, made)
    made.secretary_post_id = plan.secretary_post_id
    made.secretary = _printed(by, plan.secretary_post_id, plan.secretary, made)
    made.search_key = search_key(made.title)


def _check(plan: MeetingPlan) -> None:
    if not normalise(plan.title).strip():
        raise BadInput("Write the title of the meeting.", field="title")
    if plan.ends_at is not None and plan.ends_at <= plan.starts_at:
        raise BadInput("A meeting cannot end before it begins.", field="ends")
    if plan.mode != Mode.ONLINE and not plan.place.strip():
        raise BadInput("Write where the meeting is held.", field="place")
    if plan.mode != Mode.IN_PERSON and not plan.link.strip():
        raise BadInput("Give the address of the online meeting.", field="link")


def _printed(by: Access, post_id: int | None, typed: str, made: Meeting) -> str:
    """A person as the papers print them: the holder of the post on the day, or what was typed."""
    if post_id is None:
        return normalise(typed).strip()[:300]
    post = Post.objects.filter(pk=post_id).first()
    if post is None or not by.view.covers(post.office.path, post.office.area_path):
        raise BadInput("Choose a post of your own line.", field="chair_post")
    held = holders_by_post(by=by, post_ids=[post_id], day=timezone.localtime(made.starts_at).date()).get(post_id)
    return f"{held.user}, {post.title_bn}" if held else post.title_bn


def _lead_by_committee(by: Access, made: Meeting, committee_id: int) -> None:
    """Chair, member-secretary and quorum come from the committee where the plan names none."""
    seats = seats_of(by=by, committee_id=committee_id, on=timezone.localtime(made.starts_at).date())
    by_role = {seat.member.role: seat for seat in seats}
    chair = by_role.get(CommitteeRole.CHAIR) or by_role.get(CommitteeRole.CONVENER)
    secretary = by_role.get(CommitteeRole.MEMBER_SECRETARY)
    if chair and not made.chair:
        made.chair_post_id = chair.member.post_id
        made.chair = _printed(by, chair.member.post_id, chair.member.outsider_bn, made)
    if secretary and not made.secretary:
        made.secretary_post_id = secretary.member.post_id
        made.secretary = _printed(by, secretary.member.post_id, secretary.member.outsider_bn, made)
    if not made.quorum and seats:
        made.quorum = seats[0].member.committee.quorum


def _ask_members(by: Access, made: Meeting, committee_id: int) -> None:
    seats = seats_of(by=by, committee_id=committee_id, on=timezone.localtime(made.starts_at).date())
    rows = []
    for position, seat in enumerate(seats, 1):
        post = seat.member.post
        rows.append(Invitation(
            meeting=made, post=post, position=position, role=ROLE_BN[CommitteeRole(seat.member.role)],
            name=seat.name if post else "", designation=(post.title_bn if post else seat.member.outsider_bn)[:250],
            office_name=post.office.name_bn if post else "",
        ))  # fmt: skip
    Invitation.objects.bulk_create(rows)


@transaction.atomic
def invite(*, by: Access, meeting_id: int, post_ids: Iterable[int], kind: str = InviteKind.INVITEE) -> int:
    """Ask posts to come; those asked already stay as they are. Returns how many were added."""
    made = meeting_to_edit(by=by, meeting_id=meeting_id)
    rows = list(Post.objects.findable_by(by).filter(pk__in=set(post_ids), valid_to__isnull=True))
    have = set(Invitation.objects.filter(meeting=made, post__isnull=False).values_list("post_id", flat=True))
    new = [post for post in rows if post.pk not in have]
    names = holders_by_post(by=by, post_ids=[post.pk for post in new])
    offices = Office.objects.in_bulk({post.office_id for post in new})
    first = _next_place(made)
    Invitation.objects.bulk_create(
        Invitation(meeting=made, post=post, kind=kind, position=first + at, designation=post.title_bn,
                   name=str(names[post.pk].user) if post.pk in names else "",
                   office_name=offices[post.office_id].name_bn)
        for at, post in enumerate(new)
    )  # fmt: skip
    record(by=by, deed="meetings.invite", about=f"meeting:{made.pk}", label=made.title,
           values={"posts": [post.pk for post in new]})  # fmt: skip
    return len(new)


@transaction.atomic
def invite_outsiders(*, by: Access, meeting_id: int, people: Sequence[Outsider], kind: str = InviteKind.INVITEE) -> int:
    """Ask people who are in no post of the register. Returns how many were added."""
    made = meeting_to_edit(by=by, meeting_id=meeting_id)
    first = _next_place(made)
    rows = [
        Invitation(meeting=made, kind=kind, position=first + at, name=normalise(who.name).strip()[:200],
                   designation=normalise(who.designation).strip()[:250],
                   office_name=normalise(who.office_name).strip()[:250], role=who.role[:60])
        for at, who in enumerate(people)
        if (who.name + who.designation).strip()
    ]  # fmt: skip
    Invitation.objects.bulk_create(rows)
    record(by=by, deed="meetings.invite", about=f"meeting:{made.pk}", label=made.title,
           values={"people": [str(row) for row in rows]})  # fmt: skip
    return len(rows)


def _next_place(made: Meeting) -> int:
    return (Invitation.objects.filter(meeting=made).aggregate(last=Max("position"))["last"] or 0) + 1


@transaction.atomic
def uninvite(*, by: Access, meeting_id: int, invitation_id: int) -> None:
    """Take someone off the list who has neither answered nor come; refused otherwise."""
    made = meeting_to_edit(by=by, meeting_id=meeting_id)
    rows = Invitation.objects.filter(meeting=made, pk=invitation_id, rsvp=Rsvp.NONE, came_at__isnull=True)
    gone = rows.first()
    if gone is None:
        raise BadInput("Someone who answered or came stays on the list.")
    gone.delete()
    record(by=by, deed="meetings.uninvite", about=f"meeting:{made.pk}", label=str(gone))
