"""What the search box asks: one visible table of questions, answered in this order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _  # noqa: F401  (rows of the table use it)

from agragati.org.access import Access
from agragati.ui.rules import Hit

# A question: find(by=access, text=normalised text, limit=n) → hits within the asker's search scope.
Find = Callable[..., Sequence[Hit]]
SEARCHES: list[tuple[str | Promise, Find]] = []
LIMIT = 8
SHORTEST = 2


def found(*, by: Access, text: str) -> list[tuple[str | Promise, Sequence[Hit]]]:
    """Each group that found something, with at most `LIMIT` hits."""
    if len(text) < SHORTEST:
        return []
    answers = [(label, find(by=by, text=text, limit=LIMIT)) for label, find in SEARCHES]
    return [(label, hits) for label, hits in answers if hits]
