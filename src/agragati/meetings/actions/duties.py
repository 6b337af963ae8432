"""What offices say about their part of a decision, and what the ones who decided say to that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access
from agragati.records.actions import keep_file

from ..access import may_answer, may_move_duty, require
from ..choices import OPEN_DUTIES, DutyStatus
from ..models import DecisionDuty, DecisionUpdate
from ..rules.states import DUTY_MOVES, Move, find_move
from ..selectors.decisions import duty as duty_of
from .telling import duty_closed, duty_opened


@dataclass(frozen=True)
class Proof:
    """A file handed in with an update: its name and its bytes."""

    name: str
    content: bytes


@transaction.atomic
def report(
    *, by: Access, duty_id: int, status: str, text: str = "", done_on: date | None = None, proof: Proof | None = None
) -> DecisionDuty:
    """Say how far the own office is: on schedule, behind or done (then on which day; today when not given).

    Raises BadInput naming the field for a status that cannot follow, a day that lies ahead, or evidence that was
    asked for and is missing; Refused for another office.
    """
    held, move = _hold(by, duty_id, "report", status)
    if status == DutyStatus.DONE:
        held.done_on = _done_day(done_on)
        if held.decision.evidence and proof is None and not held.files and not text.strip():
            raise BadInput("Hand in the evidence asked for, or write where it is.", field="file")
    else:
        held.done_on = None
    return _write(by, held, move, text, day=held.done_on, proof=proof, answers=True)


def _done_day(day: date | None) -> date:
    today = timezone.localdate()
    if day is not None and day > today:
        raise BadInput("The date lies in the future. Enter it once the work is done.", field="done_on")
    return day or today


@transaction.atomic
def promise(*, by: Access, duty_id: int, day: date, text: str = "") -> DecisionDuty:
    """Commit the own office to a day of its own; the official day stays as decided."""
    held = duty_of(by=by, duty_id=duty_id, to_change=True)
    require(may_answer(by, held))
    if held.status not in OPEN_DUTIES:
        raise BadInput("This cannot be done at the present step.", field="day")
    if day < timezone.localdate():
        raise BadInput("A promised day lies ahead.", field="day")
    held.committed_due = held.due = day
    move = Move("promise", held.status, held.status, find_move(DUTY_MOVES, "report", held.status).who)
    return _write(by, held, move, text, day=day, answers=True)


@transaction.atomic
def verify(*, by: Access, duty_id: int, text: str = "") -> DecisionDuty:
    """Confirm, for the office that decided, that the work is done."""
    held, move = _hold(by, duty_id, "verify")
    return _write(by, held, move, text)


@transaction.atomic
def send_back(*, by: Access, duty_id: int, text: str) -> DecisionDuty:
    """Not accept what was reported as done; `text` says why."""
    held, move = _hold(by, duty_id, "send_back")
    held.done_on = None
    return _write(by, held, move, text)


@transaction.atomic
def reopen(*, by: Access, duty_id: int, text: str) -> DecisionDuty:
    """Take back a verification; `text` says why."""
    held, move = _hold(by, duty_id, "reopen")
    held.done_on = None
    return _write(by, held, move, text)


@transaction.atomic
def drop(*, by: Access, duty_id: int, text: str) -> DecisionDuty:
    """Drop an office's part; only the chair of the meeting may, and `text` says why."""
    held, move = _hold(by, duty_id, "drop")
    held.dropped_because = normalise(text).strip()[:300]
    return _write(by, held, move, text)


@transaction.atomic
def take_up(*, by: Access, duty_id: int, text: str) -> DecisionDuty:
    """Take up again what was dropped; `text` says why."""
    held, move = _hold(by, duty_id, "take_up")
    held.dropped_because = ""
    held.done_on = None
    return _write(by, held, move, text)


def _hold(by: Access, duty_id: int, deed: str, after: str = "") -> tuple[DecisionDuty, Move]:
    held = duty_of(by=by, duty_id=duty_id, to_change=True)
    if deed == "report" and after == held.status and after in OPEN_DUTIES:
        move = Move("report", after, after, find_move(DUTY_MOVES, "report", after).who)
    else:
        move = find_move(DUTY_MOVES, deed, held.status, after)
    require(may_move_duty(by, held, move))
    return held, move


def _write(
    by: Access, held: DecisionDuty, move: Move, text: str, *, day: date | None = None, proof: Proof | None = None,
    answers: bool = False,
) -> DecisionDuty:  # fmt: skip
    words = normalise(text).strip()
    if move.reason and not words:
        raise BadInput("Write why.", field="text")
    kept = None
    if proof is not None:
        about = f"decision_duty:{held.pk}"
        kept = keep_file(by=by, office=held.office, name=proof.name, content=proof.content, about=about)
        held.files += 1
    if answers:
        held.answered_at, held.note = timezone.now(), words or held.note
    held.status = move.after
    held.save()
    DecisionUpdate.objects.create(
        duty=held, deed=move.deed, before=move.before, after=move.after, text=words, day=day, attachment=kept,
        by_id=by.user_id, posting_id=by.posting_id, by_label=by.label[:300],
    )  # fmt: skip
    record(by=by, deed=f"meetings.{move.deed}_duty", about=f"decision_duty:{held.pk}", label=str(held.decision)[:200],
           values={"before": move.before, "after": move.after, "text": words[:500]})  # fmt: skip
    (duty_opened if held.status in OPEN_DUTIES else duty_closed)(by=by, duty=held)
    if move.before != move.after and not {move.before, move.after} <= set(OPEN_DUTIES):
        for office_id in sorted({held.office_id, held.decision.office_id}):
            defer("plans.tasks.count_measures", office_id=office_id)
    return held
