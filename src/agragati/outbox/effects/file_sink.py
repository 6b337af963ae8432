"""SMS written into a file instead of the air: for the demo and for trying out."""

from __future__ import annotations

import json
import os
from pathlib import Path

from django.conf import settings

from ..rules.gateways import Gateway
from ..rules.meter import measure
from ..rules.outcomes import Came, Letter, Outcome
from .lines import Lines


def send_to_file(letter: Letter, gateway: Gateway, lines: Lines | None = None) -> Outcome:
    """One line of JSON, written at one stroke at the end of the file."""
    path = Path(settings.SMS_FILE)
    metered = measure(letter.text)
    values = {"key": letter.key, "to": letter.address, "from": letter.mask or gateway.mask, "text": metered.text,
              "parts": metered.parts}  # fmt: skip
    line = json.dumps(values, ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line.encode())
        finally:
            os.close(handle)
    except OSError as error:
        return Outcome(Came.NOT_SENT, reason="no_connection", words=str(error)[:200])
    return Outcome(Came.ACCEPTED, provider_id=f"file-{letter.key}"[:120], delivered=True)
