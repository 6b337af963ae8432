"""Meetings that come again: monthly coordination, quarterly review, the innovation team, a jury."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from agragati.org.models import Committee, Office, Post
from agragati.org.scope import ScopedQuerySet

from ..choices import Layout, Mode, Repeats, SeriesKind
from ..rules.recurrence import Recurrence


class SeriesQuerySet(ScopedQuerySet["Series"]):
    """Series belong to their office."""


class Series(models.Model):
    """A standing meeting of an office: its rule of recurrence and what each occurrence begins with.

    `standing_items` are the agenda template: [{"topic": …, "minutes": …}, …].
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    committee = models.ForeignKey(Committee, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=250)
    kind = models.CharField(max_length=20, choices=SeriesKind, default=SeriesKind.COORDINATION)
    repeats = models.CharField(max_length=20, choices=Repeats, default=Repeats.ON_DAY)
    interval = models.PositiveSmallIntegerField(default=1, help_text="weeks or months between meetings; 3 = quarterly")
    weekday = models.PositiveSmallIntegerField(default=6, help_text="0 = Monday, 6 = Sunday")
    week = models.SmallIntegerField(default=1, help_text="which one in the month; -1 = the last")
    day = models.PositiveSmallIntegerField(default=1, help_text="day of the month")
    starts = models.TimeField()
    length = models.PositiveSmallIntegerField(default=60, help_text="minutes")
    place = models.CharField(max_length=250, blank=True)
    link = models.URLField(blank=True)
    mode = models.CharField(max_length=20, choices=Mode, default=Mode.IN_PERSON)
    layout = models.CharField(max_length=1, choices=Layout, default=Layout.FIVE)
    chair_post = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+")
    secretary_post = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+")
    quorum = models.PositiveSmallIntegerField(default=0, help_text="0 = the committee's, or none")
    standing_items = models.JSONField(default=list, blank=True)
    note = models.TextField(blank=True, help_text="stands above the agenda of every meeting of the series")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    is_demo = models.BooleanField(default=False)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "title"], name="one_series_of_a_title"),
            models.CheckConstraint(
                name="series_rule_makes_sense",
                condition=Q(interval__gte=1, interval__lte=60, weekday__lte=6, day__gte=1, day__lte=31, length__gte=5)
                & (Q(week=-1) | Q(week__gte=1, week__lte=5)),
                violation_error_message="This rule of repeating is not possible.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def rule(self) -> Recurrence:
        """The days on which it meets."""
        return Recurrence(self.repeats, self.interval, self.weekday, self.week, self.day)
