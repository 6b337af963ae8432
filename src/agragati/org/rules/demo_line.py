"""The demo's ministry line: one invented ministry, its department, and an office in every area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .office_rows import OfficeRow

MINISTRY, DEPARTMENT = "DEMO-M", "DEMO-D"


@dataclass(frozen=True)
class DemoArea:
    """What the line needs to know of an area."""

    code: str
    parent: str
    level: str
    name_bn: str
    name_en: str


@dataclass(frozen=True)
class DemoPost:
    """One post of a demo office: title, roles, seniority; the first of an office is its head."""

    key: str
    title_bn: str
    title_en: str
    roles: tuple[str, ...]


_LEVELS = {
    "division": ("divisional", "বিভাগীয় জনসেবা কার্যালয়", "Divisional Public Service Office"),
    "district": ("district", "জেলা জনসেবা কার্যালয়", "District Public Service Office"),
    "upazila": ("upazila", "উপজেলা জনসেবা কার্যালয়", "Upazila Public Service Office"),
}
POSTS: dict[str, tuple[DemoPost, ...]] = {
    "ministry": (
        DemoPost("head", "সচিব", "Secretary", ("head", "reviewer")),
        DemoPost("chair", "অতিরিক্ত সচিব ও চিফ ইনোভেশন অফিসার", "Additional Secretary", ("focal", "reviewer")),
        DemoPost("focal", "উপসচিব (ই-গভর্ন্যান্স)", "Deputy Secretary (e-Governance)", ("focal", "reviewer")),
        DemoPost("admin", "সিস্টেম অ্যানালিস্ট", "System Analyst", ("system_admin",)),
        DemoPost("clerk", "প্রশাসনিক কর্মকর্তা", "Administrative Officer", ("clerk",)),
    ),
    "department": (
        DemoPost("head", "মহাপরিচালক", "Director General", ("head", "reviewer")),
        DemoPost("chair", "পরিচালক (প্রশাসন)", "Director (Administration)", ("focal", "reviewer")),
        DemoPost("focal", "উপপরিচালক (পরিকল্পনা)", "Deputy Director (Planning)", ("focal", "reviewer")),
        DemoPost("admin", "প্রোগ্রামার", "Programmer", ("office_admin",)),
        DemoPost("clerk", "অফিস সহকারী", "Office Assistant", ("clerk",)),
    ),
    "divisional": (
        DemoPost("head", "পরিচালক", "Director", ("head", "reviewer")),
        DemoPost("focal", "সহকারী পরিচালক", "Assistant Director", ("focal", "next_level_reviewer")),
        DemoPost("clerk", "অফিস সহকারী", "Office Assistant", ("clerk",)),
    ),
    "district": (
        DemoPost("head", "উপপরিচালক", "Deputy Director", ("head", "reviewer")),
        DemoPost("focal", "সহকারী পরিচালক", "Assistant Director", ("focal", "next_level_reviewer")),
        DemoPost("clerk", "অফিস সহকারী", "Office Assistant", ("clerk",)),
    ),
    "upazila": (
        DemoPost("head", "উপজেলা কর্মকর্তা", "Upazila Officer", ("head",)),
        DemoPost("focal", "সহকারী কর্মকর্তা", "Assistant Officer", ("focal",)),
        DemoPost("clerk", "অফিস সহকারী", "Office Assistant", ("clerk",)),
    ),
}  # fmt: skip
# Offices whose people have user names that are easy to type: area code → stem of the user names.
NAMED = {"": "", "BD50": "divisional", "BD5081": "district", "BD50810072": "upazila"}


def demo_rows(areas: Iterable[DemoArea]) -> list[OfficeRow]:
    """About 570 offices: ministry, department, divisional, district and upazila offices under their area's office."""
    rows = [
        OfficeRow(MINISTRY, "", "ministry", "নমুনা জনসেবা মন্ত্রণালয়", "Sample Ministry of Public Service", "BD",
                  "99.00.0000"),
        OfficeRow(DEPARTMENT, MINISTRY, "department", "নমুনা জনসেবা অধিদপ্তর", "Sample Department of Public Service",
                  "BD", "99.01.0000"),
    ]  # fmt: skip
    for area in areas:
        if area.level not in _LEVELS:
            continue
        kind, name_bn, name_en = _LEVELS[area.level]
        above = DEPARTMENT if area.level == "division" else office_code(area.parent)
        geo = area.code.removeprefix("BD")[:4].ljust(4, "0")
        rows.append(
            OfficeRow(office_code(area.code), above, kind, f"{name_bn}, {area.name_bn}", f"{name_en}, {area.name_en}",
                      area.code, f"99.01.{geo}")
        )  # fmt: skip
    return rows


def office_code(area: str) -> str:
    """Code of the demo office in an area."""
    return f"DEMO-{area.removeprefix('BD')}"


def username_of(code: str, post: str, number: int) -> str:
    """User name on a demo post: easy ones for one line (secretary, divisional, district …), numbers elsewhere."""
    if code == MINISTRY:
        return {"head": "secretary", "admin": "admin", "clerk": "ministry.clerk"}.get(post, f"ministry.{post}")
    if code == DEPARTMENT:
        return {"head": "director"}.get(post, f"department.{post}")
    for area, stem in NAMED.items():
        if stem and code == office_code(area):
            return stem if post == "head" else f"{stem}.{post}"
    return f"demo{number:04d}"
