"""What a meeting talks about."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet

from ..choices import ItemKind, Outcome
from .laws import stays_as_signed
from .meetings import Meeting
from .series import Series


class AgendaItemQuerySet(ScopedQuerySet["AgendaItem"]):
    """Items belong to the office of their meeting or series."""


@pghistory.track()
class AgendaItem(models.Model):
    """One matter: of a meeting, or waiting in the backlog of a series.

    `codes` are indicator codes as printed ("1.1.1"); `about` is a label such as "indicator:12" for the app above.
    `working_paper` is what was known before the meeting; `versions` counts the changes of each typed text.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.CASCADE, null=True, blank=True, related_name="items")
    series = models.ForeignKey(Series, models.CASCADE, null=True, blank=True, related_name="backlog")
    kind = models.CharField(max_length=20, choices=ItemKind, default=ItemKind.MATTER)
    section = models.CharField(max_length=120, blank=True, help_text="heading under which it stands in the agenda")
    is_pinned = models.BooleanField(default=False, help_text="stands first, and again in every next meeting")
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True, help_text="when it was last taken up in the meeting")
    spent = models.PositiveIntegerField(default=0, help_text="seconds talked about it before begun_at")
    position = models.PositiveSmallIntegerField(default=0)
    topic = models.TextField()
    presenter = models.CharField(max_length=250, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True, help_text="planned length")
    codes = models.JSONField(default=list, blank=True)
    about = models.CharField(max_length=80, blank=True, db_index=True)
    concept = models.CharField(max_length=40, blank=True, db_index=True)
    working_paper = models.TextField(blank=True)
    discussion = models.TextField(blank=True)
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="carried_to")
    versions = models.JSONField(default=dict, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["-is_pinned", "position", "id"]
        constraints = [
            models.CheckConstraint(
                name="item_is_of_a_meeting_or_a_backlog",
                condition=Q(meeting__isnull=False, series__isnull=True) | Q(meeting__isnull=True, series__isnull=False),
                violation_error_message="An item belongs either to a meeting or to the backlog of a series.",
            )
        ]
        indexes = [
            GinIndex(fields=["topic", "discussion"], name="item_words", opclasses=["gin_trgm_ops", "gin_trgm_ops"]),
        ]
        triggers = [stays_as_signed("ROW.meeting_id")]

    def __str__(self) -> str:
        return self.topic[:80]
