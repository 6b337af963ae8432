"""Existing papers that were handed in to be read, and their pages."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from agragati.org.access import Access
from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet
from agragati.records.models import Attachment

from ..choices import PageSource, ReadingState
from .mail import PaperMail


class PaperReadingQuerySet(ScopedQuerySet["PaperReading"]):
    """What an office reads is its own business: neither the line above nor the area sees it."""

    def visible_to(self, access: Access) -> Self:
        """Readings of the office in which `access` works."""
        return self if access.is_system else self.filter(office_id=access.office_id or 0)


class PaperReading(models.Model):
    """A file handed in to be read. `problem` is the English sentence why it could not be opened."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    file = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    mail = models.ForeignKey(PaperMail, models.PROTECT, null=True, blank=True, related_name="readings")
    state = models.CharField(max_length=12, choices=ReadingState, default=ReadingState.WAITING)
    kind = models.CharField(max_length=10, blank=True)
    encoding = models.CharField(max_length=20, blank=True)
    page_count = models.PositiveIntegerField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_label = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    is_demo = models.BooleanField(default=False)

    objects = PaperReadingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["office", "-id"], name="reading_office")]

    def __str__(self) -> str:
        return str(self.file)


class ReadPageQuerySet(ScopedQuerySet["ReadPage"]):
    """Pages are read with their paper."""

    def visible_to(self, access: Access) -> Self:
        """Pages of the own office's readings."""
        return self if access.is_system else self.filter(reading__office_id=access.office_id or 0)


class ReadPage(models.Model):
    """A page as it was read (`blocks`, `found`), and as a person confirmed it (`text`, `facts`).

    `found` are the dates and numbers read; `facts` those a person compared with the page. `keys` are the words of the
    confirmed text for the search: stems, and sounds marked "~".
    """

    reading = models.ForeignKey(PaperReading, models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    width = models.FloatField(null=True, blank=True, help_text="points")
    height = models.FloatField(null=True, blank=True, help_text="points")
    angle = models.FloatField(default=0, help_text="degrees by which the scan was turned level")
    source = models.CharField(max_length=5, choices=PageSource)
    confidence = models.FloatField(help_text="0 to 1")
    blocks = models.JSONField(default=list)
    found = models.JSONField(default=list)
    warnings: models.JSONField[Any, Any] = models.JSONField(default=list)
    text = models.TextField(blank=True)
    facts = models.JSONField(default=list)
    keys = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_label = models.CharField(max_length=300, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = ReadPageQuerySet.as_manager()

    class Meta:
        ordering = ["reading", "number"]
        indexes = [GinIndex(fields=["keys"], name="read_page_keys")]
        constraints = [
            models.UniqueConstraint(fields=["reading", "number"], name="one_page_of_a_number"),
            models.CheckConstraint(
                name="nothing_is_kept_unconfirmed",
                condition=Q(confirmed_at__isnull=False, confirmed_by__isnull=False)
                | Q(confirmed_at__isnull=True, text="", facts=[], keys=[]),
                violation_error_message="A page that was read holds nothing before a person confirms it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reading_id} {self.number}"
