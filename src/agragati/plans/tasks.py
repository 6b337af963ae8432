"""Jobs of plans. Each may run more than once and comes to the same end."""

from __future__ import annotations

from agragati.jobs import task
from agragati.org.access import system

from .actions.evidence import remember_fingerprints
from .actions.integrity import check_plans as check_these
from .actions.integrity import defer_checks


@task("plans.tasks.nightly_checks", cron="20 20 * * *")  # 02:20 in Dhaka
def nightly_checks(timestamp: int) -> None:
    """Remember proof that has no fingerprint yet, then ask for the checks of every plan."""
    by = system("nightly")
    while remember_fingerprints(by=by):
        pass
    defer_checks(by=by)


@task("plans.tasks.check_plans")
def check_plans(plan_ids: list[int]) -> None:
    """Run R1–R18 on these plans."""
    check_these(by=system("nightly"), plan_ids=plan_ids)
