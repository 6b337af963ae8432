"""Bytes of a paper → plain blocks (lines, and tables as grids), for TXT, DOCX and PDF with text.

Nothing is understood here: what the lines mean is the business of whoever asks (minutes: `meetings.rules`).
"""

from agragati.papers.renderers.extract.blocks import Block, as_json, line, table
from agragati.papers.renderers.extract.open import extract, kind_of

__all__ = ["Block", "as_json", "extract", "kind_of", "line", "table"]
