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
from .codes import join_by_code, make_invite_code
from .decisions import DecisionDraft, decide, edit_decision, remove_decision
from .demo import load_demo_meetings
from .duties import Proof, drop, promise, reopen, report, send_back, take_up, verify
from .following import ask_for_monthly_words, remark, remind_silent
from .importing import ImportedMeeting, confirm_import, discard_import, read_file, sweep_imports
from .life import call_off, close, issue, notify, publish, resume, sign, start, withdraw
from .meetings import MeetingPlan, Outsider, edit_meeting, invite, invite_outsiders, plan_meeting, uninvite
from .motions import close_vote, open_vote, put_forward, vote, withdraw_motion
from .running import ItemTerms, attach_to_item, carry_open_matters, set_terms, take_up_item
from .series import SeriesPlan, end_series, plan_series_meetings, start_series, write_note
from .telling import hand_out_duties

__all__ = [
    "DecisionDraft",
    "ImportedMeeting",
    "ItemTerms",
    "MeetingPlan",
    "NewItem",
    "Outsider",
    "Proof",
    "SeriesPlan",
    "add_items",
    "add_to_backlog",
    "answer_invitation",
    "ask_for_monthly_words",
    "attach_to_item",
    "call_off",
    "carry_open_matters",
    "carry_over",
    "check_in",
    "close",
    "close_vote",
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
    "join_by_code",
    "load_demo_meetings",
    "make_invite_code",
    "move_item",
    "note_presence",
    "notify",
    "open_vote",
    "plan_meeting",
    "plan_series_meetings",
    "promise",
    "publish",
    "put_forward",
    "read_file",
    "remark",
    "remind_silent",
    "remove_decision",
    "remove_item",
    "reopen",
    "report",
    "resume",
    "send_back",
    "set_terms",
    "sign",
    "start",
    "start_series",
    "sweep_imports",
    "take_backlog",
    "take_up",
    "take_up_item",
    "uninvite",
    "verify",
    "vote",
    "withdraw",
    "withdraw_motion",
    "write_note",
    "write_text",
]
