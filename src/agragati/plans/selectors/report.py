"""The quarterly progress report as a government paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.conf import settings

from agragati.kernel.digits import to_bn
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access, P
from agragati.org.models import Office, Posting
from agragati.papers.rules.blocks import Person
from agragati.papers.rules.kinds import Level, Progress, ProgressArea, progress_report
from agragati.papers.rules.paper import Letterhead, Paper

from ..choices import Standing
from ..models import ProgressEvent
from ..rules.framework import Value
from ..rules.rounding import fixed, short
from ..rules.wording import value_text
from .sheets import PlanSheet, SheetRow, achieved, plan_sheet
from .single import plan_to_read

UNKNOWN = "অজানা"
ESTIMATED = "নম্বর অনুমিত: কিছু সূচকের মান বা লক্ষ্যমাত্রা অজানা, অথবা পরিকল্পনা এখনো স্বাক্ষরিত হয়নি।"
_UNITS = {"date": "তারিখ", "number": "সংখ্যা", "percent": "%"}


def quarter_report(*, by: Access, plan_id: int, quarter: int) -> tuple[PlanSheet, Paper]:
    """The plan reckoned at the end of a quarter (1–4) and its report in the official columns."""
    by.require(P.PLAN_PRINT)
    plan = plan_to_read(by=by, plan_id=plan_id)
    period = Quarter(FiscalYear(plan.fiscal_year), quarter)
    sheet = plan_sheet(by=by, plan_id=plan_id, as_of=period.end)
    return sheet, _paper(sheet, period)


def _paper(sheet: PlanSheet, period: Quarter) -> Paper:
    plan, total = sheet.plan, sheet.score.total
    percents, levels = _columns(sheet)
    return progress_report(
        letterhead=letterhead_of(plan.office),
        fiscal_year=FiscalYear(plan.fiscal_year).label,
        period=period.months_bn,
        areas=_areas(sheet, percents, period),
        levels=levels,
        total_weight=short(sheet.framework.total),
        total_score="" if total is None else fixed(total),
        annex_label=sheet.framework.annex,
        title="" if sheet.framework.annex else f"{sheet.framework.title}\nঅগ্রগতি প্রতিবেদন ({period.months_bn})",
        notes=[ESTIMATED] if sheet.score.estimated else [],
        signatories=_head(plan.office, period.end),
        watermark="নমুনা" if plan.is_demo else "",
        fonts=tuple(settings.PAPER_FONTS),
    )


def _areas(sheet: PlanSheet, percents: list[Decimal], period: Quarter) -> list[ProgressArea]:
    return [
        ProgressArea(
            to_bn(f"[{area.code}] {area.title}"),
            "" if printed is None else short(printed),
            tuple(_line(sheet, row, percents, period) for row in rows),
        )
        for area, printed, _, rows in sheet.areas
    ]


def _columns(sheet: PlanSheet) -> tuple[list[Decimal], list[Level]]:
    percents = sorted({level.percent for row in sheet.rows for level in row.indicator.levels}, reverse=True)
    names = {column.percent: column.name for column in sheet.framework.columns}
    levels = [Level(names.get(percent, ""), f"{to_bn(short(percent))}%") for percent in percents]
    return percents, levels


def letterhead_of(office: Office) -> Letterhead:
    """The office's letterhead: itself, and the ministry at the head of its line."""
    top = Office.objects.filter(path=office.path.split(".", 1)[0]).first()
    ministry = top.name_bn if top and top.pk != office.pk else ""
    return Letterhead(office=office.name_bn, ministry=ministry, address=office.address_bn, web=office.website)


def _head(office: Office, day: date) -> Person | None:
    found = Posting.objects.held_on(day).filter(post__office=office, post__is_head=True).select_related("user", "post")
    posting = found.first()
    return Person(posting.user.name_bn, posting.post.title_bn, office.name_bn) if posting else None


def _line(sheet: PlanSheet, row: SheetRow, percents: list[Decimal], period: Quarter) -> Progress:
    indicator = row.indicator
    activity = next((a for a in sheet.framework.activities if a.code == indicator.activity_code), None)
    targets = {level.percent: level.value for level in indicator.levels}
    score = row.scored.score
    return Progress(
        activity=f"[{indicator.activity_code}] {activity.title}" if activity else "",
        indicator=f"[{indicator.code}] {indicator.text}",
        unit=indicator.printed_unit or _UNITS.get(indicator.unit.value, ""),
        weight=UNKNOWN if indicator.weight is None else short(indicator.weight),
        targets=tuple(_target(row, targets, percent) for percent in percents),
        achieved=_in_quarter(row, period),
        achieved_so_far=_so_far(row),
        score="" if score.points is None else fixed(score.points),
        responsible=indicator.section,
    )


def _target(row: SheetRow, targets: dict[Decimal, Value | None], percent: Decimal) -> str:
    if percent not in targets:
        return "-" if row.indicator.levels_complete and row.indicator.levels else UNKNOWN
    value = targets[percent]
    return "-" if value is None else value_text(value, row.indicator.measure)


def _in_quarter(row: SheetRow, period: Quarter) -> str:
    live: list[ProgressEvent] = getattr(row.record, "live", [])
    inside = [event for event in live if period.start <= event.day <= period.end]
    figure = achieved(row.indicator, row.record, inside).figure(row.indicator)
    if figure is not None:
        return value_text(figure, row.indicator.measure, places=2)
    return "; ".join(event.text for event in inside if event.standing != Standing.DONE and event.text)


def _so_far(row: SheetRow) -> str:
    found = row.scored.score.achieved
    if found is not None:
        return value_text(found, row.indicator.measure, places=2)
    return "উল্লেখ নেই" if row.scored.score.state.value == "no_figure" else ""
