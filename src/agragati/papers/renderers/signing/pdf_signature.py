"""Signing a PDF by pyHanko: a PAdES signature added behind the file, whose bytes stay as they were."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from asn1crypto import pem  # type: ignore[import-untyped]
from asn1crypto.keys import PrivateKeyInfo  # type: ignore[import-untyped]
from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .authority import Pair, TestAuthority
from .signed_by import SignedBy
from .visible import MarkContent, draw_mark, find_spot

FIELD = "Signature1"
T = TypeVar("T")


class TestSigner:
    """Signs with certificates of the demo's test authority under `folder`."""

    __test__ = False

    def __init__(self, folder: Path) -> None:
        """Keep keys under `folder`; nothing is written before the first signature."""
        self.authority = TestAuthority(folder)

    def sign(self, pdf: bytes, who: SignedBy) -> tuple[bytes, str]:
        """Give the PDF with a visible signature above the name, and the certificate's subject."""
        pair = self.authority.of(who)
        certificate = _certificate(pair)
        known = SimpleCertificateStore.from_certs(  # type: ignore[no-untyped-call]
            [_certificate(self.authority.root())]
        )
        signer = signers.SimpleSigner(
            signing_cert=certificate, signing_key=PrivateKeyInfo.load(pem.unarmor(pair.key)[2]), cert_registry=known
        )
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        out = _put(writer, signer, who, pdf)
        return out, certificate.subject.human_friendly


def _put(writer: IncrementalPdfFileWriter, signer: signers.Signer, who: SignedBy, pdf: bytes) -> bytes:
    spot = find_spot(pdf, who.name)
    field = fields.SigFieldSpec(
        FIELD, on_page=spot.page, box=spot.box, readable_field_name=f"ইলেকট্রনিক স্বাক্ষর: {who.name}"
    )
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD, reason=who.reason or None, location=who.office or None, name=who.name,
        subfilter=fields.SigSeedSubFilter.PADES,
    )  # fmt: skip
    whole = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, margins=Margins(0, 0, 0, 0))
    style = StaticStampStyle(border_width=0, background=MarkContent(draw_mark(who)), background_layout=whole)
    maker = signers.PdfSigner(meta, signer, stamp_style=style, new_field_spec=field)
    return bytes(_in_own_thread(lambda: maker.sign_pdf(writer)).getvalue())


def _in_own_thread(work: Callable[[], T]) -> T:
    """Do it where no event loop runs: pyHanko starts one of its own, and the caller's thread may have one already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def _certificate(pair: Pair) -> Certificate:
    return Certificate.load(pem.unarmor(pair.certificate)[2])


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What a signature is worth: unchanged since, by a key of the authority, over the whole file."""

    intact: bool
    trusted: bool
    whole: bool
    subject: str


def signature_report(pdf: bytes, root: Pair) -> SignatureReport | None:
    """Check the first signature of a PDF against one authority; None when there is none."""
    found = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    if not found:
        return None
    context = ValidationContext(trust_roots=[_certificate(root)], allow_fetching=False)
    status = _in_own_thread(lambda: validate_pdf_signature(found[0], context))
    whole = status.coverage is not None and status.coverage.name == "ENTIRE_FILE"
    return SignatureReport(
        bool(status.intact and status.valid), bool(status.trusted), whole,
        str(found[0].signer_cert.subject.human_friendly),
    )  # fmt: skip
