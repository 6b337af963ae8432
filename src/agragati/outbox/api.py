"""API operations on messages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Header, Path, Router, Status

from agragati.audit.actions import submit_once
from agragati.org.access import Access
from agragati.ui.answers import PROBLEMS

from . import actions, selectors
from .rules.recipients import RecipientRule
from .schemas import MessageIn, SentOut, SentStatesOut

router = Router(tags=["messages"])
LARGEST = 2**31 - 1


@router.post("/messages", response={201: SentOut, **PROBLEMS})
def send_message(
    request: HttpRequest,
    message: MessageIn,
    key: str = Header(..., alias="Idempotency-Key", min_length=8, max_length=64, pattern=r"^[\w-]+$"),  # type: ignore[type-arg]
) -> Any:
    """Send a message. How far it goes is a setting of the key: to everyone, to your own office, or to nobody."""
    access: Access = request.auth  # type: ignore[attr-defined]
    made = submit_once(by=access, key=key, deed="api.send_message", do=lambda: _send(access, message))
    return Status(201, selectors.dispatch(by=access, dispatch_id=int(made)))


@router.get("/messages/{message_id}", response={200: SentStatesOut, **PROBLEMS})
def message_states(
    request: HttpRequest,
    message_id: int = Path(..., ge=1, le=LARGEST),  # type: ignore[type-arg]
) -> Any:
    """One message to many, and how many of its rows stand in which state."""
    access: Access = request.auth  # type: ignore[attr-defined]
    found = selectors.dispatch(by=access, dispatch_id=message_id)
    states = selectors.counts_of(by=access, dispatch_id=message_id)
    names = ("id", "title", "state", "mode", "resolved", "resolved_at")
    rows = [{"channel": channel, "state": state, "count": count} for channel, state, count in states]
    return {**{name: getattr(found, name) for name in names}, "states": rows}


def _send(access: Access, message: MessageIn) -> str:
    rule = RecipientRule("codes", codes=tuple(dict.fromkeys(message.codes)), whom=message.whom)
    draft = actions.Draft(
        title=message.title, text=message.text, sms_text=message.sms_text, to=rule,
        mode=selectors.mode_of_key(by=access), channels=tuple(dict.fromkeys(message.channels)),
    )  # fmt: skip
    made = actions.write_draft(by=access, draft=draft)
    return str(actions.send_dispatch(by=access, dispatch_id=made.pk).pk)
