"""Plans as the database keeps them."""

from .frameworks import FrameworkEdition
from .plans import Plan, PlanIndicator
from .progress import Evidence, ProgressEvent

__all__ = ["Evidence", "FrameworkEdition", "Plan", "PlanIndicator", "ProgressEvent"]
