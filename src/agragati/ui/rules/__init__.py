"""Plain shapes of page parts: table columns, search hits."""

from .hits import Hit
from .tables import Column, chosen_order

__all__ = ["Column", "Hit", "chosen_order"]
