"""Sheets that are not what they seem: each refused or mended, and told in Bangla."""

from __future__ import annotations

import datetime
import io
import unicodedata
import zipfile
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from agragati.kernel.errors import BadInput
from agragati.org.models import Office
from agragati.org.renderers import LARGEST, read_table
from agragati.org.rules.office_rows import KINDS, OfficeRow, Standing, office_rows
from agragati.org.rules.sheet import Problem
from tests.people import Cast

TODAY = datetime.date(2026, 3, 1)
HEAD = "কোড,ধরন,নাম,এলাকা কোড,কার্যকর তারিখ\n"


def zipped(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in parts.items():
            box.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf", "The sheet is empty."),
        (b"a" * (LARGEST + 1), "The file is larger than 30 MB."),
        (zipped(letter=b"x"), "The file is not a readable XLSX or ODS sheet."),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "The file is not UTF-8 text. Save it as “CSV UTF-8” or XLSX."),
    ],
    ids=["empty", "mark only", "too big", "zip renamed", "pdf renamed"],
)
@pytest.mark.parametrize("name", ["sheet.csv", "sheet.xlsx"])
def test_what_is_no_sheet_is_refused_by_its_content_not_its_name(name: str, content: bytes, said: str) -> None:
    with pytest.raises(BadInput) as refusal:
        office_rows(read_table(name, content), kinds=[], areas=[], known={}, today=TODAY)
    assert refusal.value.key == said


def test_a_file_that_would_swell_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agragati.org.renderers.sheets.LARGEST", 1000)
    with pytest.raises(BadInput, match="30 MB"):
        read_table("x.xlsx", zipped(sheet=b"0" * 50_000))


def read_offices(text: str, **known: Standing) -> tuple[list[OfficeRow], list[Problem]]:
    table = read_table("x.csv", text.encode())
    return office_rows(table, kinds=KINDS.values(), areas=[], known=known, today=TODAY)


def test_decomposed_bangla_is_stored_as_any_other() -> None:
    text = unicodedata.normalize("NFD", HEAD + "ক-১,ইউনিয়ন,বড়বাড়ি ইউনিয়ন অফিস,,\n")
    rows, problems = office_rows(
        read_table("x.csv", text.encode()), kinds=set(KINDS.values()), areas=[], known={}, today=TODAY
    )
    assert problems == []
    composed = HEAD + "ক-১,ইউনিয়ন,বড়বাড়ি ইউনিয়ন অফিস,,\n"
    assert (
        rows
        == office_rows(read_table("x.csv", composed.encode()), kinds=KINDS.values(), areas=[], known={}, today=TODAY)[0]
    )
    assert rows[0].kind == "union"


def test_mixed_digits_are_read_in_every_column(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(HEAD + "ক-১2৩,জেলা,অফিস,bd5০৮1,০১/0৭/২০20\n", encoding="utf-8")
    call_command("load_offices", str(tmp_path / "x.csv"), stdout=io.StringIO())
    made = Office.objects.get(code="ক-123")
    assert (made.area_id, made.valid_from.isoformat()) == ("BD5081", "2020-07-01")


def test_problems_are_told_in_bangla_by_the_heading_of_the_sheet(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(HEAD + f"গ,দুর্গ,{'ক' * 251},,৩1/০2/২০20\n", encoding="utf-8")
    told = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("load_offices", str(tmp_path / "x.csv"), "--dry-run", stdout=told)
    lines = told.getvalue().splitlines()
    assert [line.partition(":")[0] for line in lines[:3]] == ["সারি ২, ধরন", "সারি ২, নাম", "সারি ২, কার্যকর তারিখ"]
    assert "২৫০ অক্ষর" in lines[1]
    assert lines[3].startswith("মোট সারি ১, সমস্যা ৩")


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError, match="পড়া যায়নি"):
        call_command("load_offices", str(tmp_path / name))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("A,,ইউনিয়ন,ক,javascript:alert(1),\n", [(2, "website")]),
        (f"A,,ইউনিয়ন,ক,https://{'x' * 200}.gov.bd,\n", [(2, "website")]),
        ("A,,ইউনিয়ন,ক,,০২/০৩/২০২৬\n", [(2, "valid_from")]),
        ("A,,ইউনিয়ন,ক,https://dc.rajshahi.gov.bd,\nB,A,ইউনিয়ন,খ,,০১/০৭/২০১০\n", []),
        ("A,,ইউনিয়ন,ক,,০১/০৭/২০২৪\nB,A,ইউনিয়ন,খ,,০১/০৭/২০১০\n", [(3, "parent")]),
        ("A,SHUT,ইউনিয়ন,ক,,\nB,SHUT,ইউনিয়ন,খ,,০১/০৭/২০২২\n", [(2, "parent")]),
        ("A,,ইউনিয়ন,ক,dc.rajshahi.gov.bd,০১/০৩/২০২৬\n", []),
    ],
)
def test_what_the_register_could_not_keep_is_named(rows: str, found: list[tuple[int, str]]) -> None:
    shut = Standing("", "বন্ধ অফিস", datetime.date(2020, 1, 1), datetime.date(2023, 1, 1))
    made, problems = read_offices(f"কোড,ঊর্ধ্বতন,ধরন,নাম,ওয়েবসাইট,কার্যকর তারিখ\n{rows}", SHUT=shut)
    assert [(problem.row, problem.column) for problem in problems] == found
    assert found or made[0].website == "https://dc.rajshahi.gov.bd"


def test_a_file_of_another_kind_is_told_by_its_headings_alone(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_text("#!/bin/sh\necho ক\necho খ\n", encoding="utf-8")
    told = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("load_offices", str(tmp_path / "x.xlsx"), stdout=told)
    assert [line.partition(",")[0] for line in told.getvalue().splitlines()[:-1]] == ["সারি ১"] * 4
