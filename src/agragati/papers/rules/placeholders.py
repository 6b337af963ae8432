"""Placeholders of letter templates: words in braces that the system or the writer fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.kernel.text import normalise
from agragati.papers.rules.letter_text import LetterText, Sheet
from agragati.papers.rules.paper import gregorian_text

# Filled from the office and the day.
KNOWN = ("দপ্তর", "মন্ত্রণালয়", "অর্থবছর", "ত্রৈমাসিক", "ত্রৈমাসিকের মাস", "আজকের তারিখ", "দপ্তর প্রধান")
# Asked of the writer.
ASKED = (
    "প্রেরণের শেষ তারিখ", "সেবার সংখ্যা", "সভার তারিখ", "সভার সময়", "সভার স্থান", "সভাপতি", "প্রদর্শনীর তারিখ",
    "প্রদর্শনীর স্থান", "সূত্র স্মারক", "ফোকাল পয়েন্ট", "ই-মেইল", "হালনাগাদের মেয়াদ", "সভার ক্রম",
)  # fmt: skip
_FILLABLE = frozenset(normalise(name) for name in KNOWN + ASKED)
_BRACES = re.compile(r"\{([^{}\n]{1,60})\}")
_LOOSE = re.compile(r"[{}]")


def used(text: LetterText) -> tuple[str, ...]:
    """Give the placeholders that stand in a text, each once, in order."""
    return tuple(dict.fromkeys(normalise(name).strip() for part in _parts(text) for name in _BRACES.findall(part)))


def check_template(text: LetterText) -> None:
    """Raise BadInput for a placeholder nobody can fill, or a brace that stands alone."""
    for name in used(text):
        if name not in _FILLABLE:
            raise BadInput(
                "There is no placeholder {%(name)s}. Known are: %(known)s.",
                field="paragraphs", name=name, known=", ".join(KNOWN + ASKED),
            )  # fmt: skip
    if any(_LOOSE.search(_BRACES.sub("", part)) for part in _parts(text)):
        raise BadInput("A brace stands alone. Write a placeholder as {দপ্তর}.", field="paragraphs")


def check_filled(text: LetterText) -> None:
    """Raise BadInput while a placeholder still stands in a letter that is to leave the desk."""
    if left := used(text):
        raise BadInput("Fill in first: %(names)s.", field="paragraphs", names=", ".join(left))


def fill(text: LetterText, values: Mapping[str, str]) -> LetterText:
    """Put values in place of placeholders; one without a value stays to be seen."""
    same = {normalise(name): value for name, value in values.items()}
    made: dict[str, Any] = {f.name: _filled(getattr(text, f.name), same) for f in fields(text)}
    return replace(text, **made)


def known_values(*, office: str, ministry: str, head: str, day: date) -> dict[str, str]:
    """Give what the system knows on `day`: names, fiscal year, and the quarter of that day."""
    quarter = Quarter.of(day)
    return {
        "দপ্তর": office,
        "মন্ত্রণালয়": ministry or office,
        "অর্থবছর": to_bn(FiscalYear.of(day).label),
        "ত্রৈমাসিক": quarter.label_bn,
        "ত্রৈমাসিকের মাস": quarter.months_bn,
        "আজকের তারিখ": f"{gregorian_text(day)} খ্রি.",
        "দপ্তর প্রধান": head,
    }


def _filled(value: Any, values: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return _BRACES.sub(lambda found: values.get(normalise(found[1]).strip()) or found[0], value)
    if isinstance(value, Sheet):
        return Sheet(_filled(value.title, values), _filled(value.heads, values), _filled(value.rows, values))
    return tuple(_filled(part, values) for part in value)


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _parts(part)
    else:
        for f in fields(value):
            yield from _parts(getattr(value, f.name))
