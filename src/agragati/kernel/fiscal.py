"""The fiscal year of Bangladesh (1 July to 30 June), its halves, quarters and months."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.months import GREGORIAN
from agragati.kernel.numbers import ordinal

_WRITTEN = re.compile(r"(\d{4})\s*[-–—/−]\s*(\d{4}|\d{2})", re.ASCII)
_AROUND = re.compile(r"অর্থ[\s-]*বছর(?:ের|ে)?|সাল|fy|financial year|fiscal year", re.IGNORECASE)
_LONGEST_INPUT = 60


@dataclass(frozen=True, order=True)
class FiscalYear:
    """The year from 1 July of `start_year` to 30 June of the next."""

    start_year: int

    def __post_init__(self) -> None:
        if not 1900 <= self.start_year <= 2199:
            raise BadInput("Give a fiscal year between 1900 and 2199.")

    @classmethod
    def parse(cls, text: str) -> FiscalYear:
        """Read "২০২৩-২৪", "২০২৩-২০২৪", "2023-24", "অর্থবছর ২০২৩-২৪". Raises BadInput for anything else."""
        found = None
        if len(text) <= _LONGEST_INPUT:
            found = _WRITTEN.fullmatch(_AROUND.sub(" ", to_latin(text)).strip(" .:।,"))
        if found is None or int(found[2]) != (int(found[1]) + 1) % 10 ** len(found[2]):
            raise BadInput("Write the fiscal year as two years that follow each other, such as ২০২৩-২৪.")
        return cls(int(found[1]))

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """Give the fiscal year the day lies in."""
        return cls(day.year if day.month >= 7 else day.year - 1)

    @property
    def start(self) -> date:
        return date(self.start_year, 7, 1)

    @property
    def end(self) -> date:
        return date(self.start_year + 1, 6, 30)

    @property
    def latin(self) -> str:
        """ "2023-24"; at the turn of a century the second year is whole: "1999-2000"."""
        after = self.start_year + 1
        return f"{self.start_year}-{after if after % 100 == 0 else f'{after % 100:02d}'}"

    @property
    def label(self) -> str:
        """ "২০২৩-২৪"."""
        return to_bn(self.latin)

    @property
    def long_label(self) -> str:
        """ "২০২৩-২০২৪"."""
        return to_bn(f"{self.start_year}-{self.start_year + 1}")

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        return tuple(Quarter(self, number) for number in (1, 2, 3, 4))

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """The twelve (Gregorian year, month) from July to June."""
        first = [(self.start_year, month) for month in range(7, 13)]
        return (*first, *((self.start_year + 1, month) for month in range(1, 7)))

    @property
    def next(self) -> FiscalYear:
        return FiscalYear(self.start_year + 1)

    @property
    def previous(self) -> FiscalYear:
        return FiscalYear(self.start_year - 1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a fiscal year: 1 July-September, 2 October-December, 3 January-March, 4 April-June."""

    year: FiscalYear
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 4:
            raise BadInput("A quarter is 1, 2, 3 or 4.")

    @classmethod
    def of(cls, day: date) -> Quarter:
        """Give the quarter the day lies in."""
        return cls(FiscalYear.of(day), (day.month - 7) % 12 // 3 + 1)

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        return self.year.months[3 * self.number - 3 : 3 * self.number]

    @property
    def start(self) -> date:
        return month_range(*self.months[0])[0]

    @property
    def end(self) -> date:
        return month_range(*self.months[-1])[1]

    @property
    def months_bn(self) -> str:
        """ "জুলাই-সেপ্টেম্বর"."""
        return f"{GREGORIAN[self.months[0][1] - 1]}-{GREGORIAN[self.months[-1][1] - 1]}"

    @property
    def label_bn(self) -> str:
        """ "১ম ত্রৈমাসিক (জুলাই-সেপ্টেম্বর ২০২৩)"."""
        return f"{ordinal(self.number)} ত্রৈমাসিক ({self.months_bn} {to_bn(self.start.year)})"

    def __str__(self) -> str:
        return self.label_bn


def month_range(year: int, month: int) -> tuple[date, date]:
    """Give the first and last day of a Gregorian month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def month_label_bn(year: int, month: int) -> str:
    """Give a month as papers write it: "সেপ্টেম্বর ২০২৩"."""
    return f"{GREGORIAN[month - 1]} {to_bn(year)}"
