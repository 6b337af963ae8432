"""Pages of letters."""

from .annexes import add_annex, annex, remove_annex
from .chain import amend, cancel, drop, forward, issue, recall, replace, reserve, send_back, sign
from .copies import answer
from .drafting import add_address, addresses, edit, from_template, group, new, office_options, remove_address, start
from .layouts import layout
from .letter import docx, letter, pdf, picture, recipients
from .lists import letter_list, receive
from .register import cancel_number, close_file, file, files, open_file, reserve_number, roll_over
from .sending import came_back, dispatch, not_reached, return_list
from .templates import remove_template, template
from .verifying import ask, verify

__all__ = [
    "add_address",
    "add_annex",
    "addresses",
    "amend",
    "annex",
    "answer",
    "ask",
    "came_back",
    "cancel",
    "cancel_number",
    "close_file",
    "dispatch",
    "docx",
    "drop",
    "edit",
    "file",
    "files",
    "forward",
    "from_template",
    "group",
    "issue",
    "layout",
    "letter",
    "letter_list",
    "new",
    "not_reached",
    "office_options",
    "open_file",
    "pdf",
    "picture",
    "recall",
    "receive",
    "recipients",
    "remove_address",
    "remove_annex",
    "remove_template",
    "replace",
    "reserve",
    "reserve_number",
    "return_list",
    "roll_over",
    "send_back",
    "sign",
    "start",
    "template",
    "verify",
]
