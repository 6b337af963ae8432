"""What stands after the last item: signatures, memo number with its dates, distribution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from agragati.kernel.dates import read_dates
from agragati.kernel.digits import to_latin
from agragati.kernel.memo import find_memos
from agragati.kernel.months import BANGLA_BY_NAME
from agragati.meetings.rules.layout import Grid, Line, Part
from agragati.meetings.rules.people import join_lines, person_of
from agragati.meetings.rules.shapes import Person
from agragati.meetings.rules.tables import kind_of
from agragati.meetings.rules.words import TITLE_OF_NAME, is_post, rank, rx

_MEMO_LABEL = rx(
    r"(?:স্মারক|স্বারক|স্মাঃ|পত্র সংখ্যা)\s*(?:নম্বর|নং|নাম্বার|নমবর)?\s*[:ঃ.\-–=]*\s*"
    r"|^নম্বর\s*[:ঃ-]\s*|^নং\s*[-:ঃ]\s*|^নথি নং\s*[-:ঃ]\s*"
)
_DATE_LABEL = rx(r"(?:তারিখ|তাং|তাঃ)\s*[:ঃ\-–]*")
_ONLY_DATE = rx(
    r"^[\s০-৯0-9/.\-]{6,14}(?:খ্রি\S*|ইং|বাং)?[\s।.]*$"
    r"|^[০-৯0-9]{1,2}\s+\S+[\s,]+[০-৯0-9]{4}\s*(?:খ্রি\S*|বঙ্গাব্দ|ইং|বাং)?[\s।.]*$"
)
_BANGLA_DATE = re.compile(
    r"(?<!\d)(\d{1,2})(?:\s*(?:লা|রা|ঠা|ই"
    r"|শে))?\s+([^\s\d,।]{2,12})[\s,]+(1[34]\d{2})(?!\d)"
)
DISTRIBUTION = rx(
    r"^[*\s(]*(?:বিতরণ|বিতরন|অনুলিপি|সদয় (?:জ্ঞাতার্থে|অবগতি|অবগতির|জ্ঞাতার্থ)|জ্ঞাতার্থে|অবগতি ও"
    r"|কার্যার্থে|প্রাপক|সদয় অবগতি)"
)
_ENTRY = rx(r"^\(?([০-৯0-9]{1,3})\s*[।.)]\)?\s*(?=\S)(?![০-৯0-9])")
_CONTACT = rx(r"ফোন|মোবাইল|@|ই-?মেইল|e-?mail|ফ্যাক্স|www\.|টেলিফোন|phone", re.IGNORECASE)
_NOISE = rx(
    r"^[\W\d_০-৯]*$|^(?:ঘোষণা\s*)?(?:করেন|করলেন|করা হয়|করা হলো)[।\s]*$|^(?:স্বাক্ষর|স্বাক্ষরিত|সীল"
    r"|সিল|তারিখ|স্বাঃ)[\s/:ঃ\-–.০-৯0-9]*$"
)
_ANNEX = rx(r"^(?:পরিশিষ্ট|সংযোজনী|সংযুক্তি|উপস্থিতির তালিকা|উপস্থিত (?:সদস্য|কর্মকর্তা))")


_MOST_SIGNERS = 4  # columns of signatures side by side
_LONGEST_BLOCK = 9  # lines of one signature
_LONGEST_ENTRY = 600  # letters of one entry of a distribution list


@dataclass
class Tail:
    """The lines of the closing, sorted by what they are."""

    memo_lines: list[str] = field(default_factory=list)
    date_lines: list[str] = field(default_factory=list)
    distribution: list[str] = field(default_factory=list)
    signatures: list[list[str]] = field(default_factory=list)
    annex: list[str] = field(default_factory=list)  # the list of those present, after the signatures


def read_tail(parts: Sequence[Part]) -> Tail:
    """Sort the lines after the closing formula."""
    tail = Tail()
    state = ""
    for text in _lines(parts):
        if _ANNEX.match(text) and len(text) < 60 and not (state == "entry" and _breaks_off(tail.distribution[-1])):
            state = "annex"
        state = _sort_line(tail, text, state)
    tail.signatures = [block for block in tail.signatures if block]
    return tail


def _breaks_off(entry: str) -> bool:
    """Whether an entry of the distribution list goes on in the next line."""
    return entry.count("(") > entry.count(")") or entry.rstrip().endswith((",", "-", "ও", "এবং"))


def _lines(parts: Sequence[Part]) -> Iterator[str]:
    """Lines of the tail; side-by-side signatures (a table, or tabs) one column after the other."""
    for key, group in groupby(enumerate(parts), lambda pair: _shape(*pair)):
        found = [part for _, part in group]
        rows = [row for part in found for row in ([_pieces(part.text)] if isinstance(part, Line) else part.rows)]
        if key == 1 or (isinstance(found[0], Line) and len(found) == 1):
            yield from (piece for row in rows for piece in row)
        elif len(rows[0]) <= _MOST_SIGNERS and not (isinstance(found[0], Grid) and kind_of(found[0]) == "attendance"):
            for column in zip(*rows, strict=True):
                yield from ("", *(line for cell in column for line in cell.split("\n") if line.strip()), "")


def _shape(at: int, part: Part) -> int:
    """What stands together: lines of as many columns; every table by itself."""
    return len(_pieces(part.text)) if isinstance(part, Line) else -at - 1


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in text.split("\t") if piece.strip()] or [text]


def _sort_line(tail: Tail, text: str, state: str) -> str:
    """Put one line where it belongs; give what the next line may continue."""
    if not text:
        return "" if state in {"sign", ""} else state
    if DISTRIBUTION.match(text) and len(text) < 160:
        return _first_entry(tail, text)
    if _is_memo(text) and state != "entry":
        tail.memo_lines.append(text)
        return "memo"
    if _MEMO_LABEL.search(text) and find_memos(text):
        tail.memo_lines.append(text)
        return "memo"
    if (_DATE_LABEL.match(text) and len(text) < 90) or (_ONLY_DATE.match(text) and state in {"memo", "date", ""}):
        if state in {"memo", "date"} or _DATE_LABEL.match(text):
            tail.date_lines.append(text)
        return "date" if state in {"memo", "date", ""} else state
    if state in {"list", "entry", "bare"}:
        return _distribute(tail, text, state)
    return _sign(tail, text, state)


def _is_memo(text: str) -> bool:
    return len(text) < 200 and bool(_MEMO_LABEL.match(text) or find_memos(text))


def _first_entry(tail: Tail, text: str) -> str:
    """A heading may hold the first entry: "অনুলিপি: ১। …" ."""
    if found := re.search(rx(r"[:ঃ]\s*(?=\(?[০-৯0-9]{1,2}[।.)])"), text):
        tail.distribution.append(text[found.end() :])
        return "entry"
    return "list"


def _distribute(tail: Tail, text: str, state: str) -> str:
    if _ENTRY.match(text):
        tail.distribution.append(text)
        return "entry"
    if _NOISE.match(text) or _CONTACT.search(text):
        return "" if _NOISE.match(text) else state
    if state in {"list", "bare"} and not _is_person(text) and _names_office(text):
        tail.distribution.append(text)
        return "bare"
    if state == "bare":
        return _sign(tail, text, "")
    if state == "list":
        return state if len(text) < 60 and not _is_person(text) else _sign(tail, text, "")
    if _ends_list(tail.distribution[-1], text):
        return _sign(tail, text, "")
    if len(tail.distribution[-1]) < _LONGEST_ENTRY:
        tail.distribution[-1] = f"{tail.distribution[-1]} {text}"
    return "entry"


def _names_office(text: str) -> bool:
    """Whether a line without number is one of those who get a copy: an actor with its place or its group."""
    parts = [part for part in re.split(r",", text.strip(" ।;")) if part.strip()]
    grouped = bool(re.search(rx(r"\((?:সকল|All)\)\s*[।;]?$"), text))
    return rank(parts[0]) is not None and (len(parts) > 1 or grouped) if parts else False


def _ends_list(last: str, text: str) -> bool:
    """Whether a line after an entry is a signature, not the rest of the entry."""
    if text.startswith("(") and _is_person(text.strip("()")) and not _is_note(text):
        return True
    if _breaks_off(last):
        return False
    return not _is_note(text) and (_is_person(text) or rank(text) == 1 or last.rstrip().endswith(("।", ";")))


def _is_note(text: str) -> bool:
    return bool(
        re.search(
            rx(
                r"অবগতি|অনুরোধ|জ্ঞাতার্থে|প্রকাশ|ফাউন্ডেশন|অধিদপ্তর|কার্যালয়|মন্ত্রণালয়|বোর্ড"
                r"|একাডেমি"
            ),
            text,
        )
    ) or (text.startswith("(") and len(text.strip("()। ").split()) == 1)


def _is_person(text: str) -> bool:
    plain = text.strip("() ।")
    words = plain.split()
    if TITLE_OF_NAME.match(plain):
        return True
    return 2 <= len(words) <= 6 and "," not in plain and rank(plain) is None and not re.search(r"[\d০-৯:]", plain)


def _sign(tail: Tail, text: str, state: str) -> str:
    if state == "annex":
        tail.annex.append(text)
        return state
    if _NOISE.match(text) or _CONTACT.search(text):
        return "sign" if state == "sign" else ""
    if len(text) > 150:
        return ""
    block = tail.signatures[-1] if tail.signatures and state == "sign" else None
    if block is None or (_has_post(block) and _starts_new(text, block)):
        tail.signatures.append([text])
    elif len(block) < _LONGEST_BLOCK:
        block.append(text)
    return "sign"


def _has_post(block: Sequence[str]) -> bool:
    return any(is_post(word) for line in block[1:] for word in line.split())


def _starts_new(text: str, block: Sequence[str]) -> bool:
    if block[-1].strip() in {"ও", "এবং"} or block[-1].endswith((" ও", ",")) or text.strip() in {"ও", "এবং"}:
        return False
    return bool(TITLE_OF_NAME.match(text.strip("() "))) or (text.startswith("(") and text.rstrip(" ।").endswith(")"))


def signatories_of(tail: Tail) -> tuple[Person, ...]:
    """The people who sign, in order; lines without a name and post are left out."""
    people = [found for block in tail.signatures if (found := _signatory(block))]
    return tuple(dict.fromkeys(people))


def _signatory(block: Sequence[str]) -> Person | None:
    lines = [line for line in block if not _NOISE.match(line)]
    if not any(is_post(word.strip("()।,")) for line in lines for word in line.split()):
        return None
    if len(lines) > 1 and _is_person(lines[0]) and rank(lines[1].split(",")[0]) is not None:
        return Person(person_name(lines[0]), join_lines(lines[1:]) or None)
    return person_of("\n".join(lines))


def person_name(line: str) -> str | None:
    """The name on a signature line, out of its brackets."""
    found = person_of(line)
    return found.name if found and not found.designation else line.strip("() ।,")


def distribution_of(tail: Tail) -> tuple[str, ...]:
    """The entries of the distribution list as printed, without numbers and end marks."""
    cleaned = (re.sub(rx(r"[\s;।,]+(?:এবং|ও)?\s*$"), "", _ENTRY.sub("", text)) for text in tail.distribution)
    plain = (re.sub(r"\s+", " ", text).strip() for text in cleaned)
    return tuple(text for text in plain if any(character.isalpha() for character in text))


def memo_of(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The memo number in canonical Latin form; or, when it is of no digital form, as printed: (number, printed)."""
    for text in lines:
        for _, memo in find_memos(text):
            return memo.latin, None
    for text in lines:
        if (found := _MEMO_LABEL.match(text)) and (printed := _before_date(text[found.end() :])):
            return to_latin(printed), printed
    return None, None


def _before_date(text: str) -> str:
    return re.split(rx(r"\s*তারিখ"), text)[0].strip(" \t।,:;")


def issue_day(memo_lines: Sequence[str], date_lines: Sequence[str]) -> date | None:
    """The Gregorian day beside the memo number; None when only another calendar or none is printed."""
    for text in [*memo_lines, *date_lines]:
        for found in read_dates(text, None):
            if found.kind == "date" and found.resolved and found.bangla is None and found.resolved.year > 1900:
                return found.resolved
    return None


def bangla_day(memo_lines: Sequence[str], date_lines: Sequence[str]) -> tuple[str, bool] | None:
    """The Bangla date as printed ("১২ পৌষ ১৪২৮"), and whether its month is one of the calendar."""
    for text in [*memo_lines, *date_lines]:
        if found := _BANGLA_DATE.search(to_latin(text)):
            printed = re.sub(r"\s+", " ", text[found.start() : found.end()]).strip(" ,")
            return printed, found[2] in BANGLA_BY_NAME
    return None
