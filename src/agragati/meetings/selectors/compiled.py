"""One paper of many meetings."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone

from agragati.kernel.dates import write_long
from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.org.access import Access
from agragati.papers.rules.blocks import Heading
from agragati.papers.rules.paper import Paper
from agragati.papers.rules.stored import paper_from

from ..choices import FROZEN_STATES
from ..models import FrozenPaper, Meeting
from .meetings import series
from .papers import letterhead

MOST_MEETINGS = 60


def compiled_minutes(*, by: Access, series_id: int, since: date | None = None, until: date | None = None) -> Paper:
    """The signed minutes of a series one after the other, oldest first, as one paper.

    Raises BadInput when none is signed in that time.
    """
    made = series(by=by, series_id=series_id)
    rows = Meeting.objects.visible_to(by).filter(series=made, state__in=FROZEN_STATES).order_by("starts_at")
    rows = rows.filter(starts_at__date__gte=since) if since else rows
    rows = rows.filter(starts_at__date__lte=until) if until else rows
    listed = list(rows[:MOST_MEETINGS])
    if not listed:
        raise BadInput("No minutes are signed in this time.")
    kept = FrozenPaper.objects.filter(meeting__in=listed, kind="signed")
    papers = {row.meeting_id: paper_from(row.content) for row in kept}
    blocks = [
        block
        for at, row in enumerate(listed, 1)
        if row.pk in papers
        for block in (Heading(_named(at, row)), *papers[row.pk].blocks)
    ]
    title = f"{made.title}: সংকলিত কার্যবিবরণী"
    return Paper("minutes", letterhead(made.office), title=title, memo_place="none", blocks=tuple(blocks),
                 fonts=tuple(settings.PAPER_FONTS))  # fmt: skip


def _named(at: int, row: Meeting) -> str:
    day = write_long(timezone.localtime(row.starts_at).date())
    memo = f" (স্মারক নং {row.memo_no})" if row.memo_no else ""
    return f"{to_bn(at)}। {day}{memo}"
