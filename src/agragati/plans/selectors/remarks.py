"""Remarks on one indicator: on the row as a whole, and on each single value that was entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from agragati.org.access import Access
from agragati.records.models import Comment

from ..models import ProgressEvent
from ..rules.wording import day_text, value_text
from .sheets import IndicatorSheet

MOST = 100


@dataclass(frozen=True)
class Remark:
    """One remark; `value` names the entry it speaks of, "" for the row as a whole."""

    text: str
    by_label: str
    at: datetime
    value: str = ""


def about_row(indicator_id: int) -> str:
    """The label of remarks on a row."""
    return f"plan_indicator:{indicator_id}"


def about_value(event_id: int) -> str:
    """The label of remarks on one entry."""
    return f"progress_event:{event_id}"


def values_of(*, by: Access, sheet: IndicatorSheet) -> list[tuple[str, str]]:
    """The entries of a row at hand, newest first: (label, words)."""
    return [(about_value(event.pk), value_words(event)) for event in sheet.events]


def value_words(event: ProgressEvent) -> str:
    """An entry in a few words: its day and figure."""
    figure = ""
    if event.denominator is not None and event.numerator is not None:
        figure = f"{value_text(event.numerator)} / {value_text(event.denominator)}"
    elif event.quantity is not None:
        figure = value_text(event.quantity)
    elif event.figures:
        figure = " / ".join(value_text(Decimal(number)) for number in event.figures.values())
    return " · ".join(filter(None, (day_text(event.day), figure, event.text[:60])))


def remarks_of(*, by: Access, sheet: IndicatorSheet) -> list[Remark]:
    """Remarks on a row at hand and on its entries, oldest first (the newest 100)."""
    names = {about_row(sheet.row.record.pk): "", **dict(values_of(by=by, sheet=sheet))}
    rows = Comment.objects.visible_to(by).filter(about__in=list(names)).order_by("-pk")[:MOST]
    return [Remark(row.text, row.by_label, row.at, names[row.about]) for row in reversed(rows)]
