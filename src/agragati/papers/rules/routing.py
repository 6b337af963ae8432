"""Who gets a copy: addressees and what their rules found, each office and post once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One copy to send: for an office (`office`), one of its posts (`post`), or a free address (both None)."""

    address: int
    place: str
    label: str
    phrase: str = ""
    office: int | None = None
    post: int | None = None


def once_each(found: Iterable[Found]) -> list[Found]:
    """Keep the first copy for each office and post, addressees before copies; free addresses all stay."""
    ordered = sorted(found, key=lambda one: one.place != "to")
    kept: dict[tuple[object, ...], Found] = {}
    for at, one in enumerate(ordered):
        if one.post is not None:
            key: tuple[object, ...] = ("post", one.post)
        elif one.office is not None:
            key = ("office", one.office)
        else:
            key = ("free", at)
        kept.setdefault(key, one)
    return list(kept.values())
