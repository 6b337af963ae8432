"""Questions about what offices set: templates, budgets, windows, holidays, plans of reminding."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from agragati.kernel.errors import NotFound
from agragati.org.access import Access
from agragati.org.models import Office
from agragati.org.selectors import office as find_office

from ..models import Budget, Holiday, ReminderPlan, SmsTerms, Template
from ..models.terms import BudgetQuerySet
from ..rules.reminders import PLANS, STANDARD, Stage, read_stages
from ..rules.texts import BUILT_IN, Text
from ..rules.window import Window


def line_of(path: str) -> list[str]:
    """Paths of an office and of all above it, nearest first."""
    parts = path.split(".")
    return [".".join(parts[:n]) for n in range(len(parts), 0, -1)]


def text_for(*, by: Access, key: str, office: Office) -> Text:
    """The newest text under `key` of the nearest office in the line, else the built-in one; raises NotFound."""
    line = line_of(office.path)
    rows = Template.objects.filter(key=key, office__path__in=line).select_related("office")
    found = min(rows, key=lambda row: (-len(row.office.path), -row.version), default=None)
    if found is not None:
        return as_text(found)
    if key in BUILT_IN:
        return BUILT_IN[key]
    raise NotFound("There is no such message template.")


def as_text(row: Template) -> Text:
    """A stored version as a plain value."""
    return Text(row.key, row.title, row.subject_bn, row.body_bn, row.sms_bn, row.subject_en, row.body_en, row.sms_en,
                row.version)  # fmt: skip


def templates(*, by: Access) -> list[Template]:
    """The newest version of each template of visible offices, and of those above the own office."""
    rows = Template.objects.visible_to(by) | Template.objects.filter(office__path__in=line_of(by.office_path))
    newest = rows.select_related("office").order_by("office_id", "key", "-version").distinct("office_id", "key")
    return sorted(newest, key=lambda row: (row.office.path, row.key))


def template(*, by: Access, template_id: int) -> Template:
    """One version that `by` may read; raises NotFound."""
    rows = Template.objects.visible_to(by) | Template.objects.filter(office__path__in=line_of(by.office_path))
    found = rows.select_related("office__area").filter(pk=template_id).first()
    if found is None:
        raise NotFound("There is no such message template.")
    return found


def versions_of(*, by: Access, template_id: int) -> QuerySet[Template]:
    """All versions of a readable template, newest first."""
    found = template(by=by, template_id=template_id)
    return Template.objects.filter(office=found.office, key=found.key).order_by("-version")


@dataclass(frozen=True)
class SmsRules:
    """What holds for SMS of an office on a day; `own_mask` what it has entered itself, in force or not."""

    window: Window
    mask: str
    own_mask: str


def sms_rules_of(*, by: Access, office: Office, on: datetime.date) -> SmsRules:
    """Hours of the nearest office in the line that has set them; the nearest masking name with an approval in force."""
    rows = SmsTerms.objects.filter(office__path__in=line_of(office.path)).select_related("office")
    nearest = sorted(rows, key=lambda row: len(row.office.path), reverse=True)
    window = Window(nearest[0].opens, nearest[0].closes) if nearest else Window()
    masks = [row.mask for row in nearest if row.mask and _is_approved(row, on)]
    own = next((row.mask for row in nearest if row.office_id == office.pk), "")
    return SmsRules(window, masks[0] if masks else "", own)


def _is_approved(row: SmsTerms, on: datetime.date) -> bool:
    begun = row.mask_approved_on is not None and row.mask_approved_on <= on
    return begun and (row.mask_expires_on is None or row.mask_expires_on >= on)


def window_of(*, by: Access, office: Office) -> Window:
    """When SMS of this office may go out: the nearest terms in the line, else 9 to 17."""
    return sms_rules_of(by=by, office=office, on=timezone.localdate()).window


def mask_of(*, by: Access, office: Office, on: datetime.date) -> str:
    """The approved masking name in force for this office, or ""."""
    return sms_rules_of(by=by, office=office, on=on).mask


def terms_of(*, by: Access, office_id: int) -> SmsTerms:
    """The own terms of a visible office, unsaved defaults when it has none."""
    here = find_office(by=by, office_id=office_id)
    return SmsTerms.objects.filter(office=here).first() or SmsTerms(office=here)


def holidays_from(*, by: Access, day: datetime.date) -> frozenset[datetime.date]:
    """Entered holidays from `day` on, for a year."""
    until = day + datetime.timedelta(days=366)
    return frozenset(Holiday.objects.filter(day__gte=day, day__lt=until).values_list("day", flat=True))


def holidays(*, by: Access) -> QuerySet[Holiday]:
    """Entered holidays, latest first."""
    by.require_signed_in()
    return Holiday.objects.order_by("-day")


def plan_of_reminding(*, by: Access, key: str, office: Office) -> tuple[Stage, ...]:
    """The stages under `key`: of the nearest office in the line, else built in; unknown keys mean the standard."""
    rows = ReminderPlan.objects.filter(key=key, office__path__in=line_of(office.path)).select_related("office")
    nearest = max(rows, key=lambda row: len(row.office.path), default=None)
    return read_stages(nearest.stages) if nearest else PLANS.get(key, STANDARD)


def plans_of_reminding(*, by: Access, office: Office) -> dict[str, tuple[Stage, ...]]:
    """Every plan that holds for an office, by key."""
    own = ReminderPlan.objects.filter(office__path__in=line_of(office.path)).values_list("key", flat=True)
    return {key: plan_of_reminding(by=by, key=key, office=office) for key in dict.fromkeys([*PLANS, *sorted(own)])}


def month_of(moment: datetime.datetime) -> datetime.date:
    """The first day of a local moment's month."""
    return moment.date().replace(day=1)


@dataclass(frozen=True)
class Money:
    """What an office may still spend on SMS in a month; `limit` None when nobody set a budget."""

    limit: Decimal | None
    used: Decimal

    @property
    def left(self) -> Decimal:
        """Taka that may still be set aside."""
        return max(Decimal(0), self.limit - self.used) if self.limit is not None else Decimal(0)


def money_of(*, by: Access, office_id: int, month: datetime.date) -> Money:
    """The budget of the month: its own row, else the last earlier one that repeats."""
    row = Budget.objects.filter(office_id=office_id, month=month).first()
    if row is not None:
        return Money(row.limit, row.used)
    earlier = Budget.objects.filter(office_id=office_id, month__lt=month).order_by("-month").first()
    return Money(earlier.limit, Decimal(0)) if earlier and earlier.repeats else Money(None, Decimal(0))


def budgets(*, by: Access) -> BudgetQuerySet:
    """Budgets of visible offices, latest month first."""
    return Budget.objects.visible_to(by).select_related("office").order_by("-month", "office__path")
