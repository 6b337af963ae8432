"""What waits at an office's desk of papers, kept as duties: the work of the day, reminders, proof of notice."""

from __future__ import annotations

from django.db import transaction

from agragati.org.access import Access
from agragati.papers.selectors import desk_matters

from ..selectors.obligations import open_obligations
from .obligations import discharge, oblige

FAMILY = "paper_desk:"


@transaction.atomic
def tend_desk(*, by: Access, office_id: int) -> int:
    """Bring the duties of an office's desk in line with what waits there; how many wait.

    Each stands with the post that issued the letter, or with the head. What does not wait any more is done.
    """
    matters = desk_matters(by=by, office_id=office_id)
    for one in matters:
        oblige(by=by, about=one.about, office_id=office_id, post_id=one.post_id, title=one.title, due=one.due,
               url=one.url)  # fmt: skip
    wanted = {one.about for one in matters}
    standing = open_obligations(by=by, about=FAMILY, office_id=office_id).values_list("about", flat=True)
    for about in set(standing) - wanted:
        discharge(by=by, about=about, office_id=office_id)
    return len(matters)
