"""The blank entry sheet of a plan: what is asked in a quarter, with room to write it by hand."""

from __future__ import annotations

from django.conf import settings

from agragati.kernel.digits import to_bn
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access, P
from agragati.papers.rules.blocks import Cell, Column, KeyValue, Note, Row, Space, Table, head, row
from agragati.papers.rules.paper import Paper, short_date

from ..models import Plan
from ..rules.choices import Unit
from ..rules.framework import Area
from ..rules.windows import dates_of
from .papers import goal_text
from .report import letterhead_of
from .sheets import PlanSheet, SheetRow, plan_sheet
from .single import plan_to_read

LINE = 17.0  # millimetres: two lines of handwriting
_ASKED = {
    Unit.DATE: "যে তারিখে সম্পন্ন হয়েছে",
    Unit.PERCENT: "লব:\nহর:",
    Unit.NUMBER: "সংখ্যা:",
}
_NOTE = (
    "প্রতিটি ঘটনার জন্য একটি ঘর; ঘর না কুলালে আরেকটি ফরম নিন। তারিখ দিন/মাস/বছর হিসেবে লিখুন। শতকরা হিসাব লিখবেন না: "
    "লব ও হর লিখুন। অর্জন না থাকলে ঘর ফাঁকা রাখুন। প্রমাণকের কপি সংযুক্ত করুন।"
)


def blank_form(*, by: Access, plan_id: int, quarter: int) -> Paper:
    """The sheet for a quarter (1–4): each indicator with its target and empty places. Nothing that was entered."""
    by.require(P.PLAN_PRINT)
    plan = plan_to_read(by=by, plan_id=plan_id)
    period = Quarter(FiscalYear(plan.fiscal_year), quarter)
    sheet = plan_sheet(by=by, plan_id=plan_id, as_of=period.end)
    return _paper(plan, period, _table(sheet, period))


def _paper(plan: Plan, period: Quarter, table: Table) -> Paper:
    year = to_bn(FiscalYear(plan.fiscal_year).label)
    signed = "নাম:\nপদবি:\nস্বাক্ষর ও তারিখ:"
    hands = Table((Column(), Column()), (head("তথ্য প্রদানকারী", "যাচাইকারী"),), (row(signed, signed, height=32),))
    return Paper(
        kind="plan_blank", letterhead=letterhead_of(plan.office),
        title=f"{plan.edition.title}\nঅগ্রগতি সংগ্রহ ফরম (ফাঁকা), {period.months_bn}",
        memo_place="none", blocks=(
            KeyValue((("অর্থবছর", year), ("শাখা/দপ্তর", "………………………………………………"))),
            table, Note(_NOTE), Space(4), hands,
        ),
        landscape=True, size=11, fonts=tuple(settings.PAPER_FONTS), watermark="নমুনা" if plan.is_demo else "",
    )  # fmt: skip


def _table(sheet: PlanSheet, period: Quarter) -> Table:
    columns = (Column(width=14), Column(3), Column(width=26), Column(width=26), Column(width=30), Column(2),
               Column(width=34), Column(width=26))  # fmt: skip
    title = head("কোড", "সূচক", "লক্ষ্যমাত্রা (১০০%)", "তারিখ", "অর্জন", "বিবরণ ও স্থান", "প্রমাণক (স্মারক নম্বর)", "স্বাক্ষর")
    lines: list[Row] = []
    for area, _printed, _total, rows in sheet.areas:
        lines.append(_area(area, len(columns)))
        lines += [_line(found, period) for found in rows]
    return Table(columns, (title,), tuple(lines))


def _area(area: Area, width: int) -> Row:
    return Row((Cell(to_bn(f"[{area.code}] {area.title}"), colspan=width, bold=True, shade=True),))


def _line(found: SheetRow, period: Quarter) -> Row:
    indicator = found.indicator
    dates = dates_of(indicator, period)
    code = f"[{to_bn(indicator.code)}]"
    named = "\n".join(f"{figure.label or figure.name}:" for figure in indicator.figures)
    asked = named if indicator.formula else _ASKED.get(indicator.measure, "")
    until = f"{goal_text(found)}\n({short_date(dates.as_of)} পর্যন্ত)"
    return row(code, indicator.text, until, "__/__/____", asked, "", "", "", height=LINE)
