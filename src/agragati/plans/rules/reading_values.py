"""Reading single values of a framework or an achievement: codes, days, numbers, percents, units, words.

Every function takes what the file holds and gives the value, or raises BadInput without a field; `Reader` adds the
place. Bangla and Latin digits are the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from agragati.kernel.dates import Sureness, parse_day, read_dates
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.kernel.numbers import parse_number
from agragati.kernel.text import normalise
from agragati.plans.rules.choices import Method, Unit
from agragati.plans.rules.computing import term_value
from agragati.plans.rules.formula_terms import Shared
from agragati.plans.rules.framework import Value
from agragati.plans.rules.reasons import Finding, warn

T = TypeVar("T")
D = TypeVar("D")
E = TypeVar("E", bound=StrEnum)

LONGEST_TEXT = 4000
LONGEST_DAY = 60
_LARGEST = Decimal(10) ** 15
_CODE = re.compile(r"\d{1,3}(\.\d{1,3}){0,4}", re.ASCII)
_DAY_LIKE = re.compile(r"\s*\d{1,4}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{1,4}\s*", re.ASCII)
_BESIDE_DAY = re.compile(r"[\s,।.]*(তারিখ(ের মধ্যে)?|এর মধ্যে|মধ্যে)?[\s,।.]*")
_COUNTED = re.compile(r"\s*(টি|টা|জন)\s*$")
_DASHES = {"-", "–", "—", "−"}
_MIXED = re.compile(r"[০-৯][.,/\-]?[0-9]|[0-9][.,/\-]?[০-৯]")
_UNITS = {
    "date": Unit.DATE,
    "তারিখ": Unit.DATE,
    "number": Unit.NUMBER,
    "count": Unit.NUMBER,
    "সংখ্যা": Unit.NUMBER,
    "percent": Unit.PERCENT,
    "%": Unit.PERCENT,
    "শতকরা": Unit.PERCENT,
    "শতাংশ": Unit.PERCENT,
    "শতকরা (%)": Unit.PERCENT,
    "": Unit.BLANK,
    "-": Unit.BLANK,
}
_UNKNOWN_WORDS = {"", "-", "unknown", "অজানা"}


class BadInputs(BadInput):
    """Several refusals at once; reads as the first one, `problems` holds all."""

    def __init__(self, problems: list[BadInput]) -> None:
        self.problems = tuple(problems)
        first = problems[0]
        super().__init__(first.key, field=first.field, **first.params)


class Reader:
    """Collects problems with their places, so that a person sees all of them in one go."""

    def __init__(self) -> None:
        self.problems: list[BadInput] = []
        self.notes: list[Finding] = []
        self.shared = Shared()

    def take(self, place: str, read: Callable[[object], T], raw: object, instead: D) -> T | D:
        """Read one value; on refusal note the problem at `place` and give `instead`."""
        try:
            found = read(raw)
        except BadInput as error:
            self.refuse(place, error)
            return instead
        if isinstance(raw, str) and isinstance(found, (Decimal, date, int)) and _MIXED.search(raw):
            self.notes.append(warn("mixed-digits", place=place, reason=raw))
        return found

    def is_term(self, raw: object) -> bool:
        """Whether a target is written by a name or "= formula" over the shared constants."""
        return isinstance(raw, str) and (raw.strip().startswith("=") or self.shared.constant(raw.strip()) is not None)

    def target(self, raw: object) -> Value | None:
        """Read one target cell, also one written over constants; None for "-"."""
        return term_value(str(raw), self.shared) if self.is_term(raw) else as_target(raw)

    def table(self, place: str, raw: object) -> Mapping[str, object]:
        """Read a table (an object in braces); on refusal an empty one."""
        if isinstance(raw, Mapping):
            return raw
        self.refuse(place, BadInput("A table (an object in braces) belongs here."))
        return {}

    def rows(self, place: str, raw: object) -> list[object]:
        """Read a list; nothing or a refusal gives an empty one."""
        if isinstance(raw, list):
            return raw
        if raw is not None:
            self.refuse(place, BadInput("A list belongs here."))
        return []

    def refuse(self, place: str, error: BadInput) -> None:
        """Note a problem; an inner field of the error is appended to the place."""
        inner = f".{error.field}" if error.field else ""
        self.problems.append(BadInput(error.key, field=place + inner, **error.params))

    def expect_known(self, place: str, table: Mapping[str, object], known: frozenset[str]) -> None:
        """Warn of names nobody reads: a misspelt field must not vanish silently."""
        for name in table:
            if name not in known:
                self.notes.append(warn("unknown-field", place=f"{place}.{name}" if place else name))

    def finish(self) -> None:
        """Raise BadInputs when anything was refused."""
        if self.problems:
            raise BadInputs(self.problems)


def as_text(raw: object) -> str:
    """Read text in its stored form; a number becomes its digits."""
    if raw is None:
        return ""
    if isinstance(raw, (int, Decimal)) and not isinstance(raw, bool):
        return str(raw)
    if not isinstance(raw, str):
        raise BadInput("Write text here.")
    if len(raw) > LONGEST_TEXT:
        raise BadInput("The text is longer than %(limit)s letters.", limit=LONGEST_TEXT)
    return normalise(raw)


def as_code(raw: object) -> str:
    """Read an indicator or area code: "[১.১.১]", "1.1.1" → "1.1.1"."""
    text = to_latin(as_text(raw)).strip(" []()।").replace(" ", "")
    if not _CODE.fullmatch(text):
        raise BadInput('"%(code)s" is not a code such as ১.১.১.', code=str(raw)[:40])
    return text


def as_number(raw: object) -> Decimal:
    """Read a number, "৪", "৮০%", "৪টি" or 80. Raises BadInput above 10^15."""
    if isinstance(raw, str):
        raw = parse_number(_COUNTED.sub("", normalise(raw)))
    if isinstance(raw, bool) or not isinstance(raw, (int, Decimal)):
        raise BadInput("Write a number, such as 1250 or 12,34,567.50.")
    number = Decimal(raw)
    if not number.is_finite() or abs(number) > _LARGEST or int(number.as_tuple().exponent) < -15:
        raise BadInput("The number is too large or too finely divided.")
    return number + 0 if number else Decimal(0)


def as_day(raw: object) -> date:
    """Read a calendar day: ISO, "১৬/০৩/২০২২", "১৬ মার্চ ২০২২ তারিখ", with spaces, or a TOML date."""
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    if not isinstance(raw, str):
        raise BadInput("Write the date as day/month/year, such as ২৬/০৯/২০২৩.")
    return _day_in_words(raw) or parse_day(normalise(raw))


def _day_in_words(raw: str) -> date | None:
    """The one day that stands written out in a short text, as targets are printed; None for anything less sure."""
    text = normalise(raw[:LONGEST_DAY])
    found = read_dates(text)
    if len(raw) > LONGEST_DAY or len(found) != 1 or found[0].kind != "date" or found[0].confidence != Sureness.SURE:
        return None
    first, last = found[0].span
    return found[0].start if _BESIDE_DAY.fullmatch(text[:first] + text[last:]) else None


def as_value(raw: object) -> Value:
    """Read a day or a number, told by its look."""
    if isinstance(raw, date) or (isinstance(raw, str) and _DAY_LIKE.fullmatch(to_latin(raw))):
        return as_day(raw)
    if isinstance(raw, str) and (day := _day_in_words(raw)):
        return day
    return as_number(raw)


def as_target(raw: object) -> Value | None:
    """Read one target cell; None for "-" (the column is not available)."""
    if raw is None or (isinstance(raw, str) and raw.strip() in _DASHES):
        return None
    return as_value(raw)


def as_weight(raw: object) -> Decimal | None:
    """Read a weight; None where the paper's figure is not known to us."""
    if raw is None or (isinstance(raw, str) and normalise(raw) in _UNKNOWN_WORDS):
        return None
    return as_number(raw)


