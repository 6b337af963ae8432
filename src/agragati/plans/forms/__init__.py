"""Shapes of what people type about plans."""

from .entry import CancelForm, CorrectionForm, EntryForm, as_typed, entry_of, entry_options
from .lists import PlanFilterForm, page_number, plan_columns, plan_filter, row_columns
from .terms import AdoptForm, TermsForm, terms_of, terms_options

__all__ = [
    "AdoptForm",
    "CancelForm",
    "CorrectionForm",
    "EntryForm",
    "PlanFilterForm",
    "TermsForm",
    "as_typed",
    "entry_of",
    "entry_options",
    "page_number",
    "plan_columns",
    "plan_filter",
    "row_columns",
    "terms_of",
    "terms_options",
]
