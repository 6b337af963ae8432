"""Deeds on meetings and decisions."""

from .agenda import (
    NewItem,
    add_items,
    add_to_backlog,
    carry_over,
    correct_minutes,
    move_item,
    remove_item,
    take_backlog,
    write_text,
)
from .attendance import answer_invitation, check_in, import_log, note_presence
from .decisions import DecisionDraft, decide, edit_decision, remove_decision
from .demo import load_demo_meetings
from .duties import Proof, drop, promise, reopen, report, send_back, take_up, verify
from .importing import ImportedMeeting, confirm_import, discard_import, read_file, sweep_imports
from .life import call_off, close, issue, notify, publish, resume, sign, start, withdraw
from .meetings import MeetingPlan, Outsider, edit_meeting, invite, invite_outsiders, plan_meeting, uninvite
from .series import SeriesPlan, end_series, plan_series_meetings, start_series
from .telling import hand_out_duties

__all__ = [
    "DecisionDraft",
    "ImportedMeeting",
    "MeetingPlan",
    "NewItem",
    "Outsider",
    "Proof",
    "SeriesPlan",
    "add_items",
    "add_to_backlog",
    "answer_invitation",
    "call_off",
    "carry_over",
    "check_in",
    "close",
    "confirm_import",
    "correct_minutes",
    "decide",
    "discard_import",
    "drop",
    "edit_decision",
    "edit_meeting",
    "end_series",
    "hand_out_duties",
    "import_log",
    "invite",
    "invite_outsiders",
    "issue",
    "load_demo_meetings",
    "move_item",
    "note_presence",
    "notify",
    "plan_meeting",
    "plan_series_meetings",
    "promise",
    "publish",
    "read_file",
    "remove_decision",
    "remove_item",
    "reopen",
    "report",
    "resume",
    "send_back",
    "sign",
    "start",
    "start_series",
    "sweep_imports",
    "take_backlog",
    "take_up",
    "uninvite",
    "verify",
    "withdraw",
    "write_text",
]
