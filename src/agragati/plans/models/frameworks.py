"""The official indicator tables, versioned."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from ..choices import EditionStatus


class FrameworkEdition(models.Model):
    """One version of one official table. `document` is the file as read; a published one is never changed."""

    key = models.CharField(max_length=60, help_text="file name, e.g. egov-2021-22")
    version = models.PositiveSmallIntegerField(default=1)
    fiscal_year = models.PositiveSmallIntegerField(help_text="the year in which it begins")
    kind = models.CharField(max_length=40, default="egov")
    title = models.CharField(max_length=300)
    document = models.JSONField(encoder=DjangoJSONEncoder)
    digest = models.CharField(max_length=64)
    status = models.CharField(max_length=20, choices=EditionStatus, default=EditionStatus.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-fiscal_year", "kind", "-version"]
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="one_edition_per_version")]

    def __str__(self) -> str:
        return self.title
