"""Is this upload what it says it is? Content first, then the name, then the size."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from agragati.kernel.errors import BadInput

# What an office may hand in as evidence, by true content: suffixes and MIME type.
ALLOWED: dict[str, tuple[frozenset[str], str]] = {
    "pdf": (frozenset({".pdf"}), "application/pdf"),
    "jpeg": (frozenset({".jpg", ".jpeg"}), "image/jpeg"),
    "png": (frozenset({".png"}), "image/png"),
    "webp": (frozenset({".webp"}), "image/webp"),
    "docx": (
        frozenset({".docx"}),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": (frozenset({".xlsx"}), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "doc": (frozenset({".doc"}), "application/msword"),
    "text": (frozenset({".txt", ".csv", ".md"}), "text/plain"),
}
MEGABYTE = 1024 * 1024
LONGEST_NAME = 180


@dataclass(frozen=True)
class CheckedFile:
    """An upload that passed: its safe name, true type, size in bytes and SHA-256."""

    name: str
    kind: str
    mime: str
    size: int
    sha256: str
    content: bytes


def check_upload(*, name: str, content: bytes, limit: int, field: str = "file") -> CheckedFile:
    """Accept `content` (bytes) under `name`, or raise BadInput naming `field` and the remedy.

    `limit` is in bytes. The type is told from the content; a name that claims another type is refused,
    because a reviewer would open it as what its name says.
    """
    if not content:
        raise BadInput("The file is empty. Choose the file again.", field=field)
    if len(content) > limit:
        raise BadInput(
            "The file is larger than %(limit)s MB. Make it smaller or split it.", field=field, limit=limit // MEGABYTE
        )
    kind = sniff(content)
    if kind is None:
        raise BadInput("This kind of file is not accepted. Send PDF, JPG, PNG, DOCX, XLSX or plain text.", field=field)
    suffixes, mime = ALLOWED[kind]
    safe = safe_name(name)
    suffix = PurePosixPath(safe).suffix.lower()
    if suffix not in suffixes:
        raise BadInput(
            "The file is named %(suffix)s but its content is %(kind)s. Save it again in its true type.",
            field=field,
            suffix=suffix or "—",
            kind=kind.upper(),
        )
    return CheckedFile(safe, kind, mime, len(content), hashlib.sha256(content).hexdigest(), content)


def sniff(content: bytes) -> str | None:
    """The type by content, or None when it is not one that is accepted."""
    head = content[:16]
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if head.startswith(b"PK\x03\x04"):
        return _office_zip(content)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "doc"
    return "text" if _is_text(content) else None


def _office_zip(content: bytes) -> str | None:
    # The names of the parts stand in the clear in a ZIP's directory.
    if b"vbaProject.bin" in content:
        return None
    if b"word/document.xml" in content:
        return "docx"
    return "xlsx" if b"xl/workbook.xml" in content else None


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return "\x00" not in text and not text.lstrip()[:15].lower().startswith(("<!doctype", "<html", "<svg", "<?xml"))


def safe_name(name: str) -> str:
    """The last part of a path, in NFC, without characters that files or headers cannot carry."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    clean = re.sub(r"[\x00-\x1f\x7f<>:\"|?*\u202a-\u202e\u2066-\u2069]", "_", last).strip(". ")
    if len(clean) > LONGEST_NAME:
        suffix = PurePosixPath(clean).suffix[:10]
        clean = clean[: LONGEST_NAME - len(suffix)] + suffix
    return clean or "file"
