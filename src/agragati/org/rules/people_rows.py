"""People with their posts from a sheet, and every problem before anything is written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agragati.kernel.dates.entry import parse_day
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import N_, BadInput

from .sheet import Problem, SheetRow, missing, read_rows

HEADINGS: dict[str, tuple[str, ...]] = {
    "username": ("ব্যবহারকারী নাম", "ইউজার নেম", "user name"),
    "name_bn": ("নাম", "বাংলা নাম", "name"),
    "name_en": ("ইংরেজি নাম", "english name"),
    "email": ("ইমেইল", "ই-মেইল", "e-mail"),
    "phone": ("মোবাইল", "টেলিফোন", "telephone"),
    "nothi_id": ("নথি আইডি", "e-nothi number"),
    "office": ("অফিস কোড", "office code"),
    "post": ("পদবি", "পদ", "designation"),
    "kind": ("দায়িত্ব", "charge"),
    "since": ("যোগদানের তারিখ", "from"),
    "order_memo": ("আদেশ স্মারক", "order"),
}
REQUIRED = ("username", "name_bn")
CHARGES = {"": "regular", "নিয়মিত": "regular", "চলতি দায়িত্ব": "current", "অতিরিক্ত দায়িত্ব": "additional"}


@dataclass(frozen=True)
class PersonRow:
    """One person; `office` (code) and `post` (designation) are both given or both empty."""

    username: str
    name_bn: str
    name_en: str
    email: str
    phone: str
    nothi_id: str
    office: str
    post: str
    kind: str
    since: datetime.date | None
    order_memo: str
    number: int


def people_rows(
    table: Sequence[Sequence[str]], *, offices: Iterable[str], taken: Iterable[str], mails: Iterable[str]
) -> tuple[list[PersonRow], list[Problem]]:
    """Read people from a sheet. `offices`: known codes; `taken`: user names (lower case) and `mails` of others.

    A user name that is taken is passed over when loading, so it is no problem; its e-mail is not compared.
    """
    rows, problems = read_rows(table, HEADINGS, REQUIRED)
    codes, names, used = set(offices), set(taken), set(mails)
    made = []
    for row in rows:
        person, found = _person(row, codes)
        if person.username.lower() not in names and person.email in used and person.email:
            found.append(Problem(row.number, "email", N_("This e-mail belongs to someone else.")))
        used |= {person.email}
        made.append(person)
        problems += found
    problems += _twice(made)
    return made, sorted(problems, key=lambda problem: (problem.row, problem.column))


def _twice(rows: Sequence[PersonRow]) -> list[Problem]:
    first: dict[str, int] = {}
    problems = []
    for row in rows:
        name = row.username.lower()
        if name and name in first:
            message = N_("Row %(row)s has this user name already.")
            problems.append(Problem(row.number, "username", message, {"row": first[name]}))
        first.setdefault(name, row.number)
    return problems


def _person(row: SheetRow, codes: set[str]) -> tuple[PersonRow, list[Problem]]:
    problems = missing(row, REQUIRED)
    since = None
    try:
        since = parse_day(row["since"]) if row["since"] else None
    except BadInput as error:
        problems.append(Problem(row.number, "since", error.key, error.params))
    kind = CHARGES.get(row["kind"], row["kind"].lower())
    phone = re.sub("[ -]", "", to_latin(row["phone"]))
    person = PersonRow(
        row["username"], row["name_bn"], row["name_en"], row["email"].lower(), phone,
        to_latin(row["nothi_id"]), to_latin(row["office"]), row["post"], kind, since, row["order_memo"], row.number,
    )  # fmt: skip
    return person, problems + _cell_problems(row, person, codes)


def _cell_problems(row: SheetRow, person: PersonRow, codes: set[str]) -> list[Problem]:
    checks = (
        ("username", person.username and not re.fullmatch(r"[\w.@+-]{1,150}", person.username),
         N_("A user name has letters, digits and @ . + - _ only.")),
        ("email", person.email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", person.email),
         N_("This is not an e-mail address.")),
        ("phone", person.phone and not re.fullmatch(r"\+?[0-9]{6,15}", person.phone),
         N_("A telephone number has 6 to 15 digits.")),
        ("nothi_id", person.nothi_id and not re.fullmatch("[0-9]{12}", person.nothi_id),
         N_("The e-Nothi number has 12 digits.")),
        ("kind", person.kind not in CHARGES.values(), N_("Choose regular, current charge or additional charge.")),
        ("office", person.office and person.office not in codes, N_("There is no office with this code.")),
        ("post", bool(person.office) != bool(person.post), N_("Office code and designation belong together.")),
        ("since", person.office and not row["since"], N_("This cell must be filled.")),
    )  # fmt: skip
    return [Problem(row.number, column, message) for column, wrong, message in checks if wrong]
