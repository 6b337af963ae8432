"""Puts a paper into printing order: one list of pieces that every renderer walks from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from agragati.papers.rules.blocks import Block, PageBreak, Person, Picture, Signature, Text
from agragati.papers.rules.paper import SENIORITY_TEXT, Distribution, Paper, Recipient, Verification, both_dates

DOTTED = "…………………………"


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead: first line the government, then the rest; the office's line is bold."""

    lines: tuple[str, ...]
    bold: str
    web: str
    logo: Picture | None


@dataclass(frozen=True, slots=True)
class Urgency:
    """A word such as জরুরি or গোপনীয় at the right above everything."""

    text: str


@dataclass(frozen=True, slots=True)
class MemoLine:
    """Memo number at the left, the date of both calendars at the right, one above the other."""

    label: str
    number: str
    bangla: str
    gregorian: str


@dataclass(frozen=True, slots=True)
class Title:
    """The paper's own name, centred and bold."""

    text: str
    underlined: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line "বিষয়: …" whose text hangs behind the label; `strong` prints all of it bold, `first` names the paper."""

    label: str
    text: Text
    strong: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Meta:
    """The rows সভাপতি, তারিখ, সময়, স্থান, উপস্থিতি of a meeting paper."""

    rows: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines at the left under a label: the addressee, the attachments."""

    label: str
    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class DistributionList:
    """A label, its remark on seniority, and numbered entries ready to print."""

    label: str
    remark: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnnexTitle:
    """The name of an annex at the head of its page."""

    text: str


Piece = (
    Block | Head | Urgency | MemoLine | Title | Labelled | Meta | Lines | DistributionList | AnnexTitle | Verification
)


def in_order(paper: Paper) -> tuple[Piece, ...]:
    """Give every piece of the paper in the order it is printed."""
    return (*_top(paper), *paper.blocks, *_checked(paper, [*_end(paper)]), *_annexes(paper))


def _checked(paper: Paper, end: list[Piece]) -> list[Piece]:
    """Put the mark of verification beside the last signature, or at the end when nobody signs."""
    if paper.verification is None:
        return end
    signed = [at for at, piece in enumerate(end) if isinstance(piece, Signature)]
    if not signed:
        return [*end, paper.verification]
    last = end[signed[-1]]
    assert isinstance(last, Signature)
    return [*end[: signed[-1]], replace(last, check=paper.verification), *end[signed[-1] + 1 :]]


def _top(paper: Paper) -> Iterator[Piece]:
    if paper.urgency:
        yield Urgency(paper.urgency)
    yield letterhead(paper)
    if paper.memo_place == "top":
        yield memo_line(paper)
    if paper.title:
        yield Title(paper.title, paper.title_underlined)
    if paper.to and paper.to_place == "top":
        yield Lines(paper.to_label, paper.to)
    if paper.subject:
        yield Labelled("বিষয়:", paper.subject, strong=True, first=not paper.title)
    if paper.reference:
        yield Labelled("সূত্র:", paper.reference)
    if paper.meta:
        yield Meta(paper.meta)
    if paper.salutation:
        yield Lines("", (paper.salutation,))


def _end(paper: Paper) -> Iterator[Piece]:
    if paper.closing:
        yield Lines("", (paper.closing,))
    signs_body = paper.chair or (paper.issuer if paper.memo_place != "bottom" else None)
    if signs_body:
        yield _signature(paper, signs_body, first=True)
    if paper.attachments:
        yield Lines("সংযুক্তি:", paper.attachments, numbered=len(paper.attachments) > 1)
    if paper.to and paper.to_place == "bottom":
        yield Lines(paper.to_label and f"{paper.to_label}:", paper.to)
    if paper.memo_place == "bottom":
        yield memo_line(paper)
    if paper.distribution and paper.distribution.recipients:
        yield distribution_list(paper.distribution)
    yield from _copies(paper)
    if paper.issuer and (paper.issuer is not signs_body or paper.copies_memo_no):
        yield _signature(paper, paper.issuer, first=not signs_body)


def _copies(paper: Paper) -> Iterator[Piece]:
    if paper.copies_memo_no:
        yield MemoLine(f"{paper.memo_label}:", paper.copies_memo_no, *both_dates(paper.day))
    if paper.copies and paper.copies.recipients:
        yield distribution_list(paper.copies)


def _signature(paper: Paper, person: Person, *, first: bool) -> Signature:
    picture = paper.signature_picture if first else None
    return Signature((person,), signed_on=paper.signed_on if first else "", picture=picture)


def _annexes(paper: Paper) -> Iterator[Piece]:
    for annex in paper.annexes:
        yield PageBreak(annex.landscape)
        yield AnnexTitle(annex.title)
        yield from annex.blocks


def letterhead(paper: Paper) -> Head:
    """Give the lines of the letterhead, empty ones left out."""
    head = paper.letterhead
    lines = head.lines or (head.government, head.ministry, head.office, head.section, head.address)
    return Head(tuple(line for line in lines if line), head.office, head.web, head.logo)


def memo_line(paper: Paper) -> MemoLine:
    """Give the memo line; a number or day not yet given leaves a dotted place."""
    return MemoLine(f"{paper.memo_label}:", paper.memo_no or DOTTED, *both_dates(paper.day))


def distribution_list(listed: Distribution) -> DistributionList:
    """Give the entries as printed: a semicolon after each, "এবং" after the last but one, danda after the last."""
    texts = [_entry(recipient) for recipient in listed.recipients]
    last = len(texts) - 1
    ends = ["।" if at == last else "; এবং" if at == last - 1 else ";" for at in range(len(texts))]
    label = f"{listed.label}{':' if listed.phrase else ''} {listed.phrase}".strip()
    entries = tuple(text + end for text, end in zip(texts, ends, strict=True))
    return DistributionList(label, SENIORITY_TEXT[listed.seniority], entries)


def _entry(recipient: Recipient) -> str:
    remark = f" ({recipient.remark})" if recipient.remark else ""
    phrase = f" – {recipient.phrase}" if recipient.phrase else ""
    return f"{recipient.who}{remark}{phrase}"
