"""The grid of months, and a spreadsheet of events."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import KeptForm, LookFirstForm, UploadField

from ..rules.entries import Entry, entry_as_json, entry_from_json
from ..rules.events_import import ReadEvent
from ..rules.grid import CellChange

_CELL = re.compile(r"c_(\d{1,3}(?:\.\d{1,3}){1,4})_(\d{1,2})", re.ASCII)


class GridForm(KeptForm):
    """What is pasted, why figures are corrected, and what was looked at a moment ago."""

    pasted = forms.CharField(
        label=_("Paste from a spreadsheet"), required=False, max_length=60_000, strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One line an indicator: its code, then July to June. 40/50 for a share, 16 for a day."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why are figures corrected?"), required=False, max_length=300,
        help_text=_("Only needed where a month had a figure already."),
    )  # fmt: skip

    @classmethod
    def keeping_changes(cls, changes: Sequence[CellChange], reason: str) -> Self:
        """The second step with the good changes."""
        rows = [[c.code, c.month, c.typed, c.old, entry_as_json(c.entry)] for c in changes if c.entry is not None]
        return cls.keeping(rows, reason=reason)

    def changes(self) -> list[CellChange]:
        """The changes that were looked at. Raises BadInput when altered or too old."""
        return [CellChange(code, month, typed, old, entry_from_json(Entry, entry))
                for code, month, typed, old, entry in self.looked_at()]  # fmt: skip


class EventsFileForm(LookFirstForm):
    """A spreadsheet of events."""

    file = UploadField(label=_("Spreadsheet of entries"), accept=".xlsx,.ods", required=False,
                       help_text=_("Columns: কোড, তারিখ, সংখ্যা or লব and হর or the names of a formula's figures, "
                                   "বিবরণ, স্থান, স্মারক"))  # fmt: skip

    @classmethod
    def keeping_events(cls, events: Sequence[ReadEvent]) -> Self:
        """The second step with what was read."""
        return cls.keeping([entry_as_json(event) for event in events])

    def events(self) -> list[ReadEvent]:
        """The events that were looked at. Raises BadInput when altered or too old."""
        return [entry_from_json(ReadEvent, values) for values in self.looked_at()]


def typed_cells(data: Mapping[str, str]) -> dict[tuple[str, int], str]:
    """The cells of the grid as they were sent: (code, month) → text."""
    found = ((_CELL.fullmatch(name), value) for name, value in data.items())
    return {
        (match[1], int(match[2])): value.strip()[:40] for match, value in found if match and 1 <= int(match[2]) <= 12
    }


def change_columns() -> list[dict[str, Any]]:
    """Columns of the preview."""
    return [{"label": _("Indicator")}, {"label": _("Month")}, {"label": _("Now")}, {"label": _("New")},
            {"label": _("Finding")}]  # fmt: skip
