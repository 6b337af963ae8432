"""How quick decisions stay when there are many: `python bench/meetings.py [--decisions 2000] [--offices 500]`.

Copies the database of DATABASE_URL (with the demo loaded, nobody connected) to `…_bench`, writes so many decisions of
the demo's directorate with a duty for so many offices each, and opens the pages as director and as an upazila officer,
through the whole of Django. Prints the median and the 95th percentile in milliseconds, what of it the processor worked
and how long the statements took; beside each a bare query that fetches the same rows with nothing around it, and the
ratio. The first row is a page with an empty form: what any page of the product costs on this machine now. The copy is
dropped afterwards, or with `--keep` used again by the next run with `--keep`.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agragati.config.settings")

READ_LIMIT, WRITE_LIMIT = 150, 300  # milliseconds, 95th percentile

FILL = """
WITH held AS (
  INSERT INTO meetings_meeting ({meeting}) SELECT {copied}, 'draft' FROM meetings_meeting WHERE id = %(meeting)s
  RETURNING id, office_id
), items AS (
  INSERT INTO meetings_agendaitem (office_id, meeting_id, kind, section, is_pinned, outcome, spent, position, topic,
    presenter, codes, about, concept, working_paper, discussion, versions)
  SELECT office_id, id, 'matter', '', false, '', 0, 1, 'পরিমাপ', '', '[]', '', '', '', '', '{{}}' FROM held
  RETURNING id, meeting_id, office_id
)
INSERT INTO meetings_decision (office_id, meeting_id, item_id, number, text, due_text, due, evidence, codes, about,
  concept, versions, search_key)
SELECT office_id, meeting_id, id, n, 'পরিমাপের সিদ্ধান্ত ' || n, '', current_date + (n %% 60), '', '[]', '', '', '{{}}',
  'পরিমাপের সিদ্ধান্ত ' || n FROM items, generate_series(1, %(decisions)s) n
"""
DUTIES = """
INSERT INTO meetings_decisionduty (decision_id, office_id, status, due, dropped_because, note, files, answered_at,
  changed_at, done_on)
SELECT d.id, o.id, s, d.due, '', '', 0, CASE WHEN s = 'not_started' THEN NULL ELSE now() END, now(),
  CASE WHEN s = 'done' THEN current_date END
FROM meetings_decision d
CROSS JOIN (SELECT id, row_number() OVER (ORDER BY path) AS at FROM org_office WHERE kind = 'upazila' AND is_demo
            ORDER BY path LIMIT %(offices)s) o
CROSS JOIN LATERAL (SELECT (ARRAY['not_started', 'on_schedule', 'behind', 'done'])[1 + (d.number + o.at) %% 4] AS s) x
WHERE d.text LIKE 'পরিমাপের সিদ্ধান্ত %%'
"""
BARE = {
    "an empty form": "SELECT 1",
    "list of an office": "SELECT * FROM meetings_decisionduty WHERE office_id = %(office)s AND status IN "
    "('not_started', 'on_schedule', 'behind') ORDER BY due, id LIMIT 25",
    "decisions waited for": "SELECT decision_id, status, count(*) FROM meetings_decisionduty WHERE decision_id IN "
    "(SELECT id FROM meetings_decision WHERE office_id = %(giver)s ORDER BY id LIMIT 25) GROUP BY 1, 2",
    "one decision": "SELECT * FROM meetings_decisionduty WHERE decision_id = %(decision)s LIMIT 50",
    "duties below": "SELECT * FROM meetings_decisionduty WHERE status IN ('not_started', 'on_schedule', 'behind') "
    "ORDER BY due, id LIMIT 25",
    "duties below, filtered": "SELECT * FROM meetings_decisionduty WHERE status = 'done' ORDER BY due, id LIMIT 25",
    "all decisions": "SELECT d.* FROM meetings_decision d JOIN meetings_meeting m ON m.id = d.meeting_id "
    "ORDER BY m.starts_at DESC LIMIT 25",
    "all decisions, upazila": "SELECT d.* FROM meetings_decision d WHERE id IN "
    "(SELECT decision_id FROM meetings_decisionduty WHERE office_id = %(office)s) ORDER BY id LIMIT 25",
    "words and overdue": "SELECT d.* FROM meetings_decision d WHERE search_key LIKE '%%19%%' AND EXISTS (SELECT 1 "
    "FROM meetings_decisionduty u WHERE u.decision_id = d.id AND u.due < current_date AND u.status IN "
    "('not_started', 'on_schedule', 'behind')) ORDER BY id LIMIT 25",
    "one duty": "SELECT * FROM meetings_decisionduty WHERE id = %(duty)s",
    "an answer": "UPDATE meetings_decisionduty SET note = 'x' WHERE id = %(duty)s",
}


def milliseconds(do: Callable[[], object], times: int) -> tuple[float, float, float]:
    """Median and 95th percentile of one deed after one warm-up, and the processor's own time in the middle."""
    do()
    taken, worked = [], []
    for _ in range(times):
        begun, started = time.perf_counter(), time.process_time()
        do()
        taken.append((time.perf_counter() - begun) * 1000)
        worked.append((time.process_time() - started) * 1000)
    cuts = quantiles(taken, n=20)
    return cuts[9], cuts[18], median(worked)


