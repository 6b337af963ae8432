"""Sheets of offices and people: every problem by row and column, whole or not at all, twice is once."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import xlsxwriter
from django.core.management import call_command
from django.core.management.base import CommandError

from agragati.kernel.errors import BadInput
from agragati.org import actions
from agragati.org.access import system
from agragati.org.models import Area, Office, OfficeSpell, Posting, User
from agragati.org.renderers import read_table
from agragati.org.rules.office_rows import OfficeRow, parents_first
from tests.people import Cast

OFFICES = """কোড,ঊর্ধ্বতন কোড,ধরন,নাম,ইংরেজি নাম,এলাকা কোড,কার্যকর তারিখ
দপ্তর-২,দপ্তর-১,জেলা,জেলা কার্যালয়,District Office,BD5081,০১/০৭/২০২০
দপ্তর-১,,অধিদপ্তর,নতুন অধিদপ্তর,New Department,,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def run(name: str, file: Path, *flags: str) -> tuple[int, dict[str, object]]:
    out = io.StringIO()
    try:
        call_command(name, str(file), "--json", *flags, stdout=out)
    except SystemExit as end:
        return int(str(end.code)), json.loads(out.getvalue())
    return 0, json.loads(out.getvalue())


def sheet(folder: Path, text: str, name: str = "offices.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8-sig")
    return folder / name


def test_a_sheet_with_bangla_digits_is_loaded_once(cast: Cast, folder: Path) -> None:
    file = sheet(folder, OFFICES)
    assert run("load_offices", file, "--dry-run") == (0, {"rows": 2, "made": 0, "unchanged": 0, "problems": []})
    assert not Office.objects.filter(code="দপ্তর-1").exists()
    assert run("load_offices", file)[1]["made"] == 2
    assert run("load_offices", file) == (0, {"rows": 2, "made": 0, "unchanged": 2, "problems": []})
    below = Office.objects.get(code="দপ্তর-2")
    assert below.path == f"{below.parent.path}.{below.pk:06d}"  # type: ignore[union-attr]
    assert (below.kind, below.area_id, str(below.valid_from)) == ("district", "BD5081", "2020-07-01")
    assert OfficeSpell.objects.get(office=below).path == below.path


def test_every_problem_is_named_by_row_and_column(cast: Cast, folder: Path) -> None:
    text = (
        "code,parent,kind,name_bn,area,valid_from,colour\n"
        "A,Z,castle,ক,BD99,31/02/2020,red\n"
        "A,,other,,,,\n"
        "B,C,other,খ,,,\n"
        "C,B,other,গ,,,\n"
        "0002,,other,ঘ,,,\n"
    )
    status, answer = run("load_offices", sheet(folder, text))
    found = {(problem["row"], problem["column"]) for problem in answer["problems"]}  # type: ignore[attr-defined]
    assert status == 1
    assert found == {
        (1, "colour"), (2, "kind"), (2, "area"), (2, "valid_from"), (2, "parent"), (3, "code"), (3, "name_bn"),
        (4, "parent"), (5, "parent"), (6, "code"),
    }  # fmt: skip
    assert Office.objects.count() == 7
    with pytest.raises(BadInput, match="10 problems"):
        actions.load_offices(by=system(), table=read_table("x.csv", text.encode()))


def test_an_xlsx_sheet_reads_like_its_csv(cast: Cast, folder: Path) -> None:
    book = xlsxwriter.Workbook(folder / "o.xlsx")
    page = book.add_worksheet()
    for row, cells in enumerate([["code", "kind", "name_bn"], [4711, "other", "অফিস"]]):
        page.write_row(row, 0, cells)
    book.close()
    assert run("load_offices", folder / "o.xlsx")[1]["made"] == 1
    assert Office.objects.get(code="4711").name_bn == "অফিস"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", "নাম".encode("utf-16"), b"a,b\x00c\n"])
def test_an_unreadable_file_is_refused_in_words(folder: Path, content: bytes) -> None:
    (folder / "x.csv").write_bytes(content)
    with pytest.raises(CommandError):
        call_command("load_offices", str(folder / "x.csv"))


def test_people_come_with_their_posts(cast: Cast, folder: Path) -> None:
    text = (
        "username,নাম,ইমেইল,মোবাইল,অফিস কোড,পদবি,দায়িত্ব,যোগদানের তারিখ\n"
        f"new.one,নতুন এক,one@example.org,০১৭১১-০০০০০০,{cast.upazila.code},সহকারী,,০১/০৭/২০২৩\n"
        f"new.two,নতুন দুই,,,{cast.upazila.code},সহকারী,অতিরিক্ত দায়িত্ব,০১/০৭/২০২৩\n"
        "upazila,আগেই আছেন,,,,,,\n"
    )
    file = sheet(folder, text)
    assert run("load_users", file, "--dry-run")[1]["problems"] == []
    assert not User.objects.filter(username="new.one").exists()
    assert run("load_users", file)[1] == {"rows": 3, "made": 2, "unchanged": 1, "problems": []}
    assert User.objects.get(username="new.one").phone == "01711000000"
    kinds = Posting.objects.filter(post__title_bn="সহকারী").order_by("user__username").values_list("kind", flat=True)
    assert list(kinds) == ["regular", "additional"]


def test_problems_of_people_are_named(cast: Cast, folder: Path) -> None:
    text = (
        "username,name_bn,email,phone,nothi_id,office,post,kind,since\n"
        "bad name,ক,nobody,call,12,NONE,সহকারী,king,\n"
        "x,খ,upazila@example.org,,,,সহকারী,,\n"
        "x,,,,,,,,32/01/2020\n"
    )
    status, answer = run("load_users", sheet(folder, text))
    found = {(problem["row"], problem["column"]) for problem in answer["problems"]}  # type: ignore[attr-defined]
    assert status == 1
    assert found == {
        (2, "username"), (2, "email"), (2, "phone"), (2, "nothi_id"), (2, "office"), (2, "kind"), (2, "since"),
        (3, "email"), (3, "post"), (4, "username"), (4, "name_bn"), (4, "since"),
    }  # fmt: skip


def test_parents_come_first_and_rings_are_found() -> None:
    pairs = [("c", "b"), ("b", "a"), ("a", ""), ("x", "y"), ("y", "x")]
    rows = [OfficeRow(code, above, "other", code, number=n) for n, (code, above) in enumerate(pairs)]
    ordered, rings = parents_first(rows)
    assert [row.code for row in ordered] == ["a", "b", "c"]
    assert {row.code for row in rings} == {"x", "y"}


@pytest.mark.django_db
def test_the_country_has_its_areas_and_the_demo_its_line() -> None:
    for _ in range(2):
        assert actions.load_areas(by=system()) == 580
    levels = {level: Area.objects.filter(level=level).count() for level in ("division", "district")}
    assert levels == {"division": 8, "district": 64}
    assert Area.objects.filter(level__in=["upazila", "city_corporation"]).count() == 507
    for _ in range(2):
        assert actions.load_demo_line(by=system()) == 569
    assert not User.objects.filter(is_demo=False).exists()
    district = User.objects.get(username="district")
    assert sorted(district.postings.values_list("kind", flat=True)) == ["additional", "current", "regular"]
    assert User.objects.get(username="upazila").check_password(actions.DEMO_PASSWORD)
