"""Bytes of sheets to plain cells."""

from .sheets import read_table

__all__ = ["read_table"]
