"""Plans as the database keeps them."""

from .dependencies import Dependency
from .follow_ups import FollowUp
from .frameworks import FrameworkEdition, HouseLegend
from .integrity import Fingerprint, PlanDoubt, Reuse
from .life import Amendment, Extension, PlanStep, ReviewTerms, Window
from .measures import RowMeasure
from .plans import Plan, PlanIndicator
from .progress import Evidence, ProgressEvent
from .review import Appeal, Claim, ReviewStep, Submission
from .samples import SampleDraw, SampleItem

__all__ = [
    "Amendment",
    "Appeal",
    "Claim",
    "Dependency",
    "Evidence",
    "Extension",
    "Fingerprint",
    "FollowUp",
    "FrameworkEdition",
    "HouseLegend",
    "Plan",
    "PlanDoubt",
    "PlanIndicator",
    "PlanStep",
    "ProgressEvent",
    "Reuse",
    "ReviewStep",
    "ReviewTerms",
    "RowMeasure",
    "SampleDraw",
    "SampleItem",
    "Submission",
    "Window",
]
