"""Sheets of offices and people: a dry run that finds every problem, then one load."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput

from ..access import Access, P
from ..choices import OfficeKind
from ..models import Area, Office, Post, User
from ..rules.office_rows import OfficeRow, Standing, office_rows
from ..rules.people_rows import PersonRow, people_rows
from ..rules.sheet import Problem
from .loading import Loaded, load_office_rows
from .postings import post_person
from .posts import add_post
from .users import add_user


@transaction.atomic
def check_offices(*, by: Access, table: Sequence[Sequence[str]]) -> tuple[list[OfficeRow], list[Problem]]:
    """The offices of a sheet and every problem by row and column; nothing is written."""
    by.require(P.OFFICE_MANAGE)
    offices = Office.objects.values_list("code", "parent__code", "name_bn", "valid_from", "valid_to")
    known = {code: Standing(above or "", name, since, until) for code, above, name, since, until in offices}
    areas = Area.objects.values_list("code", flat=True)
    return office_rows(table, kinds=OfficeKind.values, areas=areas, known=known, today=timezone.localdate())


@transaction.atomic
def load_offices(*, by: Access, table: Sequence[Sequence[str]]) -> Loaded:
    """Load a sheet of offices, whole or not at all. Raises BadInput with the first problem when there is any."""
    rows, problems = check_offices(by=by, table=table)
    refuse(problems)
    return load_office_rows(by=by, rows=rows)


def refuse(problems: Sequence[Problem]) -> None:
    """Raise BadInput naming the first problem and how many there are."""
    if problems:
        raise BadInput(
            "The sheet has %(count)s problems; the first is in row %(row)s, column %(column)s. Nothing was loaded.",
            field="file", count=len(problems), row=problems[0].row, column=problems[0].column,
        )  # fmt: skip


@transaction.atomic
def check_people(*, by: Access, table: Sequence[Sequence[str]]) -> tuple[list[PersonRow], list[Problem]]:
    """The people of a sheet and every problem by row and column; nothing is written."""
    by.require(P.PEOPLE_MANAGE)
    codes = Office.objects.enterable_by(by, P.PEOPLE_MANAGE).filter(valid_to__isnull=True)
    names = [name.lower() for name in User.objects.values_list("username", flat=True)]
    mails = User.objects.exclude(email="").values_list("email", flat=True)
    return people_rows(table, offices=codes.values_list("code", flat=True), taken=names, mails=mails)


@transaction.atomic
def load_people(*, by: Access, table: Sequence[Sequence[str]]) -> Loaded:
    """Load a sheet of people with their posts, whole or not at all; user names already there are passed over.

    A post is opened when the office has none of that designation that is free. Raises BadInput with the problem.
    """
    rows, problems = check_people(by=by, table=table)
    refuse(problems)
    known = {name.lower() for name in User.objects.values_list("username", flat=True)}
    new = [row for row in rows if row.username.lower() not in known]
    for row in new:
        _load_person(by, row)
    record(by=by, deed="org.load_people", about="people", values={"made": len(new), "rows": len(rows)})
    return Loaded(len(new), len(rows) - len(new))


def _load_person(by: Access, row: PersonRow) -> None:
    person = add_user(by=by, username=row.username, name_bn=row.name_bn, name_en=row.name_en, email=row.email,
                      phone=row.phone, nothi_id=row.nothi_id)  # fmt: skip
    if row.office and row.since:
        post = _free_post(by, row)
        post_person(by=by, user_id=person.pk, post_id=post.pk, since=row.since, kind=row.kind,
                    order_memo=row.order_memo)  # fmt: skip


def _free_post(by: Access, row: PersonRow) -> Post:
    office = Office.objects.get(code=row.office)
    posts = Post.objects.filter(office=office, title_bn=row.post, valid_to__isnull=True)
    free = posts.exclude(postings__until__isnull=True, postings__isnull=False).first()
    opened = min(row.since or timezone.localdate(), timezone.localdate())
    return free or add_post(by=by, office_id=office.pk, title_bn=row.post, on=max(opened, office.valid_from))
