"""The working paper (কার্যপত্র) of a plan: what stands about one indicator before a meeting talks about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from agragati.kernel.digits import to_bn

from .choices import State
from .foresight import NextBand
from .reasons import Reason
from .rounding import fixed, short
from .scoring import IndicatorScore
from .wording import say, value_text

STATES = {
    State.NOT_YET: "এখনও অর্জিত হয়নি",
    State.NO_FIGURE: "সংখ্যা উল্লেখ করা হয়নি",
    State.NOT_APPLICABLE: "প্রযোজ্য নয়",
    State.UNKNOWN: "লক্ষ্যমাত্রা অজানা",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator as it stands: its score, the next column within reach, and what proof is open."""

    scored: IndicatorScore
    next_band: NextBand | None
    missing: Sequence[Reason] = ()


def topic_of(row: IndicatorScore) -> str:
    """The matter to discuss: "[১.১.১] একটি নতুন উদ্ভাবনী ধারণা বাস্তবায়িত"."""
    return f"[{to_bn(row.indicator.code)}] {row.indicator.text}"


def status_text(standing: Standing) -> str:
    """Target, achievement, marks with why, what more is needed, and open proof: one line each, in Bangla."""
    row, score = standing.scored, standing.scored.score
    indicator, lines = row.indicator, []
    if indicator.targets:
        percent, value = indicator.targets[0]
        lines.append(f"লক্ষ্যমাত্রা ({to_bn(short(percent))}%): {value_text(value, indicator.measure)}")
    if score.achieved is not None:
        lines.append(f"অর্জন: {value_text(score.achieved, indicator.measure, places=2)}")
    else:
        lines.append(f"অর্জন: {STATES.get(score.state, '—')}")
    lines.append(f"নম্বর: {_marks(score.points)} / {_weight(indicator.weight)} ({say(score.main_reason)})")
    if standing.next_band is not None:
        lines.append(f"করণীয়: {say(standing.next_band.because)}")
    if standing.missing:
        shown = "; ".join(say(reason) for reason in standing.missing[:3])
        more = f" (মোট {to_bn(str(len(standing.missing)))}টি)" if len(standing.missing) > 3 else ""
        lines.append(f"প্রমাণক বাকি: {shown}{more}")
    return "\n".join(lines)


def _marks(points: Decimal | None) -> str:
    return "—" if points is None else to_bn(fixed(points))


def _weight(weight: Decimal | None) -> str:
    return "অজানা" if weight is None else to_bn(short(weight))
