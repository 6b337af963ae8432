"""What stands beside a date and changes what it means."""

from __future__ import annotations

import re

from agragati.kernel.dates.folding import Folded
from agragati.kernel.dates.patterns import ERA, LETTERS, NO_LETTER, WEEKDAY_NAMES, one_of

_OF = r"[ ]{0,3}(?:['-]?(?:এর|ের|র))?"
_UNTIL = re.compile(
    rf"{_OF}\s{{0,3}}(?:তারিখ(?:ের|-এর| এর)?)?\s{{0,3}}(?:মাস(?:ের|-এর| এর)?)?\s{{0,3}}"
    rf"(?:মধ্যে|মধ্য|ভিতর|ভেতর|পর্যন্ত|নাগাদ)"
)
_BEFORE = re.compile(
    rf"{_OF}\s{{0,3}}(?:তারিখ(?:ের|-এর| এর)?)?\s{{0,3}}(?:মাস(?:ের|-এর| এর)?)?\s{{0,3}}(?:পূর্বে|আগে|পূর্বেই|আগেই){NO_LETTER}"
)
_NUMBER_LABEL = re.compile(rf"(?:(?<![{LETTERS}])(?:নং|নাম্বার|নম্বর|no|sl)[.]?)[ :ঃ.#-]{{0,4}}$")
_NUMBER_AFTER = re.compile(r"[ ]{0,2}(?:নং|নম্বর|নাম্বার|টি|জন|%|/-)")
_PAST = re.compile(rf"(?<![{LETTERS}])(?:গত|বিগত)[ ]{{1,3}}$")
_DATE_LABEL = re.compile(r"(?:তারিখ|তাং|তাংঃ|গত|আগামী|date|dated)[ :ঃ.-]{0,4}$")
_DATE_AFTER = re.compile(r"[ ]{0,3}(?:তারিখ|খ্রি|খ্রী|খৃ|ইং|['-]?এর মধ্যে|পর্যন্ত|হতে|থেকে|মধ্যে)")
_YEAR_BEFORE = re.compile(r"(?<!\d)(?P<year>\d{4})[ ]{0,3}(?:সালের|সনের|খ্রিস্টাব্দের)[ ]{1,3}$")
_OTHER_YEAR = re.compile(r"(?:গত|বিগত|চলতি|আগামী|পরবর্তী)[ ]{1,3}(?:অর্থ[ -]?)?(?:বছর|বৎসর|সন)(?:ের)?[ ]{1,3}$")
_WEEKDAY_AFTER = re.compile(
    rf"{ERA}[ ]{{0,3}}[,(]?[ ]{{0,3}}(?:রোজঃ?:?[ ]{{0,3}})?"
    rf"(?P<weekday>{one_of(WEEKDAY_NAMES)}){NO_LETTER}"
)
_WEEKDAY_BEFORE = re.compile(rf"(?P<weekday>{one_of(WEEKDAY_NAMES)})[ ]{{0,3}},?[ ]{{0,3}}$")
_EDGES = " \t\n.,;:।ঃ()[]{}\"'|-"


def is_deadline(folded: Folded, end: int) -> bool:
    """Whether "মধ্যে", "পর্যন্ত" or the like follows."""
    return bool(_UNTIL.match(folded.after(end, 40)))


def is_before(folded: Folded, end: int) -> bool:
    """Whether "পূর্বে" or "আগে" follows: the day itself is too late."""
    return bool(_BEFORE.match(folded.after(end, 40)))


def is_numbered(folded: Folded, start: int, end: int) -> bool:
    """Whether the figures are the number of something (নং …, … নং, … টি, … %, …/-), not a date."""
    if _NUMBER_AFTER.match(folded.after(end)):
        return True
    return bool(_NUMBER_LABEL.search(folded.before(start)))


def is_past(folded: Folded, start: int) -> bool:
    """Whether "গত" or "বিগত" stands before."""
    return bool(_PAST.search(folded.before(start)))


def year_before(folded: Folded, start: int) -> int | None:
    """Give the year of "২০২৫ সালের …" before a day or month."""
    found = _YEAR_BEFORE.search(folded.before(start))
    return int(found["year"]) if found else None


def is_of_another_year(folded: Folded, start: int) -> bool:
    """Whether "আগামী বছরের", "গত বছরের" or the like stands before: which year is meant cannot be told."""
    return bool(_OTHER_YEAR.search(folded.before(start, 40)))


def is_called_a_date(folded: Folded, start: int, end: int) -> bool:
    """Whether the words beside say that this is a date."""
    return bool(_DATE_LABEL.search(folded.before(start)) or _DATE_AFTER.match(folded.after(end)))


def stands_alone(folded: Folded, start: int, end: int) -> bool:
    """Whether the text holds nothing else. Long texts are never alone, so the check stays cheap."""
    if len(folded.text) - (end - start) > 20:
        return False
    return not (folded.text[:start] + folded.text[end:]).strip(_EDGES)


def weekday_beside(folded: Folded, start: int, end: int) -> int | None:
    """Give the weekday written right after or before (Monday = 0), None when there is none."""
    found = _WEEKDAY_AFTER.match(folded.after(end, 60)) or _WEEKDAY_BEFORE.search(folded.before(start))
    return WEEKDAY_NAMES[found["weekday"]] if found else None
