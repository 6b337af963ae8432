"""Offices from a sheet: what the columns mean, and every problem before anything is written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from agragati.kernel.dates.entry import parse_day
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import N_, BadInput

from .sheet import Problem, SheetRow, missing, read_rows

HEADINGS: dict[str, tuple[str, ...]] = {
    "code": ("কোড", "অফিস কোড", "office code"),
    "parent": ("ঊর্ধ্বতন", "ঊর্ধ্বতন কোড", "ঊর্ধ্বতন অফিস কোড", "parent code"),
    "kind": ("ধরন", "স্তর", "level"),
    "name_bn": ("নাম", "অফিসের নাম", "বাংলা নাম", "name"),
    "name_en": ("ইংরেজি নাম", "english name"),
    "area": ("এলাকা", "এলাকা কোড", "area code"),
    "memo_code": ("স্মারক কোড", "memo code"),
    "address": ("ঠিকানা",),
    "website": ("ওয়েবসাইট",),
    "valid_from": ("কার্যকর তারিখ", "from"),
}
REQUIRED = ("code", "name_bn", "kind")
LONGEST_SITE = 200
_SITE = re.compile(r"https?://[\w-]+(\.[\w-]+)+(:[0-9]+)?(/\S*)?")
KINDS: dict[str, str] = {
    "মন্ত্রণালয়": "ministry", "মন্ত্রণালয়/বিভাগ": "ministry", "বিভাগ": "ministry", "অধিদপ্তর": "department",
    "দপ্তর/সংস্থা": "department", "সংস্থা": "department", "বিভাগীয়": "divisional", "জেলা": "district",
    "উপজেলা": "upazila", "ইউনিয়ন": "union", "অন্যান্য": "other",
}  # fmt: skip


@dataclass(frozen=True)
class OfficeRow:
    """One office to be made; `parent` is a code, "" at the top."""

    code: str
    parent: str
    kind: str
    name_bn: str
    name_en: str = ""
    area: str = ""
    memo_code: str = ""
    address_bn: str = ""
    website: str = ""
    valid_from: datetime.date | None = None
    number: int = 0


@dataclass(frozen=True)
class Standing:
    """An office that is there already; `parent` is a code, `valid_to` None while it is open."""

    parent: str
    name_bn: str
    valid_from: datetime.date
    valid_to: datetime.date | None = None


def office_rows(
    table: Sequence[Sequence[str]], *, kinds: Iterable[str], areas: Iterable[str], known: Mapping[str, Standing],
    today: datetime.date,
) -> tuple[list[OfficeRow], list[Problem]]:  # fmt: skip
    """Read offices from a sheet. `known`: the offices already there by code; `today` holds where a row has no date.

    Returns the rows in an order in which every higher office comes first, and every problem found.
    """
    rows, problems = read_rows(table, HEADINGS, REQUIRED)
    wanted, places = set(kinds), set(areas)
    made: list[OfficeRow] = []
    for row in rows:
        found, office = _office(row, wanted, places)
        problems += found
        made.append(office)
    problems += _code_problems(made, known)
    ordered, rings = parents_first(made)
    problems += [Problem(row.number, "parent", N_("The office lies below itself.")) for row in rings]
    undated = {problem.row for problem in problems if problem.column == "valid_from"}
    ordered = _no_later_than_below(ordered)
    problems += _day_problems([row for row in ordered if row.number not in undated], known, today)
    return ordered, sorted(problems, key=lambda problem: (problem.row, problem.column))


def _office(row: SheetRow, kinds: set[str], areas: set[str]) -> tuple[list[Problem], OfficeRow]:
    problems = missing(row, REQUIRED)
    kind = KINDS.get(row["kind"], row["kind"].lower())
    if row["kind"] and kind not in kinds:
        problems.append(
            Problem(row.number, "kind", N_("There is no such kind of office: %(value)s"), {"value": row["kind"]})
        )
    area = to_latin(row["area"]).upper()
    if area and area not in areas:
        problems.append(
            Problem(row.number, "area", N_("There is no area with the code %(code)s."), {"code": row["area"]})
        )
    for column, longest in (("name_bn", 250), ("name_en", 250), ("code", 40), ("memo_code", 40), ("address", 300)):
        if len(row[column]) > longest:
            problems.append(
                Problem(row.number, column, N_("This is longer than %(limit)s letters."), {"limit": longest})
            )
    website, wrong = _website(row)
    day, late = _day(row)
    office = OfficeRow(
        to_latin(row["code"]), to_latin(row["parent"]), kind, row["name_bn"], row["name_en"], area,
        row["memo_code"], row["address"], website, day, row.number,
    )  # fmt: skip
    return problems + wrong + late, office


def _website(row: SheetRow) -> tuple[str, list[Problem]]:
    """The address with its https://, which sheets leave out."""
    typed = row["website"]
    address = typed if not typed or "://" in typed else f"https://{typed}"
    if not address or (_SITE.fullmatch(address) and len(address) <= LONGEST_SITE):
        return address, []
    return "", [Problem(row.number, "website", N_("This is not the address of a website."))]


