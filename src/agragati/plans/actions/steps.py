"""Writing one step of a review: the only place that states a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils import timezone

from agragati.kernel.errors import BadInput
from agragati.org.access import Access

from ..models import Claim, ReviewStep, Submission
from ..rules.achievement import Achievement
from ..rules.moves import Move
from ..rules.rounding import rounded
from .rescore import PLACES

RAW_PLACES = 5
LONGEST = 2000
FIGURE = "figure:"


@dataclass(frozen=True)
class Stated:
    """A number to be written: which of the three, its marks, and the figure behind it."""

    kind: str
    raw: Decimal | None
    points: Decimal | None
    figure: dict[str, str] | None = None


def moment(on: date | None) -> datetime:
    """Now, or noon of the day a deed counts as."""
    return timezone.now() if on is None else timezone.make_aware(datetime.combine(on, time(12)))


def need_reason(move: Move, reason: str) -> str:
    """The reason without blanks around; raise BadInput when the table asks for one and none is given."""
    words = reason.strip()
    if move.reason and not words:
        raise BadInput("Write why.", field="reason")
    if len(words) > LONGEST:
        raise BadInput("The text is longer than %(limit)s letters.", field="reason", limit=LONGEST)
    return words


def figure_text(given: Achievement) -> dict[str, str] | None:
    """An achievement as it is kept beside a number; None when it states nothing."""
    names = ("day", "value", "numerator", "denominator")
    found = {name: str(value) for name in names if (value := getattr(given, name)) is not None}
    found |= {f"{FIGURE}{name}": str(number) for name, number in given.figures}
    return found or None


def figure_of(text: dict[str, str] | None) -> Achievement:
    """The achievement that `figure_text` kept."""
    kept = dict(text or {})
    day = kept.pop("day", None)
    named = {name: Decimal(kept.pop(name)) for name in list(kept) if name.startswith(FIGURE)}
    numbers: dict[str, Any] = {name: Decimal(value) for name, value in kept.items()}
    figures = tuple((name.removeprefix(FIGURE), number) for name, number in named.items())
    return Achievement(day=date.fromisoformat(day) if day else None, figures=figures, **numbers)


def settled(raw: Decimal | None, places: int) -> Decimal | None:
    """Rounded as the database keeps it; unknown stays unknown."""
    return None if raw is None else rounded(raw, places)


def new_step(
    *, by: Access, submission: Submission, move: Move, at: datetime, claim: Claim | None = None, reason: str = "",
    stated: Stated | None = None, version: int = 0,
) -> ReviewStep:  # fmt: skip
    """An unsaved step. With `stated`, `version` is the number's place in its row of versions, from 1."""
    number: dict[str, Any] = {}
    if stated is not None:
        number = {"number": stated.kind, "version": version, "raw": settled(stated.raw, RAW_PLACES),
                  "points": settled(stated.points, PLACES), "figure": stated.figure}  # fmt: skip
    return ReviewStep(
        submission=submission, claim=claim, deed=move.deed, before=move.before, after=move.after, reason=reason,
        by_id=by.user_id, posting_id=by.posting_id, by_label=by.label[:300], at=at, **number,
    )  # fmt: skip


def next_version(claim: Claim, kind: str) -> int:
    """The next version of one of the three numbers of a claim."""
    return ReviewStep.objects.filter(claim=claim, number=kind).count() + 1
