"""The papers of a meeting: notice, attendance sheet and minutes, as they stand now or as they were frozen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from django.conf import settings
from django.utils import timezone

from agragati.kernel.dates import write_long
from agragati.kernel.digits import to_bn
from agragati.org.access import Access
from agragati.org.models import Office
from agragati.papers.rules.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table, head, marker
from agragati.papers.rules.blocks import Person as Signer
from agragati.papers.rules.kinds import attendance_sheet, meeting_notice, minutes
from agragati.papers.rules.kinds.minutes import CLOSING, Present
from agragati.papers.rules.kinds.minutes import Decision as PaperDecision
from agragati.papers.rules.kinds.minutes import Meeting as Facts
from agragati.papers.rules.kinds.sheets import Attendee
from agragati.papers.rules.paper import Distribution, Letterhead, Paper, Recipient, Seniority, short_date
from agragati.papers.rules.stored import paper_from

from ..choices import UNKNOWN_HOUR, DutyStatus, MeetingState, PaperKind, Presence
from ..models import AgendaItem, Correction, Decision, FrozenPaper, Invitation, Meeting
from .decisions import Previous, previous_decisions
from .original import as_original, printed_topic

PREVIOUS_TITLE = "পূর্ববর্তী সভার সিদ্ধান্ত বাস্তবায়ন অগ্রগতি:"
OPENING = "সভাপতি উপস্থিত সকলকে স্বাগত জানিয়ে সভার কাজ শুরু করেন।"
_LAYOUTS: dict[str, Literal[3, 4, 5]] = {"3": 3, "4": 4, "5": 5}
_STATUS_BN = {
    DutyStatus.NOT_STARTED: "শুরু হয়নি", DutyStatus.ON_SCHEDULE: "চলমান", DutyStatus.BEHIND: "পিছিয়ে আছে",
    DutyStatus.DONE: "বাস্তবায়িত", DutyStatus.VERIFIED: "বাস্তবায়িত ও যাচাইকৃত", DutyStatus.DROPPED: "বাদ দেওয়া হয়েছে",
}  # fmt: skip


def letterhead(office: Office, section: str = "") -> Letterhead:
    """The office's letterhead: the ministry at the head of its line, itself, the section, address and website."""
    top = Office.objects.filter(path=office.path.split(".", 1)[0]).exclude(pk=office.pk).first()
    web = office.website.removeprefix("https://").removeprefix("http://").rstrip("/")
    return Letterhead(office=office.name_bn, ministry=top.name_bn if top else "", section=section,
                      address=office.address_bn, web=web)  # fmt: skip


def minutes_paper(*, by: Access, meeting: Meeting) -> Paper:
    """The minutes of a visible meeting: as frozen when signed, else a draft of what is typed so far."""
    kept = frozen(by=by, meeting=meeting)
    return kept if kept is not None else draft_minutes(by=by, meeting=meeting)


def frozen(*, by: Access, meeting: Meeting, kind: str = "") -> Paper | None:
    """The frozen minutes (issued ones before signed ones), or the paper of `kind`; None while there is none."""
    wanted = [kind] if kind else [PaperKind.ISSUED, PaperKind.SIGNED]
    kept = {row.kind: row for row in FrozenPaper.objects.filter(meeting=meeting, kind__in=wanted)}
    return next((paper_from(kept[name].content) for name in wanted if name in kept), None)


def draft_minutes(*, by: Access, meeting: Meeting, watermark: str = "খসড়া") -> Paper:
    """The minutes made from the live rows."""
    items = list(AgendaItem.objects.filter(meeting=meeting).prefetch_related("decisions__implementers"))
    tables = [*_previous_table(previous_decisions(by=by, meeting=meeting)), *_corrections(meeting)]
    came = Invitation.objects.filter(meeting=meeting, presence__in=[Presence.PRESENT, Presence.ONLINE])
    present = [_present(row) for row in came]
    rows = [_row(item, meeting) for item in items if item.decisions.all() or item.discussion]
    paper = minutes(
        letterhead=letterhead(meeting.office, meeting.section),
        title=meeting.title if meeting.printed else _titled(meeting.title),
        meeting=facts(meeting),
        paragraphs=_paragraphs(meeting),
        decisions=rows,
        chair=signer(meeting.chair, " ও সভাপতি"),
        layout=_LAYOUTS[meeting.layout],
        present=present,
        tables=tables,
        closing=meeting.closing or CLOSING,
        memo_no=meeting.memo_no,
        day=meeting.issue_date,
        issuer=signer(meeting.secretary) if meeting.secretary else None,
        distribution=distribution_of(meeting),
        watermark="" if meeting.is_frozen else watermark,
        fonts=tuple(settings.PAPER_FONTS),
    )
    return as_original(paper, meeting, present) if meeting.printed else paper


