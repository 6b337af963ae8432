"""Rights over 52,000 offices: a scoped page, descendants, the picker, one permission answer; each beside a bare query.

    DATABASE_URL=… python bench/org_scope.py [--offices 52000]

Uses the database of DATABASE_URL (made for this, never one in use): loads the invented national tree on first run.
Prints milliseconds: median and 95th of 100 over varied offices.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable

import django


def measure(label: str, deed: Callable[[int], object], runs: int = 100) -> None:
    """Print median and 95th percentile of `deed(i)` in milliseconds."""
    deed(0)
    times = []
    for number in range(runs):
        started = time.perf_counter()
        deed(number)
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    print(f"{label:58} {statistics.median(times):9.3f} {times[int(runs * 0.95) - 1]:9.3f}")


def main() -> None:
    """Load and measure."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agragati.config.settings")
    django.setup()
    from django.db import connection

    from agragati.org import actions, selectors
    from agragati.org.access import ROLES, Access, Grant, P, Reach, reach_of, system
    from agragati.org.models import Area, Office

    parser = argparse.ArgumentParser()
    parser.add_argument("--offices", type=int, default=52_000)
    count = parser.parse_args().offices
    started = time.perf_counter()
    made = actions.load_national(by=system("bench"), count=count)
    print(f"load of {made} offices: {time.perf_counter() - started:.1f} s; in the tree now: {Office.objects.count()}")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE org_office")

    def access(path: str, reach: Reach, area: str = "") -> Access:
        scope = reach_of(reach, path, area)
        permissions = ROLES["reviewer"].permissions
        grant = Grant("reviewer", permissions, scope, scope, scope)
        return Access(1, permissions=permissions, enter=scope, view=scope, search=scope, grants=(grant,))

    tops = Office.objects.filter(kind="department").order_by("path").values_list("path", flat=True)
    departments = [access(path, Reach.BELOW) for path in tops]
    paths = list(Office.objects.order_by("path").values_list("path", flat=True))
    districts = list(Area.objects.filter(level="district").values_list("path", flat=True))
    coordinators = [access(paths[0], Reach.AREA, area) for area in districts]
    national = access(paths[0], Reach.ALL)
    largest = max(departments, key=lambda one: Office.objects.visible_to(one).count())
    words = ["উপজেলা", "পবা", "জেলা রাজ", "godagari", "rajsahi", "অধিদপ্তর 7-3 পুঠিয়া", "গোদাগাড়ি", "Department 12"]

    def bare(sql: str, *values: object) -> list[tuple[object, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    def pick(which: list[Access], number: int) -> Access:
        return which[number % len(which)]

    print(f"{'':58} {'median':>9} {'95 %':>9}  ms")
    measure("scoped page of 50, a department (by line)",
            lambda n: list(selectors.offices(by=pick(departments, n))[:50]))  # fmt: skip
    measure("scoped page of 50, a district (line and area)",
            lambda n: list(selectors.offices(by=pick(coordinators, n))[:50]))  # fmt: skip
    measure("scoped page of 50, the whole country", lambda n: list(selectors.offices(by=national)[:50]))
    measure("bare page of 50, no rights", lambda n: bare("SELECT * FROM org_office ORDER BY path LIMIT 50"))
    measure("descendants of the largest department, count", lambda n: Office.objects.visible_to(largest).count())
    measure("the same by recursive query", lambda n: bare(
        "WITH RECURSIVE t AS (SELECT id FROM org_office WHERE path = %s UNION ALL "
        "SELECT o.id FROM org_office o JOIN t ON o.parent_id = t.id) SELECT count(*) FROM t",
        largest.view.subtrees[0]))  # fmt: skip
    measure("descendants of everything, ids", lambda n: list(Office.objects.visible_to(national).values_list("pk")), 10)
    measure("picker over the whole country", lambda n: selectors.office_options(by=national, query=words[n % 8]))
    measure(
        "picker within a department", lambda n: selectors.office_options(by=pick(departments, n), query=words[n % 8])
    )
    measure(
        "one permission answer in memory", lambda n: largest.may_enter(P.PROGRESS_REVIEW, paths[n * 97 % len(paths)])
    )
    ids = list(Office.objects.values_list("pk", flat=True)[:5000])
    measure("one office fetched with its rights",
            lambda n: Office.objects.visible_to(largest).filter(pk=ids[n * 31 % len(ids)]).first())  # fmt: skip
    measure("the same without rights", lambda n: Office.objects.filter(pk=ids[n * 31 % len(ids)]).first())


if __name__ == "__main__":
    main()
