"""Deeds on files, comments and numbers."""

from .comments import add_comment
from .files import keep_file
from .numbers import next_number

__all__ = ["add_comment", "keep_file", "next_number"]
