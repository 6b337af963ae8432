"""E-mails by which papers came to an office."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models

from agragati.org.access import Access
from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet

from ..choices import MailState
from .laws import stays_when


class PaperMailQuerySet(ScopedQuerySet["PaperMail"]):
    """What comes to an office by e-mail is its own business, as the papers it reads are."""

    def visible_to(self, access: Access) -> Self:
        """E-mails to the office in which `access` works."""
        return self if access.is_system else self.filter(office_id=access.office_id or 0)


class PaperMail(models.Model):
    """One e-mail as it came (`raw`), who says to have sent it, and what of it was not taken and why (`refused`).

    `message_id` is the sender's, or the hash of the bytes when there is none. `refused` holds an English sentence of
    the catalogue for each part: {"name", "message", "params"}.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    message_id = models.CharField(max_length=300)
    sender = models.CharField(max_length=320, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True, help_text="as the e-mail says")
    raw = models.FileField(max_length=200)
    size = models.PositiveIntegerField(help_text="bytes")
    state = models.CharField(max_length=8, choices=MailState, default=MailState.WAITING)
    refused: models.JSONField[Any, Any] = models.JSONField(default=list)
    taken_at = models.DateTimeField(auto_now_add=True)
    taken_label = models.CharField(max_length=300, blank=True)
    looked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    looked_label = models.CharField(max_length=300, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)

    objects = PaperMailQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["office", "-id"], name="paper_mail_office")]
        constraints = [models.UniqueConstraint(fields=["office", "message_id"], name="an_email_is_taken_once")]
        triggers = [stays_when("emails_stay")]

    def __str__(self) -> str:
        return self.subject or self.sender or self.message_id
