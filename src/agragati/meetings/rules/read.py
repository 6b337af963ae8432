"""Minutes that already exist → one `Minutes` value. The rules in prose: docs/algorithms/reading-minutes.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agragati.kernel.dates import read_dates
from agragati.meetings.rules import doubts
from agragati.meetings.rules.closing import (
    Tail,
    bangla_day,
    distribution_of,
    issue_day,
    memo_of,
    read_tail,
    signatories_of,
)
from agragati.meetings.rules.decisions import item_of
from agragati.meetings.rules.grids import is_end
from agragati.meetings.rules.header import Fields, read_fields
from agragati.meetings.rules.indicators import Area, read_indicators
from agragati.meetings.rules.items import Row, read_tables
from agragati.meetings.rules.layout import Grid, Line, Part, clean, is_title, split_meetings, texts
from agragati.meetings.rules.letterhead import office_by_distribution, read_fiscal_year, read_letterhead
from agragati.meetings.rules.moments import place_in_prose, read_time
from agragati.meetings.rules.paragraphs import read_paragraphs, read_prose
from agragati.meetings.rules.people import (
    attendee_of,
    attendees_of,
    is_chair,
    is_secretary,
    looks_attendee,
    person_of,
)
from agragati.meetings.rules.printed import as_printed
from agragati.meetings.rules.shapes import (
    Attendance,
    Attendee,
    BlockLike,
    Closing,
    Doubt,
    Header,
    Item,
    Minutes,
    Person,
)
from agragati.meetings.rules.tables import kind_of
from agragati.meetings.rules.words import rx

_ANNEX = rx(r"পরি[শষস]ি[ষস]্?[টঠথ]|সংযুক্ত|তালিকা|সংযোজনী")
_CHAIRED = rx(r"((?:জনাব|ড\.|মোঃ|মো:|ডাঃ|বেগম|প্রফেসর)\s[^।\t]{3,140}?)\s*(?:-?এর|মহোদয়ের|'র)?\s*সভাপতিত্বে")
_CHAIRED_POST = rx(r"(?:^|[\s,।])([^।\d০-৯\t]{3,90}?)(?:ের|র|-এর|\sএর)?\s*সভাপতিত্বে")
_HELD = rx(r"^(?:[০-৯0-9]{1,2}[।.)]\s*)?(?:অদ্য|আজ)\s|সভাপতিত্বে|সভা\S*\s+অনুষ্ঠিত হয়")
_FIRST_PARAGRAPHS = 5
_FIRST_YEAR = 1972  # no minutes of this state are older; an older day is misread


def read_minutes(blocks: Iterable[BlockLike], today: date | None = None) -> Minutes:
    """Read the minutes in a file's blocks.

    Never raises on any text; what is not printed is None, what is doubtful is a warning. `today` is only used
    to doubt days that lie ahead of it. A file with several meetings gives the first with the `others`.
    """
    meetings = [_read_one(parts, today) for parts in split_meetings(clean(blocks))]
    first, *others = meetings
    if others:
        doubt = Doubt("two_meetings", "", f"ফাইলে {len(meetings)}টি সভার কার্যবিবরণী আছে; বাকিগুলো “others” অংশে।")
        first = replace(first, warnings=(doubt, *first.warnings), others=tuple(others))
    return first


@dataclass(frozen=True)
class _Body:
    """The middle of a paper, read: items in the order of the paper, the plan, and where it ends."""

    items: tuple[Item, ...]
    areas: tuple[Area, ...]
    tail: Tail
    doubts: tuple[Doubt, ...]
    asked: bool
    first: int | None = None  # the place of the first item
    in_table: bool = False


def _read_one(parts: Sequence[Part], today: date | None) -> Minutes:
    fields = read_fields(parts)
    base = _meeting_day(fields, parts)
    body = _body(parts, fields, base)
    closing, closing_doubts = _closing(body.tail, fields)
    header = _header(parts, fields, base, closing, body.tail)
    indicators = tuple(indicator for area in body.areas for indicator in area.indicators)
    found = [
        *_not_minutes(parts, header, body),
        *doubts.serial_doubts(body.items),
        *body.doubts,
        *closing_doubts,
        *doubts.name_doubts(_names(header, closing)),
        *doubts.plan_doubts(body.areas),
        *doubts.quarter_doubts(header, body.items, indicators),
        *doubts.owner_doubts(body.items, body.asked),
        *doubts.far_doubts(header, body.items, closing.issue_date, today),
        *doubts.year_doubts(header),
        *doubts.absent_doubts(header, body.items),
    ]
    layout = as_printed(parts, fields, body.first, title=header.title, in_table=body.in_table)
    return Minutes(header, body.items, indicators, closing, tuple(found), printed=layout)


def _body(parts: Sequence[Part], fields: Fields, base: date | None) -> _Body:
    areas, plan_places = read_indicators(parts)
    end = _closing_place(parts, fields.end)
    middle: list[Part] = [part for at, part in enumerate(parts[:end]) if at >= fields.end]
    hidden = {at - fields.end for at in plan_places}
    visible: list[Part] = [Line("") if at in hidden else part for at, part in enumerate(middle)]
    tables, taken = read_tables(visible)
    found = [(table.place, row) for table in tables for row in table.rows]
    found += read_paragraphs(
        [Line("") if at in taken and isinstance(part, Line) else part for at, part in enumerate(visible)]
    )
    if not found:
        found = read_prose(visible)
    found.sort(key=lambda pair: pair[0])
    rows = [row for _, row in found if row.filled - {"serial"}]
    items = tuple(item_of(row, base) for row in rows)
    after = max([*(at for at, _ in found), *taken, -1]) + 1 + fields.end
    tail = read_tail(parts[end + 1 :] if end < len(parts) else parts[max(after, fields.end) :])
    asked = any(row.asks_implementer for row in rows) or not rows
    first = fields.end + found[0][0] if found else None
    return _Body(items, tuple(areas), tail, tuple(_body_doubts(rows, middle)), asked, first, bool(tables))


def _body_doubts(rows: Sequence[Row], middle: Sequence[Part]) -> Iterable[Doubt]:
    for at, row in enumerate(rows):
        if row.slipped:
            message = "সারিতে একটি ঘর নেই; লেখার ধরন দেখে বাকি ঘর সাজানো হয়েছে।"
            yield Doubt("missing_cell", f"items[{at}]", message, row.hint)
    for part in middle:
        if isinstance(part, Grid) and kind_of(part) == "previous":
            count = len(part.rows) - 1
            yield Doubt("previous_decisions", "", f"পূর্ববর্তী সভার সিদ্ধান্তের ছক ({count} সারি) নতুন সিদ্ধান্ত হিসেবে নেওয়া হয়নি।")
        elif isinstance(part, Grid) and part.width > 12 and kind_of(part) == "layout":
            yield Doubt("table_not_read", "", f"{part.width} কলামের একটি ছক পড়া হয়নি।")


def _closing_place(parts: Sequence[Part], start: int) -> int:
    """The place of the closing formula (the last one in the text), or the end of the parts."""
    places = [at for at, part in enumerate(parts) if at >= start and isinstance(part, Line) and is_end(part.text)]
    return places[-1] if places else len(parts)


def _meeting_day(fields: Fields, parts: Sequence[Part]) -> date | None:
    for name in ("date", "moment", "place_time"):
        if day := _first_day(fields.text(name)):
            return day
    for text in _held(_paragraphs(parts, fields.end)):
        if day := _first_day(text):
            return day
    return _first_day(" ".join(text for text in fields.before if is_title(text)))


def _paragraphs(parts: Sequence[Part], start: int) -> list[str]:
    lines = [part.text for part in parts[start:] if isinstance(part, Line)]
    return lines[:_FIRST_PARAGRAPHS]


def _held(lines: Sequence[str]) -> list[str]:
    """The lines that tell that the meeting was held; a day or hour elsewhere in the text is another's."""
    return [line for line in lines if _HELD.search(line)]


