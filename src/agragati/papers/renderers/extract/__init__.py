"""Bytes of a paper → pages of plain blocks (lines, and tables as grids): TXT, DOCX, DOC, PDF, scans, pictures.

Nothing is understood here: what the lines mean is the business of whoever asks (minutes: `meetings.rules`).
"""

from agragati.papers.renderers.extract.blocks import Block, Page, as_json, line, table
from agragati.papers.renderers.extract.open import OpenPaper, extract, kind_of

__all__ = ["Block", "OpenPaper", "Page", "as_json", "extract", "kind_of", "line", "table"]
