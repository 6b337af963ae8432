"""`agragati memo TEXT --json`: a memo number taken apart."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from agragati.kernel.errors import BadInput
from agragati.kernel.memo import Memo, find_memos, parse_memo
from agragati.papers.management.terminal import TextCommand, as_json, refusing_bad_input

_NOTHING: dict[str, object] = {"valid": False, "form": None, "groups": {}, "issue": None, "canonical": None}


class Command(TextCommand):
    help = "Check a memo number of 18 or 22 digits, name its groups and print it in its canonical form."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", metavar="TEXT", help="the memo number, with or without its label")
        parser.add_argument("--own-code", metavar="CODE", help="how the office's own numbers begin, such as ৪৭")
        parser.add_argument("--json", action="store_true", help="print JSON instead of the number alone")

    def handle(self, *args: object, text: str, own_code: str | None, json: bool, **options: Any) -> None:
        with refusing_bad_input():
            try:
                memo = one_memo(text, own_code)
            except BadInput:
                if json:
                    self.stdout.write(as_json(_NOTHING))
                raise
        self.stdout.write(as_json(as_record(memo)) if json else memo.canonical)
        if not json:
            self.stderr.write("\n".join(memo.warnings), ending="\n" if memo.warnings else "")


def one_memo(text: str, own_code: str | None) -> Memo:
    """Read the text as one memo number, or find the only one inside it. Raises BadInput."""
    try:
        return parse_memo(text, own_code)
    except BadInput:
        found = [memo for _, memo in find_memos(text, own_code) if memo.issue]
        if len(found) == 1:
            return found[0]
        raise


def as_record(memo: Memo) -> dict[str, object]:
    """Give a memo number as plain values."""
    return {
        "valid": True,
        "form": memo.form,
        "groups": dict(memo.groups),
        "issue": memo.issue,
        "canonical": memo.canonical,
        "latin": memo.latin,
        "endorsement": memo.endorsement or None,
        "likely": memo.likely or None,
        "warnings": list(memo.warnings),
    }
