"""What an office sets: templates, budgets, masking name and window, plans of reminding; and the table of holidays."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet


def opening_hour() -> datetime.time:
    """When SMS may first leave, where no office said otherwise."""
    return datetime.time(9, 0)


def closing_hour() -> datetime.time:
    """When SMS stop leaving."""
    return datetime.time(17, 0)


class TemplateQuerySet(ScopedQuerySet["Template"]):
    """Templates belong to the office that wrote them."""


class Template(models.Model):
    """One version of a text. A change makes the next version; the old one stays for what was sent with it."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    key = models.SlugField(max_length=60)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=150)
    subject_bn = models.CharField(max_length=300)
    body_bn = models.TextField()
    sms_bn = models.TextField(blank=True)
    subject_en = models.CharField(max_length=300, blank=True)
    body_en = models.TextField(blank=True)
    sms_en = models.TextField(blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    by_label = models.CharField(max_length=300)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        ordering = ["key", "-version"]
        constraints = [models.UniqueConstraint(fields=["office", "key", "version"], name="a_version_once")]

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"


class BudgetQuerySet(ScopedQuerySet["Budget"]):
    """Budgets belong to the office that pays."""

    def reserve(self, office_id: int, month: datetime.date, cost: Decimal) -> bool:
        """Set money aside in one statement; False when it would exceed the limit (or there is none)."""
        rows = self.filter(office_id=office_id, month=month).annotate(after=F("used") + cost)
        return bool(rows.filter(after__lte=F("limit")).update(used=F("used") + cost))

    def give_back(self, office_id: int, month: datetime.date, cost: Decimal) -> None:
        """Return what was set aside and not spent."""
        self.filter(office_id=office_id, month=month).update(used=F("used") - cost)


class Budget(models.Model):
    """Taka for SMS of one office in one calendar month (`month` is its first day); `used` counts what is set aside."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    month = models.DateField()
    limit = models.DecimalField(max_digits=12, decimal_places=2)
    used = models.DecimalField(max_digits=14, decimal_places=4, default=0)
    repeats = models.BooleanField(default=True, help_text="the same limit holds in later months")

    objects = BudgetQuerySet.as_manager()

    class Meta:
        ordering = ["-month"]
        constraints = [
            models.UniqueConstraint(fields=["office", "month"], name="one_budget_a_month"),
            models.CheckConstraint(
                name="budget_is_not_exceeded",
                condition=Q(used__gte=0) & Q(limit__gte=0),
                violation_error_message="A budget is not below zero.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.month:%Y-%m}"


class SmsTermsQuerySet(ScopedQuerySet["SmsTerms"]):
    """Terms belong to their office and hold for the offices below that have none."""


class SmsTerms(models.Model):
    """Masking name with its approval, and the hours in which SMS may go out."""

    office = models.OneToOneField(Office, models.CASCADE, related_name="+")
    mask = models.CharField(max_length=11, blank=True)
    mask_approved_on = models.DateField(null=True)
    mask_approval_memo = models.CharField(max_length=80, blank=True)
    mask_expires_on = models.DateField(null=True)
    opens = models.TimeField(default=opening_hour)
    closes = models.TimeField(default=closing_hour)

    objects = SmsTermsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("mask"), condition=~Q(mask=""), name="a_mask_belongs_to_one_office"),
            models.CheckConstraint(
                name="sending_opens_before_it_closes",
                condition=Q(opens__lt=F("closes")),
                violation_error_message="Sending must open before it closes.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.mask}"


class ReminderPlanQuerySet(ScopedQuerySet["ReminderPlan"]):
    """Plans belong to their office and hold for the offices below that have none of the same key."""


class ReminderPlan(models.Model):
    """Stages of reminding under a key, as data."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    key = models.SlugField(max_length=60)
    stages = models.JSONField(default=list)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = ReminderPlanQuerySet.as_manager()

    class Meta:
        ordering = ["key", "id"]
        constraints = [models.UniqueConstraint(fields=["office", "key"], name="one_plan_of_a_key")]

    def __str__(self) -> str:
        return self.key


class Holiday(models.Model):
    """A day on which offices are closed, besides the fixed ones and the weekly ones."""

    day = models.DateField(primary_key=True)
    name_bn = models.CharField(max_length=150)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return self.name_bn
