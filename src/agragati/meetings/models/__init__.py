"""Meetings, their agenda, decisions and papers as the database keeps them."""

from .agenda import AgendaItem
from .decisions import Decision, DecisionDuty, DecisionUpdate, Implementer
from .meetings import Invitation, Meeting
from .motions import Motion, Vote
from .papers import Correction, FrozenPaper, ImportDraft
from .series import Series

__all__ = [
    "AgendaItem",
    "Correction",
    "Decision",
    "DecisionDuty",
    "DecisionUpdate",
    "FrozenPaper",
    "Implementer",
    "ImportDraft",
    "Invitation",
    "Meeting",
    "Motion",
    "Series",
    "Vote",
]
