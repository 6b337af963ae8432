"""What a signature says of its signatory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Who signs a paper, when, and where the visible mark stands.

    `key` tells people apart who have one name (the posting's number); `name` is also looked for in the PDF: the mark
    stands above its last occurrence. The mark prints `at` in the zone it carries.
    """

    key: str
    name: str
    designation: str = ""
    office: str = ""
    reason: str = ""
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    fonts: tuple[str, ...] = ("Hind Siliguri",)
