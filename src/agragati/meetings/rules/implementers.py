"""Who carries out a decision: the actors named in a cell, split only where one ends and the next begins."""

from __future__ import annotations

import re

from agragati.kernel.digits import to_latin
from agragati.meetings.rules.words import STATUS, TITLE_OF_NAME, rank, rx, without_honorific

# Words that stand on both sides of a slash inside one actor.
_PAIRED = rx(
    r"(দপ্তর|কর্মকর্তা|জেলা|মন্ত্রণালয়|স্কুল|অধিদপ্তর|শাখা|উপজেলা|বিভাগ|সংস্থা|ইউনিয়ন|প্রতিষ্ঠান|অফিস|নির্বাহী|সরকারি|প্রধান|কারিগরি)\s*/\s*"
    r"(সংস্থা|কর্মচারী(?:বৃন্দ|গণ|দের)?|কর্মচারি|উপজেলা|জেলা|বিভাগ|কলেজ|অফিস|প্রতিষ্ঠান|অধিশাখা|দপ্তর|পরিদপ্তর|পৌরসভা|কার্যালয়"
    r"|মাদ্রাসা|ইউনিয়ন|সংস্থাসমূহ|বেসরকারি|শাখা|অনুবিভাগ)"
)
_KEEP_SLASH = "\u2215"  # stands for a slash that does not part
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[\s;,।/]))[(]?([0-9]{1,2}|[ক-ঙ])(?:[).।]\s*(?=[^\s0-9])|\)\s+(?=[0-9]))")
_JOINT = rx(r"\s(?:ও|এবং|and|&)\s")
_EDGE = rx(r"^(?:ও|এবং)\s+|\s+(?:ও|এবং)$")
_LABEL = rx(r"^(?:বাস্তবায়ন(?:ে|কারী)?|দায়িত্ব(?:প্রাপ্ত)?)[^:ঃ\n]{0,40}[:ঃ]\s*")


def numbered_parts(text: str) -> list[tuple[str, str]]:
    """Split "১) … ২) …" into (mark, text) when the marks count up from ১ or ক; else []. Marks in Latin digits."""
    latin = to_latin(text)
    marks: list[re.Match[str]] = []
    for found in _NUMBERED.finditer(latin):
        if found[1] == _expected(found[1], len(marks)):
            marks.append(found)
    if not marks or latin[: marks[0].start()].strip(" \n:-"):
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [(mark[1], text[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)]


def _expected(seen: str, count: int) -> str:
    return str(count + 1) if seen.isdigit() else "কখগঘঙ"[count : count + 1]


def split_implementers(cell: str) -> tuple[str, ...]:
    """Give the actors of a cell as printed, in order, each once; statuses ("বাস্তবায়িত") are no actors."""
    text = _LABEL.sub("", cell.strip())
    pieces = [part for _, part in numbered_parts(text)] or [text]
    actors = [actor for piece in pieces for actor in _split_piece(piece)]
    clean = [re.sub(_EDGE, "", re.sub(r"\s+", " ", actor.strip(" \n\t,;।:-–/"))).strip() for actor in actors]
    return tuple(dict.fromkeys(actor for actor in clean if actor and not STATUS.match(actor) and _says(actor)))


def _says(actor: str) -> bool:
    return sum(character.isalpha() for character in actor) >= 2


def _split_piece(piece: str) -> list[str]:
    held, text = _hold_brackets(piece)
    text = _PAIRED.sub(lambda found: found[0].replace("/", _KEEP_SLASH), text)
    actors: list[str] = []
    for line in _lines(text):
        for part in _by_slash(line):
            for group in _by_comma(part):
                actors += _by_joint(group)
    return [_release(actor, held).replace(_KEEP_SLASH, "/") for actor in actors]


def _hold_brackets(text: str) -> tuple[list[str], str]:
    """Put brackets aside, so that nothing inside them parts: "(শিক্ষা ও আইসিটি)" → "(§0)"."""
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found[0])
        return f"(\u00a7{len(held) - 1})"

    return held, re.sub(r"\([^()]*\)", hold, text)


