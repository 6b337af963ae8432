"""Who enters which row of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import HouseForm

from ..actions.holders import Holder
from ..models import PlanIndicator

Options = Sequence[tuple[int, str]]
EVERYONE = _("Everyone who may enter")


class HoldersForm(HouseForm):
    """One choice a row: everyone, a post or a section. A row that has both keeps both until another is chosen."""

    def __init__(
        self, *args: Any, rows: Sequence[tuple[PlanIndicator, str]], posts: Options, sections: Options, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices: list[Any] = [("", EVERYONE)]
        choices += [(_("Sections"), [(f"s{pk}", name) for pk, name in sections])] if sections else []
        choices += [(_("Posts"), [(f"p{pk}", name) for pk, name in posts])] if posts else []
        for row, label in rows:
            held = f"s{row.section_id}" if row.section_id else f"p{row.focal_id}" if row.focal_id else ""
            self.fields[f"row_{row.pk}"] = forms.ChoiceField(
                label=label, required=False, choices=choices, initial=held, widget=forms.Select
            )


def holders_of(cleaned: dict[str, Any]) -> dict[int, Holder]:
    """Row id → who was chosen."""
    found = {int(name[4:]): str(value) for name, value in cleaned.items() if name.startswith("row_")}
    return {pk: _holder(value) for pk, value in found.items()}


def _holder(value: str) -> Holder:
    number = int(value[1:]) if value else None
    return Holder(post_id=number if value[:1] == "p" else None, section_id=number if value[:1] == "s" else None)
