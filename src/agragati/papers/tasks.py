"""Jobs of letters."""

from __future__ import annotations

from agragati.jobs import task
from agragati.org.access import system

from . import actions
from .actions.archiving import make_archival_copy
from .actions.reading import read_some_pages


@task("papers.tasks.make_copies")
def make_copies(letter_id: int) -> None:
    """Make the PDF and DOCX of an issued letter; made already: nothing happens."""
    actions.make_copies(by=system("papers"), letter_id=letter_id)


@task("papers.tasks.read_paper_pages", queue="default")
def read_paper_pages(reading_id: int) -> None:
    """Read a paper that was handed in, a few pages in each transaction; stopped half-way, it goes on where it was."""
    while read_some_pages(by=system("papers"), reading_id=reading_id):
        pass


@task("papers.tasks.archive_file", queue="files")
def archive_file(attachment_id: int) -> None:
    """Make the PDF/A copy of a file; made already: nothing happens."""
    make_archival_copy(by=system("archive"), attachment_id=attachment_id)
