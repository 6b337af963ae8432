"""One meeting and everyone asked to come."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from agragati.org.access import Access
from agragati.org.models import Committee, Office, Post
from agragati.org.scope import ScopedQuerySet
from agragati.records.models import Attachment

from ..choices import (
    FROZEN_STATES,
    CameBy,
    InviteKind,
    Layout,
    MeetingState,
    Mode,
    Presence,
    Rsvp,
    Seniority,
)
from ..rules.states import MEETING_MOVES, pairs
from .series import Series


class MeetingQuerySet(ScopedQuerySet["Meeting"]):
    """Meetings belong to their office; whoever is invited sees them too."""

    def visible_to(self, access: Access) -> MeetingQuerySet:
        """Meetings of offices within the view, and those to which the reader's post is invited."""
        if access.is_system or access.view.everything:
            return self
        invited = Invitation.objects.filter(post_id=access.post_id or 0).values("meeting")
        chairs = Q(chair_post_id=access.post_id or 0) | Q(secretary_post_id=access.post_id or 0)
        return self.filter(access.view.as_q(self.office_path, self.area_path) | Q(pk__in=invited) | chairs)


@pghistory.track()
class Meeting(models.Model):
    """One meeting from plan to published minutes. `chair` and `secretary` are as printed, also for people outside.

    Texts typed by several people carry a version each in `versions`.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    series = models.ForeignKey(Series, models.PROTECT, null=True, blank=True, related_name="meetings")
    committee = models.ForeignKey(Committee, models.PROTECT, null=True, blank=True, related_name="+")
    previous = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=20, choices=MeetingState, default=MeetingState.PLANNED)
    called_off_because = models.CharField(max_length=300, blank=True)
    reopened_because = models.CharField(max_length=300, blank=True, help_text="why the minutes went back from draft")
    mode = models.CharField(max_length=20, choices=Mode, default=Mode.IN_PERSON)
    place = models.CharField(max_length=250, blank=True)
    link = models.URLField(max_length=400, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    chair_post = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+")
    chair = models.CharField(max_length=300, blank=True, help_text="name, designation")
    secretary_post = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+")
    secretary = models.CharField(max_length=300, blank=True, help_text="name, designation")
    quorum = models.PositiveSmallIntegerField(default=0)
    check_code = models.CharField(max_length=6, blank=True)
    layout = models.CharField(max_length=1, choices=Layout, default=Layout.FIVE)
    section = models.CharField(max_length=200, blank=True, help_text="section printed in the letterhead")
    opening = models.TextField(blank=True, help_text="numbered paragraphs before the table, one a line")
    closing = models.TextField(blank=True)
    versions = models.JSONField(default=dict, blank=True)
    notice_memo_no = models.CharField(max_length=60, blank=True)
    notice_day = models.DateField(null=True, blank=True)
    memo_no = models.CharField(max_length=60, blank=True)
    issue_date = models.DateField(null=True, blank=True)
    distribution = models.TextField(blank=True, help_text="one recipient a line")
    seniority = models.CharField(max_length=12, choices=Seniority, default=Seniority.UNORDERED)
    published_at = models.DateTimeField(null=True, blank=True)
    imported_from = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    printed = models.JSONField(default=dict, blank=True, help_text="how imported minutes were laid out on paper")
    invite_code = models.CharField(max_length=12, blank=True, help_text="who knows it may put the own post on the list")
    search_key = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    is_demo = models.BooleanField(default=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-id"]
        indexes = [
            models.Index(fields=["office", "starts_at"], name="meeting_office_time"),
            models.Index(fields=["series", "starts_at"], name="meeting_series_time"),
            GinIndex(fields=["search_key"], name="meeting_search", opclasses=["gin_trgm_ops"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["series", "starts_at"], name="one_meeting_of_a_series_at_a_time"),
            models.CheckConstraint(
                name="meeting_ends_after_it_starts",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                violation_error_message="A meeting cannot end before it begins.",
            ),
            models.CheckConstraint(
                name="meeting_called_off_says_why",
                condition=~Q(state="called_off") | ~Q(called_off_because=""),
                violation_error_message="Write why the meeting is called off.",
            ),
            models.CheckConstraint(
                name="published_minutes_are_issued",
                condition=~Q(state="published") | (Q(issue_date__isnull=False) & Q(published_at__isnull=False)),
                violation_error_message="Minutes are published once they are issued.",
            ),
            models.CheckConstraint(
                name="check_code_has_six_digits",
                condition=Q(check_code="") | Q(check_code__regex=r"^[0-9]{6}$"),
                violation_error_message="The code has six digits.",
            ),
        ]
        triggers = [pgtrigger.FSM(name="meeting_state_by_table", field="state", transitions=pairs(MEETING_MOVES))]

    def __str__(self) -> str:
        return self.title

    @property
    def is_frozen(self) -> bool:
        """Whether the minutes are signed: nothing of them may be changed."""
        return self.state in FROZEN_STATES

    @property
    def is_issued(self) -> bool:
        """Whether the secretary has issued the signed minutes."""
        return self.is_frozen and self.issue_date is not None


class InvitationQuerySet(ScopedQuerySet["Invitation"]):
    """Invitations belong to the office of their meeting."""

    office_path = "meeting__office__path"
    area_path = "meeting__office__area__path"


class Invitation(models.Model):
    """Someone asked to come: a post of the register, or a named person. `name` is as the papers print it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    designation = models.CharField(max_length=250, blank=True)
    office_name = models.CharField(max_length=250, blank=True)
    role = models.CharField(max_length=60, blank=True, help_text="role in the committee as printed")
    kind = models.CharField(max_length=10, choices=InviteKind, default=InviteKind.MEMBER)
    position = models.PositiveSmallIntegerField(default=0)
    rsvp = models.CharField(max_length=10, choices=Rsvp, default=Rsvp.NONE)
    rsvp_note = models.CharField(max_length=300, blank=True)
    rsvp_at = models.DateTimeField(null=True, blank=True)
    presence = models.CharField(max_length=10, choices=Presence, default=Presence.UNKNOWN)
    came_by = models.CharField(max_length=10, choices=CameBy, blank=True)
    came_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "post"], condition=Q(post__isnull=False), name="a_post_is_invited_once"
            ),
            models.CheckConstraint(
                name="invitation_names_someone",
                condition=Q(post__isnull=False) | ~Q(name="") | ~Q(designation=""),
                violation_error_message="Name a post or a person.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.designation
