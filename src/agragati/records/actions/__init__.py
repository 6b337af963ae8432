"""Deeds on files, comments and numbers."""

from .comments import add_comment
from .copies import defer_copy, keep_copy, note_no_copy
from .files import keep_file, replace_file
from .numbers import next_number
from .scanning import defer_scans, scan_file
from .store import store_once

__all__ = [
    "add_comment",
    "defer_copy",
    "defer_scans",
    "keep_copy",
    "keep_file",
    "next_number",
    "note_no_copy",
    "replace_file",
    "scan_file",
    "store_once",
]
