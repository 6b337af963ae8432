"""Doubts found in plans, and the fingerprints by which used-again proof is found."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from agragati.org.models import Post
from agragati.org.scope import ScopedQuerySet

from ..choices import DoubtState, Severity
from .plans import Plan, PlanIndicator
from .progress import Evidence, ProgressEvent


class PlanDoubtQuerySet(ScopedQuerySet["PlanDoubt"]):
    """Doubts belong to the office of their plan."""

    office_path = "plan__office__path"
    area_path = "plan__office__area__path"

    def open(self) -> PlanDoubtQuerySet:
        """Doubts nobody has closed."""
        return self.exclude(state=DoubtState.CLOSED)


@pghistory.track()
class PlanDoubt(models.Model):
    """One finding of a check on one plan. `subject` makes it the same finding tomorrow; its history is kept by rows.

    A doubt closes by itself when the check no longer finds it, or by a person with a reason; found again, it opens.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="doubts")
    indicator = models.ForeignKey(PlanIndicator, models.CASCADE, null=True, blank=True, related_name="doubts")
    event = models.ForeignKey(ProgressEvent, models.SET_NULL, null=True, blank=True, related_name="+")
    rule = models.CharField(max_length=4)
    severity = models.CharField(max_length=10, choices=Severity)
    subject = models.CharField(max_length=200)
    key = models.CharField(max_length=60, help_text="key of the sentence")
    values = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    state = models.CharField(max_length=10, choices=DoubtState, default=DoubtState.OPEN)
    owed_by = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+")
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    answer = models.CharField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_label = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_label = models.CharField(max_length=300, blank=True)
    close_reason = models.CharField(max_length=500, blank=True)

    objects = PlanDoubtQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "rule", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "rule", "indicator", "subject"], name="a_doubt_once",
                                    nulls_distinct=False),
            models.CheckConstraint(
                name="a_closed_doubt_says_when", condition=~Q(state="closed") | Q(closed_at__isnull=False),
                violation_error_message="A closed finding says when it was closed.",
            ),
            models.CheckConstraint(
                name="an_answered_doubt_has_words", condition=~Q(state="answered") | ~Q(answer=""),
                violation_error_message="Write the answer.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["state", "severity", "plan"], name="doubt_state")]

    def __str__(self) -> str:
        return f"{self.rule} {self.plan}"


class FingerprintQuerySet(ScopedQuerySet["Fingerprint"]):
    """Fingerprints belong to the office of their proof."""

    office_path = "evidence__indicator__plan__office__path"
    area_path = "evidence__indicator__plan__office__area__path"


class Fingerprint(models.Model):
    """What is compared of one piece of proof: the file's hash, and a picture's hash in four bands (rules.pictures)."""

    evidence = models.OneToOneField(Evidence, models.CASCADE, related_name="fingerprint")
    sha256 = models.CharField(max_length=64)
    perceptual = models.CharField(max_length=16, blank=True)
    band0 = models.PositiveIntegerField(null=True)
    band1 = models.PositiveIntegerField(null=True)
    band2 = models.PositiveIntegerField(null=True)
    band3 = models.PositiveIntegerField(null=True)

    objects = FingerprintQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["sha256"], name="fingerprint_file"),
            *(models.Index(fields=[f"band{n}"], name=f"fingerprint_band{n}") for n in range(4)),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class ReuseQuerySet(ScopedQuerySet["Reuse"]):
    """A pair belongs to the office of its later piece."""

    office_path = "other__indicator__plan__office__path"
    area_path = "other__indicator__plan__office__area__path"


class Reuse(models.Model):
    """Two pieces of proof that are the same file or nearly the same picture; `one` is the earlier row.

    Reviewers of both see it; who does not see the other office learns only that it is used elsewhere.
    """

    one = models.ForeignKey(Evidence, models.CASCADE, related_name="reused_later")
    other = models.ForeignKey(Evidence, models.CASCADE, related_name="reuses")
    bits = models.PositiveSmallIntegerField(help_text="bits that differ; 0 and same_file for the same file")
    same_file = models.BooleanField()
    found_at = models.DateTimeField(auto_now_add=True)

    objects = ReuseQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="a_reuse_once")]

    def __str__(self) -> str:
        return f"{self.one_id} ~ {self.other_id}"
