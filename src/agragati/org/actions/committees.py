"""Deeds on committees: form, change the members, dissolve."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise

from ..access import Access, P
from ..choices import CommitteeRole
from ..models import Committee, CommitteeMember, Post
from ..selectors.committees import committee, committee_to_change
from ..selectors.offices import office_to_change
from .places import clean_name, require_open

_LEADING = {CommitteeRole.CHAIR, CommitteeRole.CONVENER, CommitteeRole.MEMBER_SECRETARY}


@dataclass(frozen=True)
class Member:
    """One line of an office order: a post, or a named person from outside, with the role."""

    role: str
    post_id: int | None = None
    outsider_bn: str = ""


@transaction.atomic
def form_committee(
    *, by: Access, office_id: int, name_bn: str, members: Sequence[Member], formed_on: datetime.date,
    name_en: str = "", order_memo: str = "", terms_bn: str = "", quorum: int = 0,
) -> Committee:  # fmt: skip
    """Form a committee of an office by an order. The same office and name twice gives the same committee.

    Raises BadInput without a chair or convener, for two of one leading role, for a quorum above the members.
    """
    here = office_to_change(by=by, office_id=office_id, permission=P.COMMITTEE_MANAGE)
    require_open(here, formed_on, field="formed_on")
    name = clean_name(name_bn, field="name_bn")
    existing = Committee.objects.filter(office=here, name_bn=name).first()
    if existing:
        return existing
    made = Committee.objects.create(
        office=here, name_bn=name, name_en=normalise(name_en), order_memo=normalise(order_memo),
        terms_bn=normalise(terms_bn), quorum=quorum, formed_on=formed_on,
    )  # fmt: skip
    _seat(by, made, members)
    record(by=by, deed="org.form_committee", about=f"committee:{made.pk}", label=name, values={"office": here.pk})
    return made


@transaction.atomic
def change_members(
    *, by: Access, committee_id: int, members: Sequence[Member], order_memo: str | None = None,
    quorum: int | None = None,
) -> Committee:  # fmt: skip
    """Replace the members by those of a new order; refused for a dissolved committee."""
    here = committee_to_change(by=by, committee_id=committee_id)
    if here.dissolved_on is not None:
        raise BadInput("The committee is dissolved.", field="committee")
    if order_memo is not None:
        here.order_memo = normalise(order_memo)
    if quorum is not None:
        here.quorum = quorum
    here.save(update_fields=["order_memo", "quorum"])
    before = CommitteeMember.objects.filter(committee=here).count()
    CommitteeMember.objects.filter(committee=here).delete()
    _seat(by, here, members)
    record(by=by, deed="org.change_members", about=f"committee:{here.pk}", label=here.name_bn,
           values={"before": before, "after": len(members)})  # fmt: skip
    return committee(by=by, committee_id=committee_id)


@transaction.atomic
def dissolve_committee(*, by: Access, committee_id: int, on: datetime.date) -> Committee:
    """Dissolve a committee; `on` is its last day. Dissolved already: nothing happens."""
    here = committee_to_change(by=by, committee_id=committee_id)
    if here.dissolved_on is not None:
        return here
    if on < here.formed_on:
        raise BadInput("A committee cannot end before it is formed.", field="on")
    Committee.objects.filter(pk=here.pk).update(dissolved_on=on)
    record(by=by, deed="org.dissolve_committee", about=f"committee:{here.pk}", label=here.name_bn,
           values={"on": str(on)})  # fmt: skip
    return committee(by=by, committee_id=committee_id)


def _seat(by: Access, here: Committee, members: Sequence[Member]) -> None:
    _check_members(here, members)
    CommitteeMember.objects.bulk_create(
        CommitteeMember(
            committee=here, post_id=member.post_id, outsider_bn=normalise(member.outsider_bn)[:250],
            role=member.role, position=position,
        )
        for position, member in enumerate(members)
    )  # fmt: skip


def _check_members(here: Committee, members: Sequence[Member]) -> None:
    roles = [member.role for member in members]
    posts = [member.post_id for member in members if member.post_id is not None]
    if not {CommitteeRole.CHAIR, CommitteeRole.CONVENER} & set(roles):
        raise BadInput("A committee needs a chair or a convener.", field="members")
    if any(role not in CommitteeRole.values for role in roles):
        raise BadInput("Choose the role of every member.", field="members")
    if any(roles.count(role) > 1 for role in _LEADING):
        raise BadInput("A committee has one chair, one convener and one member-secretary at most.", field="members")
    if any((member.post_id is None) == (not normalise(member.outsider_bn)) for member in members):
        raise BadInput("A member is either a post or a named person from outside.", field="members")
    if Post.objects.filter(pk__in=posts, valid_to__isnull=True).count() != len(set(posts)):
        raise BadInput("A post among the members does not exist or is closed.", field="members")
    if not 0 <= here.quorum <= len(members):
        raise BadInput("The quorum is larger than the committee.", field="quorum")
