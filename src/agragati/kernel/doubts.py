"""A doubt about something read: a plain English sentence with placeholders (the msgid) and its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Doubt:
    """Why a reading must be looked at by a person; `key` is a sentence with `%(name)s` placeholders."""

    key: str
    params: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def text(self) -> str:
        """The sentence with its values, in English."""
        return self.key % self.params if self.params else self.key

    def __str__(self) -> str:
        return self.text
