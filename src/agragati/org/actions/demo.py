"""The demo's ministry line with invented people, all marked as a demo."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record

from ..access import Access, P
from ..choices import CommitteeRole, DutyKind, DutyTopic, PostingKind
from ..models import Area, Committee, CommitteeMember, Delegation, Duty, Office, Post, Posting, RoleGrant, User
from ..rules.demo_line import NAMED, POSTS, DemoArea, demo_rows, office_code, username_of
from ..rules.demo_names import person_name
from ..rules.names import words_key
from .areas import load_areas
from .loading import BATCH, load_office_rows

DEMO_PASSWORD = "agragati-demo"
OPENED = datetime.date(2018, 7, 1)
POSTED = datetime.date(2020, 7, 1)


@dataclass
class _Made:
    """Rows of the demo before they are written."""

    users: list[User] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    roles: list[RoleGrant] = field(default_factory=list)
    postings: list[Posting] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    committees: list[Committee] = field(default_factory=list)
    members: list[CommitteeMember] = field(default_factory=list)


@transaction.atomic
def load_demo_line(*, by: Access) -> int:
    """Make the demo's offices, posts, people, roles, committees, duties, charges and one delegation, once.

    Every person signs in with DEMO_PASSWORD. Returns the number of demo offices; a second call changes nothing.
    """
    by.require(P.OFFICE_MANAGE)
    if not Area.objects.exists():
        load_areas(by=by)
    areas = [DemoArea(a.code, a.parent_id or "", a.level, a.name_bn, a.name_en) for a in Area.objects.order_by("path")]
    loaded = load_office_rows(by=by, rows=demo_rows(areas), on=OPENED, is_demo=True)
    if loaded.made:
        made, password = _Made(), make_password(DEMO_PASSWORD)
        for office in Office.objects.filter(is_demo=True, kind__in=POSTS).order_by("path"):
            _staff(made, office, password)
        _write(made)
        _give_charges_and_delegation()
        record(by=by, deed="org.load_demo", about="demo", values={"people": len(made.users)})
    return Office.objects.filter(is_demo=True).count()


def _staff(made: _Made, office: Office, password: str) -> None:
    posts: dict[str, Post] = {}
    for seniority, plan in enumerate(POSTS[office.kind], start=1):
        post = Post(office=office, title_bn=plan.title_bn, title_en=plan.title_en, seniority=seniority,
                    is_head=plan.key == "head", valid_from=OPENED)  # fmt: skip
        user = _person(office, plan.key, len(made.users) + 1, password)
        made.posts.append(post)
        made.users.append(user)
        made.roles += [RoleGrant(post=post, role=role) for role in plan.roles]
        made.postings.append(Posting(user=user, post=post, since=POSTED))
        posts[plan.key] = post
    made.duties += [
        Duty(post=posts["focal"], kind=DutyKind.FOCAL, about=DutyTopic.PLAN, label="উদ্ভাবন কর্মপরিকল্পনা"),
        Duty(post=posts["clerk"], kind=DutyKind.MAKER, about=DutyTopic.QUARTER, label="ত্রৈমাসিক অগ্রগতি প্রতিবেদন"),
        Duty(post=posts["focal"], kind=DutyKind.CHECKER, about=DutyTopic.QUARTER, label="ত্রৈমাসিক অগ্রগতি প্রতিবেদন"),
        Duty(post=posts["head"], kind=DutyKind.APPROVER, about=DutyTopic.QUARTER, label="ত্রৈমাসিক অগ্রগতি প্রতিবেদন"),
    ]
    _team(made, office, posts)


def _person(office: Office, key: str, number: int, password: str) -> User:
    name_bn, name_en = person_name(number)
    username = username_of(office.code, key, number)
    return User(username=username, name_bn=name_bn, name_en=name_en, email=f"{username}@demo.invalid",
                phone=f"0100000{number:04d}", password=password, is_demo=True,
                search_key=words_key(name_bn, name_en, username))  # fmt: skip


def _team(made: _Made, office: Office, posts: dict[str, Post]) -> None:
    """The innovation team: an upazila's has three members (convener, member, member-secretary)."""
    team = Committee(office=office, name_bn="ইনোভেশন টিম", name_en="Innovation team", formed_on=POSTED, quorum=2)
    first = CommitteeRole.CONVENER if office.kind == "upazila" else CommitteeRole.CHAIR
    seats = [(posts.get("chair", posts["head"]), first), (posts["clerk"], CommitteeRole.MEMBER),
             (posts["focal"], CommitteeRole.MEMBER_SECRETARY)]  # fmt: skip
    made.committees.append(team)
    made.members += [
        CommitteeMember(committee=team, post=post, role=role, position=position)
        for position, (post, role) in enumerate(seats)
    ]


def _write(made: _Made) -> None:
    User.objects.bulk_create(made.users, batch_size=BATCH)
    Post.objects.bulk_create(made.posts, batch_size=BATCH)
    RoleGrant.objects.bulk_create(made.roles, batch_size=BATCH)
    Posting.objects.bulk_create(made.postings, batch_size=BATCH)
    Duty.objects.bulk_create(made.duties, batch_size=BATCH)
    Committee.objects.bulk_create(made.committees, batch_size=BATCH)
    CommitteeMember.objects.bulk_create(made.members, batch_size=BATCH)


def _give_charges_and_delegation() -> None:
    """One officer with three posts (regular, current and additional charge), and one delegation of today."""
    here = {stem: office_code(area) for area, stem in NAMED.items() if stem}
    district = User.objects.get(username="district")
    siblings = Office.objects.filter(parent__code=here["district"]).exclude(code=here["upazila"]).order_by("path")[:2]
    for office, kind in zip(siblings, (PostingKind.ADDITIONAL, PostingKind.CURRENT), strict=True):
        post = Post.objects.get(office=office, is_head=True)
        Posting.objects.filter(post=post).update(until=datetime.date(2023, 6, 30))
        Posting.objects.create(user=district, post=post, kind=kind, since=datetime.date(2023, 7, 1),
                               order_memo="99.01.5081.001.19.001.23.45")  # fmt: skip
    today = timezone.localdate()
    Delegation.objects.create(
        posting=Posting.objects.get(user__username="divisional"), to=User.objects.get(username="divisional.focal"),
        since=today - datetime.timedelta(days=2), until=today + datetime.timedelta(days=28), reason="প্রশিক্ষণে অবস্থান",
    )  # fmt: skip
