"""Deeds on an office's own templates."""

from __future__ import annotations

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.org.selectors import own_office

from ..choices import LetterKind
from ..models import LetterTemplate
from ..rules.letter_text import LetterText, checked_text, text_data
from ..rules.placeholders import check_template


@transaction.atomic
def save_template(
    *, by: Access, name: str, kind: str, text: LetterText, row: LetterTemplate | None = None
) -> LetterTemplate:
    """Keep a template of the own office, a new one or `row` changed.

    Raises BadInput for a placeholder nobody knows, a name that is taken, or text that is no letter.
    """
    by.require(P.PAPER_DRAFT, by.office_path)
    office, words = own_office(by=by), normalise(name).strip()[:150]
    if not words:
        raise BadInput("Give the template a name.", field="name")
    if kind not in LetterKind.values:
        raise BadInput("There is no such kind of letter.", field="kind")
    clean = checked_text(kind, text)
    check_template(clean)
    same = LetterTemplate.objects.filter(office=office, name=words)
    if (same.exclude(pk=row.pk) if row else same).exists():
        raise BadInput("Your office has a template of this name.", field="name")
    made = row or LetterTemplate(office=office, is_demo=office.is_demo)
    made.name, made.kind, made.text = words, kind, text_data(clean)
    made.save()
    record(by=by, deed="papers.save_template", about=f"letter_template:{made.pk}", label=words)
    return made


@transaction.atomic
def remove_template(*, by: Access, row: LetterTemplate) -> None:
    """Remove a template of the own office; letters written from it stay."""
    by.require(P.PAPER_DRAFT, row.office.path)
    record(by=by, deed="papers.remove_template", about=f"letter_template:{row.pk}", label=row.name)
    row.delete()
