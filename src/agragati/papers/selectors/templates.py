"""Templates of letters: those that come with the product, and the office's own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils import timezone

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, P
from agragati.org.models import Office
from agragati.org.selectors import holder_of, own_office

from ..models import LetterTemplate
from ..rules.letter_text import LetterText, text_from
from ..rules.placeholders import known_values
from .papers import default_signatory

_FOLDER = Path(__file__).parents[1] / "data" / "letters"
OWN = "own-"


@dataclass(frozen=True)
class Template:
    """A template to choose: `key` is a file's name, or "own-12" for the office's own."""

    key: str
    name: str
    kind: str
    text: LetterText
    about: str = ""
    row: LetterTemplate | None = None


@cache
def _ready_made() -> tuple[Template, ...]:
    found = []
    for path in sorted(_FOLDER.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found.append(Template(path.stem, data["name"], data["kind"], text_from(data["text"]), data.get("about", "")))
    return tuple(found)


def templates(*, by: Access) -> list[Template]:
    """Every template `by` may start from: the office's own, then the ready-made ones."""
    by.require(P.PAPER_VIEW)
    own = LetterTemplate.objects.visible_to(by).filter(office_id=by.office_id or 0)[:200]
    return [*(_own(row) for row in own), *_ready_made()]


def template(*, by: Access, key: str) -> Template:
    """One template by its key; raises NotFound."""
    found = next((one for one in templates(by=by) if one.key == key), None)
    if found is None:
        raise NotFound("There is no such template.")
    return found


def values_of(*, by: Access) -> dict[str, str]:
    """What the placeholders that the system knows stand for today, in the own office."""
    office = own_office(by=by)
    top = Office.objects.filter(path=office.path.split(".", 1)[0]).exclude(pk=office.pk).first()
    head = default_signatory(by=by)
    holder = holder_of(by=by, post_id=head.pk) if head else None
    named = f"{holder.user.name_bn}, {head.title_bn}" if holder and head else ""
    day = timezone.localdate()
    return known_values(office=office.name_bn, ministry=top.name_bn if top else "", head=named, day=day)


def _own(row: LetterTemplate) -> Template:
    return Template(f"{OWN}{row.pk}", row.name, row.kind, text_from(row.text), row=row)
