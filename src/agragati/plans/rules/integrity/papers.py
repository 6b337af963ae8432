"""R6, R7, R9–R11, R13, R14, R16 and R18: what papers and people say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from agragati.kernel.dates import read_dates
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.memo import parse_memo

from ..reasons import because
from .facts import Doubt, EventFacts, Owed, PlanFacts, Severity


def evidence_missing(facts: PlanFacts) -> Iterator[Doubt]:
    """R6: every line of the checklist of what is claimed is proven."""
    for row in facts.rows:
        if row.missing:
            reason = because("R6-missing", count=len(row.missing))
            yield Doubt("R6", Severity.MEDIUM, row.indicator.code, "checklist", reason)


def evidence_reused(facts: PlanFacts) -> Iterator[Doubt]:
    """R7: the same file or a near-equal picture is used by another office, quarter or event."""
    for row in facts.rows:
        for subject, reason in row.reused:
            yield Doubt("R7", Severity.HIGH, row.indicator.code, subject, reason)


def two_calendars(facts: PlanFacts) -> Iterator[Doubt]:
    """R9: a Bangla and a Gregorian date written side by side are the same day (calendar of 2019)."""
    for row in facts.rows:
        for event in row.events:
            for found in read_dates(event.text):
                if found.bangla and found.suggested_bangla and found.bangla != found.suggested_bangla:
                    reason = because("R9-calendars", text=found.bangla.text, reason=found.suggested_bangla.text)
                    yield Doubt("R9", Severity.LOW, row.indicator.code, f"event:{event.id}", reason, event.id)
                    break


def memo_numbers(facts: PlanFacts) -> Iterator[Doubt]:
    """R10: a memo number begins as the office's own do, and one number is not the memo of two days."""
    used: dict[str, list[tuple[str, EventFacts]]] = defaultdict(list)
    for row in facts.rows:
        for event in row.events:
            if event.memo_no:
                used[event.memo_no].append((row.indicator.code, event))
                yield from _other_office(facts, row.indicator.code, event)
    for number, found in used.items():
        if len({event.day for _, event in found}) > 1:
            code, event = found[-1]
            reason = because("R10-twice", text=number, count=len(found))
            yield Doubt("R10", Severity.MEDIUM, code, f"memo:{number}", reason, event.id)


def _other_office(facts: PlanFacts, code: str, event: EventFacts) -> Iterator[Doubt]:
    try:
        groups = [to_latin(group) for group in parse_memo(event.memo_no).groups.values()]
    except BadInput:
        yield Doubt(
            "R10", Severity.MEDIUM, code, f"event:{event.id}", because("R10-broken", text=event.memo_no), event.id
        )
        return
    own = [part for part in to_latin(facts.memo_code).split(".") if part]
    if own and groups[: len(own)] != own:
        reason = because("R10-other-office", text=event.memo_no, reason=facts.memo_code)
        yield Doubt("R10", Severity.LOW, code, f"event:{event.id}", reason, event.id)


def decisions(facts: PlanFacts) -> Iterator[Doubt]:
    """R11: every decision has an implementer who is a post, and a day."""
    for meeting in facts.meetings:
        for decision in meeting.open_decisions:
            reason = because("R11-open", text=decision, reason=meeting.title)
            yield Doubt("R11", Severity.LOW, "", f"meeting:{meeting.id}:{decision}", reason)


def items_twice(facts: PlanFacts) -> Iterator[Doubt]:
    """R13: one item number stands once in a set of minutes."""
    for meeting in facts.meetings:
        for number in meeting.twice:
            reason = because("R13-twice", text=number, reason=meeting.title)
            yield Doubt("R13", Severity.LOW, "", f"meeting:{meeting.id}:{number}", reason)


def names(facts: PlanFacts) -> Iterator[Doubt]:
    """R14: one officer's name is written one way within a paper."""
    for meeting in facts.meetings:
        for one, other in meeting.spellings:
            reason = because("R14-names", text=one, reason=other)
            yield Doubt("R14", Severity.LOW, "", f"meeting:{meeting.id}:{one}", reason)


def quorum(facts: PlanFacts) -> Iterator[Doubt]:
    """R16: as many were present as the committee needs."""
    for meeting in facts.meetings:
        if meeting.present is not None and meeting.quorum is not None and meeting.present < meeting.quorum:
            reason = because("R16-quorum", count=meeting.present, total=meeting.quorum, reason=meeting.title)
            yield Doubt("R16", Severity.MEDIUM, "", f"meeting:{meeting.id}", reason)


def own_review(facts: PlanFacts) -> Iterator[Doubt]:
    """R18: nobody decides on what they claimed themselves."""
    for claim in facts.claims:
        if claim.claimed_by is not None and claim.claimed_by == claim.decided_by:
            reason = because("R18-own", quarter=claim.quarter)
            subject = f"quarter:{claim.quarter}"
            yield Doubt("R18", Severity.HIGH, claim.code, subject, reason, owed=Owed.REVIEWER)
