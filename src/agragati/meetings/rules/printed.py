"""How existing minutes are laid out on their paper, kept so that they can be printed again as they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from agragati.meetings.rules.closing import DISTRIBUTION
from agragati.meetings.rules.grids import is_end
from agragati.meetings.rules.header import Fields
from agragati.meetings.rules.layout import Grid, Line, Part, is_title
from agragati.meetings.rules.people import looks_attendee
from agragati.meetings.rules.tables import by_header, kind_of
from agragati.meetings.rules.words import number_in, rx

_CONVENER = rx(r"^(?:সভার\s+)?(আহ্বায়ক|আহবায়ক)\s*(?:[:ঃ\t]|$)")
_MOST = 60  # rows of a plan table that are kept
_LONGEST_HEAD = 90  # letters over a distribution list
_LONGEST = 2000  # letters of one kept paragraph


@dataclass(frozen=True)
class Printed:
    """What the values of `Minutes` leave out: letterhead lines, labels, paragraphs, heads of the table, the plan.

    `resolution`: the decision stands under the text as "সিদ্ধান্ত: …", not in a table. `copies`: the words over the
    distribution list where they are not "বিতরণ".
    """

    head: tuple[str, ...] = ()
    chair_label: str = "সভাপতি"
    attendance: str = ""
    opening: tuple[str, ...] = ()
    closing: str = ""
    heads: tuple[str, ...] = ()
    plan: tuple[tuple[str, ...], ...] = ()
    plan_head: int = 0
    resolution: bool = False
    copies: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values for a stored reading."""
        return dict(asdict(self))


def as_printed(
    parts: Sequence[Part], fields: Fields, first: int | None, *, title: str | None, in_table: bool
) -> Printed:
    """Collect the layout of one meeting; `first` is the place of its first item among the parts."""
    plan, plan_head, start = _plan(parts)
    ends = [at for at in (first, start) if at is not None]
    stop = min(ends) if ends else next((at for at, part in enumerate(parts) if _ends(part)), len(parts))
    noted = [line for line in fields.values.get("attendance", []) if not looks_attendee(line)]
    return Printed(
        head=tuple(_head(fields, title or "")),
        chair_label=_chair_label(parts),
        attendance=noted[0][:200] if noted else "",
        opening=tuple(_lines(parts[fields.end : stop])),
        closing=next((part.text for part in reversed(parts) if isinstance(part, Line) and is_end(part.text)), ""),
        heads=_heads(parts),
        plan=plan,
        plan_head=plan_head,
        resolution=not in_table,
        copies=_copies(parts),
    )


def _copies(parts: Sequence[Part]) -> str:
    """ "অনুলিপি: সদয় জ্ঞাতার্থে/ কার্যার্থে" as printed over the list of those who get a copy; else ""."""
    heads = (part.text for part in reversed(parts) if isinstance(part, Line) and DISTRIBUTION.match(part.text))
    found = next((head for head in heads if len(head) < _LONGEST_HEAD), "")
    return "" if found.startswith(rx("বিতর").pattern) else found.split("(")[0].strip(" *:ঃ-")


def _head(fields: Fields, title: str) -> list[str]:
    lines = []
    for line in fields.before:
        plain = line.strip(" ।")
        begins_title = len(plain.split()) > 3 and f"{title} ".startswith(f"{plain} ")
        if is_title(line) or len(line) > 120 or begins_title:
            break
        lines.append(plain)
    return lines[:8]


def _chair_label(parts: Sequence[Part]) -> str:
    found = (_CONVENER.match(part.text) for part in parts[:40] if isinstance(part, Line))
    return next((label[1] for label in found if label), "সভাপতি")


def _ends(part: Part) -> bool:
    return isinstance(part, Line) and is_end(part.text)


def _lines(parts: Sequence[Part]) -> list[str]:
    return [part.text[:_LONGEST] for part in parts if isinstance(part, Line) and not is_end(part.text)]


def _heads(parts: Sequence[Part]) -> tuple[str, ...]:
    for part in parts:
        if isinstance(part, Grid) and kind_of(part) == "items" and by_header(part.rows):
            return next(row for row in part.rows if by_header([row]))
    return ()


def _plan(parts: Sequence[Part]) -> tuple[tuple[tuple[str, ...], ...], int, int | None]:
    """The rows of the plan table over all its grids, how many of them are head, and where it starts."""
    grids = [(at, part) for at, part in enumerate(parts) if isinstance(part, Grid) and kind_of(part) == "indicators"]
    if not grids:
        return (), 0, None
    at, first = grids[0]
    more = [part for part in parts[at + 1 :] if isinstance(part, Grid) and part.width == first.width]
    rows = [row for grid in (first, *more) for row in grid.rows]
    head = next((place + 1 for place, row in enumerate(rows[:6]) if _counts_up(row)), 1)
    return tuple(rows[:_MOST]), head, at


def _counts_up(row: Sequence[str]) -> bool:
    numbers = [number_in(cell) for cell in row if cell]
    return len(numbers) > 3 and numbers == list(range(1, len(numbers) + 1))


def kept_layout(found: Mapping[str, Any]) -> dict[str, Any]:
    """What a meeting made from a stored reading keeps of its paper; {} when the reading has none."""
    if not found.get("printed"):
        return {}
    return {
        **found["printed"],
        "office": found["office"] or "",
        "section": found["section"] or "",
        "listed": found["attendance"] == "listed",
        "annex": found["attendance"] == "annex",
        "signers": [[one["name"] or "", one["designation"] or ""] for one in found["signatories"]],
    }
