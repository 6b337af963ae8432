"""Closing the log: each deed gets a seal that hangs on the one before."""

from __future__ import annotations

import time

from django.db import connection, transaction
from django.db.models import Max

from agragati.kernel.actor import Actor

from ..models import Deed
from ..rules import seal_of
from ..selectors import row_under_seal

MOST_AT_ONCE = 5000
PATIENCE = 1.0  # seconds
_ONE_SEALER = 7_341_001  # any number, the same in every process


@transaction.atomic
def seal_deeds(*, by: Actor) -> int:
    """Seal the deeds that no open transaction can still precede; how many were sealed, 0 when others are busy."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_ONE_SEALER])
        if not cursor.fetchone()[0]:
            return 0
    last = Deed.objects.exclude(seal="").order_by("-id").first()
    before = last.seal if last else ""
    deeds = list(Deed.objects.filter(seal="", id__lte=_horizon()).order_by("id")[:MOST_AT_ONCE])
    for deed in deeds:
        before = deed.seal = seal_of(before=before, row=row_under_seal(by=by, deed=deed))
    Deed.objects.bulk_update(deeds, ["seal"], batch_size=500)
    return len(deeds)


def _horizon() -> int:
    """The highest id below which no deed can appear any more; 0 when writers are slower than a second.

    Ids are given before commit, so a lower one may still be on its way. Whoever writes holds a lock on the table
    until it ends, so once the writers seen after taking the highest id are gone, every id up to it is decided. They
    are only watched: a lock of our own would make new writers queue behind us, and housekeeping could refuse it.
    """
    highest: int = Deed.objects.aggregate(highest=Max("id"))["highest"] or 0
    waiting_for, until = _writers(), time.monotonic() + PATIENCE
    while waiting_for:
        if time.monotonic() > until:
            return 0
        time.sleep(0.02)
        waiting_for &= _writers()
    return highest


def _writers() -> set[str]:
    """The other transactions that have written to the log and are still open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT virtualtransaction FROM pg_locks WHERE relation = 'audit_deed'::regclass"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            " AND mode = 'RowExclusiveLock' AND granted AND pid <> pg_backend_pid()"
        )
        return {row[0] for row in cursor.fetchall()}
