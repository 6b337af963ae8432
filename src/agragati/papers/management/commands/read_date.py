"""`agragati read_date TEXT --base 2023-07-27 --json`: the dates and deadlines of a text."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from agragati.kernel.dates import ReadDate, parse_day, read_dates
from agragati.kernel.errors import BadInput
from agragati.papers.management.terminal import TextCommand, as_json, refusing_bad_input


class Command(TextCommand):
    help = "Read the dates and deadlines of a text and say how sure each one is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", metavar="TEXT", help='the text, in quotes: "আগামী ১৫ দিনের মধ্যে"')
        parser.add_argument("--base", metavar="DAY", help="the day of the paper; deadlines are counted from it")
        parser.add_argument("--json", action="store_true", help="print a JSON list instead of lines")

    def handle(self, *args: object, text: str, base: str | None, json: bool, **options: Any) -> None:
        with refusing_bad_input():
            readings = read_dates(text, parse_day(base) if base else None)
            if json:
                self.stdout.write(as_json([as_record(reading) for reading in readings]))
            if not readings:
                raise BadInput("No date was found in the text.")
        if not json:
            self.stdout.write("\n".join(as_line(reading) for reading in readings))


def as_record(reading: ReadDate) -> dict[str, object]:
    """Give a reading as plain values: days as yyyy-mm-dd, Bangla dates as printed, None for what is not known."""
    return {
        "text": reading.text,
        "span": list(reading.span),
        "kind": reading.kind,
        "start": reading.start and reading.start.isoformat(),
        "end": reading.end and reading.end.isoformat(),
        "resolved": reading.resolved and reading.resolved.isoformat(),
        "confidence": reading.confidence.value,
        "value": reading.value,
        "unit": reading.unit or None,
        "bangla": reading.bangla and reading.bangla.text,
        "corrected": reading.suggested_bangla and reading.suggested_bangla.text,
        "warnings": list(reading.warnings),
    }


def as_line(reading: ReadDate) -> str:
    """Give a reading as one line of words, parted by tabs: text, day, how sure, warnings."""
    day = reading.resolved.isoformat() if reading.resolved else "-"
    return "\t".join([" ".join(reading.text.split()), day, reading.confidence.value, *reading.warnings])
