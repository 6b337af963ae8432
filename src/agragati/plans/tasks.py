"""Jobs of plans. Each may run more than once and comes to the same end."""

from __future__ import annotations

from agragati.jobs import defer, task
from agragati.org.access import system

from .actions.constants import JOB
from .actions.constants import rescore_edition as rescore_these
from .actions.evidence import remember_fingerprints
from .actions.integrity import check_plans as check_these
from .actions.integrity import defer_checks
from .actions.measuring import count_measures as count_these
from .actions.versions import proof_infected as proof_is_infected


@task("plans.tasks.nightly_checks", cron="20 20 * * *")  # 02:20 in Dhaka
def nightly_checks(timestamp: int) -> None:
    """Remember proof that has no fingerprint yet, count what is counted by itself, then ask for every plan's checks."""
    by = system("nightly")
    while remember_fingerprints(by=by):
        pass
    count_these(by=by)
    defer_checks(by=by)


@task("plans.tasks.check_plans")
def check_plans(plan_ids: list[int]) -> None:
    """Run R1–R18 on these plans."""
    check_these(by=system("nightly"), plan_ids=plan_ids)


@task("plans.tasks.proof_infected")
def proof_infected(attachment_ids: list[int]) -> None:
    """Check the plans whose proof has a virus, and tell the office above."""
    proof_is_infected(by=system("scanner"), attachment_ids=attachment_ids)


@task("plans.tasks.rescore_edition")
def rescore_edition(edition_id: int, after: int) -> None:
    """Score the plans of a table again after a shared constant changed, some hundreds at a time."""
    if last := rescore_these(by=system("rescore"), edition_id=edition_id, after=after):
        defer(JOB, edition_id=edition_id, after=last)


@task("plans.tasks.count_measures")
def count_measures(office_id: int) -> None:
    """Count the rows of an office that its own records fill, after a deed there."""
    count_these(by=system("measures"), office_id=office_id)
