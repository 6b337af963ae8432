"""Reminders at the moment of leaving: nobody is reminded of what was done a minute ago."""

from __future__ import annotations

import datetime
from collections import defaultdict

from agragati.org.access import Access

from ..choices import Channel, Reason, State
from ..models import Mention, Message
from ..selectors.planning import meter_of
from ..selectors.recipients import Recipient
from ..selectors.wording import words_about
from .writing import give_back


def refresh(*, by: Access, rows: list[Message], now: datetime.datetime) -> list[Message]:
    """The messages that still have something to say; reminders of closed duties are cancelled or said anew."""
    told: dict[int, list[Mention]] = defaultdict(list)
    reminders = [row.pk for row in rows if row.dispatch.is_reminder]
    if not reminders:
        return rows
    for mention in Mention.objects.filter(message__in=reminders).select_related("obligation__office").order_by("pk"):
        told[mention.message_id].append(mention)
    return [row for row in rows if row.pk not in told or _still(by, row, told[row.pk])]


def _still(by: Access, row: Message, mentions: list[Mention]) -> bool:
    left = [mention.obligation for mention in mentions if mention.obligation.is_open]
    if not left:
        give_back(row)
        row.state, row.reason = State.CANCELLED, Reason.DONE_ALREADY
        row.save(update_fields=["state", "reason", "cost"])
        return False
    if len(left) < len(mentions):
        _say_anew(by, row, mentions)
    return True


def _say_anew(by: Access, row: Message, mentions: list[Mention]) -> None:
    """Only of what is still open; a shorter SMS keeps the money set aside until it is sent."""
    left = [mention.obligation for mention in mentions if mention.obligation.is_open]
    own = row.dispatch.template_key not in {"remind_head", "remind_higher"}
    words = words_about(by=by, key=row.dispatch.template_key, office=left[0].office, duties=left, own=own)
    wording = words(Recipient(row.office, row.post, row.user))
    short = row.channel in {Channel.SMS, Channel.PUSH}
    row.text, row.answers = wording.short if short else wording.text, wording.answers
    row.parts = meter_of(row.text, row.url, row.answers).parts if row.channel == Channel.SMS else None
    row.save(update_fields=["text", "answers", "parts"])
    Mention.objects.filter(pk__in=[mention.pk for mention in mentions if not mention.obligation.is_open]).delete()
