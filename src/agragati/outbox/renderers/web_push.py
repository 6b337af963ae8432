"""Web push without a library: message encryption (RFC 8291, aes128gcm of RFC 8188) and VAPID (RFC 8292)."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

RECORD = 4096
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of the curve P-256


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    """Bytes of base64url text without padding; raises ValueError."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _hkdf(salt: bytes, secret: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def encrypt(
    payload: bytes, p256dh: str, auth: str, *, key: ec.EllipticCurvePrivateKey | None = None, salt: bytes = b""
) -> bytes:
    """The body of a push request for one subscription. `key` and `salt` are fresh unless a test gives them.

    Raises ValueError when the subscription's keys are none.
    """
    receiver_raw = unb64(p256dh)
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), receiver_raw)
    sender = key or ec.generate_private_key(ec.SECP256R1())
    salt = salt or os.urandom(16)
    sender_raw = _point(sender.public_key())
    shared = sender.exchange(ec.ECDH(), receiver)
    secret = _hkdf(unb64(auth), shared, b"WebPush: info\x00" + receiver_raw + sender_raw, 32)
    content_key = _hkdf(salt, secret, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = _hkdf(salt, secret, b"Content-Encoding: nonce\x00", 12)
    sealed = AESGCM(content_key).encrypt(nonce, payload + b"\x02", None)
    return salt + RECORD.to_bytes(4, "big") + bytes([len(sender_raw)]) + sender_raw + sealed


def _signing_key(secret: str) -> ec.EllipticCurvePrivateKey:
    """The installation's key pair, always the same from its secret: nothing more to keep."""
    number = int.from_bytes(hashlib.sha512(b"outbox.vapid:" + secret.encode()).digest(), "big") % (_ORDER - 1) + 1
    return ec.derive_private_key(number, ec.SECP256R1())


def public_key(secret: str) -> str:
    """What a browser needs to subscribe (base64url)."""
    return _b64(_point(_signing_key(secret).public_key()))


def vapid_header(endpoint: str, secret: str, subject: str, now: int) -> str:
    """The Authorization header for one endpoint; good for 12 hours from `now` (seconds since 1970)."""
    parts = urlsplit(endpoint)
    claims = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": now + 12 * 3600, "sub": subject}
    head = _b64(b'{"typ":"JWT","alg":"ES256"}')
    said = f"{head}.{_b64(json.dumps(claims, separators=(',', ':')).encode())}"
    key = _signing_key(secret)
    r, s = utils.decode_dss_signature(key.sign(said.encode(), ec.ECDSA(hashes.SHA256())))
    signature = _b64(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
    return f"vapid t={said}.{signature}, k={public_key(secret)}"
