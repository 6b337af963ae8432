"""Names and designations: parted where the designation begins; attendees in lists and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agragati.meetings.rules.layout import Grid
from agragati.meetings.rules.shapes import Attendee, Person
from agragati.meetings.rules.words import (
    TITLE_OF_NAME,
    is_post,
    number_in,
    rank,
    rx,
    starts_designation,
    without_honorific,
)

_ROLE = rx(
    r"[\s,\-–:(]+((?:সভাপতি|সহ-?সভাপতি|আহ্বায়ক|আহবায়ক|যুগ্ম[- ]আহ্বায়ক|সদস্য[\s-]*সচিব|সদস্য|সম্পাদক|ফোকাল পয়েন্ট(?: কর্মকর্তা)?|উপদেষ্টা)"
    r"(?:\s*ও\s*(?:ফোকাল পয়েন্ট|সদস্য[\s-]*সচিব))?)\s*\)?\s*[।.;]?$"
)
_SECRETARY = rx(r"সদস্য[\s\-–]*সচিব|সাচিবিক")
_CHAIR = rx(r"^(?:সভাপতি|আহ্বায়ক|আহবায়ক|সভাপ্রধান)")
_NAME_HEAD = rx(r"নাম")
_POST_HEAD = rx(r"পদবী|পদবি|পদ\b|designation", re.IGNORECASE)
_ROLE_HEAD = rx(r"কমিটি|কমিটিতে|টিমে|সভায় পদ|মন্তব্য|ভূমিকা")
_OFFICE_HEAD = rx(r"দপ্তর|কার্যালয়|প্রতিষ্ঠান|অফিস|সংস্থা|কর্মস্থল|ঠিকানা")
_NO_NAME = rx(r"(?:স্বাক্ষরিত|স্বাক্ষর|অস্পষ্ট|signed)\s*/?-?", re.IGNORECASE)


def person_of(text: str) -> Person | None:
    """Read "নাম, পদবি" or "নাম পদবি", over one or more lines; None when it names nobody."""
    lines = [line.strip(" ,;।\t") for line in re.split(r"[\n\t]+", text)]
    lines = [line for line in lines if line and not _NO_NAME.fullmatch(line)]
    if not lines:
        return None
    lines = _whole_name(lines)
    name, rest = _part_name(lines[0])
    designation = join_lines([rest, *lines[1:]])
    if not name and not designation:
        return None
    return Person(name or None, designation or None)


def _whole_name(lines: list[str]) -> list[str]:
    """A name broken over two lines put together: its second line names no post and no place, the third a post."""
    if len(lines) < 3 or re.search(r"[,(0-9০-৯]", "".join(lines[:2])) or any(map(is_post, lines[0].split())):
        return lines
    goes_on = len(lines[1].split()) <= 3 and rank(lines[1]) is None and rank(lines[2].split(",")[0]) == 1
    return [f"{lines[0]} {lines[1]}", *lines[2:]] if goes_on else lines


def join_lines(lines: Sequence[str]) -> str:
    """Lines of a designation as one: "পরিচালক" "ও" "আহ্বায়ক" → "পরিচালক ও আহ্বায়ক"; places follow a comma."""
    text = ""
    for line in (line.strip(" ,;।\t") for line in lines):
        if not line:
            continue
        no_comma = not text or line in {"ও", "এবং"} or text.endswith((" ও", " এবং")) or line.startswith(("(", "ও "))
        text = f"{text}{'' if not text else ' ' if no_comma else ', '}{line}"
    return re.sub(r"\s+", " ", text).strip(" ,;।")


def _part_name(line: str) -> tuple[str, str]:
    """Part one line into name and designation; a line that begins with a designation has no name."""
    if whole := re.fullmatch(r"\(\s*([^()]{3,60})\s*\)\s*(.*)", line):
        return without_honorific(whole[1]), whole[2]
    words = line.split()
    for at in range(len(words)):
        if _breaks(words, at):
            name = " ".join(words[:at])
            return without_honorific(name.strip("( )")) if at else "", " ".join(words[at:]).strip(" ,-–")
    comma = re.match(r"([^,(]+?)\s*[,(]", line)
    if comma and len(comma[1].split()) <= 7:
        return without_honorific(comma[1]), line[comma.end(1) :].strip(" ,")
    return (without_honorific(line), "") if len(words) <= 8 else ("", line)


def _breaks(words: list[str], at: int) -> bool:
    """Whether the designation begins at word `at`: a post follows, or the word before ended with a comma."""
    if starts_designation(words, at) or (words[at].startswith("(") and at > 0):
        return True
    after_comma = (at > 0 and words[at - 1].endswith((",", "–"))) or words[at] in {"-", "–"}
    return bool(after_comma) and any(is_post(word) for word in words[at:])


def attendee_of(text: str) -> Attendee | None:
    """Read one entry of a list of those present: "১। জনাব ক খ, উপজেলা কৃষি অফিসার - সদস্য"."""
    plain = re.sub(r"^\(?[০-৯0-9]{1,3}[।.)]\s*", "", text).strip()
    role = _ROLE.search(plain)
    if role and len(plain[: role.start()].split()) >= 2 and _keeps_post(plain[: role.start()]):
        plain, found = plain[: role.start()], role[1]
    else:
        found = None
    person = person_of(plain)
    if person is None or person.name is None:
        return Attendee(None, person.designation, found) if person else None
    return Attendee(person.name, person.designation, found)


def _keeps_post(before: str) -> bool:
    """The role word is no part of the designation itself ("ফোকাল পয়েন্ট" alone stays one)."""
    return bool(TITLE_OF_NAME.match(before.strip())) or any(is_post(word) for word in before.split())


def looks_attendee(text: str) -> bool:
    """Whether a line of a list names a person present."""
    plain = re.sub(r"^\(?[০-৯0-9]{1,3}[।.)]\s*", "", text).strip()
    if len(plain) > 220 or re.search(rx(r"(?:হয়|করেন|হবে|জানান|করা হলো)\s*[।:]?$"), plain):
        return False
    if TITLE_OF_NAME.match(plain) or any(rank(part) == 1 for part in plain.split(",")[1:3]):
        return True
    name, dash, post = (part.strip() for part in re.sub(r"\s[–—-]\s", "\0", plain).partition("\0"))
    return bool(dash) and len(name.split()) <= 5 and rank(post) == 1


def attendees_of(grid: Grid) -> list[Attendee]:
    """Read a table of those present: name and designation in one or two columns, role in the committee.

    Without a header: number, name and post, and a role where the fourth column names one.
    """
    head = grid.rows[0]
    name = next((at for at, cell in enumerate(head) if _NAME_HEAD.search(cell)), None)
    if name is None:
        given = 3 if any(len(row) > 3 and _ROLE.fullmatch(f" {row[3]}") for row in grid.rows) else None
        return [found for row in grid.rows if (found := _attendee_row(row, 1, 2, given, None))]
    role = next((at for at, cell in enumerate(head) if at != name and _ROLE_HEAD.search(cell)), None)
    post = next((at for at, cell in enumerate(head) if at not in {name, role} and _POST_HEAD.search(cell)), None)
    office = next(
        (at for at, cell in enumerate(head) if at not in {name, role, post} and _OFFICE_HEAD.search(cell)), None
    )
    return [found for row in grid.rows[1:] if (found := _attendee_row(row, name, post, role, office))]


def _attendee_row(
    row: Sequence[str], name: int, post: int | None, role: int | None, office: int | None
) -> Attendee | None:
    if not row[name] or number_in(row[name]) is not None or _NAME_HEAD.fullmatch(row[name]):
        return None
    said_role = row[role].strip() or None if role is not None else None
    if post is not None and row[post]:
        designation = join_lines([row[post].replace("\n", " "), row[office].replace("\n", " ") if office else ""])
        first = person_of(row[name])
        own = first.name if first and not first.designation else without_honorific(row[name].replace("\n", " "))
        return Attendee(own, designation or None, said_role)
    person = person_of(row[name])
    return Attendee(person.name, person.designation, said_role) if person else None


def is_secretary(text: str | None) -> bool:
    """Whether a role or designation says member-secretary."""
    return bool(text and _SECRETARY.search(text))


def is_chair(text: str | None) -> bool:
    """Whether a role says chair or convener."""
    return bool(text and _CHAIR.search(text))
