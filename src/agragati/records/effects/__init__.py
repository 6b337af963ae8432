"""The outside that files are shown to: the virus scanner. Nothing here touches the database."""

from __future__ import annotations

from django.conf import settings

from ..rules.scanning import NoVerdict, Verdict, read_address
from .clamd import scan_by_clamd

__all__ = ["has_scanner", "scan"]


def has_scanner() -> bool:
    """Whether an address of a scanner is set; without one every file stays "not scanned"."""
    return bool(settings.VIRUS_SCANNER.strip())


def scan(content: bytes) -> Verdict:
    """What the scanner says of a file; raises NoVerdict when there is none, or it does not answer in time."""
    address = read_address(settings.VIRUS_SCANNER)
    if address is None:
        raise NoVerdict("No virus scanner is set.")
    return scan_by_clamd(content, address, settings.VIRUS_SCANNER_SECONDS)
