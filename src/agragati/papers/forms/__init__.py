"""Shapes and wording of what people type about letters and files."""

from agragati.ui.forms import HouseForm

from .letters import (
    ADDRESS_FORMS,
    AnswerForm,
    DispatchForm,
    FillForm,
    ForwardForm,
    LetterForm,
    ReasonForm,
    RemarkForm,
    TemplateForm,
)
from .lists import (
    CodeForm,
    CopyFilterForm,
    FileForm,
    PurposeForm,
    SameFileForm,
    WordsForm,
    copy_columns,
    file_columns,
    letter_columns,
    page_number,
    received_columns,
    register_columns,
    words_in,
)
from .typed import as_typed, sheets_as_typed, sheets_of, text_of

__all__ = [
    "ADDRESS_FORMS",
    "AnswerForm",
    "CodeForm",
    "CopyFilterForm",
    "DispatchForm",
    "FileForm",
    "FillForm",
    "ForwardForm",
    "HouseForm",
    "LetterForm",
    "PurposeForm",
    "ReasonForm",
    "RemarkForm",
    "SameFileForm",
    "TemplateForm",
    "WordsForm",
    "as_typed",
    "copy_columns",
    "file_columns",
    "letter_columns",
    "page_number",
    "received_columns",
    "register_columns",
    "sheets_as_typed",
    "sheets_of",
    "text_of",
    "words_in",
]
