"""Files, letters, whom they go to, and templates."""

from .delivery import LetterAddress, LetterRecipient
from .files import FileRecord, MemoNumber
from .letters import Letter, LetterCopy, LetterMove
from .reading import PaperReading, ReadPage
from .templates import LetterTemplate

__all__ = [
    "FileRecord",
    "Letter",
    "LetterAddress",
    "LetterCopy",
    "LetterMove",
    "LetterRecipient",
    "LetterTemplate",
    "MemoNumber",
    "PaperReading",
    "ReadPage",
]
