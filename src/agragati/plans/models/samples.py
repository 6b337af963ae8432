"""Samples of claims that are looked at more closely, with the seed that drew them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet

from ..choices import Draw, Finding
from .review import Claim


class SampleDrawQuerySet(ScopedQuerySet["SampleDraw"]):
    """Samples belong to the office that drew them."""


class SampleDraw(models.Model):
    """One drawing: from which quarter, how, how many of how many, and the seed, so that anyone can draw it again."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    fiscal_year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40, default="egov")
    quarter = models.PositiveSmallIntegerField()
    how = models.CharField(max_length=20, choices=Draw)
    percent = models.PositiveSmallIntegerField()
    seed = models.CharField(max_length=32)
    population = models.PositiveIntegerField()
    population_digest = models.CharField(max_length=64, help_text="SHA-256 of the keys and risks drawn from")
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    drawn_label = models.CharField(max_length=300)
    drawn_at = models.DateTimeField(auto_now_add=True)

    objects = SampleDrawQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.fiscal_year}/{self.quarter} {self.percent}%"


class SampleItemQuerySet(ScopedQuerySet["SampleItem"]):
    """Drawn claims belong to the office of their plan."""

    office_path = "claim__submission__plan__office__path"
    area_path = "claim__submission__plan__office__area__path"


class SampleItem(models.Model):
    """One drawn claim and what the check in the field found."""

    draw = models.ForeignKey(SampleDraw, models.CASCADE, related_name="items")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="samples")
    finding = models.CharField(max_length=20, choices=Finding, default=Finding.PENDING)
    note = models.CharField(max_length=500, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    checked_label = models.CharField(max_length=300, blank=True)

    objects = SampleItemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draw", "claim"], name="a_claim_once_per_draw"),
            models.CheckConstraint(
                name="a_difference_is_described",
                condition=~Q(finding="differs") | ~Q(note=""),
                violation_error_message="Write what differs.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.draw}: {self.claim}"
