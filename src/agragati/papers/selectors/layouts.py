"""How the papers of an office look."""

from __future__ import annotations

from agragati.org.access import Access
from agragati.org.models import Office

from ..models import PaperLayout
from ..rules.blocks import Picture
from ..rules.layouts import Layout
from ..rules.paper import Margins


def layout_of(*, by: Access, office: Office) -> Layout:
    """The office's own layout, or the usual one. A mark whose file is gone is left out."""
    row = PaperLayout.objects.select_related("logo").filter(office=office).first()
    if row is None:
        return Layout()
    margins = Margins(row.left, row.right, row.top, row.bottom)
    return Layout(row.size, margins, tuple(row.lines.splitlines()), row.foot, _mark(row))


def has_mark(*, by: Access, office: Office) -> bool:
    """Whether the office prints a mark of its own."""
    return PaperLayout.objects.filter(office=office, logo__isnull=False).exists()


def _mark(row: PaperLayout) -> Picture | None:
    if row.logo is None:
        return None
    try:
        with row.logo.file.open("rb") as kept:
            return Picture(kept.read(), alt=f"{row.office} এর প্রতীক")
    except OSError:
        return None
