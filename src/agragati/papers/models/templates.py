"""An office's own templates of letters."""

from __future__ import annotations

from django.db import models

from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet

from ..choices import LetterKind


class LetterTemplateQuerySet(ScopedQuerySet["LetterTemplate"]):
    """Templates belong to their office."""


class LetterTemplate(models.Model):
    """A letter with placeholders in braces; the ready-made ones are files of this app, not rows."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=20, choices=LetterKind)
    text = models.JSONField()
    is_demo = models.BooleanField(default=False)

    objects = LetterTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="one_letter_template_of_a_name")]

    def __str__(self) -> str:
        return self.name
