"""What an entry of progress must satisfy, as one table: the server asks it, and the page carries it without a network.

A table has fields (how a typed text is read) and checks (what the values must satisfy, in the order they are told).
`as_data` gives both as plain JSON; static/plans/entry.js reads that alone, so there is no second list of rules.
See docs/algorithms/entry-checks.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as filled
from datetime import date
from decimal import Decimal
from typing import Any

from agragati.kernel.dates.entry import FIRST_YEAR, LAST_YEAR, SHAPES
from agragati.kernel.dates.entry import WORDS as DAY_WORDS
from agragati.kernel.errors import N_, BadInput
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.kernel.memo import SHAPES as MEMO_SHAPES
from agragati.kernel.memo import WORDS as MEMO_WORDS
from agragati.kernel.numbers import NUMBER_SHAPE, NUMBER_WORDS

from .choices import Derive, Unit
from .framework import Indicator
from .windows import dates_of

DONE = "done"
# Printed units that count whole things; an amount of money or a share of one may have a fraction.
WHOLE_UNITS = {"সংখ্যা", "টি", "জন", "number"}
LARGEST = {"quantity": Decimal(10) ** 12, "numerator": Decimal(10) ** 14, "denominator": Decimal(10) ** 14}
_OF_A_PERIOD = {Derive.RATIO, Derive.LATEST}  # as R4: such a figure is true only once its quarter is over
PROVISIONAL = N_(
    "This day lies before %(as_of)s, the quarter's day of reckoning. The figure stays provisional until then."
)

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Check:
    """One condition on `field`; `kind` names it, `key` is what is said when it fails. `when` is "", done or other."""

    field: str
    kind: str
    key: str
    when: str = ""
    params: Mapping[str, Any] = filled(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter and the day as of which its figures count."""

    first: date
    last: date
    as_of: date


@dataclass(frozen=True, slots=True)
class EntryTable:
    """The checks of one indicator in one year; `periods` are empty where no figure can be premature."""

    checks: tuple[Check, ...]
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A check that failed: the field, what to say, and the values in the sentence."""

    field: str
    key: str
    params: Mapping[str, Any] = filled(default_factory=dict)

    @property
    def error(self) -> BadInput:
        """The same as the product's own error."""
        return BadInput(self.key, field=self.field, **self.params)


def table_of(indicator: Indicator, year: FiscalYear) -> EntryTable:
    """The table of one indicator, as its plan was signed."""
    checks = (
        Check("day", "not_future", N_("The date lies in the future. Enter it once the work is done.")),
        Check("day", "between", N_("The date lies outside the fiscal year %(year)s."),
              params={"first": year.start, "last": year.end, "year": year.label}),
        Check("text", "needed", N_("Write what is under way or what was reported."), "other"),
        *_figure_checks(indicator),
    )  # fmt: skip
    quarters = [Quarter(year, number) for number in range(1, 5)] if indicator.derive in _OF_A_PERIOD else []
    periods = tuple(Period(q.start, q.end, dates_of(indicator, q).as_of) for q in quarters)
    return EntryTable(checks, periods)


def _figure_checks(indicator: Indicator) -> list[Check]:
    names = ("quantity", "numerator", "denominator")
    found = [Check(n, "not_negative", N_("A count or amount cannot be negative (%(number)s)."), DONE) for n in names]
    found += [Check(n, "below", N_("The number is too large."), DONE, {"limit": LARGEST[n]}) for n in names]
    together = N_("Give the numerator and the denominator together.")
    found += [Check("numerator", "with", together, DONE, {"other": "denominator"}),
              Check("denominator", "with", together, DONE, {"other": "numerator"})]  # fmt: skip
    if indicator.formula:  # what its named figures give together, the formula itself checks
        negative = N_("A count or amount cannot be negative (%(number)s).")
        return found + [Check(f"figure_{f.name}", "not_negative", negative, DONE) for f in indicator.figures]
    if indicator.measure in (Unit.DATE, Unit.NUMBER):
        no_share = N_("This indicator is not a percentage; give a date or a number instead.")
        found.append(Check("numerator", "absent", no_share, DONE))
    both = N_("Give either a value or a numerator with its denominator, not both.")
    found.append(Check("quantity", "without", both, DONE, {"other": "numerator"}))
    if not indicator.may_exceed_100:
        found.append(Check("numerator", "at_most",
                           N_("The numerator (%(numerator)s) is larger than the denominator (%(denominator)s)."),
                           DONE, {"other": "denominator"}))  # fmt: skip
    return found + _measure_checks(indicator)


