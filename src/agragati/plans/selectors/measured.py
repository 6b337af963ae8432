"""What the apps below have on record for a plan's office and year, as happenings that a row may be counted from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.meetings.choices import FROZEN_STATES, DutyStatus, SeriesKind
from agragati.meetings.models import DecisionDuty, Series
from agragati.org.access import Access
from agragati.org.selectors import committees
from agragati.papers.choices import LetterKind
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.blocks import Column, Note, Table, head, row
from agragati.papers.rules.paper import Paper, short_date
from agragati.papers.selectors import letters_for_evidence

from ..models import Plan, RowMeasure
from ..rules.measured import Measured
from .issued import IssuedPaper, content_of, signed_minutes
from .report import letterhead_of

DONE = (DutyStatus.DONE, DutyStatus.VERIFIED)
MOST = 2000  # papers of one office in one year
Options = Sequence[tuple[str, str | Promise]]
MEETING_KINDS: Options = (("", _("every meeting of the office")), *((f"kind:{k}", k.label) for k in SeriesKind))
LETTER_KINDS: Options = (("", _("every letter")), *((f"kind:{k}", k.label) for k in LetterKind))
ALL_OF_THEM: Options = (("", _("all of them")),)


@dataclass(frozen=True)
class Proven:
    """A happening of the records and how to get the paper that proves it (name and bytes), made only when needed."""

    measured: Measured
    name: str
    content: Callable[[], bytes]


def _days(plan: Plan) -> tuple[date, date]:
    year = FiscalYear(plan.fiscal_year)
    return year.start, min(year.end, timezone.localdate())


def meetings_held(*, by: Access, plan: Plan, of: str) -> list[Proven]:
    """Meetings of the office with signed minutes; `of` narrows: "series:3", "committee:2", "kind:coordination"."""
    terms = _meeting_terms(of, "meeting__")
    rows = signed_minutes(by=by, office_id=plan.office_id, days=_days(plan), only=terms, most=MOST)
    return [_of_paper(by, paper) for paper in rows]


def _meeting_terms(of: str, path: str) -> Q:
    kind, _colon, value = of.partition(":")
    names = {"": "", "series": "series", "committee": "committee", "kind": "series__kind"}
    if kind not in names or (kind in ("series", "committee") and not value.isdecimal()):
        raise BadInput("This cannot be counted.", field="measure")
    return Q(**{f"{path}{names[kind]}": value}) if kind else Q()


def letters_issued(*, by: Access, plan: Plan, of: str) -> list[Proven]:
    """Letters the office issued and that still hold; `of` narrows: "kind:office_order"."""
    since, until = _days(plan)
    only = Q(office_id=plan.office_id)
    if of:
        only &= Q(kind=of.removeprefix("kind:"))
    rows = letters_for_evidence(by=by, office_id=plan.office_id, since=since, until=until, limit=MOST, only=only)
    papers = [IssuedPaper(one.reference, one.day, one.memo_no, one.subject, one.attachment) for one in rows]
    return [_of_paper(by, paper) for paper in papers]


def _of_paper(by: Access, paper: IssuedPaper) -> Proven:
    measured = Measured(paper.reference, paper.day, paper.title, paper.memo_no)
    return Proven(measured, paper.file_name, lambda: content_of(by=by, paper=paper))


def decisions_implemented(*, by: Access, plan: Plan, of: str) -> list[Proven]:
    """For each quarter that is over: decisions of the office's own signed meetings due in it, and how many are done."""
    duties = DecisionDuty.objects.filter(_meeting_terms(of, "decision__meeting__"), decision__office=plan.office_id)
    return _shares(plan, duties, f"decisions:{of or 'all'}")


def decisions_carried_out(*, by: Access, plan: Plan, of: str) -> list[Proven]:
    """The same for what any signed meeting gave this office to do."""
    return _shares(plan, DecisionDuty.objects.filter(office=plan.office_id), "own-duties")


