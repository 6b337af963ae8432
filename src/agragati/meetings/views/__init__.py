"""Pages of meetings and decisions."""

from .agenda import add_item, carry_over, item_text, meeting_text, move_item, remove_item
from .attendance import answer, attendance, attendance_log, check_in, invite
from .decisions import decide, decision, decisions, edit_decision, export, remove_decision
from .duties import duty, duty_deed, promise
from .importing import confirm_import, discard_import, upload
from .meetings import correct, detail, edit, meeting_list, plan, series_list, series_new
from .papers import paper, published, published_detail, published_pdf
from .steps import step

__all__ = [
    "add_item",
    "answer",
    "attendance",
    "attendance_log",
    "carry_over",
    "check_in",
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
    "invite",
    "item_text",
    "meeting_list",
    "meeting_text",
    "move_item",
    "paper",
    "plan",
    "promise",
    "published",
    "published_detail",
    "published_pdf",
    "remove_decision",
    "remove_item",
    "series_list",
    "series_new",
    "step",
    "upload",
]
