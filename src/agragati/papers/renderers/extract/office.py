"""Old Word files → DOCX, by the LibreOffice of the system when it has one."""

from __future__ import annotations

import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from os import killpg
from pathlib import Path

from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract.said import gettext_noop

LONGEST = 90  # seconds
MISSING = gettext_noop(
    "This is an old Word file (.doc). Save it as .docx or PDF and try again, or install the package "
    "libreoffice-writer-nogui on the server."
)
FAILED = gettext_noop("This old Word file (.doc) could not be opened. Save it as .docx or PDF and try again.")


def program() -> str | None:
    """Where LibreOffice is, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def doc_to_docx(data: bytes) -> bytes:
    """Convert an old Word file. Macros do not run: the profile is new and empty each time.

    Raises BadInput when LibreOffice is absent, fails, or needs longer than 90 seconds.
    """
    office = program()
    if office is None:
        raise BadInput(MISSING)
    with tempfile.TemporaryDirectory(prefix="agragati-doc-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        (place / "paper.doc").write_bytes(data)
        # The filter is named: without it a broken file would be opened as plain text.
        command = [office, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore",
                   "--infilter=MS Word 97", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(place / "out"),
                   str(place / "paper.doc")]  # fmt: skip
        _run(command)
        made = place / "out" / "paper.docx"
        if not made.is_file():
            raise BadInput(FAILED)
        return made.read_bytes()


def _run(command: list[str]) -> None:
    """Run to its end or stop it with everything it started."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(LONGEST)
    except subprocess.TimeoutExpired as error:
        raise BadInput(FAILED) from error
    finally:
        with suppress(ProcessLookupError):
            killpg(process.pid, signal.SIGKILL)
        process.wait()
