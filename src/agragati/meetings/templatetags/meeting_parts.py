"""How states and due days of meetings look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from agragati.ui.renderers import short_day

from ..choices import DutyStatus, ItemKind, MeetingState, MotionState, Outcome, Presence, Rsvp
from ..models import AgendaItem, DecisionDuty
from ..rules.deadlines import urgency
from ..rules.labels import labels_in

register = template.Library()
_TONES: dict[str, str] = {
    MeetingState.PLANNED: "none", MeetingState.NOTICED: "info", MeetingState.IN_PROGRESS: "warn",
    MeetingState.DRAFT: "warn", MeetingState.SIGNED: "ok", MeetingState.PUBLISHED: "ok",
    MeetingState.CALLED_OFF: "none", DutyStatus.NOT_STARTED: "none", DutyStatus.ON_SCHEDULE: "info",
    DutyStatus.BEHIND: "bad", DutyStatus.DONE: "ok", DutyStatus.VERIFIED: "ok", DutyStatus.DROPPED: "none",
    Presence.PRESENT: "ok", Presence.ONLINE: "info", Presence.ABSENT: "bad", Presence.UNKNOWN: "none",
    Outcome.DECIDED: "ok", Outcome.NOTED: "ok", Outcome.OPEN: "warn", Outcome.SKIPPED: "none",
    MotionState.VOTING: "warn", MotionState.ADOPTED: "ok", MotionState.REJECTED: "bad", MotionState.WITHDRAWN: "none",
    Rsvp.YES: "ok", Rsvp.NO: "none", Rsvp.APOLOGY: "warn", Rsvp.NONE: "none",
}  # fmt: skip


@register.filter
def tone(value: str) -> str:
    """The kind of status tag for a state."""
    return _TONES.get(value, "none")


@register.filter
def duty_label(value: str) -> str:
    """The words of a duty's status; a dash for none."""
    return str(DutyStatus(value).label) if value in DutyStatus.values else "—"


@register.filter
def due_tone(duty: DecisionDuty) -> str:
    """The kind of status tag for a due day: bad = late, warn = soon."""
    state = urgency(duty.due, duty.status, timezone.localdate())
    return {"late": "bad", "today": "warn", "soon": "warn"}.get(state, "none")


@register.filter
def due_words(duty: DecisionDuty) -> str:
    """Words beside the day, so that colour says nothing alone."""
    state = urgency(duty.due, duty.status, timezone.localdate())
    return {"late": _("Overdue"), "today": _("Due today"), "soon": _("Due soon"), "none": _("No due day")}.get(
        state, ""
    )


@register.filter
def both_days(due_text: str, due: date | None) -> str:
    """A deadline both ways: as decided, and as a day."""
    return " → ".join(part for part in (due_text, short_day(due) if due else "") if part) or "—"


@register.filter
def is_information(kind: str) -> bool:
    """Whether an item is for information only."""
    return kind == ItemKind.INFORMATION


@register.filter
def at(rows: Mapping[int, Any], key: int) -> Any:
    """What a table holds for a number; nothing when it holds none."""
    return rows.get(key, ())


@register.filter
def doubted_matter(doubt: Mapping[str, Any]) -> int | None:
    """Which matter, counted from one, a doubt of the reading is about; None when it is about none."""
    found = re.match(r"items\[(\d+)\]", str(doubt.get("where") or ""))
    return int(found[1]) + 1 if found else None


@register.filter
def labels(item: AgendaItem) -> tuple[str, ...]:
    """The labels ("#জরুরি") of a matter's texts and decisions."""
    return labels_in(item.topic, item.discussion, *(decision.text for decision in item.decisions.all()))
