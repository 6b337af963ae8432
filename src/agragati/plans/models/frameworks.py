"""The official indicator tables, versioned."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from ..choices import EditionStatus


class FrameworkEdition(models.Model):
    """One version of one official table. `document` is the file as read; a published one is never changed.

    `constants` holds the shared constants given another value since (name → {value, source}); the document keeps the
    printed ones, the audit every value between.
    """

    key = models.CharField(max_length=60, help_text="file name, e.g. egov-2021-22")
    version = models.PositiveSmallIntegerField(default=1)
    fiscal_year = models.PositiveSmallIntegerField(help_text="the year in which it begins")
    kind = models.CharField(max_length=40, default="egov")
    title = models.CharField(max_length=300)
    document = models.JSONField(encoder=DjangoJSONEncoder)
    constants = models.JSONField(default=dict, blank=True, help_text="constants set after publishing: name → value")
    digest = models.CharField(max_length=64)
    status = models.CharField(max_length=20, choices=EditionStatus, default=EditionStatus.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-fiscal_year", "kind", "-version"]
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="one_edition_per_version")]

    def __str__(self) -> str:
        return self.title


class HouseLegend(models.Model):
    """The house's own legend, for every table that brings none: one row of bands (rules.legends)."""

    HOUSE = "house"

    key = models.CharField(max_length=10, primary_key=True, default=HOUSE)
    bands = models.JSONField(encoder=DjangoJSONEncoder)
    set_label = models.CharField(max_length=300)
    set_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="one_legend_of_the_house", condition=models.Q(key="house"),
                violation_error_message="The house has one legend.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.key
