"""What is known of an SMS gateway at this moment, the mode of keys, and SMS that came in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agragati.org.models import ApiToken, Office
from agragati.org.scope import ScopedQuerySet

from ..choices import Answer, InboundState, Mode
from .obligations import Obligation


class GatewayState(models.Model):
    """The allowed rate's bucket (one row lock shared by all workers), the rest after slowness, and the typed price."""

    name = models.CharField(max_length=40, primary_key=True)
    tokens = models.DecimalField(max_digits=16, decimal_places=6, default=0)
    counted_at = models.DateTimeField(default=timezone.now)
    rests_until = models.DateTimeField(null=True)
    price = models.DecimalField(max_digits=8, decimal_places=4, null=True, help_text="taka a part; null: nobody knows")
    price_by = models.CharField(max_length=300, blank=True)
    price_memo = models.CharField(max_length=120, blank=True, help_text="the contract or letter that names it")
    priced_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class KeyMode(models.Model):
    """How far what a key (API token) sends may go; a key without a row sends to nobody."""

    token = models.OneToOneField(ApiToken, models.CASCADE, related_name="+")
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.TEST)

    def __str__(self) -> str:
        return f"{self.token}: {self.mode}"


class InboundQuerySet(ScopedQuerySet["Inbound"]):
    """Read by who sees the office of the number; unknown numbers by who manages messages."""


class Inbound(models.Model):
    """An SMS that came in: kept as it came, whoever it is from."""

    gateway = models.CharField(max_length=40)
    provider_id = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=40)
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=20, choices=InboundState)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    office = models.ForeignKey(Office, models.SET_NULL, null=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    obligation = models.ForeignKey(Obligation, models.SET_NULL, null=True, related_name="+")

    objects = InboundQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["gateway", "provider_id"], condition=~Q(provider_id=""), name="an_inbound_sms_once"
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
