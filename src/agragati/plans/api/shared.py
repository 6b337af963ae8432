"""What every operation of plans takes and answers."""

from __future__ import annotations

from typing import Annotated

from ninja import Header, Path

from agragati.kernel.errors import Stale
from agragati.ui.answers import PROBLEMS, Problem

LARGEST = 2**31 - 1
WRITTEN = {**PROBLEMS, 412: Problem}
Id = Annotated[int, Path(ge=1, le=LARGEST)]
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=64, pattern=r"^[\w-]+$")]
IfMatch = Annotated[str, Header(alias="If-Match", min_length=3, max_length=80, examples=['"12-1"'])]
IfNoneMatch = Annotated[str, Header(alias="If-None-Match")]


def require_match(tag: str, given: str, *, theirs: str, yours: str) -> None:
    """Raise Stale (412), with what stands there and what was sent, unless `given` names the newest state `tag`."""
    wanted = {one.strip().removeprefix("W/") for one in given.split(",")}
    if tag not in wanted and "*" not in wanted:
        raise Stale("Someone else changed this meanwhile. It now says: %(theirs)s. You typed: %(yours)s.",
                    field="If-Match", theirs=theirs, yours=yours)  # fmt: skip
