"""Motions: a decision put forward, or another wording of one, and how the members voted."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models

from agragati.org.scope import ScopedQuerySet

from ..choices import Ballot, MotionState
from ..rules.states import MOTION_MOVES, pairs
from .agenda import AgendaItem
from .decisions import Decision
from .laws import APPEND_ONLY
from .meetings import Invitation


class MotionQuerySet(ScopedQuerySet["Motion"]):
    """Motions are seen with the office of their meeting."""

    office_path = "item__office__path"
    area_path = "item__office__area__path"


@pghistory.track()
class Motion(models.Model):
    """A text that a member puts forward under an item; with `amends` it is another wording of that decision."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="motions")
    amends = models.ForeignKey(Decision, models.SET_NULL, null=True, blank=True, related_name="+")
    before = models.TextField(blank=True, help_text="the wording it would change, as it stood")
    text = models.TextField()
    state = models.CharField(max_length=12, choices=MotionState, default=MotionState.OPEN)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)

    objects = MotionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        triggers = [pgtrigger.FSM(name="motion_state_by_table", field="state", transitions=pairs(MOTION_MOVES))]

    def __str__(self) -> str:
        return self.text[:80]


class VoteQuerySet(ScopedQuerySet["Vote"]):
    """Votes are seen with their motion."""

    office_path = "motion__item__office__path"
    area_path = "motion__item__office__area__path"


class Vote(models.Model):
    """One member's vote on a motion, given once."""

    motion = models.ForeignKey(Motion, models.CASCADE, related_name="votes")
    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")
    ballot = models.CharField(max_length=8, choices=Ballot)
    at = models.DateTimeField(auto_now_add=True)

    objects = VoteQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["motion", "invitation"], name="one_vote_per_member")]
        triggers = [pgtrigger.Protect(name="votes_stay", operation=APPEND_ONLY)]

    def __str__(self) -> str:
        return f"{self.motion_id}: {self.ballot}"
