"""Jobs of no app: what keeps the queue and the log of deeds in order."""

from __future__ import annotations

from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from agragati.audit.actions import seal_deeds
from agragati.jobs import RETRY, task
from agragati.org.access import system

SILENT_SECONDS = 30  # a living worker reports every 10 seconds
KEPT_HOURS = 30 * 24
MOST_ATTEMPTS = RETRY.max_attempts or 5


@task("config.tasks.retry_stalled", queue="care", cron="* * * * *")
async def retry_stalled(timestamp: int) -> None:
    """Give jobs of a killed worker to a living one; a job that killed five workers is marked as failed."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
        if job.id is not None and job.attempts >= MOST_ATTEMPTS:
            await app.job_manager.finish_job_by_id_async(job.id, status=Status.FAILED, delete_job=False)
        else:
            await app.job_manager.retry_job(job)


@task("config.tasks.clear_old_jobs", queue="care", cron="17 3 * * *")
async def clear_old_jobs(timestamp: int) -> None:
    """Forget finished jobs after thirty days."""
    await app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS)


@task("config.tasks.seal_log", queue="care", cron="* * * * *")
def seal_log(timestamp: int) -> None:
    """Hang the latest deeds on the chain of seals; until nothing waits."""
    while seal_deeds(by=system()):
        continue
