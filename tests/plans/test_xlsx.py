"""The official table as a spreadsheet: out as printed, in as it is, and back without loss."""

from __future__ import annotations

import io
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from agragati.kernel.errors import BadInput
from agragati.plans.renderers import framework_sheet, read_sheets
from agragati.plans.rules.documents import parse_document
from agragati.plans.rules.official_table import official_grid
from agragati.plans.rules.reading import read_framework
from agragati.plans.rules.table_import import cell_name, details_of, filled, import_table, terms_of
from agragati.plans.rules.toml_text import to_toml

FRAMEWORKS = sorted((Path(__file__).parents[2] / "frameworks").rglob("*.toml"))


def document(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FRAMEWORKS, ids=lambda path: path.stem)
def test_out_and_in_again_keeps_every_indicator(path: Path) -> None:
    first = read_framework(document(path), name=path.stem)
    sheets = read_sheets(framework_sheet(official_grid(first), details_of(document(path), terms_of(first))))
    found = import_table(sheets[0].rows, sheets[0].merged, sheets[1].rows, name=path.stem)
    again = read_framework(found.document, name=path.stem)
    assert not [f for f in found.findings if f.is_error]
    assert again.indicators == first.indicators
    assert (again.title, again.fiscal_year, again.total, again.areas, again.annex) == (
        first.title, first.fiscal_year, first.total, first.areas, first.annex,
    )  # fmt: skip


@pytest.mark.parametrize("path", FRAMEWORKS, ids=lambda path: path.stem)
def test_toml_says_the_same(path: Path) -> None:
    first = read_framework(document(path), name=path.stem)
    assert read_framework(parse_document(to_toml(document(path)).encode(), "x.toml"), name=path.stem) == first


def official_like(**cells: object) -> bytes:
    """A table as an office has it: title rows, merged cells, Bangla digits, brackets, real dates, a numbers row."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Sheet1")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range("A1:H1", "সংযোজনী ৫: ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা, ২০২১-২২")
    head = ["কর্মসম্পাদন ক্ষেত্র", "মান", "কার্যক্রম", "কর্মসম্পাদন সূচক", "একক", "কর্মসম্পাদন সূচকের মান"]
    for column, text in enumerate(head):
        sheet.merge_range(2, column, 3, column, text)
    sheet.merge_range(2, 6, 2, 7, "লক্ষ্যমাত্রা ২০২১-২০২২")
    sheet.write_row(3, 6, ["অসাধারণ ১০০%", "উত্তম ৮০%"])
    sheet.write_row(4, 0, ["১", "২", "৩", "৪", "৫", "৬", "৭", "৮"])
    sheet.merge_range("A6:A7", "[১] বাস্তবায়ন জোরদারকরণ")
    sheet.merge_range("B6:B7", 10)
    sheet.write_row(5, 2, ["[১.১] ধারণা", "[১.১.১] একটি ধারণা বাস্তবায়িত", "তারিখ", "৫"])
    sheet.write_datetime("G6", cells.get("G6", date(2022, 3, 16)), day)
    sheet.write("H6", cells.get("H6", "১৪/০৪/২০২২"))
    sheet.write_row(6, 2, ["[১.৫] ই-নথি", cells.get("D7", "(১.৫.১) নোট নিষ্পত্তিকৃত"), "%", "৫"])
    sheet.write("G7", cells.get("G7", 0.8))
    sheet.write("H7", cells.get("H7", "৭০%"))
    sheet.write_row(7, 0, ["মোট", "", "", "", "", cells.get("F8", 10)])
    book.close()
    return out.getvalue()


def taken(data: bytes):
    sheet = read_sheets(data)[0]
    return import_table(sheet.rows, sheet.merged, name="x")


def test_a_real_looking_table_is_read_as_it_is() -> None:
    found = taken(official_like())
    framework = read_framework(found.document, name="x")
    one, two = framework.indicators
    assert (framework.annex, framework.fiscal_year.start_year, framework.total) == ("সংযোজনী ৫", 2021, Decimal(10))
    assert (one.code, one.weight, one.levels[0].value, one.levels[1].value) == (
        "1.1.1", Decimal(5), date(2022, 3, 16), date(2022, 4, 14),
    )  # fmt: skip
    assert [level.value for level in two.levels] == [Decimal(80), Decimal(70)]
    assert framework.areas[0].weight == 10
    assert [(f.cell, f.what.rule) for f in found.findings] == [("G7", "import-percent")]


@pytest.mark.parametrize(
    ("cell", "value", "where"),
    [("H6", "৩১/০২/২০২২", "H6"), ("H7", "অনেক", "H7"), ("D7", "নোট নিষ্পত্তিকৃত", "D7"), ("F8", "দশ", "F8")],
)
def test_every_finding_names_its_cell(cell: str, value: str, where: str) -> None:
    found = taken(official_like(**{cell: value}))
    assert [f.cell for f in found.findings if f.is_error] == [where]


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(BadInput):
        read_sheets(b"PK\x03\x04 not a workbook")
    with pytest.raises(BadInput):
        import_table([["a", "b"], ["1", "2"]])


def test_cells_have_names() -> None:
    assert [cell_name(0, 0), cell_name(6, 3), cell_name(0, 26), cell_name(9, 701)] == ["A1", "D7", "AA1", "ZZ10"]
    assert filled([["a", None], [None, None]], [(0, 0, 1, 1)]) == [["a", "a"], ["a", "a"]]
