"""What is known of an SMS gateway at this moment."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class GatewayState(models.Model):
    """The allowed rate's bucket (one row lock shared by all workers) and the rest after slowness."""

    name = models.CharField(max_length=40, primary_key=True)
    tokens = models.DecimalField(max_digits=16, decimal_places=6, default=0)
    counted_at = models.DateTimeField(default=timezone.now)
    rests_until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
