"""What the text commands share: results as JSON, and the way they refuse bad input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser

from agragati.kernel.errors import BadInput, NotFound

BAD_INPUT = 2


class TextCommand(BaseCommand):
    """A command that needs no database and refuses wrong arguments with one sentence, too."""

    requires_system_checks = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Give the parser of its arguments."""
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.error = _refuse  # type: ignore[method-assign]
        return parser


def _refuse(message: str) -> NoReturn:
    sys.stderr.write(f"{message[:1].upper()}{message[1:].rstrip('.')}.\n")
    raise SystemExit(BAD_INPUT)


@contextmanager
def refusing_bad_input() -> Iterator[None]:
    """Turn BadInput and NotFound into one sentence on standard error and exit status 2."""
    try:
        yield
    except (BadInput, NotFound) as problem:
        sys.stderr.write(f"{problem}\n")
        raise SystemExit(BAD_INPUT) from None


def as_json(value: object) -> str:
    """Give a value as JSON a person can read: Bangla as it is, indented."""
    return json.dumps(value, ensure_ascii=False, indent=2)
