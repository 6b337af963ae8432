"""What came of handing a message to the outside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Came(StrEnum):
    """accepted: it took the message. refused: it never will. not_sent: it surely has not got it, try again.
    unknown: it may or may not have got it."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Outcome:
    """One try: what came of it, the provider's number for the message, a reason (Reason value) and its own words."""

    came: Came
    provider_id: str = ""
    reason: str = ""
    words: str = ""
    delivered: bool = False


@dataclass(frozen=True)
class Letter:
    """One message ready to leave: `key` is the same at every try; `address` a number, a mailbox or a push endpoint."""

    key: str
    channel: str
    address: str
    subject: str
    text: str
    url: str = ""
    mask: str = ""
    p256dh: str = ""
    auth: str = ""
