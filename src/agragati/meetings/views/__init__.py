"""Pages of meetings and decisions."""

from .agenda import add_item, carry_over, item_text, meeting_text, move_item, remove_item
from .attendance import answer, attendance, attendance_log, check_in, invite
from .decisions import decide, decision, decisions, edit_decision, export, remind_silent, remove_decision
from .duties import duty, duty_deed, promise, remark
from .importing import confirm_import, discard_import, import_page, upload
from .meetings import correct, detail, edit, meeting_list, plan, series_list, series_new
from .motions import motion, motion_deed, put_forward
from .papers import paper, published, published_detail, published_pdf
from .running import appointment, attach, invite_code, join, present, take_up, terms
from .series import backlog_add, backlog_take, compiled, series_detail, series_note
from .steps import step

__all__ = [
    "add_item",
    "answer",
    "appointment",
    "attach",
    "attendance",
    "attendance_log",
    "backlog_add",
    "backlog_take",
    "carry_over",
    "check_in",
    "compiled",
    "confirm_import",
    "correct",
    "decide",
    "decision",
    "decisions",
    "detail",
    "discard_import",
    "duty",
    "duty_deed",
    "edit",
    "edit_decision",
    "export",
    "import_page",
    "invite",
    "invite_code",
    "item_text",
    "join",
    "meeting_list",
    "meeting_text",
    "motion",
    "motion_deed",
    "move_item",
    "paper",
    "plan",
    "present",
    "promise",
    "published",
    "published_detail",
    "published_pdf",
    "put_forward",
    "remark",
    "remind_silent",
    "remove_decision",
    "remove_item",
    "series_detail",
    "series_list",
    "series_new",
    "series_note",
    "step",
    "take_up",
    "terms",
    "upload",
]
