"""What the two sheet commands share: read the file, dry run or load, print for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext

from agragati.kernel.errors import AgragatiError, BadInput
from agragati.org.access import system
from agragati.org.actions import Loaded
from agragati.org.renderers import LARGEST, read_table
from agragati.org.rules.sheet import Problem
from agragati.ui.renderers import digits, in_bangla, number, said

Table = Sequence[Sequence[str]]
Headings = Mapping[str, Sequence[str]]


class SheetCommand(BaseCommand):
    """A command that loads a sheet; subclasses name the two deeds."""

    headings: Headings
    check_rows: Callable[..., tuple[Any, list[Problem]]]
    load: Callable[..., Loaded]

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE, --dry-run, --json."""
        parser.add_argument("file", type=Path, help="a .csv (UTF-8), .xlsx or .ods file with column names")
        parser.add_argument("--dry-run", action="store_true", help="only list every problem; write nothing")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check; load unless it is a dry run; exit 1 when there is a problem."""
        by = system(self.__module__.rpartition(".")[2])
        try:
            table = read_table(options["file"].name, content_of(options["file"]))
            rows, problems = type(self).check_rows(by=by, table=table)
        except AgragatiError as error:
            raise CommandError(said(error)) from error
        done = Loaded(0, 0)
        if not problems and not options["dry_run"]:
            done = type(self).load(by=by, table=table)
        told = as_json if options["json"] else partial(in_words, headings=self.headings)
        self.stdout.write(told(len(rows), problems, done))
        if problems:
            raise SystemExit(1)


def content_of(file: Path) -> bytes:
    """The bytes of a file; raises BadInput when it cannot be read, before a huge one fills the memory."""
    try:
        if file.stat().st_size > LARGEST:
            raise BadInput("The file is larger than 30 MB.", field="file")
        return file.read_bytes()
    except OSError as error:
        raise BadInput("The file %(name)s cannot be read.", field="file", name=str(file)) from error


def _told(problem: Problem) -> str:
    error = BadInput(problem.message)
    error.params = dict(problem.params)
    return said(error)


def as_json(rows: int, problems: Sequence[Problem], done: Loaded) -> str:
    """Machine form: rows read, what was made, and each problem by row and column."""
    found = [{"row": p.row, "column": p.column, "message": _told(p)} for p in problems]
    answer = {"rows": rows, "made": done.made, "unchanged": done.unchanged, "problems": found}
    return json.dumps(answer, ensure_ascii=False)


def in_words(rows: int, problems: Sequence[Problem], done: Loaded, *, headings: Headings) -> str:
    """The same for people: one line a problem, columns by the heading of the reader's language."""
    lines = []
    for problem in problems:
        ways = headings.get(problem.column, ())
        column = ways[0] if ways and in_bangla() else problem.column
        told = {"row": digits(problem.row), "column": column, "what": _told(problem)}
        lines.append(gettext("row %(row)s, %(column)s: %(what)s") % told)
    found = {"rows": rows, "problems": len(problems), "made": done.made, "unchanged": done.unchanged}
    counts = {name: number(count) for name, count in found.items()}
    end = gettext("%(rows)s rows, %(problems)s problems; %(made)s made, %(unchanged)s were there.") % counts
    return "\n".join([*lines, end])
