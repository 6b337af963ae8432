"""SMS that come in: every one is kept; who was told of a duty by SMS may answer it from that number."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from agragati.kernel.errors import Conflict
from agragati.org.access import Access
from agragati.org.selectors import holders_by_post

from ..choices import Channel, InboundState
from ..models import Inbound, Message
from ..rules.phones import read_phone
from ..rules.replies import Reply, fits, read_reply
from .obligations import note_answer


@transaction.atomic
def take_inbound(*, by: Access, gateway: str, number: str, text: str, provider_id: str = "") -> Inbound:
    """Keep an SMS that came in, and note its answer when it is one. The caller has checked the gateway's secret.

    The same SMS told twice (by its provider's number) is kept once. Nothing is refused: what nobody understands, and
    what comes from a number nobody knows, is listed for a person to read.
    """
    known = Inbound.objects.filter(gateway=gateway, provider_id=provider_id[:120]).exclude(provider_id="").first()
    if known is not None:
        return known
    sender = read_phone(number).number or number.strip()[:40]
    row = Inbound(gateway=gateway, provider_id=provider_id[:120], number=sender, text=text[:2000].replace("\x00", ""))
    _understand(by, row, read_reply(row.text))
    row.save()
    return row


def _understand(by: Access, row: Inbound, reply: Reply) -> None:
    told = Message.objects.filter(channel=Channel.SMS, address=row.number).select_related("user", "office")
    last = told.order_by("-id").first()
    if last is None:
        row.state = InboundState.UNKNOWN_NUMBER
        return
    row.office, row.user, row.state = last.office, last.user, InboundState.NOT_UNDERSTOOD
    mine = told.filter(mentions__obligation=reply.obligation_id).order_by("-id").first() if reply.answer else None
    if mine is None or not _holds(by, mine):
        return
    duty = mine.mentions.select_related("obligation").get(obligation=reply.obligation_id).obligation
    if not fits(reply, settings.SECRET_KEY, duty.pk, duty.stamp):
        return
    row.obligation, row.answer, row.office, row.user = duty, reply.answer, mine.office, mine.user
    try:
        note_answer(by=by, obligation_id=duty.pk, answer=reply.answer, is_sms=True)
        row.state = InboundState.ANSWERED
    except Conflict:
        row.state = InboundState.LATE


def _holds(by: Access, message: Message) -> bool:
    """Whether the person who was told still holds the post: who was transferred no longer answers for it."""
    holder = holders_by_post(by=by, post_ids=[message.post_id or 0]).get(message.post_id or 0)
    return holder is not None and holder.user_id == message.user_id
