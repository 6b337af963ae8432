"""An invented national tree: ministries, departments, and their offices in every area, up to a wanted size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from .demo_line import DemoArea
from .office_rows import OfficeRow

MINISTRIES, DEPARTMENTS_EACH = 52, 8
_LEVEL = {"division": ("divisional", "বিভাগীয়", "Divisional"), "district": ("district", "জেলা", "District"),
          "upazila": ("upazila", "উপজেলা", "Upazila")}  # fmt: skip


def national_rows(areas: Sequence[DemoArea], count: int) -> list[OfficeRow]:
    """The first `count` offices of the invented country, higher ones first."""
    return list(islice(_offices(areas), count))


def _offices(areas: Sequence[DemoArea]) -> Iterator[OfficeRow]:
    for ministry in range(1, MINISTRIES + 1):
        top = f"N{ministry:02d}"
        yield OfficeRow(top, "", "ministry", f"জাতীয় মন্ত্রণালয় {ministry}", f"National Ministry {ministry}", "BD")
        for number in range(1, DEPARTMENTS_EACH + 1):
            code = f"{top}-{number}"
            name = f"অধিদপ্তর {ministry}-{number}"
            yield OfficeRow(code, top, "department", name, f"Department {ministry}-{number}", "BD")
            yield from _field_offices(code, name, areas)


def _field_offices(code: str, name: str, areas: Sequence[DemoArea]) -> Iterator[OfficeRow]:
    for area in areas:
        if area.level in _LEVEL:
            kind, level_bn, level_en = _LEVEL[area.level]
            above = code if area.level == "division" else f"{code}-{area.parent}"
            yield OfficeRow(f"{code}-{area.code}", above, kind, f"{level_bn} কার্যালয়, {name}, {area.name_bn}",
                            f"{level_en} Office, {code}, {area.name_en}", area.code)  # fmt: skip
