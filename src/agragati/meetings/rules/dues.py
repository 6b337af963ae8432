"""When a decision is due: the kernel's reading of dates, kept where it is a deadline, in the shape of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from agragati.kernel.dates import ReadDate, read_dates
from agragati.meetings.rules.shapes import Due
from agragati.meetings.rules.words import rx

_UNIT_NAME = {
    "hours": "hour",
    "days": "day",
    "working_days": "working day",
    "weeks": "week",
    "months": "month",
    "quarters": "quarter",
    "years": "year",
}
_UNTIL = rx(
    r"^[\s'’)]*(?:খ্রি\S*\s*)?(?:তারিখ)?(?:ের|র|এর)?\s*(?:মাস)?(?:ের|র|এর)?\s*(?:শেষ|প্রথম|১ম|দ্বিতীয়|\S+ সপ্তাহের)?\s*"
    r"(?:মধ্যে|মধ্যেই|মাঝে|নাগাদ|পূর্বে|পূর্বেই|আগে|ভিতরে|ভেতরে|পর্যন্ত|সপ্তাহে|দিকে|মাসে|মাসেই|সপ্তাহের)"
)
_WITHIN = rx(r"[\s'’)]*(?:খ্রি\S*\s*)?(?:তারিখ)?(?:ের|র|এর)?\s*(?:মধ্যে|পূর্বে|আগে|নাগাদ)")
_EACH = rx(r"প্রতি\s*[০-৯0-9]|প্রতি\s+\S+\s+(?:মাস|সপ্তাহ|দিন|বছর)\s+(?:অন্তর|পর)")
_NEXT = rx(r"(?:আগামী|চলতি|পরবর্তী)\s+$")  # "আগামী ডিসেম্বরে"
_AND = rx(r"\s*(?:ও|এবং|,)\s*")
_PAST = rx(r"(?:গত|বিগত|স্মারক\S*|নং|সূত্র\S*)\s*[:ঃ]?\s*$")
_DONE = rx(r"^[\s)]*(?:খ্রি\S*\s*)?(?:তারিখ)?(?:ে|ের|র)?\s*(?:\S+\s+){0,3}?(?:অনুষ্ঠিত|জারি|প্রাপ্ত|স্বাক্ষরিত|গৃহীত)")
# A rhythm said by the kind of report rather than by "প্রতি": "ত্রৈমাসিক ভিত্তিতে", "ত্রৈমাসিক প্রতিবেদন প্রেরণ".
_REPORTS = tuple(
    (
        rx(rf"(?<![০-৯\d]ম )(?<![০-৯\d]য় )(?<![০-৯\d]র্থ )(?<!\S){name}\s+(?:ভিত্তিতে|ভিত্তিক|প্রতিবেদন|রিপোর্ট)(?!টি|ে)"),
        every,
    )
    for name, every in (
        ("ত্রৈমাসিক", "3 months"),
        ("ষান্মাসিক", "6 months"),
        ("অর্ধ-?\\s?বার্ষিক", "6 months"),
        ("দ্বি-?মাসিক", "2 months"),
        ("মাসিক", "1 month"),
        ("পাক্ষিক", "15 days"),
        ("সাপ্তাহিক", "1 week"),
        ("দৈনিক", "1 day"),
        ("বার্ষিক", "1 year"),
    )
)
_WEEKDAY = rx(r"প্রতি\s+(?:শনি|রবি|সোম|মঙ্গল|বুধ|বৃহস্পতি|শুক্র)বার(?:ে|ের মধ্যে)?")
_RHYTHMS = (*_REPORTS, (_WEEKDAY, "1 week"))
_ASKED = rx(r"(?:প্রেরণ|দাখিল|দিতে হবে|প্রদান|দেয়ার|জমা|আপলোড|উপস্থাপন|প্রস্তুত|আয়োজন|পাঠা|হালনাগাদ|প্রত্যয়ন|করতে হবে|করবেন)")


def read_dues(text: str, base: date | None) -> tuple[Due, ...]:
    """Give the deadlines of a decision in the order of its text; `base` is the day of the meeting.

    A day before the meeting is a reference, not a deadline; a bare month counts only with "মধ্যে" and the like.
    """
    readings = _deadlines(text, read_dates(text, base), base) if text.strip() else []
    found = [(reading.span, due) for reading in readings if (due := _due(text, reading, base))]
    found += _rhythms(text, [reading.span for reading in readings])
    return _without_repeats(due for _, due in sorted(found, key=lambda pair: pair[0]))


def _deadlines(text: str, readings: Sequence[ReadDate], base: date | None) -> list[ReadDate]:
    """The readings that are deadlines: "মধ্যে" after the last of "অক্টোবর ও ডিসেম্বর" holds for both."""
    kept: list[ReadDate] = []
    for reading in reversed(readings):
        joined = bool(kept) and bool(_AND.fullmatch(text, reading.span[1], kept[-1].span[0]))
        if _is_deadline(text, reading, base) or (joined and reading.kind == kept[-1].kind == "month"):
            kept.append(reading)
    return kept[::-1]


def _is_deadline(text: str, reading: ReadDate, base: date | None) -> bool:
    before, after = text[: reading.span[0]][-20:], text[reading.span[1] :][:40]
    until = bool(_UNTIL.match(after)) or bool(re.search(_UNTIL.pattern[1:], reading.text))
    if reading.kind in {"within", "every"}:
        return True
    if _PAST.search(before) or (base and reading.resolved and reading.resolved < base):
        return False
    if reading.kind in {"month", "range"}:
        return until or bool(_NEXT.search(before) and reading.text.endswith("ে"))
    return until or not _DONE.match(after)


def _due(text: str, reading: ReadDate, base: date | None) -> Due | None:
    text = _with_until(text, reading)
    if reading.kind == "every":
        # A rhythm said by the kind of report has no first day; "প্রতি ০৩ মাস অন্তর" counts from the meeting.
        return Due("every", _every(reading), text, reading.resolved if _EACH.match(text) else None)
    if reading.kind == "within":
        if reading.resolved and base and reading.unit not in {"days", "working_days"}:
            return Due("within_days", (reading.resolved - base).days, text, reading.resolved)
        days = _days(reading)
        return Due("within_days", days, text, reading.resolved) if days is not None else None
    if reading.kind == "month" and reading.end:
        return Due("month", reading.end.strftime("%Y-%m"), text, reading.resolved or reading.end)
    day = reading.resolved or reading.end
    return Due("date", day.isoformat(), text, day) if day else None


def _with_until(text: str, reading: ReadDate) -> str:
    """The words of the deadline, up to "মধ্যে" where it follows."""
    until = _WITHIN.match(text, reading.span[1], reading.span[1] + 40)
    return text[reading.span[0] : until.end() if until else reading.span[1]].strip()


def _days(reading: ReadDate) -> int | None:
    per_unit = {"hours": 1 / 24, "days": 1, "working_days": 1, "weeks": 7, "months": 30, "quarters": 91, "years": 365}
    if reading.value is None or reading.unit not in per_unit:
        return None
    return max(1, round(reading.value * per_unit[reading.unit]))


def _every(reading: ReadDate) -> str:
    count, unit = reading.value or 1, reading.unit
    if unit == "quarters":
        count, unit = count * 3, "months"
    name = _UNIT_NAME.get(unit, unit)
    return f"{count} {name}{'s' if count != 1 else ''}"


def _rhythms(text: str, taken: list[tuple[int, int]]) -> list[tuple[tuple[int, int], Due]]:
    found = []
    for pattern, every in _RHYTHMS:
        for match in pattern.finditer(text):
            overlaps = any(a < match.end() and match.start() < b for a, b in taken)
            if not overlaps and _ASKED.search(text, match.end(), match.end() + 160):
                found.append((match.span(), Due("every", every, match[0].strip(), None)))
    return found


def _without_repeats(dues: Iterable[Due]) -> tuple[Due, ...]:
    """Each deadline once: the same rhythm or day said twice is one."""
    kept: dict[tuple[str, str | int], Due] = {}
    for due in dues:
        kept.setdefault((due.kind, due.value), due)
    return tuple(kept.values())
