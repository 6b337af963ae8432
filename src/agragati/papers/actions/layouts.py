"""Keeping how the papers of an office look."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.org.selectors import own_office
from agragati.records.actions import keep_file

from ..models import PaperLayout
from ..rules.layouts import LIMITS, MOST_LINES, check_measures


@transaction.atomic
def save_layout(
    *, by: Access, measures: dict[str, int], lines: str = "", foot: str = "", logo: tuple[str, bytes] | None = None,
    without_logo: bool = False,
) -> PaperLayout:  # fmt: skip
    """Keep the layout of the own office's papers. Issued papers stay as they were printed.

    `measures`: size in points, left, right, top and bottom in millimetres. `logo` is the name and bytes of a picture.
    Raises BadInput naming the field that is out of its limits, Refused without the right to issue papers.
    """
    by.require(P.PAPER_ISSUE, by.office_path)
    office = own_office(by=by)
    made = PaperLayout.objects.filter(office=office).first() or PaperLayout(office=office)
    check_measures(measures)
    for name in LIMITS:
        setattr(made, name, measures[name])
    made.lines, made.foot = _lines(lines), normalise(foot).strip()[:150]
    if without_logo:
        made.logo = None
    if logo:
        made.logo = _picture(by, office, logo)
    made.save()
    record(by=by, deed="papers.save_layout", about=f"office:{office.pk}", label=str(office), values=dict(measures))
    return made


def _lines(text: str) -> str:
    lines = [line for part in normalise(text).splitlines() if (line := part.strip()[:200])]
    if len(lines) > MOST_LINES:
        raise BadInput("A letterhead has at most %(count)s lines.", field="lines", count=MOST_LINES)
    return "\n".join(lines)


def _picture(by: Access, office: Any, logo: tuple[str, bytes]) -> Any:
    kept = keep_file(by=by, office=office, name=logo[0], content=logo[1], about=f"layout:{office.pk}", field="logo")
    if kept.mime not in ("image/png", "image/jpeg"):
        raise BadInput("The mark is a PNG or JPEG picture.", field="logo")
    return kept
