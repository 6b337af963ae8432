"""Deeds on the files that go out with a letter."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access
from agragati.records.actions import keep_file

from ..models import Letter, LetterAnnex
from .drafting import hold, require_open, turn

MOST_ANNEXES = 20


@transaction.atomic
def attach_file(*, by: Access, letter: Letter, name: str, content: bytes, title: str = "") -> LetterAnnex:
    """Attach a file (bytes) to a draft on the own desk; its title, by default its name, is printed with the letter.

    Raises BadInput for a file that is broken, too large or of a wrong type, and above 20 files; Refused.
    """
    held = hold(letter)
    require_open(by, held)
    rows = LetterAnnex.objects.filter(letter=held)
    if rows.count() >= MOST_ANNEXES:
        raise BadInput("A letter carries at most %(count)s files.", field="file", count=MOST_ANNEXES)
    kept = keep_file(by=by, office=held.office, name=name, content=content, about=f"letter:{held.pk}")
    words = normalise(title).strip()[:300] or kept.name.rsplit(".", 1)[0]
    last = rows.aggregate(last=Max("position"))["last"] or 0
    made = LetterAnnex.objects.create(letter=held, attachment=kept, title=words, position=last + 1)
    turn(held)
    record(by=by, deed="papers.attach_file", about=f"letter:{held.pk}", label=words, values={"sha256": kept.sha256})
    return made


@transaction.atomic
def detach_file(*, by: Access, letter: Letter, annex: LetterAnnex) -> None:
    """Take a file off a draft on the own desk; the file itself stays in the store."""
    held = hold(letter)
    require_open(by, held)
    record(by=by, deed="papers.detach_file", about=f"letter:{held.pk}", label=annex.title)
    annex.delete()
    turn(held)
