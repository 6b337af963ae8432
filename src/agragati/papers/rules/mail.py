"""An e-mail as it came, taken apart: who says to have sent it, when, and the papers in it.

Sources: RFC 5322 (the message), RFC 2045–2047 (MIME parts, words in other letters), RFC 2231 (file names).
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import Compat32
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from agragati.kernel.errors import N_, BadInput
from agragati.kernel.text import normalise
from agragati.papers.rules.mail_text import text_of_html

LARGEST_MAIL = 60_000_000  # bytes, as it came: base64 makes attachments a third larger
MOST_PAPERS = 20
MOST_PARTS = 300  # parts looked at: a message made of thousands is an attack
DEEPEST = 20  # messages within messages
WINMAIL = N_("Outlook packed these attachments so that others cannot open them. Ask the sender for PDF files.")
PACKED = N_("This is a packed file, not a paper. Unpack it and hand in the papers themselves.")
OFFICE = N_("Of office files only Word is read. Save it as PDF and hand that in.")
TOO_MANY = N_("An e-mail brings at most 20 papers. Hand in this one by itself.")
DAMAGED = N_("The attachment came damaged. Ask the sender to send it again.")
EMPTY = N_("The attachment is empty.")
LONGEST_TEXT = 2_000_000  # bytes of the text of a message
# Names Python knows besides those of alphabets; some of them take very long.
_NO_ALPHABETS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"})
# What Python's reader of messages lets out of broken ones.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, MessageError)
_PACKED = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_OFFICE = (b"[Content_Types].xml", b"application/vnd.oasis.opendocument")  # Excel, PowerPoint, OpenDocument
_SUFFIXES = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp",
             "text/plain": ".txt", "application/msword": ".doc"}  # fmt: skip


@dataclass(frozen=True)
class MailPaper:
    """One paper of an e-mail: its file name and bytes; `refused`: an English sentence why it cannot be taken."""

    name: str
    content: bytes
    refused: str = ""


@dataclass(frozen=True)
class Mail:
    """An e-mail. `message_id` is never empty: the hash of the bytes stands for one that is missing."""

    message_id: str
    sender: str
    sender_name: str
    subject: str
    sent_at: datetime | None
    papers: tuple[MailPaper, ...]


class _Raw(Compat32):
    """Headers as they stand: what is broken is mended here, and no header raises on being read."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """The header itself, raw bytes as surrogates."""
        return value


def read_mail(data: bytes) -> Mail:
    """Take an e-mail (bytes) apart. Broken MIME gives what can be read of it.

    Each attachment is a paper; without one that can be taken the text of the message is one. Raises BadInput when
    it is empty, too large, or no e-mail at all.
    """
    if not data.strip():
        raise BadInput("The e-mail is empty.", field="file")
    if len(data) > LARGEST_MAIL:
        raise BadInput("The e-mail is larger than %(mb)s MB.", field="file", mb=LARGEST_MAIL // 1_000_000)
    # "From " of a mailbox file and blank lines before the first header are no part of the message.
    whole, is_whole = _parsed(re.sub(rb"\A\s*(?:>?From [^\n]*\n)?", b"", data, count=1))
    if not (whole["from"] or whole["message-id"] or whole["subject"] or whole["received"]):
        raise BadInput("This file is not an e-mail.", field="file")
    name, address = parseaddr(_words(whole["from"]))
    given = re.sub(r"[\x00-\x20\x7f]", "", _words(whole["message-id"]))[:300]
    return Mail(
        message_id=given or f"sha256:{hashlib.sha256(data).hexdigest()}",
        sender=_line(address).lower()[:320], sender_name=_line(name)[:200],
        subject=_line(_words(whole["subject"]))[:500], sent_at=_moment(whole["date"]),
        papers=_papers(whole) if is_whole else (MailPaper("ই-মেইল.eml", b"", DAMAGED),),
    )  # fmt: skip


def _parsed(data: bytes) -> tuple[Message, bool]:
    """The message, and whether its parts could be told apart; else only its headers are read."""
    try:
        return message_from_bytes(data, policy=_Raw()), True
    except (*_BROKEN, RecursionError):
        return BytesHeaderParser(policy=_Raw()).parsebytes(data), False


def _papers(whole: Message) -> tuple[MailPaper, ...]:
    found: list[MailPaper] = []
    for number, part in enumerate(_leaves(whole), 1):
        if number > MOST_PARTS:
            break
        if _is_paper(part):
            one = _paper(part, len(found) + 1)
            found.append(one if len(found) < MOST_PAPERS or one.refused else MailPaper(one.name, b"", TOO_MANY))
    whole_text = () if any(not one.refused for one in found) else _body(whole)
    return (*found, *whole_text)


def _leaves(part: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that hold something, those of forwarded messages too."""
    inside = _asked(part.get_payload)
    if isinstance(inside, list) and depth < DEEPEST:
        for one in inside:
            if isinstance(one, Message):
                yield from _leaves(one, depth + 1)
    else:
        yield part


