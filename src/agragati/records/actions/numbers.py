"""Numbers without gaps."""

from __future__ import annotations

from django.db import connection, transaction

from agragati.org.access import Access


@transaction.atomic
def next_number(*, by: Access, key: str) -> int:
    """The next number under `key`, starting at 1.

    The row stays locked until the caller's transaction ends, so a rolled-back deed gives its number back
    and no number is ever skipped or given twice. `by` is whose deed needs the number.
    """
    by.require_signed_in()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO records_sequence (key, last) VALUES (%s, 1) "
            "ON CONFLICT (key) DO UPDATE SET last = records_sequence.last + 1 RETURNING last",
            [key],
        )
        (number,) = cursor.fetchone() or (0,)
    return int(number)