def _paragraphs(meeting: Meeting) -> list[str]:
    """The opening as typed, the usual words when nothing is; minutes taken in have only what their paper has."""
    text = meeting.opening or ("" if meeting.printed else OPENING)
    return [line.strip() for line in text.splitlines() if line.strip()]


def distribution_of(meeting: Meeting) -> Distribution | None:
    """The distribution list as typed, one recipient a line; None when empty."""
    who = [line.strip(" ;।") for line in meeting.distribution.splitlines() if line.strip()]
    if not who:
        return None
    seniority: Seniority = "ordered" if meeting.seniority == "ordered" else "unordered"
    return Distribution(tuple(Recipient(name) for name in who), seniority=seniority)


def facts(meeting: Meeting) -> Facts:
    """What is printed above the body."""
    starts = timezone.localtime(meeting.starts_at)
    place = "; ".join(part for part in (meeting.place, _online(meeting)) if part)
    return Facts(chair=meeting.chair, day=f"{write_long(starts.date())} খ্রি.", time=clock_bn(starts), place=place)


_PARTS_OF_DAY = ((5, "রাত"), (12, "সকাল"), (15, "দুপুর"), (18, "বিকাল"), (20, "সন্ধ্যা"), (24, "রাত"))


def clock_bn(moment: datetime) -> str:
    """The hour as papers print it: "সকাল ১১.০০ ঘটিকা"; empty when it is not known."""
    if moment.time() == UNKNOWN_HOUR:
        return ""
    part = next(name for until, name in _PARTS_OF_DAY if moment.hour < until)
    return f"{part} {to_bn(f'{(moment.hour - 1) % 12 + 1:02d}.{moment.minute:02d}')} ঘটিকা"


def _online(meeting: Meeting) -> str:
    return "" if meeting.mode == "in_person" else "অনলাইন প্ল্যাটফর্ম"


def _titled(title: str) -> str:
    if "কার্যবিবরণী" in title:
        return title
    bare = title.rstrip("।. ")
    return f"{bare}র কার্যবিবরণী" if bare.endswith("সভা") else f"{bare} এর কার্যবিবরণী"


def signer(printed: str, tail: str = "") -> Signer:
    """Someone as printed ("name, designation") for the foot of a paper; `tail` follows the designation."""
    name, _, designation = printed.partition(",")
    return Signer(name.strip(), designation.strip() + tail if designation.strip() else tail.removeprefix(" ও "))


def _present(row: Invitation) -> Present:
    online = " (অনলাইনে)" if row.presence == Presence.ONLINE else ""
    return Present(
        row.name or row.designation, (row.designation if row.name else "") + online, row.office_name, row.role
    )


def _row(item: AgendaItem, meeting: Meeting) -> PaperDecision:
    decisions = list(item.decisions.all())
    if meeting.printed:
        topic, texts = printed_topic(item, meeting), [decision.text for decision in decisions]
    else:
        codes = f"[{to_bn(', '.join(item.codes))}] " if item.codes and not item.topic.startswith("[") else ""
        topic = f"{codes}{item.topic}"
        texts = [_with_due(decision.text, decision.due_text, decision.due) for decision in decisions]
    return PaperDecision(topic, item.discussion, tuple(texts), _owners(decisions))


def _owners(decisions: list[Decision]) -> str:
    """Who carries out: once for all decisions of the row, else by their numbers."""
    named = [" / ".join(part.text for part in decision.implementers.all() if part.text) for decision in decisions]
    if len(set(named)) <= 1:
        return named[0] if named else ""
    return "\n".join(f"{marker('paren', at)} {names}" for at, names in enumerate(named, 1) if names)


def _with_due(text: str, due_text: str, due: date | None) -> str:
    """The decision with its deadline shown both ways, unless its own words already hold it."""
    day = short_date(due) if due else ""
    told = due_text if due_text and due_text not in text else ""
    if day and day in {to_bn(due_text), *(part for part in [day] if part in to_bn(text))}:
        day = ""
    missing = ", ".join(part for part in (told, day) if part)
    return f"{text} (সময়সীমা: {missing})" if missing else text


