"""What every operation of plans takes and answers."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Header, Path, Status

from agragati.kernel.errors import Stale
from agragati.ui.answers import PROBLEMS, Problem

LARGEST = 2**31 - 1
WRITTEN = {**PROBLEMS, 412: Problem}
Id = Annotated[int, Path(ge=1, le=LARGEST)]
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=64, pattern=r"^[\w-]+$")]
IfMatch = Annotated[str, Header(alias="If-Match", min_length=3, max_length=80, examples=['"12-1"'])]
IfNoneMatch = Annotated[str, Header(alias="If-None-Match")]


def tagged(response: HttpResponse, found: Any, tag: str, given: str = "") -> Any:
    """Answer `found` with its ETag, or 304 without a body when `given` (If-None-Match) names just that state."""
    if _names(given, tag):
        return Status(304, None)
    response["ETag"] = tag
    return found


def require_match(tag: str, given: str, *, theirs: str, yours: str) -> None:
    """Raise Stale (412), with what stands there and what was sent, unless `given` names the newest state `tag`."""
    if not _names(given, tag):
        raise Stale("Someone else changed this meanwhile. It now says: %(theirs)s. You typed: %(yours)s.",
                    field="If-Match", theirs=theirs, yours=yours)  # fmt: skip


def _names(given: str, tag: str) -> bool:
    tags = {one.strip().removeprefix("W/") for one in given.split(",")}
    return tag in tags or "*" in tags
