"""How an office may change the look of its papers, and a paper in that look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from agragati.kernel.errors import BadInput
from agragati.papers.rules.blocks import Picture
from agragati.papers.rules.paper import Margins, Paper

# Least and most: points of the type, millimetres of the edges. The edges leave room for punching and page numbers.
LIMITS: dict[str, tuple[int, int]] = {
    "size": (10, 16), "left": (10, 50), "right": (10, 50), "top": (10, 60), "bottom": (12, 60),
}  # fmt: skip
MOST_LINES = 8
USUAL = Margins()


@dataclass(frozen=True, slots=True)
class Layout:
    """An office's own look: size, edges, lines and mark of the letterhead, words at the foot."""

    size: int = 12
    margins: Margins = USUAL
    lines: tuple[str, ...] = ()
    foot: str = ""
    logo: Picture | None = None


def check_measures(measures: Mapping[str, int]) -> None:
    """Raise BadInput naming the first of `LIMITS` that is outside them."""
    for name, (low, high) in LIMITS.items():
        if not low <= measures[name] <= high:
            raise BadInput("Write a number between %(low)s and %(high)s.", field=name, low=low, high=high)


def laid_out(paper: Paper, layout: Layout) -> Paper:
    """The same paper in an office's own look; a section stays the last line before the address."""
    head = replace(paper.letterhead, logo=layout.logo or paper.letterhead.logo)
    if layout.lines:
        section = (paper.letterhead.section,) if paper.letterhead.section else ()
        head = replace(head, lines=(*layout.lines, *section))
    return replace(paper, letterhead=head, size=layout.size, margins=layout.margins, foot=layout.foot)
