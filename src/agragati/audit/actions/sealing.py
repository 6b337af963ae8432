"""Closing the log: each deed gets a seal that hangs on the one before."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import Max
from django.db.utils import OperationalError

from agragati.kernel.actor import Actor

from ..models import Deed
from ..rules import seal_of
from ..selectors import row_under_seal

MOST_AT_ONCE = 5000
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
    """The highest id below which no deed can appear any more.

    Ids are given before commit, so a lower one may still be on its way. A SHARE lock waits for the writers at work
    and is let go at once, with the savepoint; when they take longer than a second the next run tries again.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '1s'")
            cursor.execute("LOCK TABLE audit_deed IN SHARE MODE")
            highest: int = Deed.objects.aggregate(highest=Max("id"))["highest"] or 0
            transaction.set_rollback(True)
            return highest
    except OperationalError:
        return 0
