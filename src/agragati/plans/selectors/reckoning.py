"""What a quarter amounts to when it is sent: every indicator counted up to its own as-of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access

from ..models import Claim, Extension, Plan, Window
from ..rules.achievement import Achievement
from ..rules.adjustments import Adjustment, Typed, figure_of_text
from ..rules.choices import Method, State
from ..rules.framework import Indicator
from ..rules.reasons import Reason
from ..rules.review_states import risk_of
from ..rules.scoring import Score, score_indicator
from ..rules.windows import Dates, WindowDays, WindowState, dates_of, is_late, window_state
from .editions import framework_of
from .evidence import EvidenceState, evidence_states
from .integrity import flagged_codes
from .sheets import SheetRow, as_signed, score_of_plan

EMPTY = (State.NOT_YET, State.NO_FIGURE)


@dataclass(frozen=True)
class ReckonedRow:
    """One indicator of the quarter: marks as of its day, its dates, and what asks for attention."""

    row: SheetRow
    dates: Dates
    late: bool
    provisional: bool
    missing: tuple[Reason, ...]
    doubted: bool
    claim: Claim | None

    @property
    def flagged(self) -> bool:
        """Whether scoring itself or a finding of the checks doubts the figure."""
        return self.doubted or bool(self.row.scored.score.findings)

    @property
    def complete(self) -> bool:
        """Whether the checklist of proof is complete; nothing claimed needs no proof."""
        return not self.missing

    @property
    def risk(self) -> int:
        """How much it asks to be looked at."""
        raw = self.row.scored.score.raw
        return risk_of(
            proof_missing=not self.complete, flagged=self.flagged, provisional=self.provisional, late=self.late,
            full_marks=raw is not None and raw >= 100,
        )  # fmt: skip


@dataclass(frozen=True)
class Reckoning:
    """A whole quarter of a plan, as it would be sent on one day."""

    plan: Plan
    period: Quarter
    rows: tuple[ReckonedRow, ...]
    total: Decimal | None
    of: Decimal
    window: WindowState
    window_days: WindowDays | None
    extended_to: date | None

    @property
    def due(self) -> date:
        """The last official day of any of its indicators."""
        return max((row.dates.official for row in self.rows), default=self.period.end)


def reckon_quarter(*, by: Access, plan: Plan, quarter: int, on: date | None = None) -> Reckoning:
    """Count a quarter (1-4) as it would be sent on the day `on` (default today)."""
    today = on or timezone.localdate()
    period = Quarter(FiscalYear(plan.fiscal_year), quarter)
    extended, window = extended_to(by=by, plan=plan, quarter=quarter), window_of(by=by, plan=plan, quarter=quarter)
    base = score_of_plan(by=by, plan=plan, as_of=min(period.end, today))
    dates = {row.record.code: _dates(row, period) for row in base.rows}
    cuts = {min(day.as_of, today) for day in dates.values()} - {base.as_of}
    others = {cut: {r.record.code: r for r in score_of_plan(by=by, plan=plan, as_of=cut).rows} for cut in cuts if cut}
    counted = [others.get(min(dates[row.record.code].as_of, today), {}).get(row.record.code, row) for row in base.rows]
    claims = {claim.indicator_id: claim for claim in Claim.objects.filter(indicator__plan=plan, quarter=quarter)}
    states = _states(by, counted, {code: found.as_of for code, found in dates.items()})
    doubted = flagged_codes(by=by, plan=plan)
    rows = []
    for row in counted:
        found, state = dates[row.record.code], states.get(row.record.pk)
        rows.append(
            ReckonedRow(row, found, is_late(found.official, today, extended), today < found.as_of,
                        state.missing if state else (), row.record.code in doubted, claims.get(row.record.pk))
        )  # fmt: skip
    known = [row.row.scored.score.points for row in rows if row.row.scored.score.points is not None]
    return Reckoning(plan, period, tuple(rows), sum(known, Decimal(0)) if known else None, base.framework.total,
                     window_state(window, today, extended), window, extended)  # fmt: skip


def _dates(row: SheetRow, period: Quarter) -> Dates:
    return dates_of(row.indicator, period, ministry=row.record.ministry_due, own=row.record.own_due)


def _states(by: Access, rows: list[SheetRow], cuts: dict[str, date]) -> dict[int, EvidenceState]:
    """The checklists of what is claimed, up to each row's own day; rows that claim nothing need no proof."""
    claimed = [row.record for row in rows if row.scored.score.state not in EMPTY and not row.record.not_applicable]
    return evidence_states(by=by, indicators=claimed, until={record.pk: cuts[record.code] for record in claimed})


def extended_to(*, by: Access, plan: Plan, quarter: int) -> date | None:
    """Until when the newest extension reaches; None without one."""
    rows = Extension.objects.filter(plan=plan, quarter=quarter).order_by("-id")
    return rows.values_list("until", flat=True).first()


def window_of(*, by: Access, plan: Plan, quarter: int) -> WindowDays | None:
    """The window of the plan's tier; None where none is set."""
    found = Window.objects.filter(fiscal_year=plan.fiscal_year, kind=plan.kind, tier=plan.tier, quarter=quarter).first()
    return WindowDays(found.tier, found.opens, found.closes) if found else None


def signed_indicator(*, by: Access, claim: Claim) -> Indicator:
    """The claim's indicator with the terms of the office's signed plan."""
    plan = claim.submission.plan
    printed = framework_of(by=by, edition=plan.edition, tier=plan.tier).indicator(claim.indicator.code)
    return as_signed(printed, claim.indicator)


def score_figure(*, by: Access, claim: Claim, figure: Achievement) -> Score:
    """What another figure would give under the plan's rules; raise BadInput for an impossible figure."""
    plan = claim.submission.plan
    framework = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    method = Method(plan.method) if plan.method else framework.method
    return score_indicator(
        signed_indicator(by=by, claim=claim), figure, method, FiscalYear(plan.fiscal_year), as_of=claim.as_of,
        ratio_floor=framework.ratio_floor,
    )  # fmt: skip


def adjustments_of(*, by: Access, plan: Plan, typed: Typed) -> dict[str, Adjustment]:
    """Typed figures as the indicators of the plan measure them. Raises BadInput at the field for a code or figure."""
    framework = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    found = {}
    for code, (text, reason) in typed.items():
        try:
            found[code] = Adjustment(figure_of_text(text, framework.indicator(code).measure), reason)
        except BadInput as error:
            raise BadInput(error.key, field="adjustments", **error.params) from error
    return found
