"""Questions about plans."""

from .editions import edition_by_key, framework_of, lineage_of, newest_editions
from .legends import house_legend
from .lists import plans_after, plans_page, years_with_plans
from .open import OpenRow, indicators_found, newest_year, open_rows, plans_of_children, plans_of_office
from .report import quarter_report
from .sheets import (
    IndicatorSheet,
    PlanSheet,
    SheetRow,
    indicator_sheet,
    indicator_sheet_to_edit,
    indicator_sheet_to_enter,
    plan_sheet,
    score_of_plan,
)
from .single import (
    event_that_was_read,
    event_to_correct,
    events_in_force,
    indicator_to_enter,
    plan_to_edit,
    plan_to_read,
)

__all__ = [
    "IndicatorSheet",
    "OpenRow",
    "PlanSheet",
    "SheetRow",
    "edition_by_key",
    "event_that_was_read",
    "event_to_correct",
    "events_in_force",
    "framework_of",
    "house_legend",
    "indicator_sheet",
    "indicator_sheet_to_edit",
    "indicator_sheet_to_enter",
    "indicator_to_enter",
    "indicators_found",
    "lineage_of",
    "newest_editions",
    "newest_year",
    "open_rows",
    "plan_sheet",
    "plan_to_edit",
    "plan_to_read",
    "plans_after",
    "plans_of_children",
    "plans_of_office",
    "plans_page",
    "quarter_report",
    "score_of_plan",
    "years_with_plans",
]
