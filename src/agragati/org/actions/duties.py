"""Deeds on duties: which post answers for which activity or report, and in which role."""

from __future__ import annotations

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.text import normalise

from ..access import Access, P
from ..choices import DutyKind
from ..models import Duty
from ..selectors.posts import post_to_change

# Who makes a thing never checks or approves the same thing (integrity rule R18).
_JUDGES = {DutyKind.CHECKER, DutyKind.FINAL_CHECKER, DutyKind.APPROVER}


@transaction.atomic
def assign_duty(*, by: Access, post_id: int, kind: str, about: str, label: str = "") -> Duty:
    """Make a post answer for `about` ("indicator:EFILE_NOTES") as focal point, maker, checker…; twice gives one.

    Raises BadInput when the post would both make and check or approve the same thing.
    """
    here = post_to_change(by=by, post_id=post_id, permission=P.DUTY_ASSIGN)
    if kind not in DutyKind.values:
        raise BadInput("Choose the role in this duty.", field="kind")
    if not about.strip() or len(about) > 80:
        raise BadInput("Say what the duty is about.", field="about")
    held = set(Duty.objects.filter(post=here, about=about).values_list("kind", flat=True))
    if (kind == DutyKind.MAKER and held & _JUDGES) or (kind in _JUDGES and DutyKind.MAKER in held):
        raise BadInput("One post cannot both make and check or approve the same thing.", field="kind")
    duty, made = Duty.objects.get_or_create(
        post=here, kind=kind, about=about, defaults={"label": normalise(label)[:300]}
    )
    if made:
        record(by=by, deed="org.assign_duty", about=f"post:{here.pk}", label=str(duty),
               values={"kind": kind, "about": about})  # fmt: skip
    return duty


@transaction.atomic
def remove_duty(*, by: Access, duty_id: int) -> None:
    """Take a duty from its post. Raises NotFound when there is no such duty within the view."""
    duty = Duty.objects.visible_to(by).filter(pk=duty_id).first()
    if duty is None:
        raise NotFound("There is no such duty, or it is outside your view.")
    post_to_change(by=by, post_id=duty.post_id, permission=P.DUTY_ASSIGN)
    record(by=by, deed="org.remove_duty", about=f"post:{duty.post_id}", label=str(duty),
           values={"kind": duty.kind, "about": duty.about})  # fmt: skip
    duty.delete()


@transaction.atomic
def move_duty(*, by: Access, duty_id: int, to_post_id: int) -> Duty:
    """Give a duty to another post: taken there and given here in one deed."""
    duty = Duty.objects.visible_to(by).filter(pk=duty_id).first()
    if duty is None:
        raise NotFound("There is no such duty, or it is outside your view.")
    remove_duty(by=by, duty_id=duty_id)
    return assign_duty(by=by, post_id=to_post_id, kind=duty.kind, about=duty.about, label=duty.label)
