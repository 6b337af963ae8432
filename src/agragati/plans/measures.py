"""What of the product's own records a row may be counted from: one visible table (docs/algorithms/measures.md).

Workshops, the portal, e-file statistics and the service register get their line here with their apps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.org.access import Access

from .choices import EvidenceKind, Source
from .models import Plan
from .rules.choices import Derive, Unit
from .rules.framework import Indicator
from .selectors import measured
from .selectors.measured import Options, Proven


class Count(Protocol):
    """Happenings of a plan's office and year, narrowed by `of`."""

    def __call__(self, *, by: Access, plan: Plan, of: str) -> list[Proven]: ...


class Narrow(Protocol):
    """The ways a measure may be narrowed for a plan: (`of`, words)."""

    def __call__(self, *, by: Access, plan: Plan) -> Options: ...


@dataclass(frozen=True)
class Measure:
    """One way to count: its words, how it counts and narrows, and how its events and their proof are labelled."""

    words: str | Promise
    count: Count
    narrow: Narrow
    source: Source
    kind: EvidenceKind
    is_share: bool = False


MEASURES: dict[str, Measure] = {
    "meetings.held": Measure(
        _("Meetings with signed minutes"), measured.meetings_held, measured.meeting_options,
        Source.MEETING, EvidenceKind.MINUTES,
    ),
    "letters.issued": Measure(
        _("Letters issued"), measured.letters_issued, measured.letter_options, Source.LETTER, EvidenceKind.OFFICE_ORDER,
    ),
    "decisions.implemented": Measure(
        _("Decisions of the office's meetings implemented by the end of the quarter"), measured.decisions_implemented,
        measured.meeting_options, Source.DECISION, EvidenceKind.REPORT, is_share=True,
    ),
    "decisions.carried_out": Measure(
        _("Decisions given to the office carried out by the end of the quarter"), measured.decisions_carried_out,
        measured.whole_option, Source.DECISION, EvidenceKind.REPORT, is_share=True,
    ),
}  # fmt: skip


def fits(measure: Measure, indicator: Indicator) -> bool:
    """Whether a row can be counted so: shares for percentages, happenings for dates and counts."""
    if indicator.formula:
        return False
    if measure.is_share:
        return indicator.measure is Unit.PERCENT
    return indicator.measure is Unit.DATE or indicator.derive in (Derive.SUM, Derive.COUNT)


def kind_for(measure: Measure, indicator: Indicator) -> EvidenceKind:
    """The kind of proof the row asks for, where its papers can be that; else the measure's own."""
    near = {
        EvidenceKind.MINUTES: (EvidenceKind.MINUTES, EvidenceKind.COORDINATION_MINUTES),
        EvidenceKind.OFFICE_ORDER: (EvidenceKind.OFFICE_ORDER, EvidenceKind.NOTICE, EvidenceKind.CERTIFICATE),
        EvidenceKind.REPORT: (EvidenceKind.SECTION_STATEMENT, EvidenceKind.REPORT),
    }  # fmt: skip
    asked = [EvidenceKind(one.kind) for one in indicator.evidence if one.kind in EvidenceKind.values]
    return next((kind for kind in asked if kind in near.get(measure.kind, ())), measure.kind)


def offered(*, by: Access, plan: Plan, indicator: Indicator) -> list[tuple[str, list[tuple[str, str]]]]:
    """What a row may be counted from, as a list of choices: (words, [("measure|of", words)]); empty: nothing fits."""
    return [
        (str(one.words), [(f"{name}|{of}", words) for of, words in one.narrow(by=by, plan=plan)])
        for name, one in MEASURES.items()
        if fits(one, indicator)
    ]
