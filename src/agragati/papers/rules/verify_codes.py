"""Codes under which anyone may ask about an issued paper: too long to be guessed, easy to type from paper.

Letters and digits of Crockford's base 32: no I, L, O, U, and what looks like a 1 or 0 is read as one.
"""

from __future__ import annotations

from agragati.kernel.digits import to_latin

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 20  # 100 bits
GROUP = 5
_ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})


def code_from(number: int) -> str:
    """Give the code of a random number of 100 bits (higher bits are cut)."""
    letters = [ALPHABET[number >> (5 * at) & 31] for at in range(LENGTH)]
    return "".join(letters)


def written(code: str) -> str:
    """Give the code as it is printed: four groups of five."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_code(text: str) -> str:
    """Read a typed code in either case and digit set, with or without hyphens; "" when it cannot be one."""
    letters = "".join(ch for ch in to_latin(text[:80]).upper() if ch.isalnum()).translate(_ALIKE)
    return letters if len(letters) == LENGTH and set(letters) <= set(ALPHABET) else ""