def as_unit(raw: object) -> Unit:
    """Read a unit as printed. Bangla words other than the known ones (জন, টাকা, কি.মি.) count as numbers."""
    text = as_text(raw)
    known = _UNITS.get(text.lower())
    if known is not None:
        return known
    if text.isascii():
        raise BadInput('The unit "%(unit)s" is not date, number, percent or empty.', unit=text[:40])
    return Unit.NUMBER


def as_method(raw: object) -> Method:
    """Read a scoring method by name."""
    try:
        return Method(as_text(raw).upper())
    except ValueError:
        known = ", ".join(Method)
        raise BadInput('The method "%(method)s" is not one of: %(known)s.', method=str(raw)[:40], known=known) from None


def as_choice(kind: type[E]) -> Callable[[object], E]:
    """Give a reader of one of the words of an enumeration."""

    def read(raw: object) -> E:
        try:
            return kind(as_text(raw).lower())
        except ValueError:
            known = ", ".join(kind)
            raise BadInput('"%(word)s" is not one of: %(known)s.', word=str(raw)[:40], known=known) from None

    return read


def as_year(raw: object) -> FiscalYear:
    """Read a fiscal year: "2021-22", "২০২১-২০২২"."""
    return FiscalYear.parse(as_text(raw))


def as_flag(raw: object) -> bool:
    """Read true or false."""
    if not isinstance(raw, bool):
        raise BadInput("Write true or false.")
    return raw


def as_count(raw: object) -> int:
    """Read a whole number that is not negative."""
    number = as_number(raw)
    if number < 0 or number != number.to_integral_value():
        raise BadInput("Write a whole number that is not negative (%(number)s).", number=number)
    return int(number)