def _previous_table(rows: Iterable[Previous]) -> list[Block]:
    listed = list(rows)
    if not listed:
        return []
    columns = (Column(width=11, align="center"), Column(share=3), Column(share=1.6), Column(share=2.4))
    titles = head("ক্রম", "পূর্ববর্তী সভার সিদ্ধান্ত", "বাস্তবায়নকারী", "বাস্তবায়ন অগ্রগতি")
    body = tuple(
        Row((Cell(f"{to_bn(at)}।"), Cell(row.decision.text), Cell(row.owners), Cell(progress_bn(row))))
        for at, row in enumerate(listed, 1)
    )
    return [Heading(PREVIOUS_TITLE), Table(columns, (titles,), body)]


def progress_bn(row: Previous) -> str:
    """How far a decision is, as the next minutes print it."""
    state = row.rollup
    if not state.total:
        return "-"
    if state.total == 1:
        said = _STATUS_BN[DutyStatus(next(iter(state.by_status)))]
    else:
        said = f"{to_bn(state.total)}টির মধ্যে {to_bn(state.done)}টি বাস্তবায়িত"
        said += f"; {to_bn(state.silent)}টি অফিস জবাব দেয়নি" if state.silent else ""
    return "\n".join([said, *row.notes])


def _corrections(meeting: Meeting) -> list[Block]:
    rows = list(Correction.objects.filter(meeting=meeting).select_related("corrects"))
    return [Paragraph(_correction(row)) for row in rows]


def _correction(row: Correction) -> str:
    day = write_long(timezone.localtime(row.corrects.starts_at).date())
    memo = f" (স্মারক নং {row.corrects.memo_no})" if row.corrects.memo_no else ""
    return (f"সংশোধন: {day} তারিখে অনুষ্ঠিত সভার কার্যবিবরণীর{memo} {row.place} অংশে “{row.printed}” এর স্থলে "
            f"“{row.right}” পড়তে হবে।")  # fmt: skip


def notice_paper(*, by: Access, meeting: Meeting) -> Paper:
    """The notice of a visible meeting: as frozen when it was sent, else as it would be now."""
    kept = frozen(by=by, meeting=meeting, kind=PaperKind.NOTICE)
    return kept if kept is not None else draft_notice(by=by, meeting=meeting)


def draft_notice(*, by: Access, meeting: Meeting) -> Paper:
    """The notice made from the live rows: chair, day, time, place, agenda, everyone asked."""
    by.require_signed_in()
    title = meeting.title.removesuffix("।")
    asked = list(Invitation.objects.filter(meeting=meeting))
    words = f"নিম্নবর্ণিত তারিখ, সময় ও স্থানে {title} অনুষ্ঠিত হবে।"
    link = [f"অনলাইনে যুক্ত হওয়ার লিংক: {meeting.link}"] if meeting.link and meeting.mode != "in_person" else []
    return meeting_notice(
        letterhead=letterhead(meeting.office, meeting.section),
        subject=f"{title} এর নোটিশ।",
        paragraphs=[words, *link],
        meeting=facts(meeting),
        agenda=[item.topic for item in AgendaItem.objects.filter(meeting=meeting)],
        to=[_addressee(row) for row in asked],
        memo_no=meeting.notice_memo_no,
        day=meeting.notice_day,
        issuer=signer(meeting.secretary) if meeting.secretary else None,
        watermark="খসড়া" if meeting.state == MeetingState.PLANNED else "",
        fonts=tuple(settings.PAPER_FONTS),
    )


def _addressee(row: Invitation) -> str:
    return ", ".join(part for part in (row.designation or row.name, row.office_name) if part)


def attendance_paper(*, by: Access, meeting: Meeting) -> Paper:
    """The sheet to sign on: everyone asked, in the order of the list, and five empty rows."""
    by.require_signed_in()
    rows = Invitation.objects.filter(meeting=meeting)
    told = facts(meeting)
    return attendance_sheet(
        letterhead=letterhead(meeting.office, meeting.section),
        event=meeting.title,
        meta=[("তারিখ", told.day), ("সময়", told.time), ("স্থান", told.place)],
        attendees=[Attendee(row.name, row.designation, row.office_name) for row in rows],
        empty_rows=5,
        fonts=tuple(settings.PAPER_FONTS),
    )
