"""Plans as the database keeps them."""

from .frameworks import FrameworkEdition
from .life import Amendment, Extension, PlanStep, ReviewTerms, Window
from .plans import Plan, PlanIndicator
from .progress import Evidence, ProgressEvent
from .review import Appeal, Claim, ReviewStep, Submission
from .samples import SampleDraw, SampleItem

__all__ = [
    "Amendment",
    "Appeal",
    "Claim",
    "Evidence",
    "Extension",
    "FrameworkEdition",
    "Plan",
    "PlanIndicator",
    "PlanStep",
    "ProgressEvent",
    "ReviewStep",
    "ReviewTerms",
    "SampleDraw",
    "SampleItem",
    "Submission",
    "Window",
]
