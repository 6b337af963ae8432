"""Copies of letters: the sender's table of recipients, and the receiver's own copy."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from agragati.kernel.errors import NotFound, Refused
from agragati.org.access import Access, P
from agragati.org.models import Office
from agragati.org.models.offices import OfficeQuerySet

from ..choices import AddressKind, Delivery
from ..models import Letter, LetterAddress, LetterRecipient
from ..models.delivery import LetterRecipientQuerySet
from ..rules.routing import Found, once_each


@dataclass(frozen=True)
class DeliverySum:
    """How many copies there are in all and in each state; `late` did not answer by the day of reply."""

    total: int
    to_send: int
    delivered: int
    seen: int
    answered: int
    returned: int
    late: int


def addresses_of(*, by: Access, letter: Letter) -> list[LetterAddress]:
    """The addressees as typed, in the order they are printed."""
    by.require(P.PAPER_VIEW)
    rows = LetterAddress.objects.filter(letter=letter).select_related("office", "post", "below", "group")
    return list(rows.order_by("-place", "position", "pk"))  # addressees before copies


def address_to_change(*, by: Access, letter: Letter, address_id: int) -> LetterAddress:
    """One addressee of a letter at hand; raises NotFound."""
    by.require(P.PAPER_DRAFT)
    found = LetterAddress.objects.filter(letter=letter, pk=address_id).first()
    if found is None:
        raise NotFound("There is no such addressee in this letter.")
    return found


def resolve(*, by: Access, letter: Letter, day: datetime.date) -> list[Found]:
    """Who would get a copy on `day`: rules of groups answered from the tree as it stands, each office once."""
    found: list[Found] = []
    for row in addresses_of(by=by, letter=letter):
        if row.kind == AddressKind.GROUP:
            offices = group_offices(by=by, address=row, sender=letter.office_id, day=day)
            found += [Found(row.pk, row.place, office.name_bn, row.phrase, office.pk) for office in offices]
        else:
            office = row.post.office_id if row.post else row.office_id
            found.append(Found(row.pk, row.place, row.label, row.phrase, office, row.post_id))
    return once_each(found)


def group_offices(*, by: Access, address: LetterAddress, sender: int, day: datetime.date) -> OfficeQuerySet:
    """Offices open on `day` that a rule names, by path; the sender itself is left out."""
    by.require(P.OFFICE_VIEW)
    rows = Office.objects.open_on(day).exclude(pk=sender)
    if address.below:
        rows = rows.within(address.below.path).exclude(pk=address.below.pk)
    if address.office_kind:
        rows = rows.filter(kind=address.office_kind)
    if address.group:
        rows = rows.filter(pk__in=address.group.offices.all())
    return rows.order_by("path")


def group_to_show(*, by: Access, letter: Letter, address_id: int) -> LetterAddress:
    """An addressee of a letter at hand that names many offices by a rule; raises NotFound."""
    found = next((row for row in addresses_of(by=by, letter=letter) if row.pk == address_id), None)
    if found is None or found.kind != AddressKind.GROUP:
        raise NotFound("There is no such addressee in this letter.")
    return found


def recipients(*, by: Access, letter: Letter, state: str = "", late: bool = False) -> LetterRecipientQuerySet:
    """The sender's table of copies; raises Refused for other offices, which see their own copy only."""
    _require_sender(by, letter)
    rows = LetterRecipient.objects.filter(letter=letter).select_related("office", "post", "answer")
    if state in Delivery.values:
        rows = rows.filter(state=state)
    if late:
        rows = rows.filter(place="to", office__isnull=False).exclude(state=Delivery.ANSWERED)
    return rows


def delivery_sum(*, by: Access, letter: Letter) -> DeliverySum:
    """The table of copies as numbers, in one query."""
    _require_sender(by, letter)
    counted = {state: Count("pk", filter=Q(state=state)) for state in Delivery.values}
    open_ones = Q(place="to", office__isnull=False) & ~Q(state=Delivery.ANSWERED)
    row = LetterRecipient.objects.filter(letter=letter).aggregate(
        total=Count("pk"), late=Count("pk", filter=open_ones), **counted
    )
    past = letter.reply_by is not None and letter.reply_by < timezone.localdate()
    return DeliverySum(**{**row, "late": row["late"] if past else 0})


def recipient(*, by: Access, recipient_id: int) -> LetterRecipient:
    """A copy that came to an office within the view; raises NotFound otherwise."""
    rows = LetterRecipient.objects.visible_to(by).filter(office__isnull=False, pk=recipient_id)
    found = rows.select_related("letter__office", "office__area", "post", "answer").first()
    if found is None:
        raise NotFound("There is no such copy, or it is outside your view.")
    return found


def recipient_to_answer(*, by: Access, recipient_id: int) -> LetterRecipient:
    """A copy of the own office that `by` may mark as seen or answer; raises NotFound or Refused."""
    found = recipient(by=by, recipient_id=recipient_id)
    if found.office_id != by.office_id or (found.post_id and found.post_id != by.post_id):
        raise Refused("Only the office that received the letter answers it.")
    by.require(P.PAPER_DRAFT)
    return found


def recipient_to_note(*, by: Access, recipient_id: int) -> LetterRecipient:
    """A copy of a letter of the own office whose way on paper `by` may note; raises NotFound or Refused."""
    found = LetterRecipient.objects.select_related("letter__office").filter(pk=recipient_id).first()
    if found is None or found.letter.office_id != by.office_id:
        raise NotFound("There is no such copy, or it is outside your view.")
    by.require(P.PAPER_DRAFT, found.letter.office.path)
    return found


def own_copies(*, by: Access, letter: Letter) -> list[LetterRecipient]:
    """The copies of a letter that the own office (or the own post) holds."""
    rows = LetterRecipient.objects.visible_to(by).filter(letter=letter, office_id=by.office_id or 0)
    return list(rows.filter(Q(post__isnull=True) | Q(post_id=by.post_id or 0)).select_related("answer", "post"))


def sees_recipients(*, by: Access, letter: Letter) -> bool:
    """Whether the table of copies is open: to the sender and to who stands above it in the line."""
    return by.is_system or by.office_id == letter.office_id or by.view.covers(letter.office.path)


def _require_sender(by: Access, letter: Letter) -> None:
    if not sees_recipients(by=by, letter=letter):
        raise Refused("Only the sender sees who else received the letter.")


def addressable(*, by: Access, office_id: int) -> Office:
    """Any open office of the country, for naming it as an addressee; raises NotFound."""
    by.require(P.PAPER_DRAFT)
    found = Office.objects.open_on(timezone.localdate()).filter(pk=office_id).first()
    if found is None:
        raise NotFound("There is no such office.")
    return found
