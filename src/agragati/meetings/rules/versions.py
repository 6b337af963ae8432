"""Texts that several people type at once: each field has its own version, and no word is lost."""

from __future__ import annotations

from collections.abc import Mapping

from agragati.kernel.errors import Conflict


def next_version(
    versions: Mapping[str, int], field: str, *, seen: int | None, stored: str, typed: str
) -> dict[str, int]:
    """The versions after `typed` replaces `stored` in `field`, which the writer saw in version `seen`.

    Unchanged text gives the versions as they are. Raises Conflict with both texts when someone else changed the
    field since; `seen` None (a machine that read nothing) never conflicts.
    """
    now = versions.get(field, 1)
    if typed == stored:
        return dict(versions)
    if seen is not None and seen != now:
        raise Conflict(
            "Someone else changed this text meanwhile.", field=field, theirs=stored, yours=typed, version=now
        )
    return {**versions, field: now + 1}
