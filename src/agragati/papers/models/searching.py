"""What an office adds to papers that were read, and the searches a person keeps."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from agragati.org.access import Access
from agragati.org.models import Office
from agragati.org.scope import ScopedQuerySet

from ..choices import FieldKind
from .reading import PaperReading


class PaperFieldQuerySet(ScopedQuerySet["PaperField"]):
    """Fields belong to the office that made them."""

    def visible_to(self, access: Access) -> PaperFieldQuerySet:
        """Fields of the office in which `access` works."""
        return self if access.is_system else self.filter(office_id=access.office_id or 0)


class PaperField(models.Model):
    """A field of an office's own for papers that were read, such as the sender or the sum of a bill."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=6, choices=FieldKind, default=FieldKind.TEXT)
    options = models.TextField(blank=True, help_text="one a line, for a choice")
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PaperFieldQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "name"],
                condition=Q(removed_at__isnull=True),
                name="one_field_of_a_name",
                violation_error_message="Your office has a field of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class PaperFieldValueQuerySet(ScopedQuerySet["PaperFieldValue"]):
    """Values are read with their paper."""

    def visible_to(self, access: Access) -> PaperFieldValueQuerySet:
        """Values at papers of the office in which `access` works."""
        return self if access.is_system else self.filter(reading__office_id=access.office_id or 0)


class PaperFieldValue(models.Model):
    """What a field says of one paper: `text` as it is shown and searched, `number` or `day` beside it."""

    reading = models.ForeignKey(PaperReading, models.CASCADE, related_name="values")
    field = models.ForeignKey(PaperField, models.PROTECT, related_name="+")
    text = models.CharField(max_length=500)
    number = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    day = models.DateField(null=True, blank=True)

    objects = PaperFieldValueQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["field", "number"]), models.Index(fields=["field", "day"])]
        constraints = [models.UniqueConstraint(fields=["reading", "field"], name="one_value_of_a_field")]

    def __str__(self) -> str:
        return f"{self.field}: {self.text}"


class SavedSearchQuerySet(ScopedQuerySet["SavedSearch"]):
    """A search belongs to a person; a shared one to everyone of the office."""

    def visible_to(self, access: Access) -> SavedSearchQuerySet:
        """Own searches, and the shared ones of the office in which `access` works."""
        if access.is_system:
            return self
        mine = Q(user_id=access.user_id or 0) | Q(is_shared=True)
        return self.filter(mine, office_id=access.office_id or 0)


class SavedSearch(models.Model):
    """A search of read papers under a name; `query` is the part of the address behind the question mark."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=1000)
    is_shared = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "user", "name"],
                name="one_search_of_a_name",
                violation_error_message="You have a search of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name
