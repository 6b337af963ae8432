"""An office's plan of a year, and its rows."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from agragati.org.models import Office, Post, Section
from agragati.org.scope import ScopedQuerySet

from ..choices import Stage
from ..rules.life_states import LIFE_MOVES
from ..rules.moves import pairs
from .frameworks import FrameworkEdition


class PlanQuerySet(ScopedQuerySet["Plan"]):
    """Plans belong to their office."""


@pghistory.track()
class Plan(models.Model):
    """One office's action plan of one year. `path` is where the office stood then: old years roll up on the old tree.

    `total` and `estimated` are kept beside the rows they come from, so that lists need no scoring.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    edition = models.ForeignKey(FrameworkEdition, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    fiscal_year = models.PositiveSmallIntegerField()
    tier = models.CharField(max_length=20, blank=True)
    path = models.TextField(db_collation="C")
    stage = models.CharField(max_length=20, choices=Stage, default=Stage.DRAFT)
    method = models.CharField(max_length=20, blank=True, help_text="empty = the framework's own")
    total = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    estimated = models.BooleanField(default=True)
    scored_at = models.DateTimeField(null=True, blank=True)
    adopted_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, help_text="counts every change; the ETag of the plan")
    is_demo = models.BooleanField(default=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "kind", "fiscal_year"], name="one_plan_of_a_kind_a_year"),
        ]
        indexes = [models.Index(fields=["fiscal_year", "kind", "path"], name="plan_year_path")]
        triggers = [pgtrigger.FSM(name="stage_by_table", field="stage", transitions=pairs(LIFE_MOVES))]

    def __str__(self) -> str:
        return f"{self.office} {self.fiscal_year}"


class PlanIndicatorQuerySet(ScopedQuerySet["PlanIndicator"]):
    """Rows belong to the office of their plan."""

    office_path = "plan__office__path"
    area_path = "plan__office__area__path"


@pghistory.track()
class PlanIndicator(models.Model):
    """One indicator in one plan: what the office's signed paper says where the framework does not, and the marks."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="indicators")
    code = models.CharField(max_length=20)
    concept = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField()
    own_weight = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    own_levels = models.JSONField(null=True, blank=True, help_text="[[percent, value], …] from the signed plan")
    projections = models.JSONField(null=True, blank=True, help_text="[[year, value], …]: targets of later years")
    own_due = models.DateField(null=True, blank=True, help_text="the office's own earlier date; no effect on marks")
    ministry_due = models.DateField(null=True, blank=True, help_text="the higher office's earlier date")
    focal = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+")
    section = models.ForeignKey(Section, models.SET_NULL, null=True, blank=True, related_name="+")
    not_applicable = models.BooleanField(default=False)
    not_applicable_because = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=20, blank=True)
    raw = models.DecimalField(max_digits=9, decimal_places=5, null=True, blank=True)
    points = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PlanIndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="a_code_once_per_plan"),
            models.CheckConstraint(
                name="weight_is_not_negative",
                condition=Q(own_weight__isnull=True) | Q(own_weight__gte=0),
                violation_error_message="A weight cannot be negative.",
            ),
        ]
        indexes = [models.Index(fields=["concept", "plan"], name="indicator_concept")]

    def __str__(self) -> str:
        return f"[{self.code}] {self.plan}"

    @property
    def whose(self) -> str:
        """Section and post that answer for the row, as words; empty when it was given to nobody."""
        return " · ".join(str(holder) for holder in (self.section, self.focal) if holder is not None)
