"""Paper → PDF by typst: A4, tagged, PDF/UA-1 and PDF/A-2a, fonts embedded, the same bytes for the same paper."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import typst

from agragati.papers.renderers.fonts import packaged_folder
from agragati.papers.renderers.text_layer import mend
from agragati.papers.renderers.typst_data import to_json
from agragati.papers.rules.paper import Paper

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
_TEMPLATES = Path(__file__).parents[1] / "typst"
_local = threading.local()


def to_pdf(paper: Paper, *, creation: date | None = None, font_folders: Sequence[str] = ()) -> bytes:
    """Typeset a paper.

    `creation` is the date written into the file: the memo's day when not given. `font_folders` are folders with
    further TTF fonts (an office's Nikosh); their family names go into `paper.fonts`.
    Raises typst.TypstError when a font folder or picture cannot be read.
    """
    day = creation or paper.day or date(1970, 1, 1)
    made = _compiler(tuple(font_folders)).compile(
        format="pdf",
        pdf_standards=[*STANDARDS],
        sys_inputs={"data": to_json(paper, creation=day)},
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no bytes")
    return mend(made)


def _compiler(folders: tuple[str, ...]) -> typst.Compiler:
    """Give this thread's compiler: it scans the fonts once and must not be shared between threads."""
    made: dict[tuple[str, ...], typst.Compiler] = _local.__dict__.setdefault("compilers", {})
    if folders not in made:
        made[folders] = typst.Compiler(
            input=str(_TEMPLATES / "paper.typ"),
            root=str(_TEMPLATES),
            font_paths=[str(packaged_folder()), *folders],
            ignore_system_fonts=True,
        )
    return made[folders]
