"""Jobs of meetings."""

from __future__ import annotations

from agragati.jobs import task
from agragati.org.access import system

from . import actions


@task("meetings.tasks.hand_out_duties")
def hand_out_duties(meeting_id: int) -> None:
    """Tell the duties of a large fan-out to their offices."""
    actions.hand_out_duties(by=system("meetings"), meeting_id=meeting_id)


@task("meetings.tasks.sweep_imports", cron="17 3 * * *")
def sweep_imports(timestamp: int = 0) -> None:
    """Forget files that were read in and never confirmed."""
    actions.sweep_imports(by=system("meetings"))