def in_database(do: Callable[[], object], times: int = 5) -> float:
    """Milliseconds that the statements of one deed take on the server, planning included, in the middle of a few."""
    from django.db import connection

    sums = []
    for _ in range(times):
        spent = 0.0

        def watch(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
            nonlocal spent
            begun = time.perf_counter()
            try:
                return execute(sql, params, many, context)
            finally:
                spent += (time.perf_counter() - begun) * 1000

        with connection.execute_wrapper(watch):
            do()
        sums.append(spent)
    return median(sums)


def fill(decisions: int, offices: int) -> dict[str, int]:
    """The rows; gives the numbers that the pages are asked for."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM meetings_decision WHERE text LIKE 'পরিমাপের সিদ্ধান্ত %'")
        (known,) = cursor.fetchone()
        cursor.execute(
            "SELECT id, office_id FROM meetings_meeting WHERE is_demo AND state = 'signed' ORDER BY id LIMIT 1"
        )
        meeting, giver = cursor.fetchone()
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'meetings_meeting'"
                       " AND column_name NOT IN ('id', 'state', 'series_id')")  # fmt: skip
        copied = ", ".join(f'"{name}"' for (name,) in cursor.fetchall())
        made = {"meeting": meeting, "decisions": decisions, "offices": offices}
        if not known:
            cursor.execute(FILL.format(meeting=f"{copied}, state", copied=copied), made)
            cursor.execute(DUTIES, made)
            cursor.execute("UPDATE meetings_meeting SET state = 'signed' WHERE state = 'draft' AND is_demo")
            cursor.execute("VACUUM meetings_decisionduty")
        cursor.execute("ANALYZE meetings_decisionduty, meetings_decision, meetings_meeting")
        cursor.execute("SELECT max(d.id), max(d.decision_id), count(*) FROM meetings_decisionduty d JOIN org_office o"
                       " ON o.id = d.office_id JOIN org_post p ON p.office_id = o.id JOIN org_posting g ON g.post_id ="
                       " p.id JOIN org_user u ON u.id = g.user_id AND u.username = 'upazila'")  # fmt: skip
        duty, decision, _ = cursor.fetchone()
        cursor.execute("SELECT office_id FROM meetings_decisionduty WHERE id = %s", [duty])
        (office,) = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM meetings_decisionduty")
        (count,) = cursor.fetchone()
    print(f"{count} duties of {decisions} decisions")
    return {"duty": duty, "decision": decision, "office": office, "giver": giver}


def measure(times: int, at: dict[str, int]) -> bool:
    """Every page and the one deed, beside their bare queries; True when all keep within the limits."""
    from django.db import connection
    from django.test import Client

    from agragati.org.models import User

    def client(name: str) -> Client:
        made = Client()
        made.force_login(User.objects.get(username=name), backend="allauth.account.auth_backends.AuthenticationBackend")
        return made

    director, upazila, divisional = client("director"), client("upazila"), client("divisional")
    page = f"/meetings/duties/{at['duty']}/"

    def answer() -> object:
        done = upazila.post(page, {"status": "on_schedule", "text": "চলছে", "submit_key": uuid.uuid4()})
        assert done.status_code == 302, done.status_code
        return done

    def bare(name: str) -> Callable[[], object]:
        def run() -> object:
            with connection.cursor() as cursor:
                cursor.execute(BARE[name], at)
                return cursor.fetchall() if cursor.description else None

        return run

    deeds: dict[str, Callable[[], object]] = {
        "an empty form": lambda: upazila.get("/meetings/check-in/"),
        "list of an office": lambda: upazila.get("/meetings/decisions/"),
        "decisions waited for": lambda: director.get("/meetings/decisions/?tab=waiting"),
        "one decision": lambda: director.get(f"/meetings/decisions/{at['decision']}/"),
        "duties below": lambda: director.get("/meetings/decisions/?tab=below"),
        "duties below, filtered": lambda: divisional.get("/meetings/decisions/?tab=below&status=done"),
        "all decisions": lambda: director.get("/meetings/decisions/?tab=all"),
        "all decisions, upazila": lambda: upazila.get("/meetings/decisions/?tab=all"),
        "words and overdue": lambda: director.get("/meetings/decisions/?tab=all&q=১৯&late=on"),
        "one duty": lambda: upazila.get(page),
        "an answer": answer,
    }
    good = True
    print(f"{'':<24}{'median':>9}{'p95':>9}{'processor':>11}{'database':>10}{'bare p95':>10}{'ratio':>8}  limit")
    for name, do in deeds.items():
        middle, p95, worked = milliseconds(do, times)
        _, alone, _ = milliseconds(bare(name), times)
        limit = WRITE_LIMIT if name == "an answer" else READ_LIMIT
        good &= p95 <= limit
        figures = f"{middle:>9.1f}{p95:>9.1f}{worked:>11.1f}{in_database(do):>10.1f}{alone:>10.1f}{p95 / alone:>8.1f}"
        print(f"{name:<24}{figures}  {limit}", flush=True)
    return good


def main() -> int:
    """Copy, fill, measure, drop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=2000)
    parser.add_argument("--offices", type=int, default=500)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--keep", action="store_true", help="keep the copy, and use the one kept before")
    args = parser.parse_args()
    url = os.environ["DATABASE_URL"]
    parts = urlsplit(url)
    name = parts.path.lstrip("/")
    copy = f"{name}_bench"
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as admin:
        if not args.keep:
            admin.execute(f'DROP DATABASE IF EXISTS "{copy}"')
        if not admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [copy]).fetchone():
            admin.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
        os.environ["DATABASE_URL"] = urlunsplit(parts._replace(path=f"/{copy}"))
        try:
            import django
            from django.conf import settings

            django.setup()
            settings.ALLOWED_HOSTS = ["testserver"]
            return 0 if measure(args.times, fill(args.decisions, args.offices)) else 1
        finally:
            from django.db import connections

            connections.close_all()
            if not args.keep:
                admin.execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')


if __name__ == "__main__":
    sys.exit(main())
