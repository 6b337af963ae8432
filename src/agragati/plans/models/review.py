"""Quarters as sent, claims, and the three numbers of each: claimed, verified, awarded."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from agragati.org.models import Posting
from agragati.org.scope import ScopedQuerySet

from ..choices import AppealState, ClaimState, NumberKind, QuarterState
from ..rules.moves import deeds_with_reason, pairs
from ..rules.review_states import CLAIM_MOVES, FOLLOWS, QUARTER_MOVES
from .life import APPEND_ONLY, OfPlanQuerySet
from .plans import Plan, PlanIndicator

QUARTER_RANGE = Q(quarter__gte=1, quarter__lte=4)


@pghistory.track()
class Submission(models.Model):
    """One quarter of one plan as it was sent. `path` is where the office stood then; `due` its last day in time."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="submissions")
    fiscal_year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    path = models.TextField(db_collation="C")
    state = models.CharField(max_length=20, choices=QuarterState)
    round = models.PositiveSmallIntegerField(default=1)
    due = models.DateField()
    is_late = models.BooleanField(default=False)
    claimed_total = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    verified_total = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    awarded_total = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    submitted_in = models.ForeignKey(Posting, models.PROTECT, null=True, related_name="+")
    submitted_label = models.CharField(max_length=300)
    first_sent_at = models.DateTimeField()
    submitted_at = models.DateTimeField()
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    awarded_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = OfPlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "quarter"], name="a_quarter_is_sent_once"),
            models.CheckConstraint(
                name="sent_quarter_is_1_to_4", condition=QUARTER_RANGE,
                violation_error_message="A quarter is 1, 2, 3 or 4.",
            ),
            models.CheckConstraint(
                name="quarter_state_is_known", condition=Q(state__in=QuarterState.values),
                violation_error_message="A quarter has no such state.",
            ),
            models.CheckConstraint(
                name="accepted_quarter_was_accepted", condition=~Q(state="accepted") | Q(accepted_at__isnull=False),
                violation_error_message="An accepted quarter says who accepted it.",
            ),
            models.CheckConstraint(
                name="quarter_not_accepted_by_its_sender",
                condition=Q(accepted_by__isnull=True) | Q(submitted_by__isnull=True)
                | ~Q(accepted_by=F("submitted_by")),
                violation_error_message="Nobody accepts what they sent themselves.",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["fiscal_year", "quarter", "path"], name="sent_year_path"),
            models.Index(fields=["path", "id"], condition=Q(state="verified"), name="sent_to_accept"),
        ]
        triggers = [
            pgtrigger.FSM(name="quarter_by_table", field="state", transitions=pairs(QUARTER_MOVES, FOLLOWS)),
        ]

    def __str__(self) -> str:
        return f"{self.plan}/{self.quarter}"


class ClaimQuerySet(ScopedQuerySet["Claim"]):
    """Claims belong to the office of their plan."""

    office_path = "submission__plan__office__path"
    area_path = "submission__plan__office__area__path"

    def waiting(self) -> ClaimQuerySet:
        """Claims that wait for a verdict."""
        return self.filter(state=ClaimState.CLAIMED)


class Claim(models.Model):
    """One indicator of one quarter under review, with the newest of its three numbers (all of them: ReviewStep).

    `path`, `fiscal_year`, `quarter` and `position` are kept here so that the queue reads one index.
    """

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="claims")
    indicator = models.ForeignKey(PlanIndicator, models.CASCADE, related_name="claims")
    path = models.TextField(db_collation="C")
    fiscal_year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=ClaimState, default=ClaimState.CLAIMED)
    round = models.PositiveSmallIntegerField(default=1)
    as_of = models.DateField()
    is_late = models.BooleanField(default=False)
    is_provisional = models.BooleanField(default=False)
    has_flag = models.BooleanField(default=False)
    proof_complete = models.BooleanField(default=False)
    is_sampled = models.BooleanField(default=False)
    risk = models.PositiveSmallIntegerField(default=1)
    claimed_raw = models.DecimalField(max_digits=9, decimal_places=5, null=True, blank=True)
    claimed_points = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    verified_raw = models.DecimalField(max_digits=9, decimal_places=5, null=True, blank=True)
    verified_points = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    awarded_raw = models.DecimalField(max_digits=9, decimal_places=5, null=True, blank=True)
    awarded_points = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    awarded_at = models.DateTimeField(null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["path", "fiscal_year", "quarter", "position"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "quarter"], name="one_claim_per_quarter"),
            models.CheckConstraint(
                name="claim_quarter_is_1_to_4", condition=QUARTER_RANGE,
                violation_error_message="A quarter is 1, 2, 3 or 4.",
            ),
            models.CheckConstraint(
                name="claim_state_is_known", condition=Q(state__in=ClaimState.values),
                violation_error_message="A claim has no such state.",
            ),
            models.CheckConstraint(
                name="decided_claim_was_decided",
                condition=Q(state__in=["claimed", "returned"]) | Q(decided_at__isnull=False),
                violation_error_message="A decided claim says when.",
            ),
            models.CheckConstraint(
                name="awarded_claim_was_awarded",
                condition=~Q(state__in=["awarded", "appealed", "settled"]) | Q(awarded_at__isnull=False),
                violation_error_message="An awarded claim says when.",
            ),
            models.CheckConstraint(
                name="claim_not_decided_by_its_claimant",
                condition=Q(decided_by__isnull=True) | Q(claimed_by__isnull=True) | ~Q(decided_by=F("claimed_by")),
                violation_error_message="Nobody decides on their own claim.",
            ),
            models.CheckConstraint(
                name="verified_is_not_more_than_claimed",
                condition=Q(verified_raw__isnull=True) | Q(claimed_raw__isnull=True)
                | Q(verified_raw__lte=F("claimed_raw")),
                violation_error_message="No more can be verified than was claimed.",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["path", "fiscal_year", "quarter", "position"], condition=Q(state="claimed"),
                name="claim_waiting",
            ),
            models.Index(fields=["submission", "position"], name="claim_of_quarter"),
            models.Index(fields=["state", "path", "fiscal_year", "quarter"], name="claim_state_path"),
        ]  # fmt: skip
        triggers = [pgtrigger.FSM(name="claim_by_table", field="state", transitions=pairs(CLAIM_MOVES))]

    def __str__(self) -> str:
        return f"{self.indicator}/{self.quarter}"


