"""The first keys of a long list over several ways to its rows, and one page of the rows they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Exists, Model, QuerySet

PER_PAGE = 25
MOST_LISTED = 300
PAGES_AHEAD = 3  # links to so many further pages are offered at once
_M = TypeVar("_M", bound=Model)
Key = tuple[Any, ...]
if TYPE_CHECKING:
    _Pages = Paginator[Any]
else:
    _Pages = Paginator


@dataclass(frozen=True)
class Way:
    """Rows to list, and what a row must also fit: cheap to ask of few rows, dear to ask of all."""

    rows: QuerySet[Any]
    fits: Sequence[Exists] = ()


class Listed(_Pages):
    """Pages over the keys found.

    `has_more` when there are more rows than `count`; `is_cut` when they cannot be paged to: the list ends at
    MOST_LISTED.
    """

    has_more = False

    @property
    def is_cut(self) -> bool:
        """Whether the list must be narrowed to see the rest."""
        return self.has_more and self.count >= MOST_LISTED


def most_for(page: int) -> int:
    """How many keys a page asks for: its own rows and those of the next pages, one more to know of a rest."""
    return min(MOST_LISTED, (page + PAGES_AHEAD) * PER_PAGE) + 1


def first_keys(ways: Iterable[Way], order: tuple[Any, ...], sorts: Callable[[Key], Key], most: int) -> list[int]:
    """The first keys over all ways in `order`, each once; `sorts` gives the same order for a key's values."""
    names = [part.lstrip("-") if isinstance(part, str) else part.expression.name for part in order if part != "pk"]
    found = {row[0]: row for way in ways for row in _first_of(way, order, names, most)}
    return [row[0] for row in sorted(found.values(), key=sorts)[:most]]


def _first_of(way: Way, order: tuple[Any, ...], names: list[str], most: int) -> list[Key]:
    """The first rows of one way.

    What a row must fit is asked of the first rows alone, where enough of them mostly do; of all only if they do not.
    """
    ordered = way.rows.order_by(*order).values_list("pk", *names)
    if not way.fits:
        return list(ordered[:most])
    near = list(ordered[: 2 * most])
    fitting = set(
        way.rows.model._default_manager.filter(*way.fits, pk__in=[key[0] for key in near]).values_list("pk", flat=True)
    )
    found = [key for key in near if key[0] in fitting]
    enough = len(found) >= most or len(near) < 2 * most
    return found[:most] if enough else list(ordered.filter(*way.fits)[:most])


def listed(keys: list[int], whole: QuerySet[_M], number: int) -> Page[_M]:
    """One page of the keys with its rows, in the order of the keys; the last key tells only that there is a rest."""
    most = most_for(number) - 1
    pages = Listed(keys[:most], PER_PAGE)
    pages.has_more = len(keys) > most
    page = pages.get_page(number)
    rows = whole.in_bulk(list(page.object_list))
    page.object_list = [rows[key] for key in page.object_list if key in rows]
    return page
