"""Questions about paper copies: who has not been reached, where a copy is, and a list of those that came back."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext, override

from agragati.kernel.errors import N_
from agragati.org.access import Access, P
from agragati.org.renderers import read_table
from agragati.org.rules.sheet import Problem

from ..choices import Delivery, LetterState, MailState
from ..models import CopySending, LetterRecipient, PaperMail
from ..models.delivery import LetterRecipientQuerySet
from ..rules.return_list import ReturnRow, read_returns
from .mail import mails

SEND_AGAIN_DAYS, MAIL_DAYS = 3, 2  # within which the desk is to act; then the stages of reminding speak


@dataclass(frozen=True)
class DeskMatter:
    """Something that an office's desk has to look after. No post: the head of the office."""

    about: str
    title: str
    url: str
    due: datetime.date
    post_id: int | None = None


def not_reached(*, by: Access, state: str = "") -> LetterRecipientQuerySet:
    """Paper copies of the own office that came back, or did not go out yet; those that came back first."""
    by.require(P.PAPER_VIEW)
    states = [state] if state in (Delivery.RETURNED, Delivery.TO_SEND) else [Delivery.RETURNED, Delivery.TO_SEND]
    rows = LetterRecipient.objects.filter(letter__office_id=by.office_id or 0, letter__state=LetterState.ISSUED,
                                          office__isnull=True, state__in=states)  # fmt: skip
    return rows.select_related("letter").prefetch_related(Prefetch("sendings")).order_by("state", "letter_id", "pk")


def sendings_of(*, by: Access, recipient: LetterRecipient) -> list[CopySending]:
    """Every time the copy went out, first to last."""
    by.require(P.PAPER_VIEW)
    return list(CopySending.objects.filter(recipient=recipient))


def last_sending(*, by: Access, recipient: LetterRecipient) -> CopySending | None:
    """The last time the copy went out, or None."""
    by.require(P.PAPER_VIEW)
    return CopySending.objects.filter(recipient=recipient).last()


def look_at_returns(*, by: Access, name: str, content: bytes) -> tuple[list[ReturnRow], list[Problem]]:
    """What a list of returned copies (CSV, XLSX, ODS) would change, and every problem by cell. Nothing is kept.

    Raises BadInput at field "file" when it is no such list.
    """
    by.require(P.PAPER_DRAFT)
    rows, problems = read_returns(read_table(name, content), today=timezone.localdate())
    found, more = matched(by=by, rows=rows)
    return [row for row, sending in found], sorted([*problems, *more], key=lambda one: one.row)


def matched(*, by: Access, rows: Sequence[ReturnRow]) -> tuple[list[tuple[ReturnRow, CopySending]], list[Problem]]:
    """Each row with the copy of the own office that went out under its number, and a problem for each that has none."""
    by.require(P.PAPER_DRAFT)
    own = CopySending.objects.filter(recipient__letter__office_id=by.office_id or 0)
    sent = own.filter(tracking__in=[row.tracking for row in rows]).select_related("recipient__letter").order_by("pk")
    last = {one.tracking: one for one in sent}
    found, problems = [], []
    for row in rows:
        why = _unfit(last.get(row.tracking), row.day)
        if why:
            problems.append(Problem(row.row, *why))
        else:
            found.append((row, last[row.tracking]))
    return found, problems


def _unfit(sending: CopySending | None, day: datetime.date) -> tuple[str, str] | None:
    """Column and reason when a row of the list cannot be about this sending."""
    if sending is None:
        return "tracking", N_("No copy of your office went out under this number.")
    if sending.returned_on:
        return "tracking", N_("This copy is noted as come back already.")
    return ("returned_on", N_("The copy went out later than this.")) if day < sending.sent_on else None


def desk_matters(*, by: Access, office_id: int) -> list[DeskMatter]:
    """What waits for the desk of an office: copies that came back, and e-mails that ask for something."""
    by.require(P.PAPER_VIEW)
    back = LetterRecipient.objects.filter(letter__office_id=office_id, state=Delivery.RETURNED, office__isnull=True)
    with override("bn"):
        copies = [_copy_matter(one) for one in back.select_related("letter__issued_by").prefetch_related("sendings")]
        waiting = mails(by=by, open_only=True).filter(office_id=office_id)
        return [*copies, *(_mail_matter(one) for one in waiting)]


def _copy_matter(copy: LetterRecipient) -> DeskMatter:
    days = [one.returned_on for one in copy.sendings.all() if one.returned_on]
    day = days[-1] if days else timezone.localdate()
    words = gettext("Send again by another way: %(who)s (%(memo)s)")
    issuer = copy.letter.issued_by
    return DeskMatter(f"paper_desk:copy:{copy.pk}", words % {"who": copy.label, "memo": copy.letter.memo_no},
                      f"/papers/copies/{copy.pk}/dispatch/", day + datetime.timedelta(days=SEND_AGAIN_DAYS),
                      issuer.post_id if issuer else None)  # fmt: skip


def _mail_matter(mail: PaperMail) -> DeskMatter:
    waits = mail.state == MailState.WAITING
    words = gettext("E-mail of an unknown sender: %(what)s") if waits else gettext("Papers not taken: %(what)s")
    day = timezone.localtime(mail.taken_at).date() + datetime.timedelta(days=MAIL_DAYS)
    return DeskMatter(f"paper_desk:mail:{mail.pk}", words % {"what": mail}, f"/papers/read/mail/{mail.pk}/", day)
