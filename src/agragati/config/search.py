"""What the search box asks: one visible table of questions, answered in this order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.org.access import Access, P
from agragati.org.selectors import office_options
from agragati.plans.selectors import indicators_found
from agragati.ui.rules import Hit

# A question: find(by=access, text=normalised text, limit=n) → hits within the asker's search scope.
Find = Callable[..., Sequence[Hit]]
LIMIT = 8
SHORTEST = 2


def find_offices(*, by: Access, text: str, limit: int) -> Sequence[Hit]:
    """Offices by name, in Bangla or in Latin letters."""
    if not by.may(P.OFFICE_VIEW):
        return []
    rows = office_options(by=by, query=text, within="view", limit=limit)
    return [Hit(row.name, reverse("org:office", args=[row.pk]), row.above) for row in rows]


def find_indicators(*, by: Access, text: str, limit: int) -> Sequence[Hit]:
    """Indicators of one's own office's plans by words or code."""
    if by.office_id is None or not by.may(P.PLAN_VIEW):
        return []
    rows = indicators_found(by=by, office_id=by.office_id, text=text, limit=limit)
    return [Hit(label, reverse("plans:indicator", args=[pk])) for pk, label in rows]


SEARCHES: list[tuple[str | Promise, Find]] = [
    (_("Indicators"), find_indicators),
    (_("Offices"), find_offices),
]


def found(*, by: Access, text: str) -> list[tuple[str | Promise, Sequence[Hit]]]:
    """Each group that found something, with at most `LIMIT` hits."""
    if len(text) < SHORTEST:
        return []
    answers = [(label, find(by=by, text=text, limit=LIMIT)) for label, find in SEARCHES]
    return [(label, hits) for label, hits in answers if hits]
