"""Letters and notices: সরকারি পত্র, সভার নোটিশ, and the other written forms of the Secretariat Instructions 2024."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from agragati.kernel.digits import to_bn
from agragati.papers.rules.blocks import Block, Heading, KeyValue, NumberedList, Paragraph
from agragati.papers.rules.kinds.frame import Frame
from agragati.papers.rules.kinds.minutes import Meeting
from agragati.papers.rules.paper import Letterhead, Paper

# Kinds of instruction 136 that share one form: their printed name, underlined below the memo line.
# The empty name prints none: a letter is known by its subject.
WRITTEN_FORMS = {
    "letter": "",
    "office_memorandum": "অফিস স্মারক",
    "office_order": "অফিস আদেশ",
    "circular": "পরিপত্র",
    "demi_official": "",
    "unofficial_note": "অনানুষ্ঠানিক নোট",
    "endorsement": "",
    "notification": "প্রজ্ঞাপন",
    "resolution": "সিদ্ধান্ত প্রস্তাব",
    "press_release": "প্রেস বিজ্ঞপ্তি",
    "public_notice": "বিজ্ঞপ্তি",
    "amendment": "সংশোধনী",
}


def letter(
    *,
    letterhead: Letterhead,
    subject: str,
    paragraphs: Sequence[str],
    to: Sequence[str] = (),
    reference: str = "",
    blocks: Sequence[Block] = (),
    **frame: Unpack[Frame],
) -> Paper:
    """Make an official letter: the first paragraph bare, the next ones numbered from ২।; `blocks` follow them."""
    return Paper(
        kind="letter",
        letterhead=letterhead,
        subject=subject,
        reference=reference,
        blocks=(*numbered_from_second(paragraphs), *blocks),
        to=tuple(to),
        **frame,
    )


def meeting_notice(
    *,
    letterhead: Letterhead,
    subject: str,
    paragraphs: Sequence[str],
    meeting: Meeting,
    agenda: Sequence[str] = (),
    to: Sequence[str] = (),
    closing: str = "উক্ত সভায় যথাসময়ে উপস্থিত থাকার জন্য নির্দেশক্রমে অনুরোধ করা হলো।",
    **frame: Unpack[Frame],
) -> Paper:
    """Make a notice of a meeting (সভার নোটিশ): who chairs, day, time, place, then the agenda."""
    rows = (
        (meeting.chair_label, meeting.chair),
        ("তারিখ", meeting.day),
        ("সময়", meeting.time),
        ("স্থান", meeting.place),
    )
    blocks: list[Block] = [*numbered_from_second(paragraphs)]
    blocks.append(KeyValue(tuple((label, to_bn(value)) for label, value in rows if value)))
    if agenda:
        blocks += [Heading("আলোচ্যসূচি:"), NumberedList(tuple(agenda), style="danda", indent=6)]
    if closing:
        blocks.append(Paragraph(closing))
    return Paper(
        kind="meeting_notice",
        letterhead=letterhead,
        title="সভার নোটিশ",
        title_underlined=True,
        subject=subject,
        blocks=tuple(blocks),
        to=tuple(to),
        **frame,
    )


def written_form(
    kind: str,
    *,
    letterhead: Letterhead,
    blocks: Sequence[Block],
    subject: str = "",
    reference: str = "",
    to: Sequence[str] = (),
    salutation: str = "",
    closing: str = "",
    title: str | None = None,
    **frame: Unpack[Frame],
) -> Paper:
    """Make any other form by its kind in `WRITTEN_FORMS`. Raises KeyError for a kind that is not there."""
    name = WRITTEN_FORMS[kind] if title is None else title
    return Paper(
        kind=kind,
        letterhead=letterhead,
        title=name,
        title_underlined=bool(name),
        subject=subject,
        reference=reference,
        to=tuple(to),
        to_label="" if kind == "demi_official" else "প্রাপক",
        salutation=salutation,
        closing=closing,
        blocks=tuple(blocks),
        **frame,
    )


def numbered_from_second(paragraphs: Sequence[str]) -> tuple[Paragraph, ...]:
    """Number paragraphs the way letters do: nothing before the first, ২। before the second."""
    return tuple(Paragraph(text, number=at if at > 1 else None) for at, text in enumerate(paragraphs, 1))
