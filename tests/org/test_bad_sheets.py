"""Sheets that are not what they seem: each refused or mended, and told in Bangla."""

from __future__ import annotations

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
from agragati.org.rules.office_rows import KINDS, office_rows
from tests.people import Cast

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
        office_rows(read_table(name, content), kinds=[], areas=[], known={})
    assert refusal.value.key == said


def test_a_file_that_would_swell_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agragati.org.renderers.sheets.LARGEST", 1000)
    with pytest.raises(BadInput, match="30 MB"):
        read_table("x.xlsx", zipped(sheet=b"0" * 50_000))


def test_decomposed_bangla_is_stored_as_any_other() -> None:
    text = unicodedata.normalize("NFD", HEAD + "ক-১,ইউনিয়ন,বড়বাড়ি ইউনিয়ন অফিস,,\n")
    rows, problems = office_rows(read_table("x.csv", text.encode()), kinds=set(KINDS.values()), areas=[], known={})
    assert problems == []
    composed = HEAD + "ক-১,ইউনিয়ন,বড়বাড়ি ইউনিয়ন অফিস,,\n"
    assert rows == office_rows(read_table("x.csv", composed.encode()), kinds=KINDS.values(), areas=[], known={})[0]
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
