"""Meetings, as pure functions on plain values."""
