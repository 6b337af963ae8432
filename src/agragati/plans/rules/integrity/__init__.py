"""Rules R1–R18 as named checks over plain values. In prose: docs/algorithms/integrity.md."""

from .facts import ClaimFacts, Doubt, EventFacts, MeetingFacts, PlanFacts, Recorded, RowFacts, Severity
from .table import CHECKS, Check, doubts_of

__all__ = [
    "CHECKS",
    "Check",
    "ClaimFacts",
    "Doubt",
    "EventFacts",
    "MeetingFacts",
    "PlanFacts",
    "Recorded",
    "RowFacts",
    "Severity",
    "doubts_of",
]
