"""The national bulk-SMS gateway: its parameters and its answer.

`GET …?op=SMS&user=…&pass=…&mobile=8801…&charset=UTF-8|ASCII&sms=…`; the answer is a text with SUCCESS and fields
separated by commas, the second of which is the number of the SMS.
"""

from __future__ import annotations

import re
from urllib.parse import urlencode

from .gateways import Gateway
from .meter import measure
from .outcomes import Came, Outcome

_TAGS = re.compile(r"<[^>]*>")


def question(gateway: Gateway, number: str, text: str) -> str:
    """The whole address to ask; `text` is precomposed here."""
    metered = measure(text)
    values = {
        "op": "SMS",
        "user": gateway.user,
        "pass": gateway.password,
        "mobile": number,
        "charset": "UTF-8" if metered.encoding == "ucs2" else "ASCII",
        "sms": metered.text,
    }
    return f"{gateway.url}{'&' if '?' in gateway.url else '?'}{urlencode(values)}"


def read_answer(answer: str) -> Outcome:
    """What the gateway's answer means; a text that is neither success nor failure leaves the matter open."""
    plain = _TAGS.sub("", answer).strip()
    if "SUCCESS" in plain:
        fields = [part.strip() for part in plain[plain.index("SUCCESS") :].split(",")]
        number = fields[1].partition("=")[2] or fields[1] if len(fields) > 1 else ""
        return Outcome(Came.ACCEPTED, provider_id=number[:120])
    if re.search(r"FAIL|ERROR|INVALID", plain, re.IGNORECASE):
        return Outcome(Came.REFUSED, reason="refused", words=plain[:200])
    return Outcome(Came.UNKNOWN, reason="strange_answer", words=plain[:200])
