"""What the terminal shows when everything runs."""

from __future__ import annotations

from pathlib import Path

from .address import Address

SIGN_INS = "demo_sign_ins.txt"  # written after the demonstration is loaded, one sign-in a line

TEXT = """
  অগ্রগতি চলছে · Agragati is running:  {url}
{sign_ins}
  বন্ধ করতে Ctrl-C চাপুন · Stop with Ctrl-C
  ঠিকানা বদলাতে · Another address:  HOST=0.0.0.0 PORT=8001 ./run
  তথ্য ও লগ · Data and logs:  {home}
"""


def banner(address: Address, home: Path) -> str:
    """The address, the demonstration's sign-ins and how to stop."""
    try:
        people = (home / SIGN_INS).read_text(encoding="utf-8").strip().splitlines()
    except OSError:
        people = []
    shown = "\n".join(["", "  পরীক্ষামূলক প্রবেশ · Demo sign-ins:", *(f"    {line}" for line in people), ""])
    return TEXT.format(url=address.url, home=home, sign_ins=shown if people else "")
