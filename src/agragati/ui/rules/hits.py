"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    """One thing found: its title, address, and a line about where it belongs."""

    title: str
    url: str
    about: str = ""
