"""One typed description of a government paper, whatever its kind and whatever will print it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from agragati.kernel.bangla_calendar import to_bangla
from agragati.kernel.digits import to_bn
from agragati.kernel.months import GREGORIAN
from agragati.papers.rules.blocks import Block, Person, Picture, Text, Verification

__all__ = [
    "FOR_ACTION",
    "FOR_INFORMATION",
    "GOVERNMENT",
    "OFFICE_COPY",
    "SENIORITY_TEXT",
    "UNORDERED",
    "Annex",
    "Distribution",
    "Letterhead",
    "Margins",
    "MemoPlace",
    "Paper",
    "Recipient",
    "Seniority",
    "Verification",
    "both_dates",
    "gregorian_text",
    "short_date",
]

GOVERNMENT = "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার"

# Seniority as distribution lists print it; "" prints nothing about it.
Seniority = Literal["", "ordered", "unordered"]
UNORDERED: Seniority = "unordered"
SENIORITY_TEXT: Mapping[Seniority, str] = {"": "", "ordered": "(জ্যেষ্ঠতার ক্রমানুসারে)", "unordered": "(জ্যেষ্ঠতার ক্রমানুসারে নয়)"}
FOR_INFORMATION = "সদয় জ্ঞাতার্থে"
FOR_ACTION = "কার্যার্থে"
OFFICE_COPY = "অফিস কপি"

# Where the memo line stands: above the body (letters, orders) or after the chair's signature (minutes).
MemoPlace = Literal["top", "bottom", "none"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The centred block at the head: government, ministry, office, section, address, web; empty lines are left out.

    `lines`, when given, are printed in place of those from government to address.
    """

    office: str
    ministry: str = ""
    section: str = ""
    address: str = ""
    web: str = ""
    government: str = GOVERNMENT
    logo: Picture | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """The empty edges of an upright page in millimetres; a turned page has its own."""

    left: float = 25
    right: float = 20
    top: float = 18
    bottom: float = 20


@dataclass(frozen=True, slots=True)
class Recipient:
    """One entry of a distribution list: who, the phrase of purpose, and a remark printed in brackets."""

    who: str
    phrase: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A numbered list of recipients under a label (বিতরণ, অনুলিপি) with its seniority mode."""

    recipients: tuple[Recipient, ...]
    label: str = "বিতরণ"
    seniority: Seniority = UNORDERED
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows on its own page: পরিশিষ্ট-ক, a list, a form."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. Empty fields are not printed; `memo_no` empty with a memo place leaves room to write one.

    `day` is the date of the memo and is printed in both calendars; None prints a dotted place for it.
    `chair` signs the body, `issuer` signs the memo and its distribution. `copies_memo_no` prints a memo line of its
    own before the copies, signed once more ("…৮৯/১(৫)"). `foot` stands at the foot of every page.
    """

    kind: str
    letterhead: Letterhead
    title: str = ""
    title_underlined: bool = False
    memo_place: MemoPlace = "top"
    memo_label: str = "স্মারক নম্বর"
    memo_no: str = ""
    day: date | None = None
    urgency: str = ""
    subject: str = ""
    reference: str = ""
    to: tuple[str, ...] = ()
    to_label: str = "প্রাপক"
    to_place: Literal["top", "bottom"] = "bottom"
    salutation: str = ""
    meta: tuple[tuple[str, Text], ...] = ()
    blocks: tuple[Block, ...] = ()
    closing: str = ""
    chair: Person | None = None
    issuer: Person | None = None
    signed_on: str = ""
    signature_picture: Picture | None = None
    attachments: tuple[str, ...] = ()
    distribution: Distribution | None = None
    copies: Distribution | None = None
    copies_memo_no: str = ""
    annexes: tuple[Annex, ...] = ()
    landscape: bool = False
    fonts: tuple[str, ...] = ("Hind Siliguri",)
    size: float = 12
    margins: Margins = Margins()
    foot: str = ""
    verification: Verification | None = None
    watermark: str = ""

    @property
    def name(self) -> str:
        """What the paper is called in lists and in the PDF's own title."""
        return self.title or self.subject or self.kind


def gregorian_text(day: date, *, padded: bool = True) -> str:
    """Give a day as papers print it: "২৭ ডিসেম্বর ২০২১", "০১ অক্টোবর ২০২৩" (padded to two digits by default)."""
    return f"{to_bn(f'{day.day:02d}' if padded else day.day)} {GREGORIAN[day.month - 1]} {to_bn(day.year)}"


def short_date(day: date) -> str:
    """Give a day in figures: "১৬/০৩/২০২২"."""
    return to_bn(f"{day:%d/%m/%Y}")


def both_dates(day: date | None) -> tuple[str, str]:
    """Give the pair of the memo line, Bangla above Gregorian; two dotted places when the day is not known.

    Source: domain of the memo line in issued minutes: "১২ পৌষ ১৪২৮ বঙ্গাব্দ" over "২৭ ডিসেম্বর ২০২১ খ্রিস্টাব্দ".
    """
    if day is None:
        return "…… ………… …… বঙ্গাব্দ", "…… ………… …… খ্রিস্টাব্দ"
    bangla = to_bangla(day)
    padded = bangla.text if bangla.day > 9 else f"০{bangla.text}"
    return f"{padded} বঙ্গাব্দ", f"{gregorian_text(day)} খ্রিস্টাব্দ"
