"""Lists by pages."""

from __future__ import annotations

from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

from ..access import Access

PER_PAGE = 50
_M = TypeVar("_M", bound=Model)


def page_of(*, by: Access, rows: QuerySet[_M], number: int) -> Page[_M]:
    """Page `number` (the nearest there is) of rows that a selector has already scoped to `by`."""
    by.require_signed_in()
    return Paginator(rows, PER_PAGE).get_page(number)
