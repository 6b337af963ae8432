"""The description of a paper and the order in which its pieces are printed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date
from unicodedata import normalize

import pytest

from agragati.papers.rules.blocks import Cell, Paragraph, Table, marker
from agragati.papers.rules.flow import (
    DistributionList,
    Head,
    Labelled,
    MemoLine,
    Meta,
    Title,
    distribution_list,
    in_order,
    letterhead,
    memo_line,
)
from agragati.papers.rules.kinds import WRITTEN_FORMS, Level, Progress, ProgressArea, progress_report, written_form
from agragati.papers.rules.paper import (
    FOR_ACTION,
    OFFICE_COPY,
    Distribution,
    Letterhead,
    Recipient,
    both_dates,
    gregorian_text,
    short_date,
)
from tests.papers.samples import HEAD, SAMPLES, letter_sample, minutes_sample, order_sample, progress_sample


def names(paper_name: str) -> list[str]:
    return [type(piece).__name__ for piece in in_order(SAMPLES[paper_name]())]


@pytest.mark.parametrize(
    ("day", "bangla", "gregorian"),
    [
        (date(2021, 12, 27), "১২ পৌষ ১৪২৮ বঙ্গাব্দ", "২৭ ডিসেম্বর ২০২১ খ্রিস্টাব্দ"),
        (date(2024, 8, 4), "২০ শ্রাবণ ১৪৩১ বঙ্গাব্দ", "০৪ আগস্ট ২০২৪ খ্রিস্টাব্দ"),
        (date(2023, 10, 1), "১৬ আশ্বিন ১৪৩০ বঙ্গাব্দ", "০১ অক্টোবর ২০২৩ খ্রিস্টাব্দ"),
        (date(2024, 2, 21), "০৮ ফাল্গুন ১৪৩০ বঙ্গাব্দ", "২১ ফেব্রুয়ারি ২০২৪ খ্রিস্টাব্দ"),
        (date(2024, 12, 16), "০১ পৌষ ১৪৩১ বঙ্গাব্দ", "১৬ ডিসেম্বর ২০২৪ খ্রিস্টাব্দ"),
    ],
)
def test_one_day_is_printed_in_both_calendars(day: date, bangla: str, gregorian: str) -> None:
    assert both_dates(day) == (bangla, normalize("NFC", gregorian))


def test_a_day_not_known_leaves_a_place_to_write() -> None:
    assert all("…" in text for text in both_dates(None))
    assert memo_line(replace(letter_sample(), memo_no="", day=None)).number.startswith("…")


def test_days_in_words_and_in_figures() -> None:
    assert gregorian_text(date(2023, 10, 1)) == "০১ অক্টোবর ২০২৩"
    assert gregorian_text(date(2023, 10, 1), padded=False) == "১ অক্টোবর ২০২৩"
    assert short_date(date(2022, 3, 16)) == "১৬/০৩/২০২২"


@pytest.mark.parametrize(
    ("style", "number", "mark"),
    [("danda", 12, "১২।"), ("paren", 3, "৩)"), ("letters", 1, "(ক)"), ("letters", 33, "(ক১)"), ("bullet", 5, "•")],
)
def test_marks_of_lists(style: str, number: int, mark: str) -> None:
    assert marker(style, number) == mark  # type: ignore[arg-type]


def test_empty_lines_of_a_letterhead_are_left_out() -> None:
    head = letterhead(replace(letter_sample(), letterhead=Letterhead("উপজেলা কার্যালয়")))
    assert head == Head(("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "উপজেলা কার্যালয়"), "উপজেলা কার্যালয়", "", None)


def test_entries_of_a_distribution_end_as_in_minutes() -> None:
    listed = Distribution((Recipient("ক", FOR_ACTION), Recipient("খ", remark="সদয় অবগতির জন্য"), Recipient(OFFICE_COPY)))
    made = distribution_list(listed)
    assert made.entries == ("ক – কার্যার্থে;", "খ (সদয় অবগতির জন্য); এবং", "অফিস কপি।")
    assert made.remark == "(জ্যেষ্ঠতার ক্রমানুসারে নয়)"
    assert distribution_list(replace(listed, seniority="ordered")).remark == "(জ্যেষ্ঠতার ক্রমানুসারে)"


def test_minutes_are_signed_before_the_memo_and_issued_after_it() -> None:
    order = names("minutes5")
    assert order.index("Meta") < order.index("Table") < order.index("Signature") < order.index("MemoLine")
    assert order.index("MemoLine") < order.index("DistributionList") < order.index("AnnexTitle")
    assert order.count("Signature") == 2


def test_a_letter_carries_its_memo_above_and_a_second_one_for_copies() -> None:
    order = names("letter")
    assert order.index("MemoLine") < order.index("Labelled")
    assert order.count("MemoLine") == 2
    assert order.count("Signature") == 2
    assert names("order").count("Signature") == 1


@pytest.mark.parametrize(("layout", "columns"), [(3, 3), (4, 4), (5, 5)])
def test_the_three_layouts_of_the_decision_table(layout: int, columns: int) -> None:
    table = next(block for block in minutes_sample(layout).blocks if isinstance(block, Table))
    assert len(table.columns) == columns
    assert {len(row.cells) for row in (*table.head, *table.rows)} == {columns}
    decided = table.rows[0].cells[{3: 2, 4: 2, 5: 3}[layout]].text
    assert isinstance(decided, str)
    assert decided.startswith("১) ")
    assert "\n২) " in decided


def test_paragraphs_of_minutes_are_numbered_to_the_closing() -> None:
    numbers = [block.number for block in minutes_sample().blocks if isinstance(block, Paragraph)]
    assert numbers == [1, 2, 3, 4]


def test_a_progress_report_prints_area_weights_as_the_plan_does() -> None:
    table = next(block for block in progress_sample().blocks if isinstance(block, Table))
    first = table.rows[0].cells
    assert [cell.text for cell in first[:3]] == ["১", "[১] ই-গভর্ন্যান্স ও উদ্ভাবন কার্যক্রম জোরদারকরণ", "৩৫"]
    assert {cell.rowspan for cell in first[:3]} == {4}
    for rows in (table.head, table.rows):
        places = sum(cell.colspan * cell.rowspan for row in rows for cell in row.cells)
        assert places == len(table.columns) * len(rows)


def test_columns_nobody_fills_are_not_printed() -> None:
    def width(**filled: str) -> int:
        row = Progress("[১.১] ক", "[১.১.১] খ", "সংখ্যা", "5", ("4",), **filled)
        report = progress_report(
            letterhead=HEAD,
            fiscal_year="২০২১-২০২২",
            period="জুলাই-সেপ্টেম্বর",
            areas=[ProgressArea("[১]", "5", (row,))],
            levels=[Level("অসাধারণ", "১০০%")],
        )
        table = report.blocks[0]
        assert isinstance(table, Table)
        return len(table.columns)

    assert width(score="5") == width() + 1
    assert width(score="5", remark="চলমান", responsible="আইসিটি শাখা") == width() + 3


def test_a_row_without_a_target_for_every_level_is_refused() -> None:
    row = Progress("ক", "খ", "সংখ্যা", "5", ("4", "3"))
    with pytest.raises(ValueError, match="target"):
        progress_report(letterhead=HEAD, fiscal_year="২০২১-২২", period="জুলাই", areas=[ProgressArea("ক", "5", (row,))])


@pytest.mark.parametrize("kind", WRITTEN_FORMS)
def test_every_written_form_of_the_instructions_can_be_made(kind: str) -> None:
    paper = written_form(kind, letterhead=HEAD, blocks=(Paragraph("পাঠ"),), subject="বিষয়")
    order = in_order(paper)
    assert any(isinstance(piece, MemoLine) for piece in order)
    titles = [piece.text for piece in order if isinstance(piece, Title)]
    assert titles == [name for name in (WRITTEN_FORMS[kind],) if name]
    assert any(isinstance(piece, Labelled) for piece in order)


def test_a_form_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        written_form("poem", letterhead=HEAD, blocks=())


def test_a_paper_cannot_be_changed_after_it_is_made() -> None:
    with pytest.raises(FrozenInstanceError):
        order_sample().subject = "অন্য"  # type: ignore[misc]


def test_a_distribution_without_recipients_is_not_printed() -> None:
    paper = replace(order_sample(), distribution=Distribution(()), meta=())
    assert not [piece for piece in in_order(paper) if isinstance(piece, DistributionList | Meta)]
    assert Cell("ক").text == "ক"
