"""Questions to the log of deeds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC

from agragati.kernel.actor import Actor

from .models import Deed
from .rules import seal_of

SEALED = (
    "id", "name", "about", "about_label", "user_id", "posting_id", "acting_for_id", "actor_label", "office_path",
    "values",
)  # fmt: skip


@dataclass(frozen=True)
class SealCheck:
    """How many deeds are sealed, how many still wait, and the first whose seal is wrong (None = all are right)."""

    sealed: int
    waiting: int
    broken: int | None


def row_under_seal(*, by: Actor, deed: Deed) -> dict[str, object]:
    """The values a seal covers, JSON-ready; the time in UTC to the microsecond."""
    row = {name: getattr(deed, name) for name in SEALED}
    return {**row, "at": deed.at.astimezone(UTC).isoformat(timespec="microseconds")}


def check_seals(*, by: Actor) -> SealCheck:
    """Follow the chain from the first deed; a changed, added or removed row breaks it at that place."""
    before, sealed, broken = "", 0, None
    for deed in Deed.objects.exclude(seal="").order_by("id").iterator(chunk_size=2000):
        if broken is None and deed.seal != seal_of(before=before, row=row_under_seal(by=by, deed=deed)):
            broken = deed.pk
        before, sealed = deed.seal, sealed + 1
    return SealCheck(sealed=sealed, waiting=Deed.objects.filter(seal="").count(), broken=broken)
