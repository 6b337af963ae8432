"""The cast of the tests: six people in a small ministry line and one outsider."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.db.models import prefetch_related_objects

from agragati.org.access import Access
from agragati.org.choices import OfficeKind
from agragati.org.models import Area, Office, Post, Posting, RoleGrant, User
from agragati.org.selectors import access_of_posting

SINCE = date(2020, 7, 1)


@dataclass(frozen=True)
class Person:
    """A user, the posting held and the access it gives."""

    user: User
    posting: Posting
    access: Access
    office: Office


@dataclass(frozen=True)
class Cast:
    """The offices and people by name."""

    ministry: Office
    directorate: Office
    divisional: Office
    district: Office
    upazila: Office
    other_upazila: Office
    stranger_office: Office
    upazila_officer: Person
    district_officer: Person
    divisional_officer: Person
    reviewer: Person
    outsider: Person
    admin: Person
    secretary: Person
    made: dict[Callable[[Cast], object], object] = field(default_factory=dict, compare=False)


def office(parent: Office | None, path: str, kind: str, name: str, area: Area | None = None) -> Office:
    """One office at a fixed place of the tree."""
    return Office.objects.create(
        parent=parent, path=path, kind=kind, name_bn=name, name_en=f"Office {path}", code=path, area=area,
        valid_from=SINCE, search_key=name,
    )  # fmt: skip


def person(name: str, name_bn: str, where: Office, title: str, *roles: str, head: bool = False) -> Person:
    """A user with one post, its roles and a posting since long ago."""
    return people([(name, name_bn, where, title, roles, head)])[0]


def people(rows: list[tuple[str, str, Office, str, tuple[str, ...], bool]]) -> list[Person]:
    """Several at once, in few questions: nearly every test begins here."""
    users = User.objects.bulk_create(
        [User(username=name, name_bn=name_bn, email=f"{name}@example.org") for name, name_bn, *_ in rows]
    )
    posts = Post.objects.bulk_create(
        Post(office=where, title_bn=title, is_head=head, valid_from=SINCE, seniority=1 if head else 9)
        for _, _, where, title, _, head in rows
    )
    RoleGrant.objects.bulk_create(
        RoleGrant(post=post, role=role) for post, row in zip(posts, rows, strict=True) for role in row[4]
    )
    held = Posting.objects.bulk_create(
        Posting(user=user, post=post, since=SINCE) for user, post in zip(users, posts, strict=True)
    )
    prefetch_related_objects(posts, "roles")
    made = [
        Person(posting.user, posting, access_of_posting(by=posting.user, posting=posting), posting.post.office)
        for posting in held
    ]
    for post in posts:  # a test may give or take roles later
        post._prefetched_objects_cache.clear()  # type: ignore[attr-defined]
    return made


def make_cast() -> Cast:
    """Build the offices and people in the database."""
    country = Area(code="BD", path="BD", level="country", name_bn="বাংলাদেশ", name_en="Bangladesh")
    division = Area(code="BD50", parent=country, path="BD.BD50", level="division", name_bn="রাজশাহী", name_en="Rajshahi")
    district_area = Area(
        code="BD5081", parent=division, path="BD.BD50.BD5081", level="district", name_bn="রাজশাহী", name_en="Rajshahi"
    )
    Area.objects.bulk_create([country, division, district_area])
    ministry = office(None, "0001", OfficeKind.MINISTRY, "উদাহরণ মন্ত্রণালয়")
    directorate = office(ministry, "0001.0001", OfficeKind.DEPARTMENT, "উদাহরণ অধিদপ্তর")
    divisional = office(directorate, "0001.0001.0001", OfficeKind.DIVISIONAL, "বিভাগীয় কার্যালয়, রাজশাহী", division)
    district = office(divisional, "0001.0001.0001.0001", OfficeKind.DISTRICT, "জেলা কার্যালয়, রাজশাহী", district_area)
    upazila = office(district, "0001.0001.0001.0001.0001", OfficeKind.UPAZILA, "উপজেলা কার্যালয়, পুঠিয়া", district_area)
    other = office(district, "0001.0001.0001.0001.0002", OfficeKind.UPAZILA, "উপজেলা কার্যালয়, বাঘা", district_area)
    strange = office(None, "0002", OfficeKind.MINISTRY, "অন্য মন্ত্রণালয়")
    both = ("head", "reviewer")
    return Cast(ministry, directorate, divisional, district, upazila, other, strange, *people([
        ("upazila", "রোকেয়া বেগম", upazila, "উপজেলা কর্মকর্তা", ("head",), True),
        ("district", "আবদুল করিম", district, "জেলা কর্মকর্তা", both, True),
        ("divisional", "সেলিনা হোসেন", divisional, "বিভাগীয় কর্মকর্তা", both, True),
        ("reviewer", "মাহবুব আলম", directorate, "উপপরিচালক", ("reviewer", "focal"), False),
        ("outsider", "শাহানা পারভীন", strange, "অফিস সহকারী", ("clerk",), False),
        ("admin", "সিস্টেম প্রশাসক", ministry, "প্রোগ্রামার", ("system_admin",), False),
        ("secretary", "নাসরিন সুলতানা", ministry, "সচিব", ("head",), True),
    ]))  # fmt: skip


@pytest.fixture
def cast(db: None) -> Cast:
    """The whole cast, fresh for one test."""
    return make_cast()
