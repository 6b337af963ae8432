"""Jobs on files. Each may run more than once and comes to the same end."""

from __future__ import annotations

from agragati.jobs import task
from agragati.org.access import system

from .actions import defer_scans
from .actions import scan_file as scan_this


@task("records.tasks.scan_file", queue="files")
def scan_file(sha256: str) -> None:
    """Show one file to the virus scanner."""
    scan_this(by=system("scanner"), sha256=sha256)


@task("records.tasks.scan_waiting", cron="*/10 * * * *")
def scan_waiting(timestamp: int) -> None:
    """Ask again about files that the scanner could not judge, or that came before there was one."""
    defer_scans(by=system("scanner"))