def _measure_checks(indicator: Indicator) -> list[Check]:
    if indicator.measure is Unit.DATE:
        return [Check("quantity", "absent", N_("This indicator is achieved on a date; give the date."), DONE)]
    if indicator.measure is Unit.PERCENT:
        return [Check("numerator", "given", N_("Give both counts; the percentage is computed from them."), DONE)]
    if indicator.measure is Unit.NUMBER and indicator.printed_unit.strip() in WHOLE_UNITS:
        return [Check("quantity", "whole", N_("Write a whole number, without a point."), DONE)]
    return []


def faults_of(table: EntryTable, values: Values, today: date) -> list[Fault]:
    """Every check that fails on read values (day, standing, amounts, text), in the order of the table."""
    part = DONE if values.get("standing", DONE) == DONE else "other"
    asked = [check for check in table.checks if check.when in ("", part)]
    return [_fault(check, values) for check in asked if not _KINDS[check.kind](check, values, today)]


def is_provisional(table: EntryTable, values: Values, today: date) -> date | None:
    """The day of reckoning before which the figure is stated, or None: it counts provisionally until then (R4)."""
    day = values.get("day")
    if day is None or values.get("standing", DONE) != DONE:
        return None
    found = next((period for period in table.periods if period.first <= day <= period.last), None)
    return found.as_of if found and max(day, today) < found.as_of else None


def _fault(check: Check, values: Values) -> Fault:
    given = {name: values.get(name) for name in ("numerator", "denominator")} | {"number": values.get(check.field)}
    known = {**given, **check.params}
    return Fault(check.field, check.key, {name: known[name] for name in re.findall(r"%\((\w+)\)s", check.key)})


def _amount(values: Values, name: str) -> Decimal | None:
    found: Decimal | None = values.get(name)
    return found


_KINDS: dict[str, Callable[[Check, Values, date], bool]] = {
    "not_future": lambda c, v, today: v[c.field] <= today,
    "between": lambda c, v, today: bool(c.params["first"] <= v[c.field] <= c.params["last"]),
    "needed": lambda c, v, today: bool(str(v.get(c.field) or "").strip()),
    "given": lambda c, v, today: v.get(c.field) is not None,
    "absent": lambda c, v, today: v.get(c.field) is None,
    "not_negative": lambda c, v, today: (_amount(v, c.field) or Decimal(0)) >= 0,
    "below": lambda c, v, today: (_amount(v, c.field) or Decimal(0)) < c.params["limit"],
    "whole": lambda c, v, today: (_amount(v, c.field) or Decimal(0)) % 1 == 0,
    "with": lambda c, v, today: v.get(c.field) is not None or v.get(c.params["other"]) is None,
    "without": lambda c, v, today: v.get(c.field) is None or v.get(c.params["other"]) is None,
    "at_most": lambda c, v, today: _at_most(_amount(v, c.field), _amount(v, c.params["other"])),
}


def _at_most(part: Decimal | None, whole: Decimal | None) -> bool:
    """A share's part is within its whole; a whole of 0 is left to the reckoning, which says that it divides by 0."""
    return part is None or not whole or part <= whole


def as_data(table: EntryTable, say: Callable[[str], str]) -> dict[str, Any]:
    """The table as JSON for the page, its sentences through `say` (the reader's language)."""
    return {
        "checks": [[c.field, c.kind, say(c.key), c.when, {k: _plain(v) for k, v in c.params.items()}]
                   for c in table.checks],
        "periods": [[str(p.first), str(p.last), str(p.as_of)] for p in table.periods],
        "provisional": say(PROVISIONAL),
        "day": {"shapes": [_javascript(shape) for shape in SHAPES], "years": [FIRST_YEAR, LAST_YEAR],
                "words": {name: say(key) for name, key in DAY_WORDS.items()}},
        "number": {"shape": _javascript(NUMBER_SHAPE), "words": {n: say(key) for n, key in NUMBER_WORDS.items()}},
        "memo": {"shapes": [_javascript(shape) for shape in MEMO_SHAPES],
                 "words": {name: say(key) for name, key in MEMO_WORDS.items()}},
    }  # fmt: skip


def _plain(value: object) -> object:
    return value if isinstance(value, str | int) else str(value)


def _javascript(shape: re.Pattern[str]) -> str:
    """A pattern as JavaScript writes it: named groups without P; ASCII space where Python was told so."""
    text = shape.pattern.replace("(?P<", "(?<")
    return text.replace(r"\s", r"[ \t\n\r\f\v]") if shape.flags & re.ASCII else text
