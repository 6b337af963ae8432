"""How a message about duties reads."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext, ngettext, override

from agragati.org.access import Access
from agragati.org.models import Office
from agragati.ui.renderers import day

from ..models import Obligation
from ..rules.placeholders import fill
from ..rules.replies import code
from .gateways import reply_number
from .planning import Wording, WordsFor, duty_lines, in_digits, values_for
from .recipients import Recipient
from .terms import text_for

LONGEST_TITLE = 60  # letters of a title in an SMS


def words_about(
    *, by: Access, key: str, office: Office, duties: Sequence[Obligation], language: str = "bn", own: bool = True
) -> WordsFor:
    """Wording of template `key` about these duties; one duty of one's `own` gets a link to say done or not done."""
    text = text_for(by=by, key=key, office=office)
    bangla = language == "bn"
    subject, body, sms = (
        (text.subject_bn, text.body_bn, text.sms_bn) if bangla else (text.subject_en, text.body_en, text.sms_en)
    )
    shared = _shared(duties, language)
    answers = duties[0] if own and len(duties) == 1 and not duties[0].begins_at else None
    reply = _how_to_reply(by, answers, language)

    def words(recipient: Recipient) -> Wording:
        values = {**shared, **values_for(recipient, language)}
        short = {**values, "title": values["title"][:LONGEST_TITLE]}
        return Wording(fill(subject, values), fill(body, values), fill(sms or subject, short) + reply, answers)

    return words


def _how_to_reply(by: Access, duty: Obligation | None, language: str) -> str:
    """Where to answer by SMS, for those whose telephone opens no links; "" when no gateway takes answers."""
    number = reply_number(by=by) if duty else ""
    if duty is None or not number:
        return ""
    with override(language):
        mark = in_digits(int(code(settings.SECRET_KEY, duty.pk, duty.stamp)), language)
        return " " + gettext("Reply yes or no %(code)s to %(number)s") % {"code": mark, "number": number}


def _shared(duties: Sequence[Obligation], language: str) -> dict[str, str]:
    first = min(duties, key=lambda one: (one.due is None, one.due or one.made_at.date()))
    with override(language):
        count = len(duties)
        title = ngettext("%(count)s duty", "%(count)s duties", count) % {"count": in_digits(count, language)}
        when = day(first.due)
    return {
        "title": duties[0].title if count == 1 else title,
        "due": when,
        "count": in_digits(count, language),
        "duties": duty_lines(duties, language),
    }
