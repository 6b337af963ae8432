"""A mark "to be followed up" on a claim or an entry: why, by whom, until when, and why it was taken off."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agragati.org.models import Post
from agragati.org.scope import ScopedQuerySet

from .plans import PlanIndicator
from .progress import ProgressEvent
from .review import Claim


class FollowUpQuerySet(ScopedQuerySet["FollowUp"]):
    """Marks belong to the office of the plan."""

    office_path = "indicator__plan__office__path"
    area_path = "indicator__plan__office__area__path"


@pghistory.track()
class FollowUp(models.Model):
    """One mark. It is about an entry or a claim of `indicator`; open until it is taken off with a reason."""

    indicator = models.ForeignKey(PlanIndicator, models.CASCADE, related_name="follow_ups")
    event = models.ForeignKey(ProgressEvent, models.CASCADE, null=True, blank=True, related_name="follow_ups")
    claim = models.ForeignKey(Claim, models.CASCADE, null=True, blank=True, related_name="follow_ups")
    note = models.CharField(max_length=500)
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", help_text="who follows it up")
    due = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_in = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    made_label = models.CharField(max_length=300)
    made_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_label = models.CharField(max_length=300, blank=True)
    closed_because = models.CharField(max_length=300, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["due", "pk"]
        indexes = [models.Index(fields=["post", "due"], condition=Q(closed_at__isnull=True), name="follow_up_open")]
        constraints = [
            models.CheckConstraint(
                name="follow_up_is_about_one_thing",
                condition=Q(event__isnull=False, claim__isnull=True) | Q(event__isnull=True, claim__isnull=False),
                violation_error_message="Mark one entry or one claim.",
            ),
            models.CheckConstraint(
                name="a_follow_up_ends_with_a_reason",
                condition=Q(closed_at__isnull=True, closed_because="")
                | (Q(closed_at__isnull=False) & ~Q(closed_because="")),
                violation_error_message="Write why the mark is taken off.",
            ),
        ]

    def __str__(self) -> str:
        return self.note[:80]

    @property
    def is_late(self) -> bool:
        """Whether it is open after its day."""
        return self.closed_at is None and self.due < timezone.localdate()
