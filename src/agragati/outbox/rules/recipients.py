"""Who is meant, as a rule: kept as data, answered when the message is sent."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from agragati.kernel.errors import BadInput

REACHES = ("office", "children", "below", "offices", "posts", "codes")
WHOM = ("head", "duty", "all")
MOST_ROWS = 60_000


@dataclass(frozen=True)
class RecipientRule:
    """`reach` from `office_id`: the office itself, the next level, everything below; or lists of offices, posts, codes.

    `kinds` narrows by kind of office, `question` (a name of the table of questions, with `value`) by what offices have
    or have not done. `whom`: the head of each office, who carries the duty `about`, or every post.
    """

    reach: str
    office_id: int | None = None
    kinds: tuple[str, ...] = ()
    office_ids: tuple[int, ...] = ()
    post_ids: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    whom: str = "head"
    about: str = ""
    question: str = ""
    value: str = ""

    def __post_init__(self) -> None:
        if self.reach not in REACHES or self.whom not in WHOM:
            raise BadInput("The rule of recipients cannot be read.", field="reach")

    def as_json(self) -> dict[str, Any]:
        """Plain values, without what is empty."""
        return {name: list(v) if isinstance(v, tuple) else v for name, v in asdict(self).items() if v}


def to_posts(*post_ids: int) -> RecipientRule:
    """These posts, whoever holds them."""
    return RecipientRule("posts", post_ids=tuple(post_ids))


def to_heads(*office_ids: int) -> RecipientRule:
    """The heads of these offices."""
    return RecipientRule("offices", office_ids=tuple(office_ids))


def from_json(values: Mapping[str, Any]) -> RecipientRule:
    """A rule from its plain values; raises BadInput when they make none."""
    try:
        given: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
        return RecipientRule(**given)
    except TypeError:
        raise BadInput("The rule of recipients cannot be read.", field="reach") from None


def read_table(text: str) -> dict[str, dict[str, str]]:
    """A CSV list: the first column `office_code`, the others values for placeholders of the same name, by code.

    Raises BadInput naming the line at fault.
    """
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    names = [name.strip() for name in rows.fieldnames or []]
    if not names or names[0] != "office_code":
        raise BadInput("The first column of the list must be called office_code.", field="file")
    found: dict[str, dict[str, str]] = {}
    for line, row in enumerate(rows, 2):
        values = {name.strip(): (value or "").strip() for name, value in row.items() if isinstance(name, str)}
        code = values.pop("office_code", "")
        if None in row or not code:
            raise BadInput(
                "Line %(line)s of the list has no office code, or too many columns.", field="file", line=line
            )
        if code in found:
            raise BadInput("Line %(line)s of the list repeats the office %(code)s.", field="file", line=line, code=code)
        found[code] = values
        if len(found) > MOST_ROWS:
            raise BadInput("The list is longer than %(limit)s lines.", field="file", limit=MOST_ROWS)
    return found