def _release(text: str, held: list[str]) -> str:
    return re.sub("\\(\u00a7([0-9]+)\\)", lambda found: held[int(found[1])], text)


def _lines(text: str) -> list[str]:
    """Lines and semicolons part; a line that ends in no actor runs on into the next."""
    lines: list[str] = []
    for line in re.split(r"[\n;]|।(?=\s)", text):
        plain = line.strip(" -•*")
        if not plain:
            continue
        runs_on = bool(lines) and (_breaks_off(lines[-1], plain) or rank(plain) is None)
        if runs_on and not TITLE_OF_NAME.match(plain):
            lines[-1] = f"{lines[-1]} {plain}"
        else:
            lines.append(plain)
    return lines


def _breaks_off(text: str, then: str) -> bool:
    """Whether an actor goes on in the next line: no actor yet, an open end, or half an office ("…, বন উদ্ভিদ")."""
    if not _is_whole(text) or text.rstrip().endswith((",", "ও")):
        return True
    *posts, last = text.split(",")
    return bool(posts) and rank(last) is None and len(last.split()) > 1 and rank(then) in {2, 4} and "," not in then


def _is_whole(text: str) -> bool:
    """Whether a text ends with an actor, or with the place of one ("…অফিসার, চাটখিল")."""
    return rank(text) is not None or any(rank(part) for part in text.split(",")[:-1])


def _by_slash(text: str) -> list[str]:
    parts = text.split("/")
    joined: list[str] = []
    for part in parts:
        shares = bool(joined) and rank(joined[-1]) is None and rank(part) == 1 and len(joined[-1].split()) <= 2
        if shares and not TITLE_OF_NAME.match(joined[-1].strip()) and "," not in joined[-1]:
            joined[-1] = f"{joined[-1]}/{part}"
        else:
            joined.append(part)
    return joined


def _by_comma(text: str) -> list[str]:
    """A comma parts where the next actor stands no higher than the last: "প্রোগ্রামার, সমবায় অধিদপ্তর" is one."""
    parts = [part.strip() for part in re.split(r",(?!\d)", text) if part.strip()]
    if _shares_last_head(parts):
        return [*parts[:-1], *_joint_of_units(parts[-1])]
    groups: list[list[str]] = []
    height = 9
    for part in parts:
        named, level = _is_name(part), rank(part)
        if not groups or named or (level is not None and level <= height and height < 9):
            groups.append([part])
            height = 0 if named else level or (9 if level is None else level)
        else:
            groups[-1].append(part)
            height = level if level is not None else height
    return [", ".join(group) for group in groups]


def _is_name(part: str) -> bool:
    return bool(TITLE_OF_NAME.match(part))


def _shares_last_head(parts: list[str]) -> bool:
    """ "প্রশাসন, প্রশিক্ষণ, হিসাব শাখা": only the last carries the word section."""
    short = all(rank(part) is None and len(part.split()) <= 3 and not _is_name(part) for part in parts[:-1])
    return len(parts) > 2 and short and rank(parts[-1]) in {2, 4} and len(parts[-1].split()) <= 5


def _joint_of_units(part: str) -> list[str]:
    pieces = _JOINT.split(part)
    return pieces if len(pieces) == 2 and rank(pieces[1]) in {2, 4} else [part]


def _by_joint(text: str) -> list[str]:
    """ "ও" and "এবং" part two actors, never the words of one ("জেলা ত্রাণ ও পুনর্বাসন কর্মকর্তা")."""
    parts: list[str] = []
    at = 0
    for found in _JOINT.finditer(text):
        left, right = text[at : found.start()], text[found.end() :]
        if _ends_actor(left) and (_has_actor(right) or _is_name(right)):
            parts.append(left)
            at = found.end()
    return [*parts, text[at:]]


def _ends_actor(text: str) -> bool:
    return rank(text) is not None or (_is_name(text.strip()) and len(without_honorific(text).split()) >= 2)


def _has_actor(text: str) -> bool:
    return any(rank(part) is not None for part in re.split(r",|\sও\s|\sএবং\s", text))
