"""Progress as a log of events, and the proof of each."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from agragati.org.models import Posting
from agragati.org.scope import ScopedQuerySet
from agragati.records.models import Attachment

from ..choices import EvidenceKind, Source, Standing
from .plans import PlanIndicator


class ProgressEventQuerySet(ScopedQuerySet["ProgressEvent"]):
    """Events belong to the office of their plan."""

    office_path = "indicator__plan__office__path"
    area_path = "indicator__plan__office__area__path"

    def in_force(self) -> ProgressEventQuerySet:
        """Events that count: neither corrected by a later one nor cancelled."""
        return self.filter(corrected_by__isnull=True, cancelled_at__isnull=True)


@pghistory.track()
class ProgressEvent(models.Model):
    """Something that happened for an indicator. Never overwritten: a correction is a new event that `corrects` it."""

    indicator = models.ForeignKey(PlanIndicator, models.CASCADE, related_name="events")
    day = models.DateField()
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.DONE)
    quantity = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    figures = models.JSONField(default=dict, blank=True, help_text="named figures of a formula: name → number as text")
    text = models.CharField(max_length=1000, blank=True)
    place = models.CharField(max_length=200, blank=True)
    memo_no = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=20, choices=Source, default=Source.TYPED)
    source_ref = models.CharField(max_length=80, blank=True, help_text="e.g. meeting:12")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    entered_in = models.ForeignKey(Posting, models.PROTECT, null=True, related_name="+")
    entered_label = models.CharField(max_length=300)
    entered_at = models.DateTimeField(auto_now_add=True)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=300, blank=True)
    is_demo = models.BooleanField(default=False)

    objects = ProgressEventQuerySet.as_manager()

    class Meta:
        ordering = ["day", "id"]
        indexes = [models.Index(fields=["indicator", "day"], name="event_indicator_day")]
        constraints = [
            models.CheckConstraint(
                name="event_amounts_are_not_negative",
                condition=(Q(quantity__isnull=True) | Q(quantity__gte=0))
                & (Q(numerator__isnull=True) | Q(numerator__gte=0))
                & (Q(denominator__isnull=True) | Q(denominator__gte=0)),
                violation_error_message="A count or amount cannot be negative.",
            ),
            models.CheckConstraint(
                name="event_has_both_parts_of_a_ratio",
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__isnull=False),
                violation_error_message="Give the numerator and the denominator together.",
            ),
            models.CheckConstraint(
                name="event_does_not_correct_itself",
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")),
                violation_error_message="An event cannot correct itself.",
            ),
            models.UniqueConstraint(
                fields=["indicator", "source", "source_ref"],
                condition=~Q(source_ref="") & Q(cancelled_at__isnull=True, corrects__isnull=True),
                name="one_event_per_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.day}"

    @property
    def state_now(self) -> str:
        """Whether it counts: "live", or "corrected" by a later one, or "cancelled"."""
        if self.cancelled_at is not None:
            return "cancelled"
        return "corrected" if ProgressEvent.objects.filter(corrects=self).exists() else "live"


class EvidenceQuerySet(ScopedQuerySet["Evidence"]):
    """Proof belongs to the office of its plan."""

    office_path = "indicator__plan__office__path"
    area_path = "indicator__plan__office__area__path"


class Evidence(models.Model):
    """One piece of proof (প্রমাণক) of a kind: a file, a link or a memo number; one file may prove several rows."""

    indicator = models.ForeignKey(PlanIndicator, models.CASCADE, related_name="evidence")
    event = models.ForeignKey(ProgressEvent, models.CASCADE, null=True, blank=True, related_name="evidence")
    kind = models.CharField(max_length=30, choices=EvidenceKind)
    quarter = models.PositiveSmallIntegerField(null=True, blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    url = models.URLField(blank=True, max_length=500)
    memo_no = models.CharField(max_length=60, blank=True)
    day = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    reference = models.CharField(
        max_length=80, blank=True, help_text="the issued paper it is a copy of: letter:12 or minutes:5"
    )
    facts = models.JSONField(default=dict, blank=True, help_text="figures in it that a machine checks")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    added_label = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1, help_text="counts every change; the ETag of the piece")

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="evidence_is_something",
                condition=Q(attachment__isnull=False) | ~Q(url="") | ~Q(memo_no="") | ~Q(note=""),
                violation_error_message="Give a file, a link, a memo number or a note.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.indicator}"
