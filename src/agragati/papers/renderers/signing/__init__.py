"""Electronic signatures on papers, behind one interface.

`Signer` is all that the rest of the product knows. `TestSigner` serves the demo with an authority of its own; a
national or hardware-held key is another class with the same method, named in the setting PAPER_SIGNER.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from .signed_by import SignedBy

if TYPE_CHECKING:
    from .authority import TestAuthority
    from .pdf_signature import TestSigner, signature_report

__all__ = ["NoSigner", "SignedBy", "Signer", "TestAuthority", "TestSigner", "signature_report"]


# pyHanko takes half a second to load: whoever signs first waits for it, not every start of the web server.
_LOADED_WHEN_ASKED = {
    "TestAuthority": ".authority",
    "TestSigner": ".pdf_signature",
    "signature_report": ".pdf_signature",
}


def __getattr__(name: str) -> Any:
    if name not in _LOADED_WHEN_ASKED:
        raise AttributeError(name)
    return getattr(import_module(_LOADED_WHEN_ASKED[name], __name__), name)


class Signer(Protocol):
    """Puts the electronic signature of one person on a finished PDF."""

    def sign(self, pdf: bytes, who: SignedBy) -> tuple[bytes, str]:
        """Give the signed PDF and the subject of the certificate it is signed with.

        The pages of `pdf` stay as they are: a signature is only added to them.
        """
        ...


class NoSigner:
    """Leaves papers without an electronic signature: for offices that sign on paper."""

    def __init__(self, folder: object = None) -> None:
        """Take the folder of keys that other signers need."""

    def sign(self, pdf: bytes, who: SignedBy) -> tuple[bytes, str]:
        """Give the PDF as it came, and no certificate."""
        return pdf, ""
