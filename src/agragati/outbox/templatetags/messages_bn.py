"""Filters of the outbox's pages."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agragati.kernel.fiscal import month_label_bn
from agragati.ui.renderers import digits, taka

from ..choices import PLAN_WORDS, STAGE_WORDS, Channel, InboundState, State
from ..models import Message
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
def gist(message: Message) -> str:
    """The lines of a notice that say something new to its reader: not the subject, the own name or the link."""
    said = {"", message.subject, f"{message.user}, {message.post}"}
    lines = (line.strip() for line in message.text.splitlines())
    return "\n".join(line for line in lines if line not in said and LINK not in line)


@register.filter
def paisa(amount: Decimal | None) -> str:
    """Money as people read it: two places, though it is kept with four."""
    return "—" if amount is None else str(taka(amount.quantize(Decimal("0.01"))))


@register.filter
def month_name(day: datetime.date) -> str:
    """The month of a day: নভেম্বর ২০২৬."""
    return month_label_bn(day.year, day.month) if get_language() == "bn" else f"{day:%B %Y}"


@register.filter
def channel_words(key: str) -> str:
    """A channel in words."""
    return str(Channel(key).label) if key in Channel.values else key


@register.filter
def plan_words(key: str) -> str:
    """The name of a plan of reminding; an office's own as it was typed."""
    return str(PLAN_WORDS.get(key, key))


@register.filter
def reminder_name(key: str) -> str:
    """ "First reminder · " before what follows; nothing for a stage that an office made itself."""
    return f"{STAGE_WORDS[key]} · " if key in STAGE_WORDS else ""


@register.filter
def stage_words(key: str) -> str:
    """A stage of reminding in words: by its key ("before_7", "second"), or by the days that an office chose."""
    if key in STAGE_WORDS:
        return str(STAGE_WORDS[key])
    days = key.removeprefix("before_") if key.startswith("before_") else key.rpartition("_")[2]
    if not days.removeprefix("-").isdigit():
        return key
    number = -int(days) if key.startswith("before_") else int(days)
    if number == 0:
        return str(STAGE_WORDS["on_day"])
    words = _("%(n)s days before") if number < 0 else _("%(n)s days after")
    return words % {"n": digits(abs(number))}


@register.filter
def readable(text: str) -> str:
    """A stored text: where the link will stand, three dots."""
    return text.replace(LINK, "…")
