"""What a row may say it is counted from: the measures by name, pure, so that a framework file can be checked anywhere.

How each is counted stands in `plans/measures.py` under the same names (docs/algorithms/measures.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .choices import Derive, Unit
from .framework import Framework, Indicator
from .reasons import Finding, fault

_OF = "|"


@dataclass(frozen=True, slots=True)
class Countable:
    """Whether the records give a share or happenings, and the kinds by which a file may narrow them ("kind:review")."""

    is_share: bool = False
    kinds: tuple[str, ...] = ()


_MEETINGS = ("coordination", "review", "team", "jury", "other")
_LETTERS = (
    "letter", "office_memorandum", "office_order", "circular", "demi_official", "unofficial_note", "endorsement",
    "notification", "resolution", "press_release", "digital", "public_notice", "meeting_notice", "certificate",
    "amendment",
)  # fmt: skip
COUNTABLE: Mapping[str, Countable] = {
    "meetings.held": Countable(kinds=_MEETINGS),
    "letters.issued": Countable(kinds=_LETTERS),
    "decisions.implemented": Countable(is_share=True, kinds=_MEETINGS),
    "decisions.carried_out": Countable(is_share=True),
}


def split(text: str) -> tuple[str, str]:
    """The measure's name and how it is narrowed: "meetings.held|kind:review" → ("meetings.held", "kind:review")."""
    name, _bar, of = text.partition(_OF)
    return name.strip(), of.strip()


def join(name: str, of: str) -> str:
    """The two as one text; a measure that is not narrowed is its name alone."""
    return f"{name}{_OF}{of}" if of else name


def fits(name: str, indicator: Indicator) -> bool:
    """Whether a row can be counted so: shares for percentages, happenings for dates and counts."""
    if name not in COUNTABLE:
        return False
    if COUNTABLE[name].is_share:
        return indicator.measure is Unit.PERCENT and not indicator.formula
    return counts_happenings(indicator)


def counts_happenings(indicator: Indicator) -> bool:
    """Whether single happenings make the row's figure: a date, or a number of them."""
    if indicator.formula:
        return False
    return indicator.measure is Unit.DATE or indicator.derive in (Derive.SUM, Derive.COUNT)


def counting_findings(framework: Framework) -> Iterator[Finding]:
    """A measure nobody counts, a narrowing it does not know, or one that cannot count such a row."""
    for row in framework.indicators:
        if not row.counted_from:
            continue
        name, of = split(row.counted_from)
        if name not in COUNTABLE:
            yield fault("counted-unknown", row.code, text=name or "—")
        elif of and of.removeprefix("kind:") not in COUNTABLE[name].kinds:
            yield fault("counted-narrowed", row.code, text=of)
        elif not fits(name, row):
            yield fault("counted-unfit", row.code, text=name)
