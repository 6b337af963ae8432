"""Deeds on letters, files, numbers, copies and templates."""

from .amending import draft_amendment, draft_replacement
from .annexes import attach_file, detach_file
from .chain import forward_letter, recall_letter, return_letter, sign_letter
from .copies import make_copies
from .delivery import answer_with_remark, receive_letter
from .demo import load_demo_letters
from .drafting import add_address, draft_letter, drop_letter, edit_letter, remove_address
from .files import (
    cancel_issued_number,
    cancel_letter,
    cancel_number,
    close_file,
    issue_number,
    open_file,
    reserve_number,
    roll_over_file,
)
from .issuing import issue_letter, reserve_for_letter
from .layouts import save_layout
from .sending import note_dispatch, note_return, take_return_list
from .templates import remove_template, save_template

__all__ = [
    "add_address",
    "answer_with_remark",
    "attach_file",
    "cancel_issued_number",
    "cancel_letter",
    "cancel_number",
    "close_file",
    "detach_file",
    "draft_amendment",
    "draft_letter",
    "draft_replacement",
    "drop_letter",
    "edit_letter",
    "forward_letter",
    "issue_letter",
    "issue_number",
    "load_demo_letters",
    "make_copies",
    "note_dispatch",
    "note_return",
    "open_file",
    "recall_letter",
    "receive_letter",
    "remove_address",
    "remove_template",
    "reserve_for_letter",
    "reserve_number",
    "return_letter",
    "roll_over_file",
    "save_layout",
    "save_template",
    "sign_letter",
    "take_return_list",
]
