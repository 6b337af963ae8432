"""Tell what a file is from its content, and open it page by page."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Literal

from agragati.kernel.bijoy import to_unicode
from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract.blocks import Block, Page, typed_page
from agragati.papers.renderers.extract.fonts_of_bijoy import is_bijoy_text
from agragati.papers.renderers.extract.plain import read_text
from agragati.papers.renderers.extract.said import gettext_noop

LARGEST_FILE = 60_000_000  # bytes
LARGEST_UNPACKED = 300_000_000  # bytes: a ZIP bomb stops here

Kind = Literal["text", "docx", "pdf", "doc", "image", "zip", "binary"]
Encoding = Literal["utf-8", "utf-16", "windows-1252", "bijoy", "unicode", "picture"]

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_REFUSED = {
    "zip": "This is a packed file, not a paper. Unpack it and give the paper itself.",
    "binary": "This file is not readable as text, DOCX, DOC, PDF or a picture.",
}
NO_TEXT = gettext_noop("The file holds no text.")


def kind_of(data: bytes) -> Kind:
    """Tell the kind from the first bytes; the file's name is not asked."""
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc"
    if data.startswith(_PICTURES) and b"\x00" in data[:4096]:
        return "image"
    return "text" if _decode(data) is not None else "binary"


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST_UNPACKED:
                raise BadInput("This file unpacks to more than %(mb)s MB.", mb=LARGEST_UNPACKED // 1_000_000)
            return "docx" if "word/document.xml" in packed.namelist() else "zip"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "binary"


def _decode(data: bytes) -> tuple[str, Encoding] | None:
    """UTF-8 (with or without mark), marked UTF-16, or Bijoy in Windows-1252; None for anything else.

    A few broken bytes are let pass.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "utf-16"
    if b"\x00" in data[:8192]:
        return None
    text = data.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    if broken <= max(3, len(text) // 100):
        return text.replace("\ufffd", ""), "utf-8"
    old = data.decode("cp1252", errors="replace").replace("\ufffd", "")
    return (old, "windows-1252") if is_bijoy_text(old) else None


class OpenPaper:
    """A file opened for reading, page by page: `with OpenPaper(data) as paper: paper.read_page(1)`.

    `encoding` tells how letters are stored as far as the file itself says: pages say the rest by their `source`.
    Raises BadInput with one plain sentence when the file is empty, too large, of another kind, or broken.
    """

    def __init__(self, data: bytes) -> None:
        if not data.strip():
            raise BadInput("The file is empty.")
        if len(data) > LARGEST_FILE:
            raise BadInput("The file is larger than %(mb)s MB.", mb=LARGEST_FILE // 1_000_000)
        self.kind = kind_of(data)
        if self.kind in _REFUSED:
            raise BadInput(_REFUSED[self.kind])
        self.encoding: Encoding = "unicode"
        self._data = data
        self._pages: tuple[Page, ...] = ()
        self._pdf: Any = None  # a pypdfium2 document, opened when the file is one
        self._open()

    def _open(self) -> None:
        # Imported when needed: a text file must not pay for the readers of the others.
        if self.kind == "text":
            self._open_text()
        elif self.kind in ("docx", "doc"):
            self._open_word()
        elif self.kind == "pdf":
            from agragati.papers.renderers.extract.pdf import open_pdf

            self._pdf = open_pdf(self._data)
            self.page_count = len(self._pdf)
        else:
            from agragati.papers.renderers.extract import pictures, tesseract

            tesseract.require()
            self.encoding, self.page_count = "picture", pictures.frame_count(self._data)

    def _open_text(self) -> None:
        text, self.encoding = _decode(self._data) or ("", "utf-8")
        bijoy = is_bijoy_text(text)
        blocks = read_text(to_unicode(text) if bijoy else text)
        count = max((block.page for block in blocks), default=1)
        by_page: list[list[Block]] = [[] for _ in range(count)]
        for block in blocks:
            by_page[block.page - 1].append(block)
        source: Literal["bijoy", "text"] = "bijoy" if bijoy else "text"
        self._pages = tuple(typed_page(at, found, source) for at, found in enumerate(by_page, 1))
        self.encoding = "bijoy" if bijoy else self.encoding
        self.page_count = count

    def _open_word(self) -> None:
        from agragati.papers.renderers.extract.office import doc_to_docx
        from agragati.papers.renderers.extract.word import has_bijoy, read_docx

        data = doc_to_docx(self._data) if self.kind == "doc" else self._data
        bijoy = has_bijoy(data)
        self.encoding = "bijoy" if bijoy else "unicode"
        self._pages = (typed_page(1, read_docx(data), "bijoy" if bijoy else "text"),)
        self.page_count = 1

    def read_page(self, number: int) -> Page:
        """Read a page (from 1). A page that cannot be read comes back with source "none" and a warning."""
        try:
            return self._read(number)
        except BadInput as problem:
            return Page(number, None, None, "none", 0.0, (), warnings=(str(problem),))

    def _read(self, number: int) -> Page:
        if self._pages:
            return self._pages[number - 1]
        if self._pdf is not None:
            from agragati.papers.renderers.extract.pdf import read_pdf_page

            return read_pdf_page(self._pdf, number)
        from agragati.papers.renderers.extract import pictures
        from agragati.papers.renderers.extract.scan import read_picture

        picture, dpi = pictures.frame(self._data, number)
        return read_picture(picture, number, dpi=dpi)

    def pages(self) -> Iterator[Page]:
        """Every page in order, one at a time in memory."""
        return (self.read_page(number) for number in range(1, self.page_count + 1))

    def close(self) -> None:
        """Let the file go."""
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None

    def __enter__(self) -> OpenPaper:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def extract(data: bytes) -> list[Block]:
    """Give the blocks of a whole paper: text (UTF-8, UTF-16, Bijoy), DOCX, DOC, PDF, or a scan where these can be read.

    Raises BadInput with one plain sentence when the file is empty, too large, of another kind, broken, or
    holds no text.
    """
    with OpenPaper(data) as paper:
        pages = list(paper.pages())
    blocks = [block for page in pages for block in page.blocks]
    if not any(block.words.strip() for block in blocks):
        raise BadInput(next((said for page in pages for said in page.warnings), NO_TEXT))
    return blocks
