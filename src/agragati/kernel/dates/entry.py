"""Days typed into a form."""

from __future__ import annotations

import re
from datetime import date

from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.errors import N_, BadInput

FIRST_YEAR, LAST_YEAR = 1900, 2199
WORDS = {
    "shape": N_("Write the date as day/month/year, such as ২৬/০৯/২০২৩."),
    "short_year": N_("Write the year with four digits, such as ২৬/০৯/২০২৩."),
    "year": N_("Write a Gregorian year between ১৯০০ and ২১৯৯, such as ২৬/০৯/২০২৩."),
    "month": N_("There is no month %(month)s: write the day first, then the month."),
    "day": N_("There is no day %(day)s in month %(month)s of %(year)s: check the day."),
}
_DAY_FIRST = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SHORT_YEAR = re.compile(r"\d{1,2}([/.\-])\d{1,2}\1\d{2}")
_LONGEST_INPUT = 40
SHAPES = (_ISO, _DAY_FIRST, _SHORT_YEAR)  # also carried by pages that read without a network


def parse_day(text: str) -> date:
    """Read a day typed into a form: dd/mm/yyyy, dd-mm-yyyy, dd.mm.yyyy or yyyy-mm-dd, ০-৯ or 0-9, spaces ignored.

    Raises BadInput that names the remedy: another shape, a two-digit year, a month first, a day that does not exist.
    """
    plain = re.sub(r"\s+", "", to_latin(text)) if len(text) <= _LONGEST_INPUT else ""
    if iso := _ISO.fullmatch(plain):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if written := _DAY_FIRST.fullmatch(plain):
        return _day(int(written[4]), int(written[3]), int(written[1]))
    if _SHORT_YEAR.fullmatch(plain):
        raise BadInput(WORDS["short_year"])
    raise BadInput(WORDS["shape"])


def _day(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(WORDS["year"])
    if not 1 <= month <= 12:
        raise BadInput(WORDS["month"], month=to_bn(month))
    try:
        return date(year, month, day)
    except ValueError:
        raise BadInput(
            WORDS["day"],
            day=to_bn(day),
            month=to_bn(month),
            year=to_bn(year),
        ) from None
