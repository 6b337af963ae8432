"""Offices for programs, and SCIM for a directory of officials."""

from .offices import router

__all__ = ["router"]
