"""The rows a message to many would become: the dry run counts them, the sending writes them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import override

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.org.access import Access
from agragati.ui.renderers import day, digits

from ..choices import Channel, MailMode, Mode, Reason, State
from ..models import Dispatch, Message, Obligation, Preference, PushSubscription
from ..rules.answers import token
from ..rules.meter import Meter, is_bangla, measure
from ..rules.phones import read_phone
from ..rules.placeholders import fill, without_names
from ..rules.window import end_of_quiet, next_open
from .gateways import Price, price_of_part
from .recipients import Recipient
from .terms import holidays_from, window_of

LINK = "\ue000"  # where the link stands in a stored text: the link itself is made when the message leaves
UNKNOWN = "—"
TRIED = "test"  # the words of a message of a test key


@dataclass(frozen=True)
class Wording:
    """One recipient's text: notice and e-mail (subject, text), and the short form; `answers` for a one-duty link."""

    subject: str
    text: str
    short: str
    answers: Obligation | None = None


WordsFor = Callable[[Recipient], Wording]


def values_for(recipient: Recipient, language: str) -> dict[str, str]:
    """What the placeholders say for one recipient; a vacant post is addressed by its title."""
    bangla = language == "bn"
    here, post, user = recipient.office, recipient.post, recipient.user
    title = (post.title_bn if bangla else post.title_en or post.title_bn) if post else UNKNOWN
    name = (user.name_bn if bangla else user.name_en or user.name_bn) or str(user) if user else title
    place = here.name_bn if bangla else here.name_en or here.name_bn
    return {"office": place, "post": title, "person": name, "link": LINK}


def words_of_dispatch(dispatch: Dispatch) -> WordsFor:
    """How a composed message reads for each recipient. Raises BadInput when a placeholder stays without a value."""

    def words(recipient: Recipient) -> Wording:
        values = {**dispatch.values, **values_for(recipient, dispatch.language), "title": dispatch.title,
                  "sender": dispatch.by_label, **dispatch.table.get(recipient.office.code, {})}  # fmt: skip
        short = fill(dispatch.sms_text or dispatch.text, values)
        return Wording(fill(dispatch.subject, values), fill(dispatch.text, values), short)

    return words


def link_of(message_url: str, answers: Obligation | None) -> str:
    """The address a message shows: the one-duty page, else the thing's own page (after sign-in)."""
    if answers is not None:
        return f"{settings.SITE}/outbox/o/{token(settings.SECRET_KEY, answers.pk, answers.stamp)}/"
    return f"{settings.SITE}{message_url}" if message_url.startswith("/") else f"{settings.SITE}/outbox/"


def final_text(text: str, url: str, answers: Obligation | None, *, append: bool = False) -> str:
    """The text as it leaves, its link in place; `append` puts the link at the end where the text has none."""
    link = link_of(url, answers)
    if LINK in text:
        return text.replace(LINK, link)
    return f"{text}\n\n{link}" if append and (url or answers) else text


def meter_of(message_text: str, url: str, answers: Obligation | None) -> Meter:
    """The SMS as it will be, link and all."""
    return measure(final_text(message_text, url, answers))


def plan_messages(
    *, by: Access, dispatch: Dispatch, recipients: Sequence[Recipient], words: WordsFor, now: datetime.datetime
) -> Iterator[Message]:
    """One unsaved row for each recipient and channel, with the state it begins in; `now` is Dhaka time."""
    plan = _Plan(by, dispatch, now, price_of_part(by=by))
    pushes: dict[int, list[PushSubscription]] = {}
    if Channel.PUSH in dispatch.channels:
        users = [one.user.pk for one in recipients if one.user]
        for row in PushSubscription.objects.filter(user__in=users, ended_at__isnull=True):
            pushes.setdefault(row.user_id, []).append(row)
    for recipient in recipients:
        wording = words(recipient)
        for channel in dispatch.channels:
            if channel == Channel.PUSH:
                mine = pushes.get(recipient.user.pk, []) if recipient.user else []
                yield from (plan.within_mode(plan.push(recipient, wording, row)) for row in mine)
            else:
                yield plan.within_mode(plan.row(recipient, wording, channel))


