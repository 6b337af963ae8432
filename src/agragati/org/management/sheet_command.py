"""What the two sheet commands share: read the file, dry run or load, print for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext

from agragati.kernel.errors import AgragatiError, BadInput
from agragati.org.access import system
from agragati.org.actions import Loaded
from agragati.org.renderers import read_table
from agragati.org.rules.sheet import Problem

Table = Sequence[Sequence[str]]


class SheetCommand(BaseCommand):
    """A command that loads a sheet; subclasses name the two deeds."""

    check_rows: Callable[..., tuple[Any, list[Problem]]]
    load: Callable[..., Loaded]

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE, --dry-run, --json."""
        parser.add_argument("file", type=Path, help="a .csv (UTF-8), .xlsx or .ods file with column names")
        parser.add_argument("--dry-run", action="store_true", help="only list every problem; write nothing")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check; load unless it is a dry run; exit 1 when there is a problem."""
        try:
            table = read_table(options["file"].name, options["file"].read_bytes())
            rows, problems = type(self).check_rows(by=system(self.__module__.rpartition(".")[2]), table=table)
        except (AgragatiError, OSError) as error:
            raise CommandError(said(error)) from error
        done = Loaded(0, 0)
        if not problems and not options["dry_run"]:
            done = type(self).load(by=system(self.__module__.rpartition(".")[2]), table=table)
        if options["json"]:
            self.stdout.write(as_json(len(rows), problems, done))
        else:
            self.stdout.write(in_words(len(rows), problems, done))
        if problems:
            raise SystemExit(1)


def said(error: Exception) -> str:
    """The words of an error."""
    return gettext(error.key) % error.params if isinstance(error, BadInput) else str(error)


def _told(problem: Problem) -> str:
    return gettext(problem.message) % problem.params if problem.params else gettext(problem.message)


def as_json(rows: int, problems: Sequence[Problem], done: Loaded) -> str:
    """Machine form: rows read, what was made, and each problem by row and column."""
    found = [{"row": p.row, "column": p.column, "message": _told(p)} for p in problems]
    answer = {"rows": rows, "made": done.made, "unchanged": done.unchanged, "problems": found}
    return json.dumps(answer, ensure_ascii=False)


def in_words(rows: int, problems: Sequence[Problem], done: Loaded) -> str:
    """The same for people: one line a problem."""
    lines = [gettext("row %(row)s, %(column)s: %(what)s") % {"row": p.row, "column": p.column, "what": _told(p)}
             for p in problems]  # fmt: skip
    counts = {"rows": rows, "problems": len(problems), "made": done.made, "unchanged": done.unchanged}
    end = gettext("%(rows)s rows, %(problems)s problems; %(made)s made, %(unchanged)s were there.") % counts
    return "\n".join([*lines, end])
