"""Deeds on papers that come by e-mail: take one in, hand its papers to the readers, put it aside."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from agragati import jobs
from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict
from agragati.org.access import Access, P
from agragati.org.models import Office
from agragati.records.actions import store_once

from ..choices import MailState
from ..models import PaperMail
from ..rules.mail import Mail, MailPaper, read_mail
from ..selectors.mail import is_known_sender
from .reading import hand_in_paper


@transaction.atomic
def take_mail(*, by: Access, office: Office, content: bytes, is_vouched: bool = False) -> tuple[PaperMail, bool]:
    """Take in an e-mail (bytes) for `office`; gives it and whether it is new: one Message-ID is taken once.

    Of a known sender, or when `is_vouched` (a person handed it in), each paper is handed to the readers; else it
    waits for the desk. The e-mail itself is kept whole. Raises BadInput when it is no e-mail or too large; Refused.
    """
    by.require(P.PAPER_DRAFT, office.path)
    mail = read_mail(content)
    held, made = PaperMail.objects.get_or_create(
        office=office, message_id=mail.message_id, defaults=_facts(by, mail, len(content))
    )
    if not made:
        return held, False
    held.raw, _digest = store_once(by=by, content=content, folder="mail", suffix=".eml")
    held.save(update_fields=["raw"])
    record(by=by, deed="papers.take_mail", about=f"paper_mail:{held.pk}", label=str(held)[:300],
           values={"sender": mail.sender, "papers": len(mail.papers), "bytes": len(content)})  # fmt: skip
    if is_vouched or is_known_sender(by=by, office=office, address=mail.sender):
        _hand_in(by, held, mail)
    jobs.defer("outbox.tasks.tend_desk", office_id=office.pk)
    return held, True


@transaction.atomic
def accept_mail(*, by: Access, mail: PaperMail) -> PaperMail:
    """Hand the papers of an e-mail that waited to the readers; its sender is known to the office from now on."""
    held = _hold(by, mail)
    if held.state == MailState.TAKEN:
        raise Conflict("The papers of this e-mail are taken already.")
    with held.raw.open("rb") as kept:
        content = read_mail(kept.read())
    _looked(by, held)
    _hand_in(by, held, content)
    record(by=by, deed="papers.accept_mail", about=f"paper_mail:{held.pk}", label=str(held)[:300])
    return held


@transaction.atomic
def put_mail_aside(*, by: Access, mail: PaperMail) -> PaperMail:
    """Note that nothing (more) is to be done with an e-mail. It stays kept, and papers that were taken stay."""
    held = _hold(by, mail)
    _looked(by, held)
    held.state = held.state if held.state == MailState.TAKEN else MailState.ASIDE
    held.save()
    jobs.defer("outbox.tasks.tend_desk", office_id=held.office_id)
    record(by=by, deed="papers.put_mail_aside", about=f"paper_mail:{held.pk}", label=str(held)[:300])
    return held


def _hold(by: Access, mail: PaperMail) -> PaperMail:
    held = PaperMail.objects.select_for_update(of=("self",)).select_related("office").get(pk=mail.pk)
    by.require(P.PAPER_DRAFT, held.office.path)
    return held


def _looked(by: Access, held: PaperMail) -> None:
    held.looked_by_id, held.looked_label, held.looked_at = by.user_id, by.label[:300], timezone.now()


def _facts(by: Access, mail: Mail, size: int) -> dict[str, Any]:
    return {
        "sender": mail.sender, "sender_name": mail.sender_name, "subject": mail.subject, "sent_at": mail.sent_at,
        "size": size, "taken_label": by.label[:300],
        "refused": [_said(paper, BadInput(paper.refused)) for paper in mail.papers if paper.refused],
    }  # fmt: skip


def _hand_in(by: Access, held: PaperMail, mail: Mail) -> None:
    """Each good paper becomes one to be read; what the file store refuses is said in words."""
    for paper in mail.papers:
        if paper.refused:
            continue
        try:
            with transaction.atomic():
                hand_in_paper(by=by, office=held.office, name=paper.name, content=paper.content, mail=held)
        except BadInput as error:
            held.refused.append(_said(paper, error))
    held.state = MailState.TAKEN
    held.save()
    jobs.defer("outbox.tasks.tend_desk", office_id=held.office_id)


def _said(paper: MailPaper, error: BadInput) -> dict[str, Any]:
    return {"name": paper.name, "message": error.key, "params": {k: str(v) for k, v in error.params.items()}}