class _Plan:
    """What all rows of one dispatch share."""

    def __init__(self, by: Access, dispatch: Dispatch, now: datetime.datetime, price: Price) -> None:
        self.dispatch, self.now, self.price = dispatch, now, price
        self.window = window_of(by=by, office=dispatch.office)
        self.holidays = holidays_from(by=by, day=now.date())

    def row(self, recipient: Recipient, wording: Wording, channel: str) -> Message:
        row = self._bare(recipient, wording, channel, f"{self.dispatch.key}|{recipient.key}|{channel}")
        if channel == Channel.IN_APP:
            row.state = State.DELIVERED if recipient.user else State.SENT
            row.sent_at = self.now
            row.delivered_at = self.now if recipient.user else None
        elif recipient.user is None:
            row.state, row.reason = State.UNREACHABLE, Reason.VACANT if recipient.post else Reason.NO_HEAD
        elif channel == Channel.EMAIL:
            self._address_mail(row, recipient)
        else:
            self._address_sms(row, recipient, wording)
        return row

    def within_mode(self, row: Message) -> Message:
        """A team key reaches its own office only; what a test key sends is written down and leaves no house."""
        if self.dispatch.mode == Mode.TEAM and row.office.pk != self.dispatch.office_id:
            row.state, row.reason, row.sent_at, row.delivered_at = State.UNREACHABLE, Reason.NOT_IN_TEAM, None, None
        if self.dispatch.mode == Mode.TEST and row.state in {State.QUEUED, State.HELD}:
            row.state, row.sent_at, row.words = State.SENT, self.now, TRIED
        return row

    def push(self, recipient: Recipient, wording: Wording, row: PushSubscription) -> Message:
        key = f"{self.dispatch.key}|{recipient.key}|push{row.pk}"
        made = self._bare(recipient, wording, Channel.PUSH, key)
        made.text, made.address, made.due_at = wording.short, f"push:{row.pk}", self._after_quiet(recipient)
        if recipient.preference and not recipient.preference.takes_push:
            made.state, made.reason = State.UNREACHABLE, Reason.OPTED_OUT
        return made

    def _bare(self, recipient: Recipient, wording: Wording, channel: str, key: str) -> Message:
        return Message(
            dispatch=self.dispatch, key=key[:200], channel=channel, office=recipient.office, post=recipient.post,
            user=recipient.user, subject=wording.subject[:300], text=wording.text, url=self.dispatch.url,
            answers=wording.answers, is_urgent=self.dispatch.is_urgent, made_at=self.now, due_at=self.now,
        )  # fmt: skip

    def _address_mail(self, row: Message, recipient: Recipient) -> None:
        assert recipient.user is not None
        row.address = recipient.user.email[:254]
        row.due_at = self._after_quiet(recipient)
        try:
            validate_email(row.address)
        except ValidationError:
            row.state, row.reason = State.UNREACHABLE, Reason.WRONG_EMAIL if row.address else Reason.NO_EMAIL
            return
        if recipient.preference and recipient.preference.mail == MailMode.DAILY and not self.dispatch.is_urgent:
            row.state = State.HELD

    def _address_sms(self, row: Message, recipient: Recipient, wording: Wording) -> None:
        assert recipient.user is not None
        phone = read_phone(recipient.user.phone)
        row.subject, row.text, row.address = "", wording.short, phone.number
        if phone.reason or (recipient.preference and not recipient.preference.takes_sms):
            row.state, row.reason = State.UNREACHABLE, Reason(phone.reason) if phone.reason else Reason.OPTED_OUT
            return
        metered = meter_of(row.text, row.url, row.answers)
        row.parts, row.cost = metered.parts, metered.cost(self.price.part)
        if self.price.is_needed and self.dispatch.mode != Mode.TEST:
            row.state, row.reason = State.UNAFFORDABLE, Reason.NO_PRICE
        if not self.dispatch.is_urgent:
            row.due_at = next_open(self._after_quiet(recipient), self.window, self.holidays)

    def _after_quiet(self, recipient: Recipient) -> datetime.datetime:
        """Reminders keep a person's quiet hours; what someone sends by hand comes when it is sent."""
        if not self.dispatch.is_reminder:
            return self.now
        wish = recipient.preference or Preference()
        return end_of_quiet(self.now, wish.quiet_from, wish.quiet_until)


def require_lawful_sms(text: str, recipients: int) -> None:
    """Raise BadInput when a bulk SMS is not in Bangla (the regulator's rule) or is endless."""
    if recipients > 1 and not is_bangla(without_names(text).replace(LINK, "")):
        raise BadInput("SMS to many must be written in Bangla letters.", field="sms_text")
    if measure(text).parts > 10:
        raise BadInput("The SMS is longer than ten parts. Shorten it.", field="sms_text")


def duty_lines(obligations: Sequence[Obligation], language: str) -> str:
    """The duties of one message, a line each with its due day."""
    with override(language):
        many = len(obligations) > 1
        marks = [f"{digits(n)}. {one.title}" if many else one.title for n, one in enumerate(obligations, 1)]
        return "\n".join(
            f"{mark} — {day(one.due)}" if one.due else mark for mark, one in zip(marks, obligations, strict=True)
        )


def local_now(moment: datetime.datetime | None = None) -> datetime.datetime:
    """The moment (now) as Dhaka time."""
    return timezone.localtime(moment or timezone.now())


def in_digits(number: int, language: str) -> str:
    """A count in the script of the language."""
    return to_bn(number) if language == "bn" else str(number)
