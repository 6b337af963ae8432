"""Jobs of letters."""

from __future__ import annotations

from agragati.jobs import task
from agragati.org.access import system

from . import actions


@task("papers.tasks.make_copies")
def make_copies(letter_id: int) -> None:
    """Make the PDF and DOCX of an issued letter; made already: nothing happens."""
    actions.make_copies(by=system("papers"), letter_id=letter_id)
