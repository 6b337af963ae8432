"""The diary of letters that came from outside the system."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models

from agragati.org.access import Access
from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet

from .delivery import LetterRecipient
from .laws import stays_when
from .letters import Letter
from .reading import PaperReading


class ReceivedLetterQuerySet(ScopedQuerySet["ReceivedLetter"]):
    """The diary is the office's own."""

    def visible_to(self, access: Access) -> Self:
        """Entries of the office in which `access` works."""
        return self if access.is_system else self.filter(office_id=access.office_id or 0)


class ReceivedLetter(models.Model):
    """A letter from outside under its number of the office's diary: gap-free within a calendar year.

    `memo_no` and `day` are the sender's; `answers` the own letter that it answers, `copy` the copy that is answered.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    received_on = models.DateField()
    sender = models.CharField(max_length=300)
    memo_no = models.CharField(max_length=80, blank=True)
    day = models.DateField(null=True, blank=True)
    subject = models.CharField(max_length=500)
    reading = models.OneToOneField(PaperReading, models.PROTECT, related_name="received")
    answers = models.ForeignKey(Letter, models.PROTECT, null=True, blank=True, related_name="answers_from_outside")
    copy = models.ForeignKey(LetterRecipient, models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_label = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ReceivedLetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "year", "number"], name="a_diary_number_is_given_once")
        ]
        triggers = [stays_when("diary_entries_stay")]

    def __str__(self) -> str:
        return self.subject