def _is_paper(part: Message) -> bool:
    """Attachments, not the text itself and not the pictures that only adorn it."""
    how = (_asked(part.get_content_disposition) or "").lower()
    if how == "attachment":
        return True
    if part.get_content_maintype() == "image" and part["content-id"]:
        return False
    return bool(_name_of(part)) or part.get_content_maintype() not in ("text", "multipart", "message")


def _paper(part: Message, number: int) -> MailPaper:
    content, kind = _content(part), part.get_content_type()
    name = _name_of(part) or f"সংযুক্তি-{number}"
    if "." not in name:
        name += _SUFFIXES.get(kind, "")
    damaged = any(isinstance(defect, MessageError) for defect in part.defects)
    return MailPaper(name, content, _why_not(name, kind, content, damaged=damaged))


def _why_not(name: str, kind: str, content: bytes, *, damaged: bool) -> str:
    if kind == "application/ms-tnef" or name.lower() == "winmail.dat":
        return WINMAIL
    if not content:
        return DAMAGED if damaged else EMPTY
    if content.startswith(b"PK\x03\x04") and b"word/document.xml" not in content:
        return OFFICE if any(mark in content for mark in _OFFICE) else PACKED
    if content.startswith(_PACKED):
        return PACKED
    return DAMAGED if damaged else ""


def _asked(ask: Callable[[], Any]) -> Any:
    """What the parser says of a part; None where the part is too broken for it."""
    try:
        return ask()
    except _BROKEN:
        return None


def _content(part: Message) -> bytes:
    made = _asked(lambda: part.get_payload(decode=True))
    return made if isinstance(made, bytes) else b""


def _name_of(part: Message) -> str:
    """The file name: RFC 2231, RFC 2047 (which senders use though they should not), or raw letters."""
    given = _asked(part.get_filename)
    return _line(_words(given))[:150] if given else ""


def _body(whole: Message) -> tuple[MailPaper, ...]:
    texts = [part for part in _leaves(whole) if part.get_content_maintype() in ("text", "multipart")]
    plain = "\n".join(_text(part) for part in texts if part.get_content_type() == "text/plain").strip()
    rich = "\n".join(text_of_html(_text(part)) for part in texts if part.get_content_type() == "text/html").strip()
    words = plain or rich
    return (MailPaper("ই-মেইলের লেখা.txt", words.encode()),) if words else ()


def _text(part: Message) -> str:
    return _decoded(_content(part)[:LONGEST_TEXT], _asked(part.get_content_charset))


def _decoded(content: bytes, charset: str | None) -> str:
    """Bytes in the alphabet they name; in UTF-8 as far as it goes when that is no alphabet or not true."""
    try:
        named = codecs.lookup(charset or "utf-8").name
        text = content.decode("utf-8" if named in _NO_ALPHABETS else named)
    except (LookupError, ValueError):
        text = content.decode("utf-8", errors="replace")
    return text.encode("utf-8", errors="replace").decode().replace("\x00", "")


def _words(raw: object) -> str:
    """A header in its own letters, whatever is wrong with it."""
    text = str(raw or "").encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")
    try:
        pieces = decode_header(text)
    except _BROKEN:
        return text
    return "".join(_piece(piece, charset) for piece, charset in pieces)


def _piece(piece: bytes | str, charset: str | None) -> str:
    return piece if isinstance(piece, str) else _decoded(piece, charset)


def _line(text: str) -> str:
    return normalise(" ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split()))


def _moment(raw: object) -> datetime | None:
    try:
        found = parsedate_to_datetime(str(raw))
    except (*_BROKEN, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
