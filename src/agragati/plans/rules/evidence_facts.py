"""Figures that stand in a piece of proof, typed beside it so that a machine can check them.

Written one a line, "name: figure"; a section-wise statement is a table with one line a section:
section, e-notes presented, disposed, hard notes presented, disposed (tabs or | between).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from agragati.kernel.errors import BadInput
from agragati.kernel.numbers import parse_number
from agragati.kernel.text import normalise

from .reasons import Reason, because

# What may be typed, in either language → name.
NAMES: Mapping[str, str] = {
    "সময় আগে": "time_before", "time before": "time_before",
    "খরচ আগে": "cost_before", "cost before": "cost_before",
    "যাতায়াত আগে": "visits_before", "visits before": "visits_before",
    "সময় পরে": "time_after", "time after": "time_after",
    "খরচ পরে": "cost_after", "cost after": "cost_after",
    "যাতায়াত পরে": "visits_after", "visits after": "visits_after",
    "ধাপ আগে": "steps_before", "steps before": "steps_before",
    "ধাপ পরে": "steps_after", "steps after": "steps_after",
    "বরাদ্দ": "allocated", "allocated": "allocated",
    "ব্যয়": "spent", "spent": "spent",
    "উপস্থিতি": "attendance", "attendance": "attendance",
    "সেবার সংখ্যা": "services", "services": "services",
}  # fmt: skip
_NAMES = {normalise(name).lower(): value for name, value in NAMES.items()}
MOST_SECTIONS = 200


@dataclass(frozen=True, slots=True)
class Section:
    """One section's notes: presented and disposed, electronic and hard."""

    name: str
    e_presented: Decimal
    e_disposed: Decimal
    hard_presented: Decimal
    hard_disposed: Decimal


@dataclass(frozen=True, slots=True)
class Facts:
    """Named figures, and the sections of a statement."""

    figures: tuple[tuple[str, Decimal], ...] = ()
    sections: tuple[Section, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.figures or self.sections)

    def get(self, name: str) -> Decimal | None:
        """Give a figure, None when it was not typed."""
        return dict(self.figures).get(name)

    def electronic_share(self) -> tuple[Decimal, Decimal]:
        """Give (disposed electronically, disposed in all): the office's total over its sections."""
        done = sum((section.e_disposed for section in self.sections), Decimal(0))
        return done, done + sum((section.hard_disposed for section in self.sections), Decimal(0))

    def section_faults(self) -> Iterator[Reason]:
        """Give sections that disposed of more than was presented."""
        for section in self.sections:
            if section.e_disposed > section.e_presented or section.hard_disposed > section.hard_presented:
                yield because("evidence-section-over", text=section.name)

    def as_json(self) -> dict[str, object]:
        """Give what the database keeps."""
        rows = [[s.name, *(str(n) for n in (s.e_presented, s.e_disposed, s.hard_presented, s.hard_disposed))]
                for s in self.sections]  # fmt: skip
        return {"figures": {name: str(value) for name, value in self.figures}, "sections": rows} if self else {}

    @classmethod
    def from_json(cls, kept: Mapping[str, object]) -> Facts:
        """Read it back."""
        figures, rows = kept.get("figures"), kept.get("sections")
        named = figures.items() if isinstance(figures, Mapping) else ()
        return cls(
            tuple((str(name), Decimal(str(value))) for name, value in named),
            tuple(Section(str(r[0]), *(Decimal(str(n)) for n in r[1:5])) for r in rows)
            if isinstance(rows, list)
            else (),
        )


def read_facts(text: str) -> Facts:
    """Read what was typed. Raises BadInput (field `figures`) with the line that cannot be read."""
    figures: list[tuple[str, Decimal]] = []
    sections: list[Section] = []
    for number, line in enumerate(filter(str.strip, text.splitlines()), 1):
        parts = [part.strip() for part in re.split(r"\t|\|", line)]
        if len(parts) >= 5:
            sections.append(_section(parts, number))
        else:
            figures.append(_figure(line, number))
    if len(sections) > MOST_SECTIONS:
        raise BadInput("More than %(limit)s rows.", field="figures", limit=MOST_SECTIONS)
    return Facts(tuple(figures), tuple(sections))


def _section(parts: list[str], number: int) -> Section:
    try:
        amounts = [parse_number(part) for part in parts[1:5]]
    except BadInput as error:
        raise BadInput(
            "Line %(line)s: a section needs its name and four numbers.", field="figures", line=number
        ) from error
    if any(amount < 0 for amount in amounts):
        raise BadInput("Line %(line)s: a section needs its name and four numbers.", field="figures", line=number)
    return Section(normalise(parts[0]), *amounts)


def _figure(line: str, number: int) -> tuple[str, Decimal]:
    name, colon, figure = line.rpartition(":")
    known = _NAMES.get(normalise(name).strip().lower())
    if not colon or known is None:
        raise BadInput("Line %(line)s: write a known name, a colon and a number.", field="figures", line=number)
    try:
        return known, parse_number(figure)
    except BadInput as error:
        raise BadInput(
            "Line %(line)s: write a known name, a colon and a number.", field="figures", line=number
        ) from error
