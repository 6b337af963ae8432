"""One row per deed. Ids are plain numbers, so that the log stands below everything and outlives it."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from .choices import about_words, deed_words


class Deed(models.Model):
    """A named action that happened, with both names when someone acted for another."""

    at = models.DateTimeField(auto_now_add=True)
    name = models.CharField(max_length=80)
    about = models.CharField(max_length=80)
    about_label = models.CharField(max_length=300, blank=True)
    user_id = models.BigIntegerField(null=True)
    posting_id = models.BigIntegerField(null=True)
    acting_for_id = models.BigIntegerField(null=True)
    actor_label = models.CharField(max_length=300)
    office_path = models.TextField(db_collation="C", blank=True)
    values = models.JSONField(default=dict)
    seal = models.CharField(max_length=64, blank=True, help_text="hash over this row and the seal before it")

    class Meta:
        indexes = [
            models.Index(fields=["about", "-id"], name="deed_about"),
            models.Index(fields=["office_path", "-id"], name="deed_office"),
            models.Index(fields=["user_id", "-id"], name="deed_user"),
            models.Index(fields=["id"], condition=Q(seal=""), name="deed_unsealed"),
        ]
        triggers = [
            pgtrigger.Protect(name="deeds_stay", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="deeds_are_final",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.seal <> '' OR (to_jsonb(OLD) - 'seal') IS DISTINCT FROM (to_jsonb(NEW) - 'seal')"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.about}"

    @property
    def words(self) -> str:
        """The deed as people call it."""
        return deed_words(self.name)

    @property
    def kind(self) -> str:
        """What kind of thing the deed was about, as people call it."""
        return about_words(self.about)


class SubmitKey(models.Model):
    """One submit of one form: sent twice, done once. `answer` is where the first one led."""

    key = models.CharField(max_length=64, primary_key=True)
    user_id = models.BigIntegerField(null=True)
    deed = models.CharField(max_length=80)
    answer = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["at"], name="submit_made_at")]

    def __str__(self) -> str:
        return self.deed
