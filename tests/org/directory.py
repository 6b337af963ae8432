"""A directory of officials on the loopback, speaking as much OpenID Connect as a sign-in needs.

`test_sign_in.py` checks this stand-in against the specification's own words before anything leans on it.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlparse

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
CLIENT, SECRET = "agragati-test", "not-a-secret"


class Directory(ThreadingHTTPServer):
    """One official at a time signs in: `claims` are what the directory says of them."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.issuer = f"http://127.0.0.1:{self.server_address[1]}"
        self.claims: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}

    def id_token(self, nonce: str) -> str:
        """Signed claims (OpenID Connect Core §2)."""
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, **self.claims}
        return jwt.encode({**claims, "nonce": nonce} if nonce else claims, KEY, "RS256", headers={"kid": "k1"})


class Answers(BaseHTTPRequestHandler):
    """The five endpoints."""

    server: Directory

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def give(self, body: dict[str, Any], status: int = 200) -> None:
        """Answer JSON."""
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self) -> None:
        """Description, sign-in, keys, facts."""
        where, base = urlparse(self.path), self.server.issuer
        if where.path == "/.well-known/openid-configuration":
            self.give({"issuer": base, "authorization_endpoint": f"{base}/authorize", "token_endpoint": f"{base}/token",
                       "jwks_uri": f"{base}/keys", "userinfo_endpoint": f"{base}/facts",
                       "response_types_supported": ["code"], "subject_types_supported": ["public"],
                       "id_token_signing_alg_values_supported": ["RS256"]})  # fmt: skip
        elif where.path == "/authorize":
            self.authorize({name: values[0] for name, values in parse_qs(where.query).items()})
        elif where.path == "/keys":
            public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
            self.give({"keys": [{**public, "kid": "k1", "use": "sig", "alg": "RS256"}]})
        elif where.path == "/facts":
            allowed = self.headers.get("Authorization") == "Bearer access"
            self.give(self.server.claims if allowed else {"error": "invalid_token"}, 200 if allowed else 401)
        else:
            self.give({"error": "not_found"}, 404)

    def authorize(self, asked: dict[str, str]) -> None:
        """The official agrees at once; a wrong client is refused."""
        if asked.get("client_id") != CLIENT or asked.get("response_type") != "code":
            self.give({"error": "unauthorized_client"}, 400)
            return
        code = f"code{len(self.server.codes)}"
        self.server.codes[code] = asked
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")
        self.end_headers()

    def do_POST(self) -> None:
        """Exchange a code, once."""
        sent = parse_qs(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
        asked = self.server.codes.pop(sent.get("code", [""])[0], None)
        if asked is None:
            self.give({"error": "invalid_grant"}, 400)
            return
        token = self.server.id_token(asked.get("nonce", ""))
        self.give({"access_token": "access", "token_type": "Bearer", "expires_in": 300, "id_token": token})


@contextmanager
def directory() -> Iterator[Directory]:
    """A running directory."""
    server = Directory()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
