"""Labels asked of the database."""

from __future__ import annotations

from django.db.models import Q

from ..rules.labels import label_pattern


def labelled(label: str, *fields: str) -> Q:
    """Rows with the label in one of the texts."""
    found = Q(pk__in=[])
    for field in fields:
        found |= Q(**{f"{field}__regex": label_pattern(label)})
    return found
