"""Questions about papers that came by e-mail."""

from __future__ import annotations

from django.db.models import Count, Q

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, P
from agragati.org.models import Office, User
from agragati.records.selectors import refuse_infected

from ..choices import MailState
from ..models import PaperMail
from ..models.mail import PaperMailQuerySet

_OPEN = Q(state=MailState.WAITING) | (~Q(refused=[]) & Q(looked_at__isnull=True))


def mails(*, by: Access, open_only: bool = False) -> PaperMailQuerySet:
    """E-mails to the own office, latest first, with the number of papers that were handed in of each.

    `open_only`: those that ask the desk for something, a sender nobody knows or a paper that was not taken.
    """
    by.require(P.PAPER_VIEW)
    rows = PaperMail.objects.visible_to(by).annotate(papers=Count("readings")).order_by("-pk")
    return rows.filter(_OPEN) if open_only else rows


def mail(*, by: Access, mail_id: int) -> PaperMail:
    """One e-mail to the own office; raises NotFound otherwise."""
    found = mails(by=by).select_related("office").filter(pk=mail_id).first()
    if found is None:
        raise NotFound("There is no such e-mail, or it is outside your view.")
    return found


def mail_to_open(*, by: Access, mail_id: int) -> PaperMail:
    """An e-mail to be opened as it came; raises NotFound, or Refused when a paper of it has a virus."""
    found = mail(by=by, mail_id=mail_id)
    for one in found.readings.select_related("file"):
        refuse_infected(by=by, attachment=one.file)
    return found


def is_known_sender(*, by: Access, office: Office, address: str) -> bool:
    """Whether the address belongs to a person of the system, or the office took papers of it before.

    An address can be forged: being known opens the way to the readers only, a person confirms every page.
    """
    by.require(P.PAPER_VIEW)
    if not address:
        return False
    accepted = PaperMail.objects.filter(office=office, sender=address, state=MailState.TAKEN)
    return User.objects.filter(email__iexact=address, is_active=True).exists() or accepted.exists()
