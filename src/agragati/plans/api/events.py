"""API operations on progress: what happened, corrected or taken out of the count."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from agragati.audit.actions import submit_once
from agragati.ui.answers import PROBLEMS

from .. import actions, selectors
from ..models import ProgressEvent
from ..rules.wording import day_text, value_text
from ..schemas import CorrectionIn, EventIn, EventOut, ReasonIn
from ..selectors.single import event_that_was_read
from .shared import WRITTEN, Id, IfMatch, IfNoneMatch, Key, require_match, tagged

router = Router()


@router.get("/indicators/{indicator_id}/events", response={200: list[EventOut], **PROBLEMS})
def events(request: HttpRequest, indicator_id: Id) -> Any:
    """Events in force for one row, oldest first."""
    return selectors.events_in_force(by=request.auth, indicator_id=indicator_id)  # type: ignore[attr-defined]


@router.post("/indicators/{indicator_id}/events", response={201: EventOut, **PROBLEMS})
def add_event(request: HttpRequest, event: EventIn, indicator_id: Id, key: Key) -> Any:
    """Record one happening; the plan is re-scored at once."""
    access = request.auth  # type: ignore[attr-defined]
    row = selectors.indicator_to_enter(by=access, indicator_id=indicator_id)
    made = submit_once(
        by=access, key=key, deed=f"api.record_progress:{indicator_id}",
        do=lambda: str(actions.record_progress(by=access, indicator=row, entry=event.entry()).pk),
    )  # fmt: skip
    return Status(201, selectors.event_to_correct(by=access, event_id=int(made)))


@router.get("/events/{event_id}", response={200: EventOut, 304: None, **PROBLEMS})
def event_read(request: HttpRequest, response: HttpResponse, event_id: Id, if_none_match: IfNoneMatch = "") -> Any:
    """One event, in force or not, with the ETag that a correction asks for."""
    found = event_that_was_read(by=request.auth, event_id=event_id)  # type: ignore[attr-defined]
    return tagged(response, found, _tag(found), if_none_match)


@router.put("/events/{event_id}", response={200: EventOut, **WRITTEN})
def correct(
    request: HttpRequest, response: HttpResponse, event: CorrectionIn, event_id: Id, key: Key, if_match: IfMatch
) -> Any:
    """Put a corrected event in its place; the old one stays readable. Corrected or cancelled since: 412 with both."""
    access = request.auth  # type: ignore[attr-defined]
    held, entry = event_that_was_read(by=access, event_id=event_id), event.entry()

    def do() -> str:
        require_match(_tag(held), if_match, theirs=_words(held), yours=_words(entry))
        return str(actions.correct_event(by=access, event=held, entry=entry, reason=event.reason).pk)

    made = submit_once(by=access, key=key, deed=f"api.correct_event:{event_id}", do=do)
    now = event_that_was_read(by=access, event_id=int(made))
    return tagged(response, now, _tag(now))


@router.post("/events/{event_id}/cancel", response={200: EventOut, **WRITTEN})
def cancel(request: HttpRequest, event_id: Id, why: ReasonIn, key: Key, if_match: IfMatch) -> Any:
    """Take an event out of the count, with why; it stays readable."""
    access = request.auth  # type: ignore[attr-defined]
    held = event_that_was_read(by=access, event_id=event_id)

    def do() -> str:
        require_match(_tag(held), if_match, theirs=_words(held), yours=why.reason)
        return str(actions.cancel_event(by=access, event=held, reason=why.reason).pk)

    submit_once(by=access, key=key, deed=f"api.cancel_event:{event_id}", do=do)
    return event_that_was_read(by=access, event_id=event_id)


def _tag(event: ProgressEvent) -> str:
    """Changes when the event is corrected or cancelled; an event itself never changes."""
    return f'"{event.pk}-{event.state_now}"'


def _words(what: ProgressEvent | actions.Entry) -> str:
    newest = what.corrected_by if isinstance(what, ProgressEvent) and what.state_now == "corrected" else what
    named = (Decimal(number) for number in newest.figures.values())
    amounts = (newest.quantity, newest.numerator, newest.denominator, *named)
    figures = " / ".join(value_text(amount) for amount in amounts if amount is not None)
    return " · ".join(filter(None, (day_text(newest.day), figures, newest.text)))
