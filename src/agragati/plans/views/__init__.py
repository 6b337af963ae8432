"""Pages of plans."""

from .entry import cancel, correct, enter
from .pages import detail, indicator, plan_list, report, report_pdf
from .terms import adopt, terms

__all__ = ["adopt", "cancel", "correct", "detail", "enter", "indicator", "plan_list", "report", "report_pdf", "terms"]
