"""Items outside tables: labelled paragraphs (আলোচনা, সিদ্ধান্ত, বাস্তবায়নে), decision lists, decisions in prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agragati.meetings.rules.grids import is_end
from agragati.meetings.rules.headings import NAMED, NO, NUMBERED, labelled
from agragati.meetings.rules.items import Row
from agragati.meetings.rules.layout import Line, Part
from agragati.meetings.rules.words import DUTY, TALK, number_in, rx

_TALK = rx(
    rf"^[*\s(]*(?:{NO}[।.)]\s*)?(?:আলোচনা|বিস্তারিত আলোচনা"
    rf"|পর্যালোচনা)\s*(?:{NO})?\s*[*\s)]*[:ঃ–—-]+[*\s]*(?P<text>.*)$",
    re.DOTALL,
)
_DECIDED = rx(
    rf"^[*\s(]*(?:{NO}(?:[।.)]|\s*নং)\s*)?(?:সভার\s+|গৃহীত\s+|সর্বসম্মত\s+)?(?:সিদ্ধান্ত|সিন্ধান্ত"
    rf"|সিদ্ধান্তসমূহ|সিদ্ধান্ত সমূহ|সুপারিশ|সুপারিশসমূহ)"
    rf"\s*(?:নং)?\s*[-–(]?\s*(?P<no>{NO})?\s*[*\s)]*[:ঃ–—-]+[*\s]*(?P<text>.*)$",
    re.DOTALL,
)
_OWNED = rx(
    r"^[*\s(]*(?:বাস্তবায়ন(?:ে|কারী)?|বাস্তবায়নের দায়িত্ব|দায়িত্বপ্রাপ্ত"
    r"|দায়িত্বে?)(?:\s+[^\s:ঃ]+){0,3}[*\s)]*[:ঃ–—-]+[*\s]*(?P<text>.*)$",
    re.DOTALL,
)
_INTRO = rx(
    r"(?:নিম্ন|নিন্ম|নিচ|নীচ|নিম্মো)\S*\s+(?:\S+\s+){0,4}?সিদ্ধান্ত.*(?:গৃহীত|গ্রহণ|নেয়া"
    r"|নেওয়া).*[:ঃ।\-–]?\s*$|সিদ্ধান্ত(?:সমূহ)?\s*(?:সর্বসম্মতিক্রমে\s*)?গৃহীত হ[য়ল]\S*\s*[:ঃ-]+\s*$"
)
_CLAUSE = rx(r"^(?P<no>[০-৯0-9]{1,2}\.[০-৯0-9]{1,2})[।.)]?\s+(?P<text>\S.*)$", re.DOTALL)
_LETTERED = rx(r"^\(?([ক-ন])[।.)]\)?\s+")
_PROSE = rx(r"সিদ্ধান্ত\s+(?:\S+\s+){0,3}?(?:গৃহীত হ|নেয়া হ|নেওয়া হ|গ্রহণ করা হ)")
_SENTENCE = rx(r"(?:হয়|হয়েছে|করেন|জানান|বলেন|হবে)\s*।")
_INSIDE = rx(r"(?<=[।.?!\s])(?<!নং\s)\s*((?:গৃহীত\s+)?সিদ্ধান্ত(?:সমূহ)?|বাস্তবায়ন(?:ে|কারী)(?:\s+[^\s:ঃ।]+){0,2})\s*[:ঃ]")


@dataclass
class _Draft:
    """An item being read; `stage` names the cell that the next line goes on."""

    serial: str = ""
    topic: str = ""
    discussion: list[str] = field(default_factory=list)
    decision: list[str] = field(default_factory=list)
    implementer: list[str] = field(default_factory=list)
    more: list[Row] = field(default_factory=list)
    stage: str = "topic"
    labelled: bool = False  # begun by "আলোচ্যসূচি-১": an item even when nothing was decided

    def row(self) -> Row:
        topic, talk = self._named()
        return Row(
            self.serial,
            topic,
            "\n".join([*filter(None, [talk]), *self.discussion]),
            "\n".join(self.decision),
            "\n".join(self.implementer),
            more=tuple(self.more),
            asks_implementer=True,
        )

    def _named(self) -> tuple[str, str]:
        """The topic, and the talk that began on its line: "তথ্য বাতায়ন: সভাপতি জানান …"."""
        named = NAMED.match(self.topic)
        if named and named[2].rstrip().endswith("।") and not TALK.search(named[1]):
            return named[1].strip(), named[2].strip()
        told = bool(_SENTENCE.search(self.topic)) and not self.labelled
        return ("", self.topic) if told else (self.topic, "")


def read_paragraphs(parts: Sequence[Part]) -> list[tuple[int, Row]]:
    """Give the items written as paragraphs, with the place of each."""
    rows: list[tuple[int, Row]] = []
    draft: _Draft | None = None
    start = 0
    for at, part in enumerate(parts):
        if isinstance(part, Line) and not is_end(part.text) and not (draft is None and _ends(part.text)):
            for text in _cut(part.text):
                fresh = _step(draft, text, part.bullet)
                if fresh is not draft:
                    _keep(rows, draft, start)
                    draft, start = fresh, at
        else:
            _keep(rows, draft, start)
            draft = None
    _keep(rows, draft, start)
    return rows


def _ends(text: str) -> bool:
    return bool(re.match(rx(r"^(?:স্মারক|অনুলিপি|বিতরণ)"), text))


def _cut(text: str) -> list[str]:
    """Part "আলোচনা: … সিদ্ধান্ত: … বাস্তবায়নে: …" of one line."""
    places = [found.start(1) for found in _INSIDE.finditer(text)]
    return [piece for a, b in zip([0, *places], [*places, len(text)], strict=True) if (piece := text[a:b].strip())]


def _keep(rows: list[tuple[int, Row]], draft: _Draft | None, start: int) -> None:
    if draft and (draft.decision or (draft.labelled and draft.discussion)):
        rows.append((start, draft.row()))


def _step(draft: _Draft | None, text: str, bullet: bool) -> _Draft | None:
    """Take one line into the draft; give the draft that holds now (a new one when an item begins)."""
    if clause := _CLAUSE.match(text):
        head, _, minor = clause["no"].partition(".")
        if number_in(minor) == 0:
            return _Draft(serial=head, topic=clause["text"].strip(" *:ঃ"))
        if draft and number_in(head) == number_in(draft.serial) and not _goes_on_listing(draft, text):
            text = clause["text"]
    if found := _DECIDED.match(text):
        return _decided(draft, f"{found['no']}) {found['text']}" if found["no"] else found["text"])
    if found := _OWNED.match(text):
        return _owned(draft, found["text"])
    if found := _TALK.match(text):
        draft = draft if draft and not draft.decision else _Draft()
        draft.stage = "discussion"
        draft.discussion += [found["text"]] if found["text"] else []
        return draft
    if _INTRO.search(text) and len(text) < 700:
        return _intro(draft, text)
    if draft and draft.stage == "decision" and (bullet or _is_entry(text, draft)):
        draft.decision.append(text)
        return draft
    if draft and draft.stage in {"implementer", "more"} and _is_next_decision(draft, text):
        draft.more.append(Row(decision=text))
        draft.stage = "more"
        return draft
    return _item_or_more(draft, text)


def _is_next_decision(draft: _Draft, text: str) -> bool:
    """Whether a line after "দায়িত্ব: …" is the next decision of the same matter: "(খ) …" after "(ক) …"."""
    letter, first = _LETTERED.match(text), _LETTERED.match(draft.decision[0]) if draft.decision else None
    return bool(letter and first and "কখগঘঙচছজঝ".find(letter[1]) == len(draft.decision) + len(draft.more))


def _goes_on_listing(draft: _Draft, text: str) -> bool:
    return draft.stage == "decision" and _is_entry(text, draft)


def _intro(draft: _Draft | None, text: str) -> _Draft:
    found = NUMBERED.match(text)
    fresh = draft if draft and not draft.decision and not found else _Draft()
    text = found["text"] if found else text
    fresh.discussion.append(text)
    fresh.stage = "decision"
    return fresh


def _decided(draft: _Draft | None, text: str) -> _Draft:
    if draft is None or (draft.decision and draft.stage == "done"):
        draft = _Draft()
    if draft.decision and draft.implementer:
        draft.more.append(Row(decision=text))
        draft.stage = "more"
        return draft
    draft.decision += [text] if text else []
    draft.stage = "decision"
    return draft


def _owned(draft: _Draft | None, text: str) -> _Draft | None:
    if draft is None:
        return None
    if draft.more and draft.stage == "more":
        last = draft.more[-1]
        draft.more[-1] = Row(decision=last.decision, implementer=text)
        return draft
    draft.implementer += [text] if text else []
    draft.stage = "implementer"
    return draft


def _is_entry(text: str, draft: _Draft) -> bool:
    """Whether a line is the next numbered decision of the list that is open."""
    if _LETTERED.match(text):
        return True
    found = NUMBERED.match(text) or _CLAUSE.match(text)
    if not found:
        return False
    count = sum(bool(NUMBERED.match(line) or _CLAUSE.match(line)) for line in draft.decision)
    return number_in(found["no"].rsplit(".", 1)[-1]) == count + 1 and (
        not draft.topic or count > 0 or not draft.decision
    )


def _item_or_more(draft: _Draft | None, text: str) -> _Draft | None:
    if said := labelled(text):
        return _Draft(serial=said[0], topic=said[1], stage="topic", labelled=True)
    if found := NUMBERED.match(text):
        return _Draft(serial=found["no"], topic=found["text"].strip(" *"), stage="topic")
    if draft is None:
        return None
    if draft.stage == "topic" and not draft.topic:
        draft.topic = text
    elif draft.stage in {"topic", "discussion"}:
        draft.discussion.append(text)
        draft.stage = "discussion"
    elif draft.stage == "decision":
        if draft.decision and _closes(text, draft):
            draft.stage = "done"
        elif not draft.decision or not _closes(text, draft):
            draft.decision.append(text)
    elif draft.stage == "implementer" and len(text) < 120 and not DUTY.search(text):
        draft.implementer.append(text)
    return draft


def _closes(text: str, draft: _Draft) -> bool:
    """Whether a line after a decision begins something else: a paragraph of thanks, the next talk."""
    return bool(re.match(rx(r"^(?:অতঃপর|পরিশেষে|অত:পর|সভায় আর|আর কোন|সবশেষে|উপস্থিত)"), text)) or bool(
        re.search(r"[।.]$", draft.decision[-1]) and not DUTY.search(text)
    )


def read_prose(parts: Sequence[Part]) -> list[tuple[int, Row]]:
    """Decisions told in sentences: "… করার সিদ্ধান্ত গৃহীত হয়।" one item a paragraph; for minutes without any other."""
    rows = []
    for at, part in enumerate(parts):
        if not isinstance(part, Line) or is_end(part.text) or not _PROSE.search(part.text) or _INTRO.search(part.text):
            continue
        found = NUMBERED.match(part.text)
        text = found["text"] if found else part.text
        sentences = [sentence for sentence in re.split(r"(?<=।)\s*", text) if sentence]
        decided = [sentence for sentence in sentences if _PROSE.search(sentence)]
        talk = [sentence for sentence in sentences if sentence not in decided]
        rows.append(
            (at, Row(found["no"] if found else "", "", " ".join(talk), " ".join(decided), asks_implementer=True))
        )
    return rows
