"""The legend: which word and tone a share of the marks has. Bands lie side by side from 0 to 100."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .reasons import Fact, Finding, fault

HUNDRED = Decimal(100)
TONES = ("bad", "warn", "info", "ok")
MOST_BANDS = 8


@dataclass(frozen=True, slots=True)
class Band:
    """One band: from `start` up to, not including, `end` (100 itself is in the last one)."""

    start: Decimal
    end: Decimal
    tone: str
    word: str
    word_en: str = ""


Legend = tuple[Band, ...]

HOUSE: Legend = (
    Band(Decimal(0), Decimal(60), "bad", "অনেক পিছিয়ে", "Far behind"),
    Band(Decimal(60), Decimal(80), "warn", "কিছুটা পিছিয়ে", "A little behind"),
    Band(Decimal(80), HUNDRED, "ok", "ভালো", "Good"),
)


def band_of(legend: Sequence[Band], share: Decimal | None) -> Band | None:
    """The band of a share of the marks in percent; above 100 is the last one, None for an unknown share."""
    if share is None or not legend:
        return None
    return next((band for band in legend if band.start <= share < band.end), legend[0 if share < 0 else -1])


def legend_findings(legend: Sequence[Band]) -> Iterator[Finding]:
    """Faults of a legend: bands out of order, gaps, overlaps, ends that are not 0 and 100, unknown tones, no word."""
    for place, band in enumerate(legend, 1):
        if band.start >= band.end:
            yield fault("legend-empty", count=place, lower=band.start, upper=band.end)
        if band.tone not in TONES:
            yield fault("legend-tone", count=place, text=band.tone)
        if not band.word:
            yield fault("legend-word", count=place)
    for one, other in itertools.pairwise(legend):
        facts: dict[str, Fact] = {"lower": one.end, "upper": other.start}
        if other.start < one.start:
            yield fault("legend-order", lower=one.start, upper=other.start)
        elif other.start > one.end:
            yield fault("legend-gap", "", **facts)
        elif other.start < one.end:
            yield fault("legend-overlap", "", **facts)
    if legend and legend[0].start != 0:
        yield fault("legend-ends", lower=legend[0].start, upper=Decimal(0))
    if legend and legend[-1].end != HUNDRED:
        yield fault("legend-ends", lower=legend[-1].end, upper=HUNDRED)


def bands_as_rows(legend: Sequence[Band]) -> list[dict[str, str]]:
    """Bands as a file or the database keeps them."""
    return [
        {"from": f"{band.start:f}", "to": f"{band.end:f}", "tone": band.tone, "word": band.word,
         "word_en": band.word_en}
        for band in legend
    ]  # fmt: skip


def bands_from_rows(rows: Sequence[Mapping[str, object]]) -> Legend:
    """The bands again, of rows that were read and checked before."""
    return tuple(
        Band(Decimal(str(row["from"])), Decimal(str(row["to"])), str(row["tone"]), str(row.get("word", "")),
             str(row.get("word_en", "")))
        for row in rows
    )  # fmt: skip
