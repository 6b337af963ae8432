"""What a person chose: how to be told, the calendar link, browsers that take notices."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ..choices import MailMode


def evening() -> datetime.time:
    """When quiet hours begin, where nobody chose otherwise."""
    return datetime.time(20, 0)


def morning() -> datetime.time:
    """When quiet hours end."""
    return datetime.time(7, 0)


class Preference(models.Model):
    """How one person wants to be told; without a row the defaults hold."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    mail = models.CharField(max_length=10, choices=MailMode, default=MailMode.AT_ONCE)
    takes_sms = models.BooleanField(default=True)
    takes_push = models.BooleanField(default=True)
    quiet_from = models.TimeField(default=evening)
    quiet_until = models.TimeField(default=morning)

    def __str__(self) -> str:
        return str(self.user)


class FeedLink(models.Model):
    """A calendar link of one person; only the digest of its secret is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at__isnull=True), name="one_open_feed_per_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}"


class PushSubscription(models.Model):
    """A browser that takes push notices for one person."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    endpoint = models.URLField(max_length=500, unique=True)
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user}"
