"""Frozen papers, corrections between minutes, and minutes that are being read in."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from agragati.org.models import Office, Posting
from agragati.org.scope import ScopedQuerySet
from agragati.records.models import Attachment

from ..choices import PaperKind
from .laws import APPEND_ONLY, stays_as_signed
from .meetings import Meeting


class FrozenPaperQuerySet(ScopedQuerySet["FrozenPaper"]):
    """Papers belong to the office of their meeting."""

    office_path = "meeting__office__path"
    area_path = "meeting__office__area__path"


class CorrectionQuerySet(ScopedQuerySet["Correction"]):
    """Corrections belong to the office of the meeting that makes them."""

    office_path = "meeting__office__path"
    area_path = "meeting__office__area__path"


class FrozenPaper(models.Model):
    """A paper as it was signed or issued: its parts as JSON, the PDF kept under its hash. Written once."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=10, choices=PaperKind)
    content = models.JSONField()
    pdf = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    posting = models.ForeignKey(Posting, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)

    objects = FrozenPaperQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "kind"], name="one_paper_of_a_kind")]
        triggers = [pgtrigger.Protect(name="papers_stay", operation=APPEND_ONLY)]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.kind}"


class Correction(models.Model):
    """A later meeting corrects signed minutes; the link is read both ways. `meeting` is the later one."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="corrections")
    corrects = models.ForeignKey(Meeting, models.PROTECT, related_name="corrected_by")
    place = models.CharField(max_length=200, help_text="where in the earlier minutes")
    printed = models.TextField(help_text="what the earlier minutes say")
    right = models.TextField(help_text="what they should say")
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="a_meeting_corrects_another",
                condition=~Q(meeting=F("corrects")),
                violation_error_message="Minutes are corrected by a later meeting.",
            )
        ]
        triggers = [stays_as_signed("ROW.meeting_id")]

    def __str__(self) -> str:
        return self.right[:80]


class ImportDraftQuerySet(ScopedQuerySet["ImportDraft"]):
    """Drafts of reading belong to the office of who uploaded them."""


class ImportDraft(models.Model):
    """A file of minutes as read, waiting for its reader's confirmation; gone after it, or after a week."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    blocks = models.JSONField()
    found = models.JSONField(help_text="one reading per meeting found in the file")
    taken = models.JSONField(default=list, blank=True, help_text="places of `found` that were confirmed")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ImportDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name
