"""Files, letters, whom they go to, and templates."""

from .annexes import LetterAnnex
from .delivery import CopySending, LetterAddress, LetterRecipient
from .diary import ReceivedLetter
from .files import FileRecord, MemoNumber
from .layouts import PaperLayout
from .letters import Letter, LetterCopy, LetterMove, LetterWords
from .mail import PaperMail
from .reading import PaperReading, ReadPage
from .searching import PaperField, PaperFieldValue, SavedSearch
from .templates import LetterTemplate

__all__ = [
    "CopySending",
    "FileRecord",
    "Letter",
    "LetterAddress",
    "LetterAnnex",
    "LetterCopy",
    "LetterMove",
    "LetterRecipient",
    "LetterTemplate",
    "LetterWords",
    "MemoNumber",
    "PaperField",
    "PaperFieldValue",
    "PaperLayout",
    "PaperMail",
    "PaperReading",
    "ReadPage",
    "ReceivedLetter",
    "SavedSearch",
]
