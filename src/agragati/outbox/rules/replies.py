"""Answers by SMS: a word for yes or no and the code of the duty, in either order and either digits.

The code is the duty's number and three check digits that hang on its due day, so that a slip of a finger hits nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass

from agragati.kernel.digits import to_latin
from agragati.kernel.text import normalise

YES = ("হ্যাঁ", "হ্যা", "হাঁ", "হা", "জি", "জ্বি", "সম্পন্ন", "হয়েছে", "yes", "y", "ok", "done", "ha", "hae", "ji")
NO = ("না", "নাই", "হয়নি", "হয় নাই", "no", "n", "na", "not done")
CHECK = 3  # digits
LONGEST = 12
_DIGITS = re.compile(r"[0-9]+")
_MARKS = re.compile(r"[^\w\u0980-\u09ff\u200c\u200d]+")


def _words(*texts: str) -> dict[str, str]:
    return {" ".join(normalise(text).split()): text for text in texts}


_YES, _NO = _words(*YES), _words(*NO)


def code(secret: str, obligation_id: int, due: str) -> str:
    """The code of a duty with this due day, in Latin digits."""
    mac = hmac.new(secret.encode(), f"outbox.reply:{obligation_id}:{due}".encode(), hashlib.sha256).digest()
    return f"{obligation_id}{int.from_bytes(mac[:4], 'big') % 10**CHECK:0{CHECK}d}"


@dataclass(frozen=True)
class Reply:
    """What an SMS says: `answer` "done", "not_done" or "" when unclear; `code` in Latin digits or ""."""

    answer: str
    code: str

    @property
    def obligation_id(self) -> int:
        """The number of the duty, 0 when there is none; the check digits are looked at by `fits`."""
        return int(self.code[:-CHECK]) if CHECK < len(self.code) <= LONGEST else 0


def fits(reply: Reply, secret: str, obligation_id: int, due: str) -> bool:
    """Whether the code is the duty's own."""
    return hmac.compare_digest(reply.code, code(secret, obligation_id, due))


def read_reply(text: str) -> Reply:
    """Read what someone typed: "হ্যাঁ ১২৩৪৫", "12345 na", "না-১২৩৪৫". Two codes or both answers say nothing."""
    plain = to_latin(normalise(text[:200])).casefold()
    codes = set(_DIGITS.findall(plain))
    left = " ".join(_MARKS.sub(" ", _DIGITS.sub(" ", plain)).split())
    answer = "done" if left in _YES else "not_done" if left in _NO else ""
    return Reply(answer, codes.pop() if len(codes) == 1 else "")
