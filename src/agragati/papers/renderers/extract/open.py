"""Tell what a file is from its content, and open it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Literal

from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract.blocks import Block
from agragati.papers.renderers.extract.plain import read_text

LARGEST_FILE = 60_000_000  # bytes
LARGEST_UNPACKED = 300_000_000  # bytes: a ZIP bomb stops here

Kind = Literal["text", "docx", "pdf", "doc", "image", "zip", "binary"]

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_REFUSED = {
    "doc": "This is an old Word file (.doc). Save it as .docx or PDF and try again.",
    "image": "This is a picture without text. Read it as a scan first.",
    "zip": "This is a packed file, not a paper. Unpack it and give the paper itself.",
    "binary": "This file is not readable as text, DOCX or PDF.",
}


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
    except (zipfile.BadZipFile, OSError, ValueError):
        return "binary"


def _decode(data: bytes) -> str | None:
    """UTF-8 (with or without mark) or marked UTF-16; None when it is neither. A few broken bytes are let pass."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data[:8192]:
        return None
    text = data.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    return text.replace("\ufffd", "") if broken <= max(3, len(text) // 100) else None


def extract(data: bytes) -> list[Block]:
    """Give the blocks of a paper: text (UTF-8, UTF-16), DOCX, or PDF with a text layer.

    Raises BadInput with one plain sentence when the file is empty, too large, of another kind, broken, or
    holds no text.
    """
    if not data.strip():
        raise BadInput("The file is empty.")
    if len(data) > LARGEST_FILE:
        raise BadInput("The file is larger than %(mb)s MB.", mb=LARGEST_FILE // 1_000_000)
    kind = kind_of(data)
    if kind in _REFUSED:
        raise BadInput(_REFUSED[kind])
    blocks = _open(kind, data)
    if not any(block.text.strip() or any(map(any, block.rows)) for block in blocks):
        raise BadInput("The file holds no text. If it is a scan, read it as a scan first.")
    return blocks


def _open(kind: Kind, data: bytes) -> list[Block]:
    # Imported when needed: a text file must not pay for the readers of DOCX and PDF.
    if kind == "docx":
        from agragati.papers.renderers.extract.word import read_docx

        return read_docx(data)
    if kind == "pdf":
        from agragati.papers.renderers.extract.pdf import read_pdf

        return read_pdf(data)
    return read_text(_decode(data) or "")