class ReviewStepQuerySet(ScopedQuerySet["ReviewStep"]):
    """Steps belong to the office of their plan."""

    office_path = "submission__plan__office__path"
    area_path = "submission__plan__office__area__path"


class ReviewStep(models.Model):
    """One deed in a review, and the number it stated. Written once; the database refuses to change or delete it.

    `number` says which of the three it is ("" = none), `version` counts it per claim. `figure` is the achievement
    it rests on: {"day", "value", "numerator", "denominator"} as text.
    """

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="steps")
    claim = models.ForeignKey(Claim, models.CASCADE, null=True, blank=True, related_name="steps")
    deed = models.CharField(max_length=30)
    before = models.CharField(max_length=20, blank=True)
    after = models.CharField(max_length=20)
    number = models.CharField(max_length=20, choices=NumberKind, blank=True)
    version = models.PositiveSmallIntegerField(default=0)
    raw = models.DecimalField(max_digits=9, decimal_places=5, null=True, blank=True)
    points = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    figure = models.JSONField(null=True, blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    posting = models.ForeignKey(Posting, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField()

    objects = ReviewStepQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "number", "version"], condition=~Q(number=""), name="one_number_per_version"
            ),
            models.CheckConstraint(
                name="a_review_step_says_why",
                condition=~Q(deed__in=deeds_with_reason([CLAIM_MOVES, QUARTER_MOVES])) | ~Q(reason=""),
                violation_error_message="Write why.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="review_steps_stay", operation=APPEND_ONLY)]

    def __str__(self) -> str:
        return f"{self.claim or self.submission}: {self.deed}"


class AppealQuerySet(ScopedQuerySet["Appeal"]):
    """Appeals belong to the office of their plan."""

    office_path = "indicator__plan__office__path"
    area_path = "indicator__plan__office__area__path"


@pghistory.track()
class Appeal(models.Model):
    """An office's one appeal of the year against one indicator's award. `decider_path` is the office one level up."""

    indicator = models.OneToOneField(PlanIndicator, models.CASCADE, related_name="appeal")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="appeals")
    state = models.CharField(max_length=20, choices=AppealState, default=AppealState.FILED)
    reason = models.TextField()
    figure = models.JSONField(null=True, blank=True)
    decider_path = models.TextField(db_collation="C")
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    filed_label = models.CharField(max_length=300)
    filed_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_label = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision = models.TextField(blank=True)

    objects = AppealQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_appeal_says_why", condition=~Q(reason=""), violation_error_message="Write why."
            ),
            models.CheckConstraint(
                name="a_decided_appeal_says_why",
                condition=Q(state="filed") | (Q(decided_at__isnull=False) & ~Q(decision="")),
                violation_error_message="Write why.",
            ),
            models.CheckConstraint(
                name="appeal_not_decided_by_its_filer",
                condition=Q(decided_by__isnull=True) | Q(filed_by__isnull=True) | ~Q(decided_by=F("filed_by")),
                violation_error_message="Nobody decides on their own appeal.",
            ),
        ]
        indexes = [models.Index(fields=["decider_path", "id"], condition=Q(state="filed"), name="appeal_waiting")]
        triggers = [
            pgtrigger.FSM(
                name="appeal_by_table", field="state", transitions=[("filed", "upheld"), ("filed", "refused")]
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}"
