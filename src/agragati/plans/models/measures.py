"""Which of the product's own records a row of a plan is counted from."""

from __future__ import annotations

from decimal import Decimal

import pghistory
from django.db import models

from agragati.org.scope import ScopedQuerySet

from .plans import PlanIndicator


class RowMeasureQuerySet(ScopedQuerySet["RowMeasure"]):
    """Measures belong to the office of their plan."""

    office_path = "indicator__plan__office__path"
    area_path = "indicator__plan__office__area__path"


@pghistory.track(pghistory.UpdateEvent("measure_changed"), fields=["measure", "of"])
class RowMeasure(models.Model):
    """The row is counted by itself. `measure` is a name of the table of measures, `of` narrows it ("series:3").

    `from_table`: named by the official table, not chosen by the office; then a year without any record says nothing.
    `figures` is what the records said when they were last counted, by quarter: ["3", null] or ["8", "12"].
    """

    indicator = models.OneToOneField(PlanIndicator, models.CASCADE, related_name="counted_by")
    measure = models.CharField(max_length=40)
    of = models.CharField(max_length=80, blank=True)
    of_words = models.CharField(max_length=300, blank=True, help_text="what `of` was called when it was chosen")
    from_table = models.BooleanField(default=False)
    set_label = models.CharField(max_length=300)
    set_at = models.DateTimeField(auto_now=True)
    figures = models.JSONField(default=dict)
    counted_at = models.DateTimeField(null=True, blank=True)

    objects = RowMeasureQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.indicator}: {self.measure} {self.of}".strip()

    @property
    def said(self) -> list[tuple[int, Decimal, Decimal | None]]:
        """What the records said, in the order of the quarters: (quarter, count or part, whole or None)."""
        rows = sorted(self.figures.items())
        return [(int(n), Decimal(value), None if of is None else Decimal(of)) for n, (value, of) in rows]
