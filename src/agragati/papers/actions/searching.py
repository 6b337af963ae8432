"""Deeds on an office's own fields and on searches that are kept."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.org.selectors import own_office

from ..choices import FieldKind
from ..models import PaperField, PaperFieldValue, PaperReading, SavedSearch
from ..rules.fields import read_value

MOST_FIELDS, MOST_SEARCHES = 30, 50


@transaction.atomic
def make_field(*, by: Access, name: str, kind: str, options: str = "") -> PaperField:
    """Add a field to the papers that the own office had read. `options` are lines, for a choice.

    Raises BadInput for a name that is taken, a choice of fewer than two, and above 30 fields; Refused.
    """
    by.require(P.PAPER_ISSUE, by.office_path)
    office, words = own_office(by=by), normalise(name).strip()[:100]
    listed = list(dict.fromkeys(line for part in normalise(options).splitlines() if (line := part.strip()[:200])))
    standing = PaperField.objects.filter(office=office, removed_at__isnull=True)
    if not words:
        raise BadInput("Give the field a name.", field="name")
    if kind not in FieldKind.values:
        raise BadInput("There is no such kind of field.", field="kind")
    if kind == FieldKind.CHOICE and len(listed) < 2:
        raise BadInput("Write at least two lines to choose from.", field="options")
    if standing.filter(name=words).exists():
        raise BadInput("Your office has a field of this name.", field="name")
    if standing.count() >= MOST_FIELDS:
        raise BadInput("An office has at most %(count)s fields of its own.", field="name", count=MOST_FIELDS)
    made = PaperField.objects.create(
        office=office, name=words, kind=kind, options="\n".join(listed) if kind == FieldKind.CHOICE else ""
    )
    record(by=by, deed="papers.make_field", about=f"paper_field:{made.pk}", label=words, values={"kind": kind})
    return made


@transaction.atomic
def remove_field(*, by: Access, field: PaperField) -> None:
    """Take a field away; what it said of papers is kept but no longer shown."""
    by.require(P.PAPER_ISSUE, field.office.path)
    field.removed_at = timezone.now()
    field.save(update_fields=["removed_at"])
    record(by=by, deed="papers.remove_field", about=f"paper_field:{field.pk}", label=field.name)


@transaction.atomic
def fill_fields(*, by: Access, reading: PaperReading, values: Mapping[PaperField, str]) -> None:
    """Write what the office's own fields say of a paper; an empty text takes the value away.

    Raises BadInput at field "field_12" for what is no number, no day, or not on the list.
    """
    by.require(P.PAPER_DRAFT, reading.office.path)
    for field, typed in values.items():
        try:
            value = read_value(field.kind, typed, field.options.splitlines())
        except BadInput as error:
            raise BadInput(error.key, field=f"field_{field.pk}", **error.params) from error
        rows = PaperFieldValue.objects.filter(reading=reading, field=field)
        if value is None:
            rows.delete()
        else:
            new = {"text": value.text, "number": value.number, "day": value.day}
            PaperFieldValue.objects.update_or_create(reading=reading, field=field, defaults=new)
    record(by=by, deed="papers.fill_fields", about=f"paper_reading:{reading.pk}", label=str(reading),
           values={field.name: typed[:200] for field, typed in values.items()})  # fmt: skip


@transaction.atomic
def save_search(*, by: Access, name: str, query: str, is_shared: bool = False) -> SavedSearch:
    """Keep a search (the part of its address behind "?") under a name; a name of one's own is used anew.

    Raises BadInput without a name or question, and above 50 searches.
    """
    by.require(P.PAPER_VIEW)
    office, words = own_office(by=by), normalise(name).strip()[:100]
    if not words:
        raise BadInput("Give the search a name.", field="name")
    if not query or len(query) > 1000:
        raise BadInput("There is nothing to search for. Search first, then keep the search.", field="name")
    mine = SavedSearch.objects.filter(office=office, user_id=by.user_id or 0)
    if not mine.filter(name=words).exists() and mine.count() >= MOST_SEARCHES:
        raise BadInput("You keep %(count)s searches already. Remove one first.", field="name", count=MOST_SEARCHES)
    made, _ = SavedSearch.objects.update_or_create(
        office=office, user_id=by.user_id or 0, name=words, defaults={"query": query, "is_shared": is_shared}
    )
    record(by=by, deed="papers.save_search", about=f"saved_search:{made.pk}", label=words, values={"shared": is_shared})
    return made


@transaction.atomic
def remove_search(*, by: Access, search: SavedSearch) -> None:
    """Take a search of one's own away."""
    record(by=by, deed="papers.remove_search", about=f"saved_search:{search.pk}", label=search.name)
    search.delete()