def _first_day(text: str) -> date | None:
    """The first Gregorian day of a text, or the Gregorian day of its first Bangla date."""
    found = [
        reading
        for reading in (read_dates(text, None) if text else [])
        if reading.kind == "date" and reading.resolved and reading.resolved.year >= _FIRST_YEAR
    ]
    gregorian = [reading for reading in found if reading.bangla is None]
    return next((reading.resolved for reading in [*gregorian, *found]), None)


def _closing(tail: Tail, fields: Fields) -> tuple[Closing, list[Doubt]]:
    memo_lines = tail.memo_lines or list(fields.issue_lines)
    date_lines = tail.date_lines if tail.memo_lines or tail.date_lines else fields.issue_lines
    memo, printed = memo_of(memo_lines)
    issued = issue_day(memo_lines, date_lines)
    bangla = bangla_day(memo_lines, date_lines)
    closing = Closing(
        memo_no=memo,
        issue_date=issued,
        bangla_date=bangla[0] if bangla else None,
        signatories=signatories_of(tail),
        distribution=distribution_of(tail),
    )
    return closing, [*doubts.calendar_doubts(bangla, issued), *doubts.memo_doubts(memo, printed)]


def _header(parts: Sequence[Part], fields: Fields, base: date | None, closing: Closing, tail: Tail) -> Header:
    lead = _paragraphs(parts, fields.end)
    held = _held(lead)
    head = read_letterhead(fields.before, fields.text("subject"), lead)
    attendees, attendance = _attendance(fields, parts, tail)
    chair = person_of(fields.text("chair")) or _chair_among(attendees) or _chair_in_prose(lead)
    office = head.office or office_by_distribution(chair.designation if chair else None, closing.distribution)
    moment = "\n".join(fields.text(name) for name in ("time", "moment", "date", "place_time"))
    place = fields.text("place") or next(filter(None, map(place_in_prose, held)), "")
    return Header(
        office=office,
        section=head.section,
        title=head.title,
        fiscal_year=read_fiscal_year(head.title or "", list(texts(parts)), base),
        chair=chair,
        secretary=_secretary(fields, attendees, closing),
        date=base,
        time=read_time(moment) or next(filter(None, map(read_time, [] if fields.text("time") else held)), None),
        place=re.sub(r"\s+", " ", place).strip(" ।,;") or None,
        attendance=attendance,
        attendees=tuple(attendees),
    )


