"""Jobs of messages. Each may run twice and come to the same end."""

from __future__ import annotations

from agragati.jobs import defer, task
from agragati.org.access import system

from . import actions
from .actions.desk import tend_desk as tend
from .actions.infected import tell_infected as tell_of_virus
from .actions.reminding import BEGIN
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
    by = system("reminders")
    _made, after = actions.remind(by=by)
    while after != BEGIN:
        _made, after = actions.remind(by=by, after=after)
    while actions.send_digests(by=by):
        continue
    defer("outbox.tasks.deliver")


@task("outbox.tasks.tend_desk")
def tend_desk(office_id: int) -> None:
    """Keep the duties of an office's desk of papers: copies that came back, e-mails that ask for something."""
    tend(by=system("papers"), office_id=office_id)


@task("outbox.tasks.tell_infected")
def tell_infected(attachment_ids: list[int]) -> None:
    """Tell who handed in files in which a virus was found."""
    tell_of_virus(by=system("scanner"), attachment_ids=attachment_ids)
