"""Decisions as a sheet, a check-in address as a picture."""

from .qr import qr_svg
from .sheet import decision_sheet

__all__ = ["decision_sheet", "qr_svg"]
