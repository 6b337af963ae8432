"""Taking in many events at once: from the grid or a spreadsheet, all or none."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.org.access import Access, P

from ..models import Plan, ProgressEvent
from ..rules.entries import Entry
from ..rules.events_import import ReadEvent
from ..rules.grid import CellChange
from ..selectors.grid import GridSheet, entry_sheet
from .integrity import check_plan
from .progress import add_event
from .rescore import rescore_plan


@transaction.atomic
def apply_cells(*, by: Access, plan: Plan, changes: Sequence[CellChange], reason: str) -> int:
    """Enter what the grid's cells say: an empty month gets an event, a month with one event a correction.

    Raises BadInput naming the cell when it cannot be entered, also for a month with several events (correct those
    singly) and for a correction without a reason. Nothing is kept then. Returns how many cells were entered.
    """
    by.require(P.PROGRESS_ENTER, plan.office.path)
    sheet = entry_sheet(by=by, plan_id=plan.pk)
    for change in changes:
        if change.error is not None or change.entry is None:
            raise BadInput("[%(code)s]: the cell cannot be read.", field="pasted", code=change.code)
        old = sheet.events[(change.code, change.month)]
        if len(old) > 1:
            raise BadInput("[%(code)s]: this month has several entries. Correct them one by one.",
                           field="pasted", code=change.code)  # fmt: skip
        if old and not reason.strip():
            raise BadInput("Write why the figures are corrected.", field="reason")
        _put(by, sheet, change.code, change.entry, change.code, corrects=old[0] if old else None)
    return _finish(by, plan, len(changes), "plans.enter_grid", reason)


@transaction.atomic
def import_events(*, by: Access, plan: Plan, events: Sequence[ReadEvent]) -> int:
    """Enter every event of a spreadsheet, marked as imported. Raises BadInput naming the line; nothing is kept then."""
    by.require(P.PROGRESS_ENTER, plan.office.path)
    sheet = entry_sheet(by=by, plan_id=plan.pk)
    for event in events:
        if event.code not in sheet.rows:
            raise BadInput("Line %(line)s: the plan has no indicator %(code)s.",
                           field="file", line=event.line, code=event.code)  # fmt: skip
        _put(by, sheet, event.code, event, f"{event.code}, {event.line}")
    return _finish(by, plan, len(events), "plans.import_events", "")


def _put(
    by: Access, sheet: GridSheet, code: str, entry: Entry, where: str, corrects: ProgressEvent | None = None
) -> None:
    try:
        add_event(by=by, indicator=sheet.rows[code], entry=entry, corrects=corrects, rights=sheet.rights)
    except BadInput as error:
        raise BadInput("[%(where)s]: %(problem)s", field="pasted", where=where, problem=error) from error


def _finish(by: Access, plan: Plan, count: int, deed: str, reason: str) -> int:
    rescore_plan(by=by, plan=plan)
    check_plan(by=by, plan=plan)
    record(by=by, deed=deed, about=f"plan:{plan.pk}", values={"events": count, "reason": reason[:300]})
    return count
