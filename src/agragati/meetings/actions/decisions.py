"""Writing decisions under the items of an open meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise, search_key
from agragati.org.access import Access
from agragati.org.choices import OfficeKind
from agragati.org.models import Office, OfficeGroup, Post, Section

from ..choices import LEVEL_BN, TargetKind
from ..models import Decision, Implementer, Meeting
from ..rules.deadlines import due_of, read_deadline
from ..rules.versions import next_version
from ..selectors.decisions import decision as decision_of
from ..selectors.meetings import item_to_edit, meeting_to_edit


@dataclass(frozen=True)
class DecisionDraft:
    """A decision as typed. `targets` are keys ("post:12", "level:upazila", "concerned"), `others` names as written.

    `due_text` such as "১৫ দিনের মধ্যে" is resolved from the day of the meeting when `committed_due` is empty.
    `target_texts` overrides what is printed for a target ("focal point" for a post); absent = its own name.
    """

    text: str
    due_text: str = ""
    committed_due: date | None = None
    official_due: date | None = None
    evidence: str = ""
    codes: tuple[str, ...] = ()
    about: str = ""
    concept: str = ""
    targets: Sequence[str] = ()
    others: Sequence[str] = ()
    printed: Sequence[tuple[str, str]] = ()
    as_read: bool = False  # confirmed from a paper: deadlines and the order of names stay exactly as given


@transaction.atomic
def decide(*, by: Access, item_id: int, draft: DecisionDraft) -> Decision:
    """Write a decision under an item. Raises BadInput naming the field; Refused; NotFound."""
    row = item_to_edit(by=by, item_id=item_id)
    if row.meeting is None:
        raise BadInput("A matter of the backlog is decided in a meeting.")
    last = Decision.objects.filter(item=row).aggregate(last=Max("number"))["last"] or 0
    made = Decision(
        office_id=row.office_id, meeting=row.meeting, item=row, number=last + 1,
        codes=list(draft.codes or row.codes), about=draft.about or row.about, concept=draft.concept or row.concept,
    )  # fmt: skip
    _put(by, made, draft)
    record(by=by, deed="meetings.decide", about=f"decision:{made.pk}", label=made.text[:200],
           values={"meeting": row.meeting_id, "due": str(made.due or "")})  # fmt: skip
    return made


@transaction.atomic
def edit_decision(*, by: Access, decision_id: int, draft: DecisionDraft, seen: int | None = None) -> Decision:
    """Change a decision of an open meeting; `seen` is the version of its text that the writer had.

    Raises Conflict with both texts when someone else changed the text since.
    """
    here = decision_of(by=by, decision_id=decision_id)
    meeting_to_edit(by=by, meeting_id=here.meeting_id)
    held = Decision.objects.select_for_update(of=("self",)).select_related("meeting", "item").get(pk=here.pk)
    typed = normalise(draft.text).strip()
    held.versions = next_version(held.versions, "text", seen=seen, stored=held.text, typed=typed)
    if draft.codes:
        held.codes = list(draft.codes)
    before = held.text
    Implementer.objects.filter(decision=held).delete()
    _put(by, held, draft)
    record(by=by, deed="meetings.edit_decision", about=f"decision:{held.pk}", label=held.text[:200],
           values={"old": before[:2000], "new": held.text[:2000], "due": str(held.due or "")})  # fmt: skip
    return held


@transaction.atomic
def remove_decision(*, by: Access, decision_id: int) -> None:
    """Take a decision out of minutes that are not signed; the ones after it move up."""
    here = decision_of(by=by, decision_id=decision_id)
    meeting_to_edit(by=by, meeting_id=here.meeting_id)
    record(by=by, deed="meetings.remove_decision", about=f"decision:{here.pk}", label=here.text[:200],
           values={"text": here.text[:2000]})  # fmt: skip
    item_id = here.item_id
    here.delete()
    for number, row in enumerate(Decision.objects.filter(item_id=item_id).order_by("number"), 1):
        if row.number != number:
            Decision.objects.filter(pk=row.pk).update(number=number)


def _put(by: Access, made: Decision, draft: DecisionDraft) -> None:
    text = normalise(draft.text).strip()
    if not text:
        raise BadInput("Write the decision.", field="text")
    day = timezone.localtime(made.meeting.starts_at).date()
    committed, due_text = draft.committed_due, normalise(draft.due_text).strip()[:200]
    if committed is not None and committed < day:
        raise BadInput("The due day lies before the meeting.", field="committed_due")
    told = None if committed or draft.as_read else read_deadline(due_text or text, day)
    if told and (told.day is None or told.day >= day):
        committed, due_text = told.day, due_text or told.text[:200]
    made.text, made.due_text, made.evidence = text, due_text, normalise(draft.evidence).strip()[:300]
    made.committed_due, made.official_due = committed, draft.official_due
    made.due = due_of(draft.official_due, committed)
    rows = _implementers(by, made.meeting, draft)
    made.search_key = search_key(" ".join([made.item.topic, text, *(row.text for row in rows)]))
    made.save()
    for position, row in enumerate(rows, 1):
        row.decision, row.position = made, position
    Implementer.objects.bulk_create(rows)


def _implementers(by: Access, meeting: Meeting, draft: DecisionDraft) -> list[Implementer]:
    if draft.as_read:
        return [_as_read(by, key, name) for key, name in draft.printed]
    printed = dict(draft.printed)
    rows = [_target(by, key, printed.get(key, "")) for key in dict.fromkeys(draft.targets)]
    texts = [normalise(name).strip()[:300] for name in draft.others]
    return [*rows, *(Implementer(kind=TargetKind.TEXT, text=text) for text in texts if text)]


def _as_read(by: Access, key: str, name: str) -> Implementer:
    """One name of a paper, in the paper's words, tied to whom it means where that is known."""
    text = normalise(name).strip()[:300]
    return Implementer(kind=TargetKind.TEXT, text=text) if key == TargetKind.TEXT else _target(by, key, text)


_MODELS: dict[str, type[Post] | type[Section] | type[Office] | type[OfficeGroup]] = {
    TargetKind.POST: Post, TargetKind.SECTION: Section, TargetKind.OFFICE: Office, TargetKind.GROUP: OfficeGroup,
}  # fmt: skip


def _target(by: Access, key: str, text: str) -> Implementer:
    """One target from its key; raises BadInput for a key that leads nowhere."""
    kind, _, which = key.partition(":")
    if kind == TargetKind.CONCERNED:
        return Implementer(kind=kind, text=text or "সংশ্লিষ্ট সকল")
    if kind == TargetKind.LEVEL and which in OfficeKind.values:
        return Implementer(kind=kind, level=which, text=text or f"সকল {LEVEL_BN[which]}")
    found = _MODELS[kind].objects.filter(pk=int(which)).first() if kind in _MODELS and which.isdecimal() else None
    if found is None:
        raise BadInput("Choose who carries the decision out.", field="targets")
    return Implementer(kind=kind, text=(text or _name(found))[:300], **{kind: found})


def _name(found: Post | Section | Office | OfficeGroup) -> str:
    return str(found)
