"""A picture → words with places and confidence, by the tesseract program of the system with its Bangla model."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache

from PIL import Image

from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract.said import gettext_noop

LANGUAGE = "ben"  # alone: together with English it writes English words into Bangla lines
LONGEST = 120  # seconds for one page
MISSING = gettext_noop(
    "This is a scan: it has no text. To read scans, install the packages tesseract-ocr and tesseract-ocr-ben "
    "on the server, and try again."
)


@dataclass(frozen=True)
class Word:
    """A word in a picture: its place in pixels, confidence 0 to 1, and the number of its line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[int, int, int]


@cache
def is_present() -> bool:
    """Whether the system has tesseract with Bangla."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    answer = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)
    return LANGUAGE in (answer.stdout + answer.stderr).decode(errors="replace").split()


def require() -> None:
    """Raise BadInput that names the packages to install unless scans can be read here."""
    if not is_present():
        raise BadInput(MISSING)


def words_of(picture: Image.Image, *, dpi: int = 300, layout: int = 3) -> list[Word]:
    """The words of a picture in reading order; `layout` is tesseract's page segmentation mode.

    Raises BadInput when tesseract is absent, fails, or needs longer than two minutes.
    """
    require()
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--oem", "1", "--psm", str(layout), "--dpi", str(dpi)]
    try:
        answer = subprocess.run(
            [*command, "tsv"], input=stream.getvalue(), capture_output=True, timeout=LONGEST, check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise BadInput("Reading the picture took longer than %(seconds)s seconds.", seconds=LONGEST) from error
    if answer.returncode:
        raise BadInput("The picture could not be read.")
    return words_of_tsv(answer.stdout.decode("utf-8", errors="replace"))


def words_of_tsv(tsv: str) -> list[Word]:
    """The words of tesseract's table of results; rows that are no words, or broken, are left out. Never raises."""
    rows = (line.split("\t") for line in tsv.replace("\0", "").split("\n"))
    return [word for row in rows if (word := _word(row)) is not None]


def _word(row: list[str]) -> Word | None:
    if len(row) != 12 or row[0] != "5" or not row[11].strip():
        return None
    try:
        block, paragraph, line, _, left, top, width, height = map(int, row[2:10])
        confidence = min(max(float(row[10]) / 100, 0.0), 1.0)
    except ValueError:
        return None
    place = (left, top, left + width, top + height)
    return Word(row[11].strip(), *place, round(confidence, 3), (block, paragraph, line))
