"""Filters of the outbox's pages."""

from __future__ import annotations

from django import template

from ..choices import InboundState, State
from ..selectors.planning import LINK

register = template.Library()
_TONES = {
    State.DELIVERED: "ok", State.SENT: "ok", State.QUEUED: "info", State.HELD: "info", State.SENDING: "info",
    State.DOUBTFUL: "warn", State.UNAFFORDABLE: "warn", State.FAILED: "bad", State.REFUSED: "bad",
    State.UNREACHABLE: "bad",
}  # fmt: skip


@register.filter
def tone(state: str) -> str:
    """The colour of a message's state."""
    return _TONES.get(State(state), "none") if state in State.values else "none"


@register.filter
def tone_in(state: str) -> str:
    """The colour of what became of an SMS that came in."""
    return {InboundState.ANSWERED: "ok", InboundState.UNKNOWN_NUMBER: "warn"}.get(InboundState(state), "info")


@register.filter
def readable(text: str) -> str:
    """A stored text: where the link will stand, three dots."""
    return text.replace(LINK, "…")
