"""An invented tree of the country's size, for measurements."""

from __future__ import annotations

import datetime

from django.db import transaction

from ..access import Access
from ..models import Area
from ..rules.demo_line import DemoArea
from ..rules.national_line import national_rows
from .areas import load_areas
from .loading import load_office_rows


@transaction.atomic
def load_national(*, by: Access, count: int = 52_000) -> int:
    """Make up to `count` invented offices, marked as a demo; those there already are left. Returns how many are new."""
    if not Area.objects.exists():
        load_areas(by=by)
    areas = [DemoArea(a.code, a.parent_id or "", a.level, a.name_bn, a.name_en) for a in Area.objects.order_by("path")]
    rows = national_rows(areas, count)
    return load_office_rows(by=by, rows=rows, on=datetime.date(2018, 7, 1), is_demo=True).made
