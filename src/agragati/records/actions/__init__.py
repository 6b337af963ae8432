"""Deeds on files, comments, numbers and submits."""

from .comments import add_comment
from .files import keep_file
from .numbers import next_number
from .submits import claim_submit, finish_submit

__all__ = ["add_comment", "claim_submit", "finish_submit", "keep_file", "next_number"]
