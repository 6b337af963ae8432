"""Geography from the data file."""

from __future__ import annotations

import csv
from pathlib import Path

from django.db import transaction

from agragati.audit.actions import record

from ..access import Access, P
from ..models import Area

FILE = Path(__file__).parents[1] / "data" / "areas.csv"


@transaction.atomic
def load_areas(*, by: Access) -> int:
    """Bring the areas of `data/areas.csv` (country, divisions, districts, upazilas, city corporations) in.

    Idempotent: codes already there get the file's names. Returns how many areas the file has.
    """
    by.require(P.OFFICE_MANAGE)
    paths: dict[str, str] = {}
    areas = []
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            above = paths.get(row["parent"], "")
            paths[row["code"]] = f"{above}.{row['code']}" if above else row["code"]
            areas.append(
                Area(code=row["code"], parent_id=row["parent"] or None, path=paths[row["code"]], level=row["level"],
                     name_bn=row["name_bn"], name_en=row["name_en"])
            )  # fmt: skip
    Area.objects.bulk_create(
        areas, update_conflicts=True, unique_fields=["code"],
        update_fields=["parent", "path", "level", "name_bn", "name_en"],
    )  # fmt: skip
    record(by=by, deed="org.load_areas", about="areas", values={"areas": len(areas)})
    return len(areas)
