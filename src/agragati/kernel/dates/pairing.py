"""What one date says about another: both calendars side by side, a weekday beside a day, two ends of a range."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from agragati.kernel.bangla_calendar import FIRST_DAY, LAST_DAY, BanglaDate, parse_bangla_date, to_bangla
from agragati.kernel.dates.folding import Folded
from agragati.kernel.dates.model import ReadDate, Sureness
from agragati.kernel.dates.surroundings import is_before, weekday_beside
from agragati.kernel.dates.worded import MIXED_CALENDARS
from agragati.kernel.doubts import Doubt
from agragati.kernel.errors import BadInput
from agragati.kernel.months import WEEKDAYS

BEFORE_THE_DAY = Doubt("The text says before this day.")

_BETWEEN = re.compile(r"[\s/,|()।:;.ঃ-]*(?:(?:তারিখ|মোতাবেক|বা)[\s/,|()।:;.ঃ-]*)?")
_FROM_TO = re.compile(r"[\s]{0,3}(?:তারিখ[ ]{1,3})?(?:হতে|থেকে|হইতে|-|to)[\s]{0,3}")
_FARTHEST = 40


def pair_check(bangla_text: str, gregorian: date) -> BanglaDate | None:
    """Give the Bangla date that fits the Gregorian one when `bangla_text` does not say it, None when it does.

    "১৬ আগস্ট ১৪৩০" with 1 October 2023 gives ১৬ আশ্বিন ১৪৩০. Raises BadInput outside 1987-2100.
    """
    right = to_bangla(gregorian)
    try:
        return None if parse_bangla_date(bangla_text) == right else right
    except BadInput:
        return right


def check_pairs(folded: Folded, readings: list[ReadDate]) -> list[ReadDate]:
    """Compare every Bangla date with the Gregorian one right beside it; `readings` are in the order of the text."""
    checked = list(readings)
    for at, reading in enumerate(readings):
        if reading.bangla is None and MIXED_CALENDARS not in reading.doubts:
            continue
        for other in (at + 1, at - 1):
            if 0 <= other < len(readings) and (day := _gregorian_beside(folded, readings, at, other)):
                checked[at] = _compared(reading, day)
                break
    return checked


def check_words_beside(folded: Folded, readings: list[ReadDate]) -> list[ReadDate]:
    """Doubt every day that has another weekday beside it; mark every day that the text says to be before."""
    place = {start: at for at, start in reversed(list(enumerate(folded.starts)))}
    return [_with_words_beside(folded, place, reading) for reading in readings]


def join_ranges(folded: Folded, readings: list[ReadDate]) -> list[ReadDate]:
    """Make one range of two days or months with "হতে", "থেকে" or a dash between them."""
    joined: list[ReadDate] = []
    for reading in readings:
        before = joined[-1] if joined else None
        between = folded.original[before.span[1] : reading.span[0]] if before else ""
        if before and len(between) <= _FARTHEST and _FROM_TO.fullmatch(between) and _is_range(before, reading):
            joined[-1] = _range(folded, before, reading)
        else:
            joined.append(reading)
    return joined


def _gregorian_beside(folded: Folded, readings: list[ReadDate], at: int, other: int) -> date | None:
    first, second = sorted((readings[at], readings[other]), key=lambda reading: reading.span)
    between = folded.original[first.span[1] : second.span[0]]
    if len(between) > _FARTHEST or not _BETWEEN.fullmatch(between):
        return None
    candidate = readings[other]
    if candidate.kind != "date" or candidate.bangla or not candidate.is_sure or candidate.resolved is None:
        return None
    return candidate.resolved if FIRST_DAY <= candidate.resolved <= LAST_DAY else None


def _compared(reading: ReadDate, gregorian: date) -> ReadDate:
    right = to_bangla(gregorian)
    if reading.bangla == right:
        return replace(reading, confidence=Sureness.SURE)
    doubt = Doubt(
        "The Bangla date disagrees with the Gregorian date beside it, which is %(right)s.", {"right": right.text}
    )
    return replace(
        reading,
        confidence=Sureness.DOUBTFUL,
        start=None,
        end=None,
        resolved=None,
        suggested_bangla=right,
        doubts=(*reading.doubts, doubt),
    )


def _with_words_beside(folded: Folded, place: dict[int, int], reading: ReadDate) -> ReadDate:
    day = reading.resolved
    if reading.kind != "date" or day is None:
        return reading
    start = place[reading.span[0]]
    end = place.get(reading.span[1], len(folded.text))
    if is_before(folded, end):
        reading = replace(reading, doubts=(*reading.doubts, BEFORE_THE_DAY))
    weekday = weekday_beside(folded, start, end)
    if weekday is None or weekday == day.weekday():
        return reading
    doubt = Doubt(
        "The weekday beside it is %(written)s, but that day is a %(real)s.",
        {"written": WEEKDAYS[weekday], "real": WEEKDAYS[day.weekday()]},
    )
    return replace(reading, confidence=Sureness.DOUBTFUL, doubts=(*reading.doubts, doubt))


def _is_range(first: ReadDate, last: ReadDate) -> bool:
    are_alike = first.kind == last.kind and first.kind in ("date", "month") and not first.bangla and not last.bangla
    return are_alike and _first_day(first, last) is not None


def _first_day(first: ReadDate, last: ReadDate) -> date | None:
    """Give the first day of a range, None when there is none; a day without a year takes the year of the last."""
    if last.resolved is None or first.start is None:
        return None
    day = first.start
    if not first.is_sure and last.is_sure:
        try:
            day = day.replace(year=last.resolved.year)
        except ValueError:
            return None
    return day if day < last.resolved else None


def _range(folded: Folded, first: ReadDate, last: ReadDate) -> ReadDate:
    span = (first.span[0], last.span[1])
    day = _first_day(first, last)
    confidence = last.confidence if last.is_sure else last.confidence.at_most(first.confidence)
    text = folded.original[slice(*span)]
    return ReadDate("range", text, span, confidence, day, last.resolved, last.resolved, doubts=last.doubts)
