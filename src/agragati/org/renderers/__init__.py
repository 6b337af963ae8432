"""Bytes of sheets to plain cells."""

from .sheets import LARGEST, read_table

__all__ = ["LARGEST", "read_table"]