def _shares(plan: Plan, duties: QuerySet[DecisionDuty], what: str) -> list[Proven]:
    found, today = [], timezone.localdate()
    rows = duties.filter(decision__meeting__state__in=FROZEN_STATES).exclude(status=DutyStatus.DROPPED)
    rows = rows.select_related("decision__meeting", "office").order_by("due", "pk")
    for quarter in FiscalYear(plan.fiscal_year).quarters:
        due = [] if quarter.end > today else list(rows.filter(due__range=(quarter.start, quarter.end)))
        if due:
            found.append(_share(plan, quarter, due, f"{what}:{plan.fiscal_year}-{quarter.number}"))
    return found


def _share(plan: Plan, quarter: Quarter, due: list[DecisionDuty], reference: str) -> Proven:
    done = [one for one in due if is_done_in(one, quarter)]
    text = f"মেয়াদ ছিল {to_bn(len(due))}টি সিদ্ধান্তের, বাস্তবায়িত {to_bn(len(done))}টি।"
    measured = Measured(reference, quarter.end, text, numerator=Decimal(len(done)), denominator=Decimal(len(due)))
    return Proven(measured, f"decisions-q{quarter.number}.pdf", lambda: _statement(plan, quarter, due, text))


def is_done_in(duty: DecisionDuty, quarter: Quarter) -> bool:
    """Whether the duty was done by the end of the quarter; what was done later does not count for it."""
    return duty.status in DONE and duty.done_on is not None and duty.done_on <= quarter.end


def _statement(plan: Plan, quarter: Quarter, due: list[DecisionDuty], text: str) -> bytes:
    """The list behind a share as a paper: every decision due in the quarter, whose it was, and when it was done."""
    columns = (Column(width=12), Column(4), Column(3), Column(2), Column(width=26), Column(width=26))
    title = head("ক্রম", "সিদ্ধান্ত", "সভা", "বাস্তবায়নকারী", "মেয়াদ", "সম্পন্ন")
    lines = [
        row(to_bn(number), one.decision.text, one.decision.meeting.title, str(one.office),
            short_date(one.due) if one.due else "",
            short_date(one.done_on) if one.done_on and is_done_in(one, quarter) else "")
        for number, one in enumerate(due, 1)
    ]  # fmt: skip
    year = to_bn(FiscalYear(plan.fiscal_year).label)
    paper = Paper(
        kind="plan_statement", letterhead=letterhead_of(plan.office), memo_place="none", landscape=True, size=11,
        title=f"সিদ্ধান্ত বাস্তবায়নের বিবরণী\n{year}, {to_bn(quarter.number)} নম্বর ত্রৈমাসিক",
        blocks=(Table(columns, (title,), tuple(lines)), Note(text)), fonts=tuple(settings.PAPER_FONTS),
        watermark="নমুনা" if plan.is_demo else "",
    )  # fmt: skip
    return to_pdf(paper, creation=quarter.end)


def own_meetings(*, by: Access, plan: Plan) -> Options:
    """What the plan's office has to narrow its meetings by: its series and its committees."""
    series = Series.objects.visible_to(by).filter(office_id=plan.office_id).order_by("title")[:100]
    teams = committees(by=by, office_id=plan.office_id)
    return [
        *((f"series:{one.pk}", one.title) for one in series),
        *((f"committee:{one.pk}", one.name_bn) for one in teams),
    ]


def nothing_own(*, by: Access, plan: Plan) -> Options:
    """The office has nothing to narrow by."""
    return []


def measure_of_row(*, by: Access, indicator_id: int) -> RowMeasure | None:
    """What a row that `by` may see is counted from, if anything."""
    return RowMeasure.objects.visible_to(by).filter(indicator=indicator_id).first()


def rows_to_count(*, by: Access, office_id: int | None = None) -> list[RowMeasure]:
    """Rows of running plans that are counted by themselves, of one office or of all."""
    rows = RowMeasure.objects.visible_to(by).select_related("indicator__plan__office__area", "indicator__plan__edition")
    if office_id is not None:
        rows = rows.filter(indicator__plan__office=office_id)
    return list(rows.order_by("indicator__plan", "indicator__position"))
