"""The seal of a deed: a hash over its row and the seal before it, so that no row can be changed or lost unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping


def seal_of(*, before: str, row: Mapping[str, object]) -> str:
    """64 hexadecimal digits of SHA-256 over `before` (empty for the first deed) and the row's JSON-ready values."""
    written = json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{written}".encode()).hexdigest()
