"""The one door to the task queue: jobs are named, never imported, and wait inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

RETRY = RetryStrategy(max_attempts=5, exponential_wait=4)


def task(name: str, *, queue: str = "default", cron: str = "") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a function as the job `name` (e.g. "plans.tasks.recalculate"); `cron` repeats it.

    A job may run more than once and must come to the same end.
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        registered = app.task(name=name, queue=queue, retry=RETRY)(function)
        if cron:
            app.periodic(cron=cron)(registered)
        return function

    return register


def defer(name: str, *, lock: str | None = None, **values: Any) -> None:
    """Ask for a job by name. Nothing is queued when the surrounding transaction is rolled back."""
    app.configure_task(name=name, lock=lock, allow_unknown=True).defer(**values)
