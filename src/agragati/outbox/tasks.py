"""Jobs of messages. Each may run twice and come to the same end."""

from __future__ import annotations

from agragati.jobs import defer, task
from agragati.org.access import system

from . import actions
from .actions.sending import drain

SECONDS = 20.0  # a round of sending; the next minute's round goes on


@task("outbox.tasks.deliver")
def deliver() -> None:
    """Send what is due, after the deed that asked for it was committed."""
    drain(by=system("outbox"), seconds=SECONDS)


@task("outbox.tasks.every_minute", cron="* * * * *")
def every_minute(timestamp: int) -> None:
    """Look after lost claims and slow gateways, send what was scheduled, then what is due."""
    by = system("outbox")
    actions.recover_lost(by=by)
    actions.watch_gateways(by=by)
    actions.send_scheduled(by=by)
    drain(by=by, seconds=SECONDS)


@task("outbox.tasks.send_scheduled_again")
def send_scheduled_again() -> None:
    """The rest of many scheduled messages."""
    actions.send_scheduled(by=system("outbox"))


@task("outbox.tasks.remind", cron="*/15 * * * *")
def remind(timestamp: int) -> None:
    """Send the reminders that have come, and the day's digests."""
    by, after = system("reminders"), 0
    while True:
        _made, after = actions.remind(by=by, after=after)
        if not after:
            break
    while actions.send_digests(by=by):
        continue
    defer("outbox.tasks.deliver")
