"""A message to many, and one row for each recipient and channel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from psycopg import sql

from agragati.org.models import Office, Post, Posting
from agragati.org.scope import ScopedQuerySet

from ..choices import Channel, DispatchState, Mode, Reason, State
from .obligations import Obligation


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value  # a choice as its value


class DispatchQuerySet(ScopedQuerySet["Dispatch"]):
    """A message to many belongs to the office that sends and pays."""


class Dispatch(models.Model):
    """One deed's message: text, rule of recipients, and when it was resolved into rows. `key` is given once."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    key = models.CharField(max_length=160, unique=True)
    deed = models.CharField(max_length=80)
    about = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300)
    template_key = models.CharField(max_length=60, blank=True)
    template_version = models.PositiveIntegerField(null=True)
    language = models.CharField(max_length=2, default="bn")
    subject = models.CharField(max_length=300)
    text = models.TextField()
    sms_text = models.TextField(blank=True)
    url = models.CharField(max_length=300, blank=True)
    rule = models.JSONField(default=dict)
    values = models.JSONField(default=dict)
    table = models.JSONField(default=dict, help_text="values by office code, from a list")
    channels = models.JSONField(default=list)
    state = models.CharField(max_length=20, choices=DispatchState, default=DispatchState.DRAFT)
    why = models.CharField(max_length=300, blank=True)
    send_at = models.DateTimeField(null=True)
    is_urgent = models.BooleanField(default=False, help_text="SMS outside the sending window")
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.LIVE, help_text="how far it may go")
    is_reminder = models.BooleanField(default=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    posting = models.ForeignKey(Posting, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(null=True)
    resolved = models.PositiveIntegerField(null=True, help_text="recipients found when it was sent")

    objects = DispatchQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["office", "-id"], name="dispatch_office"),
            models.Index(fields=["about"], name="dispatch_about"),
            models.Index(fields=["send_at"], condition=Q(state="scheduled"), name="dispatch_scheduled"),
        ]

    def __str__(self) -> str:
        return self.title


class MessageQuerySet(ScopedQuerySet["Message"]):
    """A message belongs to the office it goes to; who sent it reads it through the dispatch."""

    def write_back(self, rows: Sequence[Message], names: Sequence[str]) -> None:
        """Write these fields of many rows at one stroke: `bulk_update` takes ten times as long for a hundred rows."""
        fields = [cast("models.Field[Any, Any]", self.model._meta.get_field(name)) for name in names]
        columns, comma = [sql.Identifier(str(field.column)) for field in fields], sql.SQL(", ")
        arrays = ", ".join(f"%s::{(field.db_type(connection) or '').partition('(')[0]}[]" for field in fields)
        statement = sql.SQL(
            "UPDATE {table} AS m SET {sets} FROM unnest(%s::bigint[], {arrays}) AS v(id, {names}) WHERE m.id = v.id"
        ).format(
            table=sql.Identifier(self.model._meta.db_table), arrays=sql.SQL(arrays),
            sets=comma.join(sql.SQL("{0} = v.{0}").format(column) for column in columns), names=comma.join(columns),
        )  # fmt: skip
        values = [[_plain(getattr(row, field.attname)) for row in rows] for field in fields]
        if rows:
            with connection.cursor() as cursor:
                cursor.execute(statement, [[row.pk for row in rows], *values])


class Message(models.Model):
    """One message to one recipient by one channel. `key` (dispatch, recipient, channel) is written once for ever."""

    dispatch = models.ForeignKey(Dispatch, models.CASCADE, related_name="messages")
    key = models.CharField(max_length=200, unique=True)
    channel = models.CharField(max_length=10, choices=Channel)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    address = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    url = models.CharField(max_length=300, blank=True)
    answers = models.ForeignKey(Obligation, models.SET_NULL, null=True, related_name="+")
    parts = models.PositiveSmallIntegerField(null=True)
    cost = models.DecimalField(max_digits=12, decimal_places=4, null=True, help_text="taka reserved, then spent")
    state = models.CharField(max_length=20, choices=State, default=State.QUEUED)
    reason = models.CharField(max_length=30, choices=Reason, blank=True)
    words = models.CharField(max_length=300, blank=True, help_text="what the gateway said")
    is_urgent = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.UUIDField(null=True)
    claimed_at = models.DateTimeField(null=True)
    gateway = models.CharField(max_length=40, blank=True)
    is_pinned = models.BooleanField(default=False, help_text="only this gateway may try again: it may have it already")
    provider_id = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    folded_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["channel", "-is_urgent", "due_at", "id"], condition=Q(state="queued"), name="message_queued"
            ),
            models.Index(fields=["claimed_at"], condition=Q(state="sending"), name="message_sending"),
            models.Index(fields=["user"], condition=Q(state="held"), name="message_held"),
            models.Index(fields=["gateway", "claimed_at"], condition=~Q(gateway=""), name="message_gateway"),
            models.Index(fields=["gateway", "provider_id"], condition=~Q(provider_id=""), name="message_provider"),
            models.Index(fields=["post", "-id"], condition=Q(channel="in_app"), name="message_inbox"),
            models.Index(fields=["office", "-id"], name="message_office"),
            models.Index(fields=["address", "-id"], condition=Q(channel="sms"), name="message_number"),
        ]
        constraints = [
            models.CheckConstraint(
                name="sent_message_has_its_time",
                condition=~Q(state__in=["sent", "delivered"]) | Q(sent_at__isnull=False),
                violation_error_message="A sent message has its time.",
            ),
            models.CheckConstraint(
                name="unreached_message_says_why",
                condition=~Q(state__in=["unreachable", "unaffordable", "failed", "refused", "doubtful"])
                | ~Q(reason=""),
                violation_error_message="A message that did not get through says why.",
            ),
        ]

    def __str__(self) -> str:
        return self.subject or self.text[:60]


class MentionQuerySet(ScopedQuerySet["Mention"]):
    """Seen by who sees the duty."""

    office_path = "obligation__office__path"
    area_path = "obligation__office__area__path"


class Mention(models.Model):
    """A message spoke of a duty: the proof of notice."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="mentions")
    obligation = models.ForeignKey(Obligation, models.CASCADE, related_name="mentions")
    stage = models.CharField(max_length=40)

    objects = MentionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "obligation"], name="a_duty_once_per_message")]

    def __str__(self) -> str:
        return f"{self.message_id} → {self.obligation_id}"
