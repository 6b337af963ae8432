"""The files that go out with a letter."""

from __future__ import annotations

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, P

from ..models import Letter, LetterAnnex


def annexes_of(*, by: Access, letter: Letter) -> list[LetterAnnex]:
    """The files of a letter that `by` has been given, in the order they are printed."""
    by.require(P.PAPER_VIEW)
    return list(LetterAnnex.objects.filter(letter=letter).select_related("attachment"))


def annex(*, by: Access, letter: Letter, annex_id: int) -> LetterAnnex:
    """One file of a letter at hand; raises NotFound."""
    by.require(P.PAPER_VIEW)
    found = LetterAnnex.objects.select_related("attachment").filter(letter=letter, pk=annex_id).first()
    if found is None:
        raise NotFound("There is no such file.")
    return found
