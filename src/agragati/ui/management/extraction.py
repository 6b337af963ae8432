"""Finds the strings of one app that people read: Python calls, template tags, and messages of the product's errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

from agragati.kernel import errors

from .python_strings import calls_in

SOURCE = Path(errors.__file__).parents[1]
# Floors without a catalogue of their own are translated by the app just above them.
HOUSED_BY = {"kernel": "ui"}
_ERRORS = [name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)]
_PLAIN = ["_", "gettext", "gettext_lazy", "gettext_noop", "N_", *_ERRORS]
_PLURAL = ["ngettext", "ngettext_lazy"]
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(_PLAIN),
    **dict.fromkeys(_PLURAL, (1, 2)),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], ((1, "c"), 2)),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], ((1, "c"), 2, 3)),
}
# <c-button :label="_('Save')" /> is evaluated by cotton; Django's own extraction sees only text there.
_COTTON = re.compile(r"""\s:[\w-]+="(_\('(?:[^'\\]|\\.)*'\))["|]""")
Found = tuple[str, tuple[str, ...] | str, str | None]


def apps_with_strings() -> list[str]:
    """Names of the product's apps that have a catalogue of their own."""
    return sorted(path.parent.name for path in SOURCE.glob("*/apps.py"))


def template_of(app: str) -> Catalog:
    """Every string of `app` and of the floors it houses, untranslated.

    Raises SyntaxError for a template whose translation block holds other tags.
    """
    catalog = Catalog(locale="bn", fuzzy=False)
    rooms = [app, *(guest for guest, host in HOUSED_BY.items() if host == app)]
    for path in sorted(p for room in rooms for p in _sources(SOURCE / room)):
        place = path.relative_to(SOURCE.parent).as_posix()
        for _function, message, context in strings_in(path):
            catalog.add(message, locations=[(place, 0)], context=context)
    return catalog


def strings_in(path: Path) -> Iterator[Found]:
    """The strings of one Python file or template: function name, message (a pair for plurals), context."""
    text = path.read_text(encoding="utf-8")
    for function, found in _calls(text, path):
        if strings := _strings(function, found):
            yield function, *strings


def _calls(text: str, path: Path) -> Iterator[tuple[str, Any]]:
    if path.suffix == ".py":
        yield from calls_in(text, set(KEYWORDS))
        return
    # Left edges go: what is left is not indented like Python, and tokenizing minds.
    calls = "\n".join(line.strip() for line in [*templatize(text, str(path)).splitlines(), *_COTTON.findall(text)])
    for _line, function, found, _comments in extract_python(BytesIO(calls.encode()), KEYWORDS, [], {}):
        yield str(function), found


def _strings(function: str, found: Any) -> tuple[tuple[str, ...] | str, str | None] | None:
    given = list(found) if isinstance(found, tuple | list) else [found]
    context = given.pop(0) if "pgettext" in function else None
    wanted = given[: 2 if "ngettext" in function or "npgettext" in function else 1]
    if not wanted or not all(isinstance(text, str) and text for text in wanted):
        return None
    return (wanted[0] if len(wanted) == 1 else tuple(wanted)), context


def _sources(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.suffix in {".py", ".html", ".txt"} and not {"migrations", "__pycache__"} & set(path.parts):
            yield path
