"""The demo's own certificate authority: made on first use, named as a test, worth nothing outside this installation."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import stringprep
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from .signed_by import SignedBy

TEST_NAME = "TEST ONLY: Agragati demo authority"
_LONGEST_NAME = 64  # bytes the library allows for a common name; the whole name stands in the attribute "name"
_NAME = x509.ObjectIdentifier("2.5.4.41")
_YEARS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """A certificate and its private key, both PEM."""

    certificate: bytes
    key: bytes


class TestAuthority:
    """Keys under `folder`, readable by the owner alone: one root, and one certificate for each signatory."""

    __test__ = False  # no test case, whatever pytest thinks of the name

    def __init__(self, folder: Path) -> None:
        """Use `folder`; nothing is written before the first signature."""
        self.folder = folder

    def root(self) -> Pair:
        """Give the authority's own certificate; made once."""
        return self._kept("test-authority", lambda: _make(TEST_NAME, "", "", issuer=None))

    def of(self, who: SignedBy) -> Pair:
        """Give the certificate of a signatory; made once for each name in each post."""
        root = self.root()
        mark = hashlib.sha256("\n".join((who.key, who.name, who.designation, who.office)).encode()).hexdigest()[:16]
        return self._kept(f"signatory-{mark}", lambda: _make(who.name, who.designation, who.office, issuer=root))

    def _kept(self, name: str, make: object) -> Pair:
        """Both parts in one file, written whole and then linked: two processes end up with the same pair."""
        path = self.folder / f"{name}.pem"
        if not path.exists():
            assert callable(make)
            made: Pair = make()
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, fresh = tempfile.mkstemp(dir=self.folder, prefix="new.")  # readable by the owner alone
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(made.certificate + made.key)
                with contextlib.suppress(FileExistsError):
                    os.link(fresh, path)
            finally:
                os.unlink(fresh)
        whole = path.read_bytes()
        at = whole.index(b"-----BEGIN PRIVATE KEY-----")
        return Pair(whole[:at], whole[at:])


def _make(name: str, title: str, office: str, *, issuer: Pair | None) -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _subject(name, title, office)
    above = x509.load_pem_x509_certificate(issuer.certificate) if issuer else None
    signing = serialization.load_pem_private_key(issuer.key, None) if issuer else key
    assert isinstance(signing, ec.EllipticCurvePrivateKey)
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above.subject if above else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=365 * _YEARS))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(_usage(authority=issuer is None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False)
        .sign(signing, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Pair(certificate.public_bytes(serialization.Encoding.PEM), private)


def _known_letters(text: str) -> str:
    """Names in certificates are compared by rules of Unicode 3.2, which knows no ৎ; readers refuse what it lacks."""
    return "".join(ch for ch in text.replace("ৎ", "ত্") if not stringprep.in_table_a1(ch))


def _subject(name: str, title: str, office: str) -> x509.Name:
    name, title, office = _known_letters(name), _known_letters(title), _known_letters(office)
    common = name.encode()[:_LONGEST_NAME].decode(errors="ignore")
    given = (
        (NameOID.COMMON_NAME, common), (_NAME, name), (NameOID.TITLE, title), (NameOID.ORGANIZATION_NAME, office),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, "TEST ONLY"),
    )  # fmt: skip
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in given if value])


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True, content_commitment=not authority, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=authority, crl_sign=authority, encipher_only=False, decipher_only=False,
    )  # fmt: skip
