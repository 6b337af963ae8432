"""Files that go out with a letter."""

from __future__ import annotations

from django.db import models

from agragati.org.scope import ScopedQuerySet
from agragati.records.models import Attachment

from .laws import closed_after_issue
from .letters import Letter


class LetterAnnexQuerySet(ScopedQuerySet["LetterAnnex"]):
    """Annexes are read with their letter."""

    office_path = "letter__office__path"
    area_path = "letter__office__area__path"


class LetterAnnex(models.Model):
    """One file attached to a letter. Its title is printed among the attachments; the list closes at issue."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="annexes")
    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField()

    objects = LetterAnnexQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        triggers = [closed_after_issue("annexes_close_at_issue")]

    def __str__(self) -> str:
        return self.title
