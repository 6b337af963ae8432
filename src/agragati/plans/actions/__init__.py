"""Deeds on plans."""

from ..rules.entries import Entry
from .adopt import adopt_framework, state_terms
from .demo import load_demo_plans
from .frameworks import load_framework
from .progress import Proof, cancel_event, correct_event, record_progress
from .rescore import rescore_plan

__all__ = [
    "Entry",
    "Proof",
    "adopt_framework",
    "cancel_event",
    "correct_event",
    "load_demo_plans",
    "load_framework",
    "record_progress",
    "rescore_plan",
    "state_terms",
]
