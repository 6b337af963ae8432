"""Who does a deed, as plain values: what the audit writes down."""

from __future__ import annotations

from typing import Protocol


class Actor(Protocol):
    """One person at work: the user, the post held, and whom the person acts for (None = for no one else)."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def posting_id(self) -> int | None: ...
    @property
    def acting_for_id(self) -> int | None: ...
    @property
    def label(self) -> str: ...
    @property
    def office_path(self) -> str: ...
