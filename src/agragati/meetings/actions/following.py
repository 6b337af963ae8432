"""What the office that decided says to those who carry out: remarks, reminders, the monthly question."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.outbox.actions import notify
from agragati.outbox.rules.recipients import RecipientRule, to_heads, to_posts

from ..access import may_follow, require
from ..choices import OPEN_DUTIES
from ..models import DecisionDuty, DecisionUpdate
from ..selectors.decisions import decision as decision_of
from ..selectors.decisions import duty as duty_of
from ..selectors.decisions import without_word_this_month


@transaction.atomic
def remark(*, by: Access, duty_id: int, text: str) -> DecisionUpdate:
    """Write a remark on one office's part, for the office that decided; the status stays, the office is told."""
    held = duty_of(by=by, duty_id=duty_id)
    require(may_follow(by, held.decision))
    words = normalise(text).strip()
    if not words:
        raise BadInput("Write the remark.", field="text")
    made = DecisionUpdate.objects.create(
        duty=held, deed="remark", before=held.status, after=held.status, text=words, by_id=by.user_id,
        posting_id=by.posting_id, by_label=by.label[:300],
    )  # fmt: skip
    record(by=by, deed="meetings.remark_duty", about=f"decision_duty:{held.pk}", label=str(held.decision)[:200],
           values={"text": words[:500]})  # fmt: skip
    notify(by=by, deed="meetings.remark_duty", key=f"decision_duty:{held.pk}:remark:{made.pk}", to=_holder(held),
           subject=held.decision.text[:200], text=words, about=f"decision_duty:{held.pk}",
           url=f"/meetings/duties/{held.pk}/", office_id=held.decision.office_id)  # fmt: skip
    return made


def _holder(duty: DecisionDuty) -> RecipientRule:
    return to_posts(duty.post_id) if duty.post_id else to_heads(duty.office_id)


@transaction.atomic
def remind_silent(*, by: Access, decision_id: int) -> int:
    """Remind every office that has not answered on a decision; once a day at most. Returns how many offices."""
    made = decision_of(by=by, decision_id=decision_id)
    require(may_follow(by, made))
    rows = DecisionDuty.objects.filter(decision=made, answered_at__isnull=True, status__in=OPEN_DUTIES)
    offices = tuple(sorted(set(rows.values_list("office_id", flat=True))))
    if not offices:
        raise BadInput("Every office has answered.")
    words = f"{made.text}\n{made.due_text}".strip()
    notify(by=by, deed="meetings.remind_silent", key=f"decision:{made.pk}:silent:{timezone.localdate()}",
           to=to_heads(*offices), subject=f"জবাব প্রয়োজন: {made.text[:150]}", text=words,
           about=f"decision:{made.pk}", url="/meetings/decisions/", office_id=made.office_id)  # fmt: skip
    record(by=by, deed="meetings.remind_silent", about=f"decision:{made.pk}", label=made.text[:200],
           values={"offices": len(offices)})  # fmt: skip
    return len(offices)


@transaction.atomic
def ask_for_monthly_words(*, by: Access) -> int:
    """Ask every office with open decisions it said nothing on since the month began. Returns how many offices."""
    by.require(P.MEETING_RUN)
    month = f"{timezone.localdate():%Y-%m}"
    offices = without_word_this_month(by=by)
    for giver, silent in offices.items():
        notify(by=by, deed="meetings.monthly_word", key=f"meetings:monthly:{month}:{giver}", to=to_heads(*silent),
               subject="এ মাসের বাস্তবায়ন অগ্রগতি জানানো হয়নি", text="চলমান সিদ্ধান্তগুলোর এ মাসের অগ্রগতি জানান।",
               url="/meetings/decisions/?tab=mine&stale=on", office_id=giver)  # fmt: skip
    return sum(map(len, offices.values()))
