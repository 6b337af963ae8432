"""What stands in the demo's invented papers of proof: plain words and small tables, the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from agragati.kernel.digits import to_bn

Lines = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class DemoPaper:
    """One paper: its title, a sentence, and a table (heads and lines; none for a plain letter)."""

    title: str
    text: str
    heads: tuple[str, ...] = ()
    lines: Lines = ()


# The first so many events of a row get their papers; later ones show what an open checklist looks like.
PROVEN_EVENTS = 1
PICTURES = ("photograph", "database_screenshot", "screenshot")
# Kinds for which a memo number is enough: some offices hand in no more.
BY_MEMO = ("notice", "report")
_PEOPLE = (("মোঃ আনিসুর রহমান", "উপপরিচালক"), ("শামীমা নাসরিন", "সহকারী পরিচালক"), ("রেজাউল করিম", "প্রোগ্রামার"),
           ("তানিয়া সুলতানা", "উচ্চমান সহকারী"), ("মোঃ হাবিবুর রহমান", "অফিস সহকারী"))  # fmt: skip
_SECTIONS = ("প্রশাসন শাখা", "হিসাব শাখা", "সেবা শাখা")


# Title, words ({on} = the day, {text} = the row), heads of the table.
TEXTS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "notice": ("নোটিশ", "{on} তারিখ সকাল ১১:০০ ঘটিকায় “{text}” বিষয়ে আয়োজনে উপস্থিত থাকার জন্য অনুরোধ করা হলো।", ()),
    "attendance_sheet": ("উপস্থিতি পত্র", "তারিখ: {on}। বিষয়: {text}", ("ক্রম", "নাম", "পদবি", "স্বাক্ষর")),
    "minutes": ("সভার কার্যবিবরণী", "{on} তারিখের সভায় “{text}” এর অগ্রগতি পর্যালোচনা করা হয়।", ()),
    "portal_report": ("তথ্য বাতায়ন প্রতিবেদন", "{on} তারিখে সেবা বক্স যাচাই করা হয়েছে।", ("সেবা বক্স", "অবস্থা")),
    "report": ("প্রতিবেদন", "“{text}” বিষয়ে {on} পর্যন্ত কাজের প্রতিবেদন।", ()),
    "office_order": ("অফিস আদেশ", "“{text}” এ কার্যালয়ে {on} তারিখ থেকে কার্যকর করা হলো।", ()),
    "efile_report": ("ই-ফাইল প্রতিবেদন", "{on} পর্যন্ত", ("শাখা", "মোট", "ই-ফাইলে নিষ্পত্তি")),
    "section_statement": ("শাখাভিত্তিক স্টেটমেন্ট", "{on} পর্যন্ত", ("শাখা", "মোট", "ই-ফাইলে নিষ্পত্তি")),
    "expenditure_statement": ("বরাদ্দ ও ব্যয় বিবরণী", "{on} পর্যন্ত", ("খাত", "বরাদ্দ", "ব্যয়")),
}
PAPERS = tuple(TEXTS)


def demo_paper(
    kind: str, *, text: str, day: date, part: Decimal | None = None, whole: Decimal | None = None
) -> DemoPaper:
    """The paper of a kind about a row whose wording is `text`; `part` of `whole` where it speaks of a share."""
    title, words, heads = TEXTS[kind]
    lines: Lines = ()
    if kind == "attendance_sheet":
        lines = tuple((to_bn(n), name, post, "স্বাক্ষরিত") for n, (name, post) in enumerate(_PEOPLE, 1))
    elif kind == "portal_report":
        lines = tuple((name, "হালনাগাদ") for name in ("সেবার তালিকা", "সিটিজেন চার্টার", "নোটিশ বোর্ড", "যোগাযোগ"))
    elif heads:
        lines = shares(part or Decimal(0), whole or Decimal(0))
    return DemoPaper(title, words.format(on=to_bn(f"{day:%d/%m/%Y}"), text=text), heads, lines)


def shares(part: Decimal, whole: Decimal) -> Lines:
    """A share split over the sections so that the lines add up to it exactly."""
    count = len(_SECTIONS)
    wholes, parts = (_split(int(number), count) for number in (whole, part))
    rows = zip(_SECTIONS, wholes, parts, strict=True)
    total = ("মোট", to_bn(int(whole)), to_bn(int(part)))
    return (*((name, to_bn(one), to_bn(other)) for name, one, other in rows), total)


def _split(number: int, count: int) -> list[int]:
    each = number // count
    return [each] * (count - 1) + [number - each * (count - 1)]
