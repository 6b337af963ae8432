"""Jobs of meetings."""

from __future__ import annotations

from agragati.jobs import task
from agragati.org.access import system

from . import actions


@task("meetings.tasks.hand_out_duties")
def hand_out_duties(meeting_id: int) -> None:
    """Tell the duties of a large fan-out to their offices."""
    actions.hand_out_duties(by=system("meetings"), meeting_id=meeting_id)


@task("meetings.tasks.ask_for_monthly_words", cron="7 9 20 * *")
def ask_for_monthly_words(timestamp: int = 0) -> None:
    """On the 20th, ask offices that said nothing on their open decisions this month."""
    actions.ask_for_monthly_words(by=system("meetings"))


@task("meetings.tasks.sweep_imports", cron="17 3 * * *")
def sweep_imports(timestamp: int = 0) -> None:
    """Forget files that were read in and never confirmed."""
    actions.sweep_imports(by=system("meetings"))
