"""What the text commands share: results as JSON, and the way they refuse bad input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from agragati.kernel.errors import BadInput

BAD_INPUT = 2


@contextmanager
def refusing_bad_input() -> Iterator[None]:
    """Turn BadInput into one sentence on standard error and exit status 2."""
    try:
        yield
    except BadInput as problem:
        sys.stderr.write(f"{problem}\n")
        raise SystemExit(BAD_INPUT) from None


def as_json(value: object) -> str:
    """Give a value as JSON a person can read: Bangla as it is, indented."""
    return json.dumps(value, ensure_ascii=False, indent=2)
