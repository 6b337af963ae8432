"""What the pages of an office and a post show, gathered once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import Case, IntegerField, Value, When
from django.utils import timezone

from agragati.audit.models import Deed
from agragati.kernel.errors import NotFound, Refused

from ..access import ROLES, Access, P
from ..models import (
    ApiToken,
    Committee,
    CommitteeMember,
    Duty,
    Office,
    OfficeGroup,
    OfficeSpell,
    Post,
    Posting,
    Section,
    User,
)
from .committees import committee, committees
from .deeds import deeds_about_office
from .groups import groups_of
from .offices import children, higher_line, office, office_to_change, sections_of, spells_of
from .pages import page_of
from .people import people_at_work, require_over_person, user
from .posts import duties, post, post_to_change, posting, posts_of, roles_of


@dataclass(frozen=True)
class OfficeSheet:
    """Everything on an office's page; `may` names the deeds open to the viewer."""

    office: Office
    line: list[Office]
    children: Page[Office]
    sections: list[Section]
    posts: Sequence[Post]
    committees: Sequence[Committee]
    duties: Sequence[Duty]
    groups: list[OfficeGroup]
    spells: list[OfficeSpell]
    deeds: list[Deed]
    may: dict[str, bool]


def office_sheet(*, by: Access, office_id: int, page: int = 1) -> OfficeSheet:
    """The whole page of a visible office; raises NotFound."""
    here = office(by=by, office_id=office_id)
    return OfficeSheet(
        office=here,
        line=higher_line(by=by, office_id=office_id)[:-1],
        children=page_of(by=by, rows=children(by=by, office_id=office_id), number=page),
        sections=sections_of(by=by, office_id=office_id),
        posts=list(posts_of(by=by, office_id=office_id)[:200]),
        committees=list(committees(by=by, office_id=office_id)[:50]),
        duties=list(duties(by=by, office_id=office_id)[:100]),
        groups=groups_of(by=by, office_id=office_id),
        spells=list(spells_of(by=by, office_id=office_id)),
        deeds=deeds_about_office(by=by, office_id=office_id) if by.may(P.AUDIT_VIEW) else [],
        may=_rights(by, here),
    )


def _rights(by: Access, here: Office) -> dict[str, bool]:
    rights = {"manage": P.OFFICE_MANAGE, "people": P.PEOPLE_MANAGE, "committees": P.COMMITTEE_MANAGE}
    return {name: by.may_enter(permission, here.path, here.area_path) for name, permission in rights.items()}


def post_rights(*, by: Access, post_id: int) -> dict[str, bool]:
    """Deeds on a visible post that are open to the viewer."""
    here = post(by=by, post_id=post_id).office
    rights = {"people": P.PEOPLE_MANAGE, "roles": P.ROLE_GRANT, "duties": P.DUTY_ASSIGN}
    return {name: by.may_enter(permission, here.path, here.area_path) for name, permission in rights.items()}


def role_titles(*, by: Access, post_id: int) -> list[str]:
    """Titles of the roles of a visible post."""
    return [str(ROLES[row.role].title) for row in roles_of(by=by, post_id=post_id) if row.role in ROLES]


def place_for_office(*, by: Access, parent_id: int | None) -> Office | None:
    """The office under which `by` may open one; None = the top. Raises NotFound or Refused."""
    if parent_id is not None:
        return office_to_change(by=by, office_id=parent_id)
    if not by.enter_scope(P.OFFICE_MANAGE).everything:
        raise Refused("Only an administrator of the whole country changes an office at the top.")
    return None


def parts_of(*, by: Access, office_id: int) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Choices for a split: offices below and posts, by number and name."""
    here = office_to_change(by=by, office_id=office_id)
    below = children(by=by, office_id=here.pk)[:500]
    return [(row.pk, row.name_bn) for row in below], post_options(by=by, office_id=office_id)


def post_options(*, by: Access, office_id: int) -> list[tuple[int, str]]:
    """Posts of a visible office with who holds them, for choosing one."""
    options = []
    for row in posts_of(by=by, office_id=office(by=by, office_id=office_id).pk)[:200]:
        holders: list[Posting] = getattr(row, "holders", [])
        options.append((row.pk, f"{row} ({holders[0].user})" if holders else str(row)))
    return options


def section_to_change(*, by: Access, section_id: int) -> Section:
    """The section, when `by` manages its office; raises NotFound or Refused."""
    found = Section.objects.visible_to(by).filter(pk=section_id).first()
    if found is None:
        raise NotFound("There is no such section, or it is outside your view.")
    office_to_change(by=by, office_id=found.office_id)
    return found


def duty_to_change(*, by: Access, duty_id: int) -> Duty:
    """The duty, when `by` assigns duties there; raises NotFound or Refused."""
    found = Duty.objects.visible_to(by).filter(pk=duty_id).first()
    if found is None:
        raise NotFound("There is no such duty, or it is outside your view.")
    post_to_change(by=by, post_id=found.post_id, permission=P.DUTY_ASSIGN)
    return found


def posting_to_change(*, by: Access, posting_id: int) -> Posting:
    """The posting, when `by` manages people there; raises NotFound or Refused."""
    found = posting(by=by, posting_id=posting_id)
    by.require(P.PEOPLE_MANAGE, found.post.office.path, found.post.office.area_path)
    return found


def person_to_change(*, by: Access, user_id: int) -> User:
    """The person, when `by` may manage every post they hold; raises NotFound or Refused."""
    found = user(by=by, user_id=user_id)
    require_over_person(by=by, person=found)
    return found


def may_manage_person(*, by: Access, user_id: int) -> bool:
    """Whether `person_to_change` would give the person."""
    try:
        person_to_change(by=by, user_id=user_id)
    except (NotFound, Refused):
        return False
    return True


def members_of(*, by: Access, committee_id: int) -> list[CommitteeMember]:
    """Members of a visible committee in the order of the order."""
    return list(CommitteeMember.objects.filter(committee=committee(by=by, committee_id=committee_id)))


def own_token(*, by: Access, token_id: int) -> ApiToken:
    """One of the viewer's own tokens; raises NotFound for others'."""
    found = ApiToken.objects.filter(pk=token_id, posting__user_id=by.user_id or 0).first()
    if found is None:
        raise NotFound("There is no such token of yours.")
    return found


def own_postings(*, by: Access) -> list[Posting]:
    """The viewer's own postings, past ones too, latest first."""
    rows = Posting.objects.filter(user_id=by.user_id or 0).select_related("post__office")
    return list(rows.order_by("-since", "-pk")[:100])


def deputies(*, by: Access) -> list[tuple[int, str]]:
    """People to whom the viewer may delegate: active ones within the view, the own office's first, at most 200."""
    own = Posting.objects.held_on(timezone.localdate()).filter(post__office=by.office_id or 0).values("user")
    near = Case(When(pk__in=own, then=Value(0)), default=Value(1), output_field=IntegerField())
    found = people_at_work(by=by).filter(is_active=True).exclude(pk=by.user_id or 0)
    return [(row.pk, _with_post(row)) for row in found.order_by(near, "name_bn", "pk")[:200]]


def _with_post(person: User) -> str:
    held: list[Posting] = person.held  # type: ignore[attr-defined]
    return f"{person}, {held[0].post}, {held[0].post.office}" if held else str(person)
