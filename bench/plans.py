"""A national year of plans: 52,000 offices × 13 indicators × 4 quarters; the review queue and one office re-scored.

    DATABASE_URL=… python bench/plans.py [--offices 52000]

Uses the database of DATABASE_URL (made for this, never one in use): loads the invented national tree and the year on
the first run, in one statement a table. Prints milliseconds (median and 95th of the runs) and, beside each, the same
rows read or written by a bare statement in the same run: the ratio says what the product adds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterable

import django

YEAR = 2021
LOAD = {
    "plan": """
        INSERT INTO plans_plan (office_id, edition_id, kind, fiscal_year, tier, path, stage, method, total, estimated,
                                scored_at, adopted_at, version, is_demo)
        SELECT id, %(edition)s, 'egov', 2021, '', path, 'in_force', '', 0, false, now(), now(), 1, false
        FROM org_office ORDER BY path""",
    "planindicator": """
        INSERT INTO plans_planindicator (plan_id, code, concept, position, not_applicable, not_applicable_because,
                                         state, points, version)
        SELECT p.id, c.code, '', c.position - 1, false, '', 'scored', 0, 1
        FROM plans_plan p CROSS JOIN unnest(%(codes)s::text[]) WITH ORDINALITY AS c(code, position)
        ORDER BY p.id, c.position""",
    "progressevent": """
        INSERT INTO plans_progressevent (indicator_id, day, standing, quantity, numerator, denominator, text, place,
                                         memo_no, source, source_ref, entered_label, entered_at, cancel_reason,
                                         is_demo, figures)
        SELECT i.id, q.day, 'done', CASE WHEN i.code = ANY(%(counts)s) THEN 1 END,
               CASE WHEN i.code = ANY(%(shares)s) THEN 30 + i.id %% 20 END,
               CASE WHEN i.code = ANY(%(shares)s) THEN 60 END, 'কাজ', '', '', 'typed', '', 'bench', q.day, '', false,
               '{}'
        FROM plans_planindicator i
        CROSS JOIN (VALUES (1, date '2021-09-20'), (2, date '2021-12-20'), (3, date '2022-03-10'),
                           (4, date '2022-06-10')) AS q(number, day)
        WHERE q.number = 2 OR NOT i.code = ANY(%(dates)s) ORDER BY i.id, q.number""",
    "evidence": """
        INSERT INTO plans_evidence (indicator_id, event_id, kind, url, memo_no, day, note, reference, facts, version,
                                    added_label, added_at, withdrawn_because)
        SELECT indicator_id, id, 'notice', '', '', day, 'প্রমাণক', '', '{}', 1, 'bench', now(), ''
        FROM plans_progressevent ORDER BY id""",
    "submission": """
        INSERT INTO plans_submission (plan_id, fiscal_year, quarter, path, state, round, due, is_late, claimed_total,
                                      submitted_label, first_sent_at, submitted_at, version)
        SELECT p.id, 2021, q, p.path, CASE WHEN q < 4 THEN 'verified' ELSE 'submitted' END, 1, date '2022-07-10',
               p.id %% 9 = 0, 20, 'bench', now(), now(), 1
        FROM plans_plan p CROSS JOIN generate_series(1, 4) AS q ORDER BY p.path, q""",
    "claim": """
        INSERT INTO plans_claim (submission_id, indicator_id, path, fiscal_year, quarter, position, state, round,
                                 as_of, is_late, is_provisional, has_flag, proof_complete, is_sampled, risk,
                                 claimed_raw, claimed_points, verified_raw, verified_points, decided_at)
        SELECT s.id, i.id, s.path, 2021, s.quarter, i.position,
               CASE WHEN s.quarter < 4 THEN 'accepted' ELSE 'claimed' END, 1, date '2022-06-30', s.is_late, false,
               i.id %% 17 = 0, i.id %% 5 > 0, false, 1 + i.id %% 4, 80, 2,
               CASE WHEN s.quarter < 4 THEN 80 END, CASE WHEN s.quarter < 4 THEN 2 END,
               CASE WHEN s.quarter < 4 THEN now() END
        FROM plans_submission s JOIN plans_planindicator i ON i.plan_id = s.plan_id
        ORDER BY s.path, s.quarter, i.position""",
}


def measure(label: str, deed: Callable[[int], object], runs: int = 60, limit: float = 0, bare: float = 0) -> float:
    """Print median and 95th percentile of `deed(i)` in milliseconds, its limit, and its ratio to a bare statement."""
    deed(0)
    times = []
    for number in range(runs):
        started = time.perf_counter()
        deed(number)
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    middle = statistics.median(times)
    note = f"  limit {limit:.0f}: {'kept' if middle <= limit else 'BROKEN'}" if limit else ""
    note += f"  {middle / bare:.1f} × bare" if bare else ""
    print(f"{label:62} {middle:9.2f} {times[int(runs * 0.95) - 1]:9.2f}{note}", flush=True)
    return middle


def load(count: int) -> None:
    """The tree, the framework, and the year; a table that has rows is left as it is."""
    import tomllib

    from django.conf import settings
    from django.db import connection, transaction

    from agragati.org import actions
    from agragati.org.access import system
    from agragati.org.models import Office
    from agragati.plans.actions import load_framework
    from agragati.plans.rules.reading import read_framework

    document = tomllib.loads((settings.FRAMEWORKS / "egov-2021-22.toml").read_text(encoding="utf-8"))
    edition = load_framework(by=system("bench"), key="egov-2021-22", document=document)
    started = time.perf_counter()
    if Office.objects.count() < count:
        made = actions.load_national(by=system("bench"), count=count)
        print(f"offices: {made} in {time.perf_counter() - started:.0f} s", flush=True)
    rows = read_framework(document, name="egov-2021-22").indicators
    of = {unit: [row.code for row in rows if row.measure == unit] for unit in ("date", "number", "percent")}
    given = {"edition": edition.pk, "codes": [row.code for row in rows], "dates": of["date"], "counts": of["number"],
             "shares": of["percent"]}  # fmt: skip
    for name, sql in LOAD.items():
        started = time.perf_counter()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM plans_{name})")
            if cursor.fetchone()[0]:
                continue
            cursor.execute("SET LOCAL session_replication_role = replica")  # the history of made-up rows is not kept
            cursor.execute(sql, given)
            print(f"{name}: {cursor.rowcount} in {time.perf_counter() - started:.0f} s", flush=True)
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM ANALYZE {', '.join(f'plans_{table}' for table in LOAD)}, org_office")


def review(paths: Iterable[str]) -> None:
    """The queue of a reviewer of the country, of the largest line, and of one with about 500 offices."""
    from django.db import connection

    from agragati.org.access import ROLES, Access, Grant, Reach, reach_of
    from agragati.plans.models import Claim, Plan
    from agragati.plans.selectors import queue

    def access(path: str, reach: Reach) -> Access:
        scope = reach_of(reach, path, "")
        grant = Grant("reviewer", ROLES["reviewer"].permissions, scope, scope, scope)
        return Access(1, office_path=path, permissions=ROLES["reviewer"].permissions, enter=scope, view=scope,
                      search=scope, grants=(grant,))  # fmt: skip

    sizes = {path: Plan.objects.filter(path__startswith=f"{path}.").count() for path in paths}
    largest = max(sizes, key=lambda path: sizes[path])
    middle = min(sizes, key=lambda path: abs(sizes[path] - 500))
    top = largest.split(".")[0]
    whom = {f"{sizes[middle]} offices": access(middle, Reach.BELOW),
            f"the largest line, {sizes[largest]} offices": access(largest, Reach.BELOW),
            "the whole country": access(top, Reach.ALL)}  # fmt: skip

    def opened(by: Access, wanted: queue.QueueFilter) -> None:
        queue.queue_page(by=by, wanted=wanted)
        queue.review_progress(by=by, fiscal_year=wanted.fiscal_year, quarter=wanted.quarter)
        queue.quarters_in_queue(by=by)
        queue.submission_rates(by=by, fiscal_year=YEAR, quarter=4)

    def bare(path: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT * FROM plans_claim WHERE state = 'claimed' AND path > %s AND path < %s "
                "ORDER BY path, fiscal_year, quarter, position LIMIT 25", [f"{path}.", f"{path}/"],
            )  # fmt: skip
            cursor.fetchall()

    least = measure("bare: 25 waiting claims of a line, by index", lambda n: bare(largest))
    for words, by in whom.items():
        measure(f"queue opens, {words}", lambda n, by=by: opened(by, queue.QueueFilter()), limit=150, bare=least)
    for mark in ("clean", "flagged"):
        measure(f"queue opens, the country, {mark} of quarter 4",
                lambda n, m=mark: opened(whom["the whole country"], queue.QueueFilter("waiting", YEAR, 4, m)),
                limit=150, bare=least)  # fmt: skip
    claims = list(Claim.objects.filter(state="claimed", path__startswith=f"{largest}.")[:60])
    measure("next and previous of one claim",
            lambda n: queue.neighbours(by=whom["the whole country"], claim=claims[n % len(claims)],
                                       wanted=queue.QueueFilter()), limit=150)  # fmt: skip


def rescore() -> None:
    """One office re-scored from its events, beside the same rows read and written bare."""
    from django.db import connection, transaction

    from agragati.org.access import system
    from agragati.plans.actions import rescore_plan
    from agragati.plans.models import Plan
    from agragati.plans.selectors.sheets import score_of_plan

    count = Plan.objects.count()
    places = [1 + number * count // 60 for number in range(60)]
    plans = [Plan.objects.select_related("office__area", "edition").order_by("pk")[place - 1] for place in places]
    by = system("bench")

    def bare(number: int) -> None:
        plan = plans[number % 60].pk
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT id FROM plans_plan WHERE id = %s FOR UPDATE", [plan])
            cursor.execute("SELECT * FROM plans_planindicator WHERE plan_id = %s", [plan])
            rows = cursor.fetchall()
            cursor.execute("SELECT e.* FROM plans_progressevent e JOIN plans_planindicator i ON i.id = e.indicator_id "
                           "WHERE i.plan_id = %s", [plan])  # fmt: skip
            cursor.fetchall()
            for row in rows:
                cursor.execute("UPDATE plans_planindicator SET points = points WHERE id = %s", [row[0]])
            cursor.execute("UPDATE plans_plan SET version = version + 1 WHERE id = %s", [plan])

    def entered(number: int) -> None:
        """One office whose newest figure has just changed."""
        plan = plans[number % 60]
        with connection.cursor() as cursor:
            cursor.execute("UPDATE plans_progressevent SET quantity = 1 + (quantity::int %% 2) WHERE id = (SELECT e.id "
                           "FROM plans_progressevent e JOIN plans_planindicator i ON i.id = e.indicator_id "
                           "WHERE i.plan_id = %s AND e.quantity > 0 ORDER BY e.id LIMIT 1)", [plan.pk])  # fmt: skip

    for plan in plans:  # a year under way has its marks beside its rows already
        rescore_plan(by=by, plan=plan)
    least = measure("bare: the same rows read and written", bare)
    measure("one office scored, not kept", lambda n: score_of_plan(by=by, plan=plans[n % 60]))
    change = measure("the change of one figure alone", entered)
    both = measure("one figure changed and its office re-scored",
                   lambda n: (entered(n), rescore_plan(by=by, plan=plans[n % 60])))  # fmt: skip
    print(f"{'one office re-scored':62} {both - change:9.2f}{'':>10}  limit 20: "
          f"{'kept' if both - change <= 20 else 'BROKEN'}  {(both - change) / least:.1f} × bare")  # fmt: skip


def main() -> None:
    """Load and measure."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agragati.config.settings")
    django.setup()
    from agragati.org.models import Office
    from agragati.plans.models import Claim, Plan

    parser = argparse.ArgumentParser()
    parser.add_argument("--offices", type=int, default=52_000)
    load(parser.parse_args().offices)
    print(f"{Plan.objects.count()} plans, {Claim.objects.count()} claims")
    print(f"{'':62} {'median':>9} {'95 %':>9}  ms")
    rescore()
    review(Office.objects.filter(kind__in=("department", "divisional")).order_by("path").values_list("path", flat=True))


if __name__ == "__main__":
    main()