def _attendance(fields: Fields, parts: Sequence[Part], tail: Tail) -> tuple[list[Attendee], Attendance]:
    lines = fields.values.get("attendance", [])
    attendees = [found for grid in fields.grids for found in attendees_of(grid)]
    attendees += [found for line in lines if looks_attendee(line) and (found := attendee_of(line))]
    annexed = any(_ANNEX.search(line) for line in lines if not looks_attendee(line))
    if not attendees:
        grids = [part for part in parts[fields.end :] if isinstance(part, Grid) and kind_of(part) == "attendance"]
        attendees = [found for grid in grids for found in attendees_of(grid)]
        attendees += [found for line in tail.annex if looks_attendee(line) and (found := attendee_of(line))]
        annexed = annexed or bool(attendees)
        return attendees, "annex" if annexed or _annex_in_text(parts) else "none"
    return attendees, "listed"


def _annex_in_text(parts: Sequence[Part]) -> bool:
    said = rx(r"উপস্থিত[^।]{0,60}(?:পরিশিষ্ট|সংযুক্ত|সংযোজনী)|পরিশিষ্ট[^।]{0,30}উপস্থিত")
    return any(said.search(part.text) for part in parts if isinstance(part, Line))


def _chair_among(attendees: Sequence[Attendee]) -> Person | None:
    return next((Person(found.name, found.designation) for found in attendees if is_chair(found.role)), None)


def _chair_in_prose(lines: Sequence[str]) -> Person | None:
    for line in lines:
        if found := _CHAIRED.search(line):
            return person_of(found[1])
    for line in lines:
        if (found := _CHAIRED_POST.search(line)) and (person := person_of(found[1])) and person.designation:
            return person
    return None


def _secretary(fields: Fields, attendees: Sequence[Attendee], closing: Closing) -> Person | None:
    if person := person_of(fields.text("secretary")):
        return person
    for found in attendees:
        if is_secretary(found.role) or is_secretary(found.designation):
            return Person(found.name, found.designation)
    return next((person for person in closing.signatories if is_secretary(person.designation)), None)


def _names(header: Header, closing: Closing) -> list[tuple[str, str | None]]:
    people = [("chair.name", header.chair), ("secretary.name", header.secretary)]
    people += [(f"signatories[{at}].name", person) for at, person in enumerate(closing.signatories)]
    named = [(where, person.name if person else None) for where, person in people]
    return named + [(f"attendees[{at}].name", found.name) for at, found in enumerate(header.attendees)]


def _not_minutes(parts: Sequence[Part], header: Header, body: _Body) -> Iterable[Doubt]:
    """A paper that shows fewer than two marks of minutes: title, chair, closing formula, decisions."""
    lines = [part.text for part in parts if isinstance(part, Line)]
    marks = {
        "শিরোনাম": any(is_title(text) for text in lines[:40]),
        "সভাপতি": header.chair is not None,
        "সমাপ্তি": any(is_end(text) for text in lines),
        "সিদ্ধান্ত": bool(body.items),
        "কর্মপরিকল্পনার ছক": bool(body.areas),
    }
    found = [name for name, there in marks.items() if there]
    if len(found) < 2:
        said = ", ".join(found) or "কিছুই না"
        yield Doubt("not_minutes", "", f"এটি সভার কার্যবিবরণী বলে মনে হয় না; পাওয়া গেছে: {said}।")
