"""Setting templates, budgets, masking names, holidays and plans of reminding."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.org.models import Office
from agragati.org.selectors import office as find_office

from ..access import may_set_budget, may_set_terms
from ..models import Budget, Holiday, ReminderPlan, SmsTerms, Template
from ..rules.placeholders import check
from ..rules.reminders import Stage, read_stages, write_stages

_MASK = re.compile(r"[A-Za-z0-9 .&-]{3,11}")
_KEY = re.compile(r"[a-z][a-z0-9_-]{1,59}")


@dataclass(frozen=True)
class TemplateText:
    """The words of a template in both languages."""

    title: str
    subject_bn: str
    body_bn: str
    sms_bn: str = ""
    subject_en: str = ""
    body_en: str = ""
    sms_en: str = ""


def _own(by: Access, office_id: int) -> Office:
    here = find_office(by=by, office_id=office_id)
    if not may_set_terms(by, here):
        raise Refused("You may not set this for the office.")
    return here


@transaction.atomic
def write_template(*, by: Access, office_id: int, key: str, words: TemplateText) -> Template:
    """The next version of an office's template; earlier versions stay. The same words again make no new version.

    Raises BadInput naming the field; Refused.
    """
    here = _own(by, office_id)
    if not _KEY.fullmatch(key):
        raise BadInput("The key is written in small Latin letters, digits and hyphens.", field="key")
    facts = {name: normalise(value) for name, value in asdict(words).items()}
    for name, value in facts.items():
        _check_part(name, value)
    Office.objects.select_for_update().get(pk=here.pk)
    rows = Template.objects.filter(office=here, key=key)
    newest = rows.order_by("-version").first()
    if newest is not None and all(getattr(newest, name) == value for name, value in facts.items()):
        return newest
    version = (rows.aggregate(n=Max("version"))["n"] or 0) + 1
    made = Template.objects.create(office=here, key=key, version=version, by_label=by.label[:300], **facts)
    record(by=by, deed="outbox.write_template", about=f"template:{made.pk}", label=str(made), values={"key": key})
    return made


def _check_part(name: str, value: str) -> None:
    if not value and name in {"title", "subject_bn", "body_bn"}:
        raise BadInput("Write this part of the template.", field=name)
    try:
        check(value)
    except BadInput as error:
        raise BadInput(error.key, field=name, **error.params) from None


@transaction.atomic
def set_budget(*, by: Access, office_id: int, month: datetime.date, limit: Decimal, repeats: bool = True) -> Budget:
    """Set an office's SMS budget (taka) for the month of the day `month`.

    Raises BadInput below what is used already; Refused.
    """
    here = find_office(by=by, office_id=office_id)
    if not may_set_budget(by, here):
        raise Refused("The SMS budget of an office is set by the office above it.")
    if limit < 0:
        raise BadInput("A budget is not below zero.", field="limit")
    first = month.replace(day=1)
    row, _made = Budget.objects.select_for_update().get_or_create(office=here, month=first, defaults={"limit": limit})
    if limit < row.used:
        raise BadInput("%(used)s taka of this month are set aside or spent already.", field="limit", used=row.used)
    before = row.limit
    row.limit, row.repeats = limit, repeats
    row.save()
    record(by=by, deed="outbox.set_budget", about=f"office:{here.pk}", label=str(row),
           values={"limit": str(limit), "before": str(before)})  # fmt: skip
    return row


@transaction.atomic
def set_sms_terms(
    *, by: Access, office_id: int, opens: datetime.time, closes: datetime.time, mask: str = "",
    approved_on: datetime.date | None = None, memo: str = "", expires_on: datetime.date | None = None,
) -> SmsTerms:  # fmt: skip
    """Set an office's sending hours and masking name. A mask is used only once its approval is noted.

    Raises BadInput for a mask another office has, or hours that make no window; Refused.
    """
    here = _own(by, office_id)
    name = mask.strip()
    if name and not _MASK.fullmatch(name):
        raise BadInput("A masking name has 3 to 11 Latin letters and digits.", field="mask")
    if name and SmsTerms.objects.filter(mask__iexact=name).exclude(office=here).exists():
        raise BadInput("Another office has this masking name.", field="mask")
    if name and approved_on and not memo.strip():
        raise BadInput("Write the memo number of the approval.", field="memo")
    if opens >= closes:
        raise BadInput("Sending must open before it closes.", field="closes")
    facts = {"opens": opens, "closes": closes, "mask": name, "mask_approved_on": approved_on,
             "mask_approval_memo": normalise(memo)[:80], "mask_expires_on": expires_on}  # fmt: skip
    row, _made = SmsTerms.objects.update_or_create(office=here, defaults=facts)
    record(by=by, deed="outbox.set_sms_terms", about=f"office:{here.pk}", label=name,
           values={"mask": name, "opens": str(opens), "closes": str(closes)})  # fmt: skip
    return row


@transaction.atomic
def set_reminder_plan(*, by: Access, office_id: int, key: str, stages: Sequence[Stage]) -> ReminderPlan:
    """Set a plan of reminding for an office and those below it that have none; no stages means: no reminders."""
    here = _own(by, office_id)
    if not _KEY.fullmatch(key):
        raise BadInput("The key is written in small Latin letters, digits and hyphens.", field="key")
    written = write_stages(read_stages(write_stages(stages)))
    row, _made = ReminderPlan.objects.update_or_create(
        office=here, key=key, defaults={"stages": written, "changed_at": timezone.now()}
    )
    record(by=by, deed="outbox.set_reminder_plan", about=f"office:{here.pk}", label=key, values={"stages": written})
    return row


@transaction.atomic
def add_holiday(*, by: Access, day: datetime.date, name: str) -> Holiday:
    """Note a public holiday for the whole country. Raises Refused, BadInput."""
    by.require(P.MESSAGE_MANAGE)
    words = normalise(name)
    if not words:
        raise BadInput("Write the name of the holiday.", field="name")
    row, _made = Holiday.objects.update_or_create(day=day, defaults={"name_bn": words[:150]})
    record(by=by, deed="outbox.add_holiday", about=f"holiday:{day}", label=words)
    return row


@transaction.atomic
def remove_holiday(*, by: Access, day: datetime.date) -> None:
    """Take an entered holiday back; one that is not there changes nothing. Raises Refused."""
    by.require(P.MESSAGE_MANAGE)
    row = Holiday.objects.filter(day=day).first()
    if row is not None:
        record(by=by, deed="outbox.remove_holiday", about=f"holiday:{day}", label=row.name_bn)
        row.delete()
