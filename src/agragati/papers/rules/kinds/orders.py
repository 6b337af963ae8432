"""Office orders (অফিস আদেশ) and certificates (প্রত্যয়ন)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Unpack

from agragati.kernel.digits import to_bn
from agragati.papers.rules.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    KeyValue,
    NumberedList,
    Paragraph,
    Row,
    Table,
    head,
)
from agragati.papers.rules.kinds.frame import Frame
from agragati.papers.rules.paper import Letterhead, Paper

BY_AUTHORITY = "যথাযথ কর্তৃপক্ষের অনুমোদনক্রমে এ আদেশ জারি করা হলো।"


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a committee and the post in it: আহ্বায়ক, সদস্য, সদস্য-সচিব."""

    name: str
    role: str


def office_order(
    *,
    letterhead: Letterhead,
    paragraphs: Sequence[str],
    members: Sequence[Member] = (),
    terms: Sequence[str] = (),
    facts: Sequence[tuple[str, str]] = (),
    subject: str = "",
    ending: str = BY_AUTHORITY,
    **frame: Unpack[Frame],
) -> Paper:
    """Make an office order: text, facts of a launched service, committee table, terms (ক) (খ), the closing formula."""
    first, *rest = paragraphs or ("",)
    blocks: list[Block] = [Paragraph(first)] if first else []
    if facts:
        blocks.append(KeyValue(tuple((label, to_bn(value)) for label, value in facts)))
    if members:
        blocks.append(_committee(members))
    if terms:
        blocks += [Heading("কার্যপরিধি:"), NumberedList(tuple(terms), style="letters", indent=6)]
    later = [*rest, *([ending] if ending else [])]
    blocks += [Paragraph(text, number=at) for at, text in enumerate(later, 2)]
    return Paper(
        kind="office_order",
        letterhead=letterhead,
        title="অফিস আদেশ",
        title_underlined=True,
        subject=subject,
        blocks=tuple(blocks),
        **frame,
    )


def _committee(members: Sequence[Member]) -> Table:
    return Table(
        columns=(Column(width=14, align="center"), Column(share=4), Column(width=42, align="center")),
        head=(head("ক্রম", "নাম ও পদবি", "কমিটিতে পদবি"),),
        rows=tuple(Row((Cell(f"{to_bn(at)}।"), Cell(m.name), Cell(m.role))) for at, m in enumerate(members, 1)),
    )


def certificate(
    *,
    letterhead: Letterhead,
    paragraphs: Sequence[str],
    title: str = "প্রত্যয়নপত্র",
    services: Table | None = None,
    **frame: Unpack[Frame],
) -> Paper:
    """Make a certificate of one page; `services` is the list certified, printed below the text."""
    listed: tuple[Block, ...] = (services,) if services else ()
    return Paper(
        kind="certificate",
        letterhead=letterhead,
        title=title,
        title_underlined=True,
        blocks=(*(Paragraph(text) for text in paragraphs), *listed),
        **frame,
    )


def services_certificate(*, letterhead: Letterhead, count: str, quarter: str, **frame: Unpack[Frame]) -> Paper:
    """Make the quarterly certificate that earlier services still run (requirement of the action plan, 2.1.1).

    `count` reads "০৫ (পাঁচ)টি", `quarter` "১ম ত্রৈমাসিক (জুলাই-সেপ্টেম্বর ২০২৩)".
    """
    text = (
        f"প্রত্যয়ন করা যাচ্ছে যে, {letterhead.office} এর ইতঃপূর্বে উদ্ভাবিত, সহজিকৃত ও ডিজিটাইজকৃত {count} সেবা "
        f"{quarter} পর্যন্ত কার্যকর ও চালু রয়েছে। সেবাসমূহের তালিকা এতৎসঙ্গে সংযুক্ত করা হলো।"
    )
    return certificate(letterhead=letterhead, paragraphs=(text,), **frame)
