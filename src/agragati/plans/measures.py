"""How rows are counted from the product's own records: one visible table (docs/algorithms/measures.md).

Each name stands in `rules/countable.py` too, where framework files are checked. Workshops, the portal, e-file
statistics and the service register get their line here with their apps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.org.access import Access

from .choices import EvidenceKind, Source
from .models import Plan
from .rules.countable import fits, join, split
from .rules.framework import Indicator
from .selectors import measured
from .selectors.measured import Options, Proven


class Count(Protocol):
    """Happenings of a plan's office and year, narrowed by `of`."""

    def __call__(self, *, by: Access, plan: Plan, of: str) -> list[Proven]: ...


class Narrow(Protocol):
    """What of a plan's own office further narrows a measure: (`of`, words)."""

    def __call__(self, *, by: Access, plan: Plan) -> Options: ...


@dataclass(frozen=True)
class Measure:
    """One way to count: its words, how it counts, how its events and their proof are labelled, and what narrows it.

    `general` narrows it for every office and may stand in a framework file; `own` is what the office has besides.
    """

    words: str | Promise
    count: Count
    source: Source
    kind: EvidenceKind
    general: Options
    own: Narrow = measured.nothing_own

    def options(self, *, by: Access, plan: Plan) -> Options:
        """Every way to narrow it for a plan: (`of`, words)."""
        return [*self.general, *self.own(by=by, plan=plan)]


MEASURES: dict[str, Measure] = {
    "meetings.held": Measure(
        _("Meetings with signed minutes"), measured.meetings_held, Source.MEETING, EvidenceKind.MINUTES,
        measured.MEETING_KINDS, measured.own_meetings,
    ),
    "letters.issued": Measure(
        _("Letters issued"), measured.letters_issued, Source.LETTER, EvidenceKind.OFFICE_ORDER, measured.LETTER_KINDS,
    ),
    "decisions.implemented": Measure(
        _("Decisions of the office's meetings implemented by the end of the quarter"), measured.decisions_implemented,
        Source.DECISION, EvidenceKind.REPORT, measured.MEETING_KINDS, measured.own_meetings,
    ),
    "decisions.carried_out": Measure(
        _("Decisions given to the office carried out by the end of the quarter"), measured.decisions_carried_out,
        Source.DECISION, EvidenceKind.REPORT, measured.ALL_OF_THEM,
    ),
}  # fmt: skip


def kind_for(measure: Measure, indicator: Indicator) -> EvidenceKind:
    """The kind of proof the row asks for, where its papers can be that; else the measure's own."""
    near = {
        EvidenceKind.MINUTES: (EvidenceKind.MINUTES, EvidenceKind.COORDINATION_MINUTES),
        EvidenceKind.OFFICE_ORDER: (EvidenceKind.OFFICE_ORDER, EvidenceKind.NOTICE, EvidenceKind.CERTIFICATE),
        EvidenceKind.REPORT: (EvidenceKind.SECTION_STATEMENT, EvidenceKind.REPORT),
    }  # fmt: skip
    asked = [EvidenceKind(one.kind) for one in indicator.evidence if one.kind in EvidenceKind.values]
    return next((kind for kind in asked if kind in near.get(measure.kind, ())), measure.kind)


def offered(*, by: Access, plan: Plan, indicator: Indicator) -> list[tuple[str, Options]]:
    """What a row may be counted from, as a list of choices: (words, [("measure|of", words)]); empty: nothing fits."""
    return [_group(name, MEASURES[name].options(by=by, plan=plan)) for name in MEASURES if fits(name, indicator)]


def for_a_table() -> list[tuple[str, Options]]:
    """What a framework may name, as a list of choices: narrowed by nothing that only one office has."""
    return [_group(name, one.general) for name, one in MEASURES.items()]


def _group(name: str, options: Options) -> tuple[str, Options]:
    return str(MEASURES[name].words), [(join(name, of), words) for of, words in options]


def measure_words(counted_from: str) -> str:
    """What a framework names, in words: "Meetings with signed minutes (Review meeting)"; an unknown name as it is."""
    name, of = split(counted_from)
    if name not in MEASURES:
        return counted_from
    words = dict(MEASURES[name].general).get(of, of) if of else ""
    return f"{MEASURES[name].words} ({words})" if words else str(MEASURES[name].words)
