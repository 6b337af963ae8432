"""What is to be done by which post, by when: one list for the work of the day, reminders and the calendar."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from agragati.org.models import Office, Post
from agragati.org.scope import ScopedQuerySet

from ..choices import Answer, ObligationKind


class ObligationQuerySet(ScopedQuerySet["Obligation"]):
    """Duties belong to the office that has to do them."""

    def open(self) -> ObligationQuerySet:
        """Neither done nor withdrawn."""
        return self.filter(done_at__isnull=True, withdrawn_at__isnull=True)

    def overdue(self, day: datetime.date) -> ObligationQuerySet:
        """Open, and the due day lies before `day`."""
        return self.open().filter(due__lt=day)

    def waiting(self, moment: datetime.datetime) -> ObligationQuerySet:
        """Open, without appointments that were over before `moment`."""
        over = Q(due__isnull=True, ends_at__lt=moment) | Q(due__isnull=True, ends_at__isnull=True, begins_at__lt=moment)
        return self.open().exclude(over)

    def dated(self) -> ObligationQuerySet:
        """With `day`, the due day or that of the appointment (Dhaka time), earliest first, those without one last."""
        return self.annotate(day=Coalesce("due", TruncDate("begins_at"))).order_by(F("day").asc(nulls_last=True), "id")


class Obligation(models.Model):
    """One duty of one office and post (no post: its head). `about` names the thing, e.g. "decision:12"."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, null=True, related_name="+")
    giver = models.ForeignKey(Office, models.SET_NULL, null=True, related_name="+", help_text="pays for reminders")
    about = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=ObligationKind, default=ObligationKind.TASK)
    title = models.CharField(max_length=300)
    due = models.DateField(null=True)
    begins_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=300, blank=True, help_text="address of the thing in the product")
    plan = models.CharField(max_length=60, default="standard", help_text="key of the plan of reminding")
    on_answer = models.CharField(max_length=80, blank=True, help_text="job told of an answer through a link")
    made_at = models.DateTimeField(default=timezone.now)
    given_on = models.DateField(help_text="when it was given with the present due day")
    changed_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)
    done_note = models.CharField(max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        ordering = [F("due").asc(nulls_last=True), "id"]
        indexes = [
            models.Index(fields=["about"], name="obligation_about"),
            models.Index(fields=["post", "due"], name="obligation_post"),
            models.Index(fields=["office", "due"], name="obligation_office"),
            models.Index(
                fields=["due"], condition=Q(done_at__isnull=True, withdrawn_at__isnull=True), name="obligation_open"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["about", "office", "post"], nulls_distinct=False, name="one_obligation_about_a_thing"
            ),
            models.CheckConstraint(
                name="obligation_ends_after_it_begins",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("begins_at")),
                violation_error_message="A meeting cannot end before it begins.",
            ),
            models.CheckConstraint(
                name="obligation_answer_has_its_time",
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                violation_error_message="An answer has its time.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Neither done nor withdrawn."""
        return self.done_at is None and self.withdrawn_at is None

    @property
    def due_day(self) -> datetime.date | None:
        """The due day, or the day of the appointment in Dhaka."""
        return self.due or (timezone.localdate(self.begins_at) if self.begins_at else None)

    @property
    def stamp(self) -> str:
        """What a link's secret hangs on besides the number: another due day, another link."""
        return str(self.due or self.begins_at or "")


class ReminderQuerySet(ScopedQuerySet["Reminder"]):
    """Reminders are seen by who sees the duty."""

    office_path = "obligation__office__path"
    area_path = "obligation__office__area__path"


class Reminder(models.Model):
    """A stage of reminding that has come for one duty: sent, or passed over because a later one came with it."""

    obligation = models.ForeignKey(Obligation, models.CASCADE, related_name="reminders")
    stage = models.CharField(max_length=40)
    due = models.DateField(help_text="the due day it spoke of")
    at = models.DateTimeField(default=timezone.now)
    to = models.CharField(max_length=10)
    is_sent = models.BooleanField(default=True)
    why_not = models.CharField(max_length=40, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["obligation", "stage", "due"], name="a_stage_once_per_due_day")]

    def __str__(self) -> str:
        return f"{self.obligation_id}: {self.stage}"
