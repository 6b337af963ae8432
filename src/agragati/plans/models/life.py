"""The life of a plan: every step, every proposed amendment, and the windows of the year."""

from __future__ import annotations

from typing import TypeVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from agragati.org.models import Posting
from agragati.org.scope import ScopedQuerySet
from agragati.records.models import Attachment

from ..choices import AmendmentState, RemainingWeight, Stage
from ..rules.life_states import LIFE_MOVES
from ..rules.moves import deeds_with_reason
from .plans import Plan, PlanIndicator

_M = TypeVar("_M", bound=models.Model)
AMENDMENT_ENDS = [("proposed", "approved"), ("proposed", "refused"), ("proposed", "withdrawn")]
APPEND_ONLY = pgtrigger.Update | pgtrigger.Delete


class OfPlanQuerySet(ScopedQuerySet[_M]):
    """Rows that belong to the office of their plan."""

    office_path = "plan__office__path"
    area_path = "plan__office__area__path"


class PlanStep(models.Model):
    """One deed in the life of a plan. Written once; the database refuses to change or delete it."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="steps")
    deed = models.CharField(max_length=30)
    before = models.CharField(max_length=20, choices=Stage)
    after = models.CharField(max_length=20, choices=Stage)
    day = models.DateField(help_text="the official date, e.g. of signing")
    reason = models.TextField(blank=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    posting = models.ForeignKey(Posting, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField()

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="a_plan_step_says_why",
                condition=~Q(deed__in=deeds_with_reason([LIFE_MOVES])) | ~Q(reason=""),
                violation_error_message="Write why.",
            )
        ]
        triggers = [pgtrigger.Protect(name="plan_steps_stay", operation=APPEND_ONLY)]

    def __str__(self) -> str:
        return f"{self.plan}: {self.deed}"


@pghistory.track()
class Amendment(models.Model):
    """A change of one indicator's terms, proposed with a reason until 30 September; old and new values are kept."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="amendments")
    indicator = models.ForeignKey(PlanIndicator, models.CASCADE, related_name="amendments")
    old = models.JSONField()
    new = models.JSONField()
    reason = models.TextField()
    state = models.CharField(max_length=20, choices=AmendmentState, default=AmendmentState.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    proposed_label = models.CharField(max_length=300)
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_label = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator"], condition=Q(state="proposed"), name="one_open_amendment_per_indicator"
            ),
            models.CheckConstraint(
                name="an_amendment_says_why", condition=~Q(reason=""), violation_error_message="Write why."
            ),
            models.CheckConstraint(
                name="amendment_state_is_known",
                condition=Q(state__in=AmendmentState.values),
                violation_error_message="An amendment has no such state.",
            ),
            models.CheckConstraint(
                name="amendment_not_approved_by_its_proposer",
                condition=~Q(state="approved") | Q(proposed_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                violation_error_message="Nobody approves their own amendment.",
            ),
        ]
        triggers = [pgtrigger.FSM(name="amendment_by_table", field="state", transitions=AMENDMENT_ENDS)]

    def __str__(self) -> str:
        return f"{self.indicator}"


class Window(models.Model):
    """First and last day on which a tier may send a quarter. No row = never closed."""

    fiscal_year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40, default="egov")
    tier = models.CharField(max_length=20)
    quarter = models.PositiveSmallIntegerField()
    opens = models.DateField()
    closes = models.DateField()
    reason = models.CharField(max_length=300, blank=True)
    set_label = models.CharField(max_length=300)
    set_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["fiscal_year", "quarter", "opens"]
        constraints = [
            models.UniqueConstraint(fields=["fiscal_year", "kind", "tier", "quarter"], name="one_window_per_tier"),
            models.CheckConstraint(
                name="window_closes_after_it_opens",
                condition=Q(closes__gte=F("opens")),
                violation_error_message="The last day cannot be before the first.",
            ),
            models.CheckConstraint(
                name="window_quarter_is_1_to_4",
                condition=Q(quarter__gte=1, quarter__lte=4),
                violation_error_message="A quarter is 1, 2, 3 or 4.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year}/{self.quarter} {self.tier}"


class Extension(models.Model):
    """More time for one office's quarter, with its reason. The newest counts; none is ever changed."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="extensions")
    quarter = models.PositiveSmallIntegerField()
    until = models.DateField()
    reason = models.CharField(max_length=500)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    given_label = models.CharField(max_length=300)
    given_at = models.DateTimeField()

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="an_extension_says_why", condition=~Q(reason=""), violation_error_message="Write why."
            )
        ]
        triggers = [pgtrigger.Protect(name="extensions_stay", operation=APPEND_ONLY)]

    def __str__(self) -> str:
        return f"{self.plan}/{self.quarter} → {self.until}"


class ReviewTerms(models.Model):
    """How one kind of plan is reviewed in one year. No row = the defaults below."""

    fiscal_year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40, default="egov")
    remaining_weight = models.CharField(max_length=20, choices=RemainingWeight, default=RemainingWeight.KEEP)
    accept_step = models.BooleanField(default=True, help_text="a second person accepts a verified quarter")
    hide_unaccepted = models.BooleanField(default=True, help_text="readers outside the review see only accepted ones")
    appeal_days = models.PositiveSmallIntegerField(default=15)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["fiscal_year", "kind"], name="one_review_terms_a_year")]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.kind}"
