"""Finding and reading framework files and scoring inputs: the one place of `plans` that opens them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.plans.rules.documents import LARGEST_DOCUMENT, Table, parse_document, too_large
from agragati.plans.rules.framework import Framework
from agragati.plans.rules.reading import read_framework

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,80}", re.ASCII)
_ENDINGS = (".toml", ".json")


def framework_folder() -> Path:
    """Give the folder of official frameworks: AGRAGATI_FRAMEWORKS, else `frameworks/` above this checkout.

    Raises BadInput when neither exists.
    """
    chosen = os.environ.get("AGRAGATI_FRAMEWORKS")
    folders = [Path(chosen)] if chosen else [up / "frameworks" for up in Path(__file__).resolve().parents]
    for folder in folders:
        if folder.is_dir() and any(folder.glob("*.toml")):
            return folder
    raise BadInput("The folder of frameworks is missing; set AGRAGATI_FRAMEWORKS to it.", field="framework")


def framework_names() -> tuple[str, ...]:
    """Give the names that can be asked for, sorted."""
    return tuple(sorted(path.stem for path in framework_folder().iterdir() if path.suffix in _ENDINGS))


def load_framework(asked: str | Mapping[str, object], beside: Path | None = None) -> Framework:
    """Give a framework by name, by path (tried beside the input file, then here) or from an inline table.

    Raises BadInput whose field is `framework` for one that does not exist, or names the place in it.
    """
    if not isinstance(asked, str):
        return _read(asked, "", "framework")
    name = to_latin(asked.strip()).lower()
    if _NAME.fullmatch(name):
        for ending in _ENDINGS:
            path = framework_folder() / f"{name}{ending}"
            if path.is_file():
                return _read(read_table(str(path)), name, name)
    for folder in filter(None, (beside, Path())):
        path = folder / asked
        if path.suffix in _ENDINGS and path.is_file():
            return _read(read_table(str(path)), path.stem, asked)
    raise BadInput(
        'The framework "%(asked)s" is not known; known are: %(known)s.',
        field="framework",
        asked=asked[:80],
        known=", ".join(framework_names()),
    )


def is_name(asked: str) -> bool:
    """Tell whether this is a framework's name rather than a path to an existing file."""
    return _NAME.fullmatch(to_latin(asked).lower()) is not None and not Path(asked).exists()


def _read(table: Mapping[str, object], name: str, place: str) -> Framework:
    try:
        return read_framework(table, name=name)
    except BadInput as error:
        for one in {error, *getattr(error, "problems", ())}:
            one.field = f"{place}.{one.field}" if one.field else place
        raise


def read_table(place: str) -> Table:
    """Read a JSON or TOML file into a table; "-" is standard input.

    Raises BadInput for a file that is missing, not a file, over 5 MB (before reading it), empty or foreign.
    """
    if place == "-":
        return parse_document(sys.stdin.buffer.read(LARGEST_DOCUMENT + 1), "-")
    path = Path(place)
    try:
        if path.is_file() and path.stat().st_size > LARGEST_DOCUMENT:
            raise too_large(place)
        with path.open("rb") as file:
            return parse_document(file.read(LARGEST_DOCUMENT + 1), place)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput("The file cannot be opened (%(reason)s).", field=place, reason=reason) from error


def folder_of(place: str) -> Path | None:
    """Give the folder an input file lies in; None for standard input."""
    return None if place == "-" else Path(place).parent


def refusal(error: BadInput) -> str:
    """Give the text for the terminal: a line for each problem, with the field and what is wrong."""
    return "\n".join(_line(one) for one in getattr(error, "problems", (error,)))


def _line(error: BadInput) -> str:
    field = f"{error.field}: " if error.field else ""
    return " ".join(f"{field}{error}".split())
