"""Texts with placeholders: {office}, {post}, {person}, {title}, {due} and the sender's own; also by Bangla names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise

NAMES = {
    "অফিস": "office", "দপ্তর": "office", "পদবি": "post", "নাম": "person", "বিষয়": "title", "তারিখ": "due", "কাজ": "duties",
    "সংখ্যা": "count", "লিংক": "link", "প্রেরক": "sender",
}  # fmt: skip
KNOWN = frozenset(NAMES.values())
_BY_BANGLA = {normalise(bangla): english for bangla, english in NAMES.items()}
_HOLE = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")


def names_in(text: str) -> list[str]:
    """English names of the placeholders of a text, in order, each once. Raises BadInput for one that is no name."""
    found = [_name(inner) for inner in _HOLE.findall(text)]
    rest = _HOLE.sub("", text)
    if "{" in rest or "}" in rest:
        raise BadInput("A bracket { or } is left open in the text.", field="text")
    return list(dict.fromkeys(found))


def _name(inner: str) -> str:
    name = inner.strip()
    if not name:
        raise BadInput("A placeholder {} is empty. Write a name into it, such as {office}.", field="text")
    english = _BY_BANGLA.get(normalise(name), name)
    if not _NAME.fullmatch(english):
        raise BadInput("The text has a placeholder {%(name)s} that nobody knows.", field="text", name=name)
    return english


def check(text: str, extra: Iterable[str] = ()) -> list[str]:
    """The placeholders of a text; raises BadInput when one is neither ours nor among the `extra` columns."""
    found = names_in(text)
    unknown = [name for name in found if name not in KNOWN and name not in set(extra)]
    if unknown:
        raise BadInput("The text has a placeholder {%(name)s} that nobody knows.", field="text", name=unknown[0])
    return found


def without_names(text: str) -> str:
    """What the sender wrote beside the placeholders, whose names are Latin as often as not."""
    return _HOLE.sub(" ", text)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its values; raises BadInput when a value is missing or empty: nobody gets a letter with a hole."""

    def value(match: re.Match[str]) -> str:
        name = _name(match.group(1))
        found = values.get(name, "")
        if not found.strip():
            raise BadInput("The placeholder {%(name)s} has no value for a recipient.", field="text", name=name)
        return found

    return _HOLE.sub(value, text)
