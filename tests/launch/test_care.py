"""Jobs that keep the queue in order."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest

from agragati.config import tasks


@dataclass
class Job:
    id: int
    attempts: int


@dataclass
class Manager:
    """Stands in for the queue's own manager."""

    stalled: list[Job]
    retried: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)

    async def get_stalled_jobs(self, seconds_since_heartbeat: float) -> list[Job]:
        assert seconds_since_heartbeat > 10
        return self.stalled

    async def retry_job(self, job: Job) -> None:
        self.retried.append(job.id)

    async def finish_job_by_id_async(self, job_id: int, **how: Any) -> None:
        self.failed.append(job_id)


def test_a_dead_workers_jobs_are_done_again_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    manager = Manager([Job(1, 1), Job(2, tasks.MOST_ATTEMPTS), Job(3, tasks.MOST_ATTEMPTS - 1)])
    monkeypatch.setattr(tasks, "app", type("App", (), {"job_manager": manager}))
    with ThreadPoolExecutor(1) as own_thread:  # the browser tests leave an event loop in this one
        own_thread.submit(lambda: asyncio.run(tasks.retry_stalled(0))).result()
    assert manager.retried == [1, 3]
    assert manager.failed == [2]
