"""Decisions as a sheet."""

from .sheet import decision_sheet

__all__ = ["decision_sheet"]
