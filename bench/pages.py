"""Pages as people open them: milliseconds and kilobytes, beside the barest page in the same run.

    DATABASE_URL=… python bench/pages.py [--runs 40] [--people secretary,director,divisional,district,upazila]

Opens each page in this process, through every middleware, on whatever the database holds (see bench/org_scope.py and
bench/plans.py for a national one). Prints queries, median and 95th of the milliseconds, how many bare pages that is,
and the size of the page compressed. Limits: reading 150 ms, writing 300 ms, 25 KB with everything but fonts.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from django.test import Client

PAGES = (
    "/", "/today/", "/plans/", "/plans/?page=40", "/plans/{plan}/", "/plans/indicators/{indicator}/", "/plans/reviews/",
    "/plans/findings/", "/offices/", "/offices/?q=পুঠিয়া", "/offices/{office}/", "/offices/options/?q=পুঠি", "/people/",
    "/committees/", "/search/?q=নোট", "/papers/", "/meetings/", "/meetings/decisions/", "/outbox/", "/outbox/duties/",
)  # fmt: skip
KEY = re.compile(rb'name="submit_key" value="([^"]+)"')


def timed(runs: int, deed: Callable[[], Any]) -> tuple[float, float, Any]:
    """Median and 95th percentile of `deed` in milliseconds, and what it gave last."""
    deed()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        last = deed()
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    return statistics.median(times), times[int(runs * 0.95) - 1], last


def row_of(label: str, who: str, asks: str, figures: tuple[float, float], bare: float, size: str = "") -> str:
    """One line of the table."""
    median, worst = figures
    return f"{who:11}{label:44}{asks:>5}{median:>9.1f}{worst:>9.1f}{median / bare:>7.1f}{size:>7}"


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agragati.config.settings")
    django.setup()
    from django.test import Client
    from django.test.utils import setup_test_environment

    from agragati.org.models import Office
    from agragati.plans.models import PlanIndicator

    setup_test_environment()
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--people", default="secretary,director,divisional,district,upazila")
    given = parser.parse_args()
    bare = timed(given.runs, lambda: Client().get("/healthz"))[0]
    print(f"{Office.objects.count()} offices, {PlanIndicator.objects.count()} rows of plans; barest page {bare:.1f} ms")
    print(f"{'who':11}{'page':44}{'asks':>5}{'median':>9}{'95 %':>9}{'bare':>7}{'KB gz':>7}")
    for name in given.people.split(","):
        measure_person(name, given.runs, bare)


def measure_person(name: str, runs: int, bare: float) -> None:
    """All pages as one person, then one event written."""
    from django.test import Client

    from agragati.org.models import User
    from agragati.plans.models import PlanIndicator

    client = Client()
    client.force_login(User.objects.get(username=name), backend="allauth.account.auth_backends.AuthenticationBackend")
    office_id = client.get("/").wsgi_request.access.office_id
    mine = PlanIndicator.objects.filter(plan__office=office_id).select_related("plan__edition")
    row = mine.order_by("-plan__edition__fiscal_year").first()
    ids = {"office": office_id, "plan": row.plan_id if row else 0, "indicator": row.pk if row else 0}
    for pattern in PAGES:
        path = pattern.format(**ids)
        asked, answer = questions(client, path)
        if answer.status_code != 200:
            print(f"{name:11}{path:44}{answer.status_code:>5}")
            continue
        median, worst, answer = timed(runs, lambda path=path: client.get(path))  # type: ignore[misc]
        size = f"{len(gzip.compress(answer.content)) / 1024:.1f}"
        print(row_of(path, name, str(asked), (median, worst), bare, size))
    for row in mine.filter(plan=ids["plan"]):
        if b'name="quantity"' in client.get(f"/plans/indicators/{row.pk}/events/add/").content:
            figures = written(client, row.pk, row.plan.edition.fiscal_year, runs)
            print(row_of("one event of progress, written", name, "", figures, bare))
            break


def questions(client: Client, path: str) -> tuple[int, Any]:
    """How many questions a page asks the database, and its answer."""
    from django.db import connection

    asked: list[str] = []

    def count(do: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return do(sql, *rest)

    with connection.execute_wrapper(count):
        answer = client.get(path)
    return len(asked), answer


def written(client: Client, indicator_id: int, year: int, runs: int) -> tuple[float, float]:
    """Median and 95th of sending one event of progress; the form is fetched outside the clock."""
    path, times = f"/plans/indicators/{indicator_id}/events/add/", []
    for number in range(runs):
        key = KEY.search(client.get(path).content)
        assert key is not None
        day = f"{number % 28 + 1:02d}/10/{year}"
        typed = {"submit_key": key[1].decode(), "standing": "done", "day": day, "quantity": "1", "text": f"{number}"}
        started = time.perf_counter()
        answer = client.post(path, typed)
        times.append((time.perf_counter() - started) * 1000)
        assert answer.status_code == 302, re.findall(r'class="err"[^>]*>([^<]+)', answer.content.decode())
    times.sort()
    return statistics.median(times), times[int(runs * 0.95) - 1]


if __name__ == "__main__":
    main()
