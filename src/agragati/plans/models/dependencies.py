"""What an indicator needs from another office (নির্ভরশীলতা), asked of that office by name."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q

from agragati.org.access import Access
from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet

from ..choices import DependencyState
from .plans import PlanIndicator


class DependencyQuerySet(ScopedQuerySet["Dependency"]):
    """Dependencies belong to the office of the plan; the office asked sees them too."""

    office_path = "indicator__plan__office__path"
    area_path = "indicator__plan__office__area__path"

    def visible_to(self, access: Access) -> DependencyQuerySet:
        """Those of visible plans, and those asked of a visible office."""
        if access.is_system or access.view.everything:
            return self
        own = access.view.as_q(self.office_path, self.area_path)
        return self.filter(own | access.view.as_q("office__path", "office__area__path"))


@pghistory.track()
class Dependency(models.Model):
    """One thing that another office has to deliver so that an indicator can be reached."""

    indicator = models.ForeignKey(PlanIndicator, models.CASCADE, related_name="dependencies")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", help_text="the office asked")
    what = models.CharField(max_length=500)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=DependencyState, default=DependencyState.OPEN)
    asked_label = models.CharField(max_length=300)
    asked_at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=1000, blank=True)
    answered_label = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = DependencyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "dependencies"
        constraints = [
            models.CheckConstraint(
                name="a_met_dependency_says_how",
                condition=Q(state="open") | (~Q(answer="") & Q(answered_at__isnull=False)),
                violation_error_message="Write the answer.",
            )
        ]

    def __str__(self) -> str:
        return self.what[:80]
