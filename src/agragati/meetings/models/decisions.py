"""Decisions, who carries them out, and how far each office is."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from agragati.org.access import Access
from agragati.org.models import Office, OfficeGroup, Post, Posting, Section
from agragati.org.scope import ScopedQuerySet
from agragati.records.models import Attachment

from ..choices import DutyStatus, TargetKind
from ..rules.states import DUTY_MOVES, pairs
from .agenda import AgendaItem
from .laws import APPEND_ONLY, stays_as_signed
from .meetings import Meeting


class DecisionQuerySet(ScopedQuerySet["Decision"]):
    """Decisions belong to the office of their meeting; offices that carry them out see them too."""

    def visible_to(self, access: Access) -> DecisionQuerySet:
        """Decisions of visible offices, of meetings one is invited to, and those with a duty within the view."""
        if access.is_system or access.view.everything:
            return self
        own = access.view.as_q(self.office_path, self.area_path)
        meetings = Q(meeting__in=Meeting.objects.visible_to(access).values("pk"))
        within = access.view.as_q("office__path", "office__area__path")
        return self.filter(own | meetings | Exists(DecisionDuty.objects.filter(within, decision=OuterRef("pk"))))


@pghistory.track()
class Decision(models.Model):
    """One decision under an item. `committed_due` is the meeting's own day, `official_due` the one from above.

    `due_text` is how the minutes say it ("১৫ দিনের মধ্যে"); `due` the day that lists and reminders go by.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="decisions")
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    due_text = models.CharField(max_length=200, blank=True)
    official_due = models.DateField(null=True, blank=True)
    committed_due = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    evidence = models.CharField(max_length=300, blank=True, help_text="evidence expected")
    codes = models.JSONField(default=list, blank=True)
    about = models.CharField(max_length=80, blank=True, db_index=True)
    concept = models.CharField(max_length=40, blank=True, db_index=True)
    versions = models.JSONField(default=dict, blank=True)
    search_key = models.TextField(blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["item__position", "item_id", "number"]
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="a_number_once_per_item")]
        indexes = [
            models.Index(fields=["office", "due"], name="decision_office_due"),
            GinIndex(fields=["search_key"], name="decision_search", opclasses=["gin_trgm_ops"]),
        ]
        triggers = [stays_as_signed("ROW.meeting_id")]

    def __str__(self) -> str:
        return self.text[:80]


class ImplementerQuerySet(ScopedQuerySet["Implementer"]):
    """Implementers belong to the office of their decision."""

    office_path = "decision__office__path"
    area_path = "decision__office__area__path"


class Implementer(models.Model):
    """One of those whom a decision names, in the order and words of the minutes."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="implementers")
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=TargetKind)
    text = models.CharField(max_length=300)
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="+")
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(OfficeGroup, models.PROTECT, null=True, blank=True, related_name="+")
    level = models.CharField(max_length=20, blank=True, help_text="kind of office, for all of a level below")

    objects = ImplementerQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="implementer_has_its_target",
                condition=Q(kind="post", post__isnull=False)
                | Q(kind="section", section__isnull=False)
                | Q(kind="office", office__isnull=False)
                | Q(kind="group", group__isnull=False)
                | (Q(kind="level") & ~Q(level=""))
                | Q(kind__in=["concerned", "text"]),
                violation_error_message="Choose who carries the decision out.",
            )
        ]
        triggers = [stays_as_signed("(SELECT d.meeting_id FROM meetings_decision d WHERE d.id = ROW.decision_id)")]

    def __str__(self) -> str:
        return self.text


_IS_OPEN = Q(status__in=["not_started", "on_schedule", "behind"])


class DecisionDutyQuerySet(ScopedQuerySet["DecisionDuty"]):
    """Duties belong to the office that carries them out; the office that decided sees them too."""

    def visible_to(self, access: Access) -> DecisionDutyQuerySet:
        """Duties of offices within the view, and those that come from decisions of such offices."""
        if access.is_system or access.view.everything:
            return self
        own = access.view.as_q("office__path", "office__area__path")
        return self.filter(own | access.view.as_q("decision__office__path", "decision__office__area__path"))


@pghistory.track(pghistory.UpdateEvent())
class DecisionDuty(models.Model):
    """One office's part in one decision, with its own status, own committed day and own evidence.

    Without a post it is the head's. `answered_at` is empty until the office has said anything.
    """

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="duties")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=20, choices=DutyStatus, default=DutyStatus.NOT_STARTED)
    committed_due = models.DateField(null=True, blank=True, help_text="the office's own promise")
    due = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True, help_text="the latest word of the office")
    files = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = DecisionDutyQuerySet.as_manager()

    class Meta:
        ordering = [F("due").asc(nulls_last=True), "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "office", "post", "section"], nulls_distinct=False, name="one_duty_per_holder"
            ),
            models.CheckConstraint(
                name="dropped_duty_says_why",
                condition=~Q(status="dropped") | ~Q(dropped_because=""),
                violation_error_message="Write why the decision is dropped.",
            ),
            models.CheckConstraint(
                name="done_duty_has_its_day",
                condition=~Q(status__in=["done", "verified"]) | Q(done_on__isnull=False),
                violation_error_message="Write on which day it was done.",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "status", "due"], name="duty_office_status"),
            # Counted without touching the rows: a roll-up asks for what is included here.
            models.Index(fields=["decision", "status"], include=["due", "answered_at"], name="duty_rollup"),
            # The lists of open duties, earliest first, read from the index in order.
            models.Index(fields=["office", "due", "id"], condition=_IS_OPEN, name="duty_office_open"),
            models.Index(fields=["due", "id"], condition=_IS_OPEN, name="duty_open"),
            models.Index(fields=["status", "due", "id"], name="duty_status_due"),
            models.Index(fields=["post", "status"], name="duty_post_status"),
        ]
        triggers = [pgtrigger.FSM(name="duty_status_by_table", field="status", transitions=pairs(DUTY_MOVES))]

    def __str__(self) -> str:
        return f"{self.office}: {self.decision}"


class UpdateQuerySet(ScopedQuerySet["DecisionUpdate"]):
    """Updates are seen by who sees the duty."""

    office_path = "duty__office__path"
    area_path = "duty__office__area__path"


class DecisionUpdate(models.Model):
    """One word on a duty: who said what on which day. Written once."""

    duty = models.ForeignKey(DecisionDuty, models.CASCADE, related_name="updates")
    deed = models.CharField(max_length=20)
    before = models.CharField(max_length=20, choices=DutyStatus)
    after = models.CharField(max_length=20, choices=DutyStatus)
    text = models.TextField(blank=True)
    day = models.DateField(null=True, blank=True, help_text="the day it was done, or the new promised day")
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    posting = models.ForeignKey(Posting, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)

    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        triggers = [pgtrigger.Protect(name="updates_stay", operation=APPEND_ONLY)]

    def __str__(self) -> str:
        return f"{self.duty_id}: {self.after}"
