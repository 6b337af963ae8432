"""Many offices at once: rows of a sheet that were checked, written with their paths in a few statements."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from agragati.audit.actions import record
from agragati.kernel.errors import Refused

from ..access import Access, P
from ..choices import OfficeChange
from ..models import Office, OfficeSpell
from ..rules.names import sounds_key, words_key
from ..rules.office_rows import OfficeRow
from ..rules.paths import child_path
from .places import day_or_today

BATCH = 2000


@dataclass(frozen=True)
class Loaded:
    """What a load did."""

    made: int
    unchanged: int


@transaction.atomic
def load_office_rows(
    *, by: Access, rows: Sequence[OfficeRow], on: datetime.date | None = None, is_demo: bool = False
) -> Loaded:
    """Make the offices of `rows` (higher ones first); codes already there are left as they are.

    `on` (today) is the first day where a row names none. One deed, one audit row; the database checks every path.
    """
    if not by.enter_scope(P.OFFICE_MANAGE).everything:
        raise Refused("Only an administrator of the whole country loads offices from a sheet.")
    here = {code: (pk, path) for code, pk, path in Office.objects.values_list("code", "pk", "path")}
    Office.objects.lock_lines(*(path for _, path in here.values()), alone=True)
    new = [row for row in rows if row.code not in here]
    day = day_or_today(on)
    offices = []
    for number, row in zip(_numbers(len(new)), new, strict=True):
        above, above_path = here[row.parent] if row.parent else (None, "")
        here[row.code] = (number, child_path(above_path, number))
        offices.append(_office(row, number, above, here[row.code][1], day, is_demo))
    Office.objects.bulk_create(offices, batch_size=BATCH)
    OfficeSpell.objects.bulk_create([_first_spell(office) for office in offices], batch_size=BATCH)
    _count_anew(len(new))
    record(by=by, deed="org.load_offices", about="offices", values={"made": len(new), "rows": len(rows)})
    return Loaded(len(new), len(rows) - len(new))


def _count_anew(made: int) -> None:
    """Tell the planner of a table that has just grown: the law of paths is checked row by row at the end."""
    if made > BATCH:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE org_office")


def _numbers(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('org_office', 'id')) FROM generate_series(1, %s)", [count]
        )
        return [int(number) for (number,) in cursor.fetchall()]


def _office(row: OfficeRow, number: int, above: int | None, path: str, day: datetime.date, is_demo: bool) -> Office:
    return Office(
        id=number, parent_id=above, path=path, kind=row.kind, name_bn=row.name_bn, name_en=row.name_en, code=row.code,
        area_id=row.area or None, memo_code=row.memo_code, address_bn=row.address_bn, website=row.website,
        valid_from=row.valid_from or day, is_demo=is_demo,
        search_key=words_key(row.name_bn, row.name_en, row.code), sound_key=sounds_key(row.name_bn, row.name_en),
    )  # fmt: skip


def _first_spell(office: Office) -> OfficeSpell:
    return OfficeSpell(
        office=office, parent_id=office.parent_id, path=office.path, kind=office.kind, name_bn=office.name_bn,
        name_en=office.name_en, change=OfficeChange.ADDED, since=office.valid_from,
    )  # fmt: skip
