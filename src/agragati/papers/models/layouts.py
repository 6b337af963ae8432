"""How the papers of an office look."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet
from agragati.records.models import Attachment


class PaperLayoutQuerySet(ScopedQuerySet["PaperLayout"]):
    """A layout belongs to its office."""


class PaperLayout(models.Model):
    """The layout of an office's letters: type size, margins (mm), lines and mark of the letterhead, words at the foot.

    An office without one has the layout of the Secretariat Instructions.
    """

    office = models.OneToOneField(Office, models.CASCADE, related_name="+")
    size = models.PositiveSmallIntegerField(default=12, help_text="points")
    left = models.PositiveSmallIntegerField(default=25)
    right = models.PositiveSmallIntegerField(default=20)
    top = models.PositiveSmallIntegerField(default=18)
    bottom = models.PositiveSmallIntegerField(default=20)
    lines = models.TextField(blank=True, help_text="lines of the letterhead; empty: made from the office")
    logo = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    foot = models.CharField(max_length=150, blank=True)

    objects = PaperLayoutQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_paper_can_be_read",
                condition=Q(size__range=(10, 16), left__range=(10, 50), right__range=(10, 50))
                & Q(top__range=(10, 60), bottom__range=(12, 60)),
                violation_error_message="The type is 10 to 16 points, a margin 10 to 60 millimetres.",
            )
        ]

    def __str__(self) -> str:
        return str(self.office)
