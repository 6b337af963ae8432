"""Keeping a whole family of an office's duties as a list worked out elsewhere: the rows of its plan, for one."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from agragati.org.access import Access

from ..choices import Answer, ObligationKind
from ..models import Obligation
from ..selectors.planning import local_now

FACTS = ("title", "due", "url", "plan", "given_on", "changed_at", "done_at", "withdrawn_at", "done_note", "answer",
         "answered_at")  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """One duty of the head of an office that is to stand in the list: `about` begins with the family."""

    about: str
    title: str
    url: str
    due: datetime.date | None = None


@transaction.atomic(savepoint=False)
def keep_duties(
    *, by: Access, office_id: int, family: str, wanted: Sequence[Wanted], kind: str = ObligationKind.INDICATOR,
    is_over: bool = False, now: datetime.datetime | None = None,
) -> int:  # fmt: skip
    """Make the open duties of a family ("indicator:") at an office exactly the wanted ones; how many rows changed.

    What is no longer wanted is done (`is_over`: need not be done any more). Nobody is told at once: the stages of
    reminding speak. A duty that comes into the list after its due day is listed and not reminded of, so that an old
    year typed in later frightens nobody. The deed that changed the thing stands in the log; this follows from it.
    """
    by.require_signed_in()
    moment = local_now(now)
    rows = Obligation.objects.select_for_update().filter(
        office_id=office_id, post__isnull=True, about__startswith=family
    )
    found = {row.about: row for row in rows}
    made = [fresh(one, moment, office_id=office_id, kind=kind) for one in wanted if one.about not in found]
    changed = [found[one.about] for one in wanted if one.about in found and bring(found[one.about], one, moment)]
    names = {one.about for one in wanted}
    gone = [row for row in found.values() if row.is_open and row.about not in names]
    for row in gone:
        row.changed_at = moment
        row.done_at, row.withdrawn_at = (None, moment) if is_over else (moment, None)
    Obligation.objects.bulk_create(made)
    Obligation.objects.bulk_update([*changed, *gone], FACTS)
    return len(made) + len(changed) + len(gone)


def fresh(one: Wanted, moment: datetime.datetime, **place: Any) -> Obligation:
    """A duty as it comes into the list, not saved yet; `place` its office, kind and whatever else is known."""
    return Obligation(about=one.about, title=one.title[:300], url=one.url, due=one.due, plan=_plan_of(one, moment),
                      given_on=moment.date(), made_at=moment, changed_at=moment, **place)  # fmt: skip


def _plan_of(one: Wanted, moment: datetime.datetime) -> str:
    """The plan of reminding a duty begins with: none without a day, or when the day is over already."""
    return "none" if one.due is None or one.due < moment.date() else "standard"


def bring(row: Obligation, one: Wanted, moment: datetime.datetime) -> bool:
    """Bring a known duty up to date, not saved yet; False when nothing differs.

    Another due day, or one closed before, begins anew.
    """
    if row.is_open and (row.title, row.url, row.due) == (one.title[:300], one.url, one.due):
        return False
    if not row.is_open or row.due != one.due:
        row.given_on, row.plan, row.answer, row.answered_at = moment.date(), _plan_of(one, moment), Answer.NONE, None
    row.title, row.url, row.due = one.title[:300], one.url, one.due
    row.changed_at, row.done_at, row.withdrawn_at, row.done_note = moment, None, None, ""
    return True
