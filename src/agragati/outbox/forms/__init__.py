"""Shapes of what people type about messages."""

from .compose import ComposeForm, as_typed, draft_of
from .lists import (
    LogFilterForm,
    budget_columns,
    dispatch_columns,
    inbound_columns,
    log_columns,
    log_filter,
    page_number,
    proof_columns,
    result_columns,
    template_columns,
    unreached_columns,
)
from .personal import AnswerForm, KeyModeForm, PreferenceForm
from .terms import (
    BudgetForm,
    HolidayForm,
    PriceForm,
    ReminderPlanForm,
    SmsTermsForm,
    TemplateForm,
    stages_as_typed,
    stages_of,
    template_words,
)

__all__ = [
    "AnswerForm",
    "BudgetForm",
    "ComposeForm",
    "HolidayForm",
    "KeyModeForm",
    "LogFilterForm",
    "PreferenceForm",
    "PriceForm",
    "ReminderPlanForm",
    "SmsTermsForm",
    "TemplateForm",
    "as_typed",
    "budget_columns",
    "dispatch_columns",
    "draft_of",
    "inbound_columns",
    "log_columns",
    "log_filter",
    "page_number",
    "proof_columns",
    "result_columns",
    "stages_as_typed",
    "stages_of",
    "template_columns",
    "template_words",
    "unreached_columns",
]
