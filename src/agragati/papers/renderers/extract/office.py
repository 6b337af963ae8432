"""Old Word files → DOCX, and Word and Excel → PDF/A, by the LibreOffice of the system when it has one."""

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

_AS_PDFA = 'pdf:%s_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'  # 2 = PDF/A-2b
FILTERS = {
    "docx": ("MS Word 2007 XML", _AS_PDFA % "writer"),
    "doc": ("MS Word 97", _AS_PDFA % "writer"),
    "xlsx": ("Calc MS Excel 2007 XML", _AS_PDFA % "calc"),
}


def program() -> str | None:
    """Where LibreOffice is, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def doc_to_docx(data: bytes) -> bytes:
    """Convert an old Word file. Macros do not run: the profile is new and empty each time.

    Raises BadInput when LibreOffice is absent, fails, or needs longer than 90 seconds.
    """
    # The filter is named: without it a broken file would be opened as plain text.
    return _converted(data, "doc", ["--infilter=MS Word 97", "--convert-to", "docx:MS Word 2007 XML"], "docx")


def office_to_pdfa(data: bytes, suffix: str) -> bytes:
    """A Word or Excel file ("docx", "doc", "xlsx") as PDF/A-2b. Raises BadInput as `doc_to_docx`."""
    return _converted(data, suffix, [f"--infilter={FILTERS[suffix][0]}", "--convert-to", FILTERS[suffix][1]], "pdf")


def _converted(data: bytes, suffix: str, how: list[str], wanted: str) -> bytes:
    office = program()
    if office is None:
        raise BadInput(MISSING)
    with tempfile.TemporaryDirectory(prefix="agragati-doc-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        (place / f"paper.{suffix}").write_bytes(data)
        command = [office, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore",
                   *how, "--outdir", str(place / "out"), str(place / f"paper.{suffix}")]  # fmt: skip
        _run(command)
        made = place / "out" / f"paper.{wanted}"
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