def _day(row: SheetRow) -> tuple[datetime.date | None, list[Problem]]:
    if not row["valid_from"]:
        return None, []
    try:
        return parse_day(row["valid_from"]), []
    except BadInput as error:
        return None, [Problem(row.number, "valid_from", error.key, error.params)]


def _code_problems(rows: Sequence[OfficeRow], known: Mapping[str, Standing]) -> list[Problem]:
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for row in rows:
        if row.code and row.code in first:
            params = {"row": first[row.code]}
            problems.append(Problem(row.number, "code", N_("Row %(row)s has this code already."), params))
        first.setdefault(row.code, row.number)
    for row in rows:
        if row.parent and row.parent not in first and row.parent not in known:
            message = N_("There is no office with the code %(code)s.")
            problems.append(Problem(row.number, "parent", message, {"code": row.parent}))
        there = known.get(row.code)
        if there and (there.parent, there.name_bn) != (row.parent, row.name_bn):
            message = N_("This code belongs to an office of another name or place; rename or move it on its page.")
            problems.append(Problem(row.number, "code", message))
    return problems


def _no_later_than_below(ordered: Sequence[OfficeRow]) -> list[OfficeRow]:
    """An office without a date was there when the first office below it in the sheet opened."""
    first: dict[str, datetime.date] = {}
    dated = []
    for row in reversed(ordered):
        day = row.valid_from or first.get(row.code)
        if day and row.parent:
            first[row.parent] = min(day, first.get(row.parent, day))
        dated.append(replace(row, valid_from=day))
    return dated[::-1]


def _day_problems(rows: Sequence[OfficeRow], known: Mapping[str, Standing], today: datetime.date) -> list[Problem]:
    """A new office opens on a day that has come, under an office that is open then."""
    beside = {row.code: Standing(row.parent, row.name_bn, row.valid_from or today) for row in rows}
    problems = []
    for row in rows:
        if row.code in known:
            continue
        day, above = row.valid_from or today, known.get(row.parent) or beside.get(row.parent)
        if day > today:
            problems.append(
                Problem(row.number, "valid_from", N_("A change of the tree cannot be dated in the future."))
            )
        elif above and (above.valid_from > day or (above.valid_to is not None and above.valid_to < day)):
            message = N_("%(office)s is not open on this day.")
            problems.append(Problem(row.number, "parent", message, {"office": above.name_bn}))
    return problems


def parents_first(rows: Sequence[OfficeRow]) -> tuple[list[OfficeRow], list[OfficeRow]]:
    """The rows with every higher office before its lower ones, and those that lie below themselves."""
    below: dict[str, list[OfficeRow]] = {}
    codes = {row.code for row in rows}
    for row in rows:
        below.setdefault(row.parent if row.parent in codes else "", []).append(row)
    ordered: list[OfficeRow] = []
    waiting = list(reversed(below.get("", [])))
    while waiting:
        row = waiting.pop()
        ordered.append(row)
        waiting += reversed(below.pop(row.code, []) if row.code else [])
    reached = {row.number for row in ordered}
    return ordered, [row for row in rows if row.number not in reached]
