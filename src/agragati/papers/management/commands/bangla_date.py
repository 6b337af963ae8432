"""`agragati bangla_date 2021-12-27`: the Bangla date of a day."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from agragati.kernel.bangla_calendar import to_bangla
from agragati.kernel.dates import parse_day
from agragati.papers.management.terminal import TextCommand, refusing_bad_input


class Command(TextCommand):
    help = "Give the Bangla date of one or more days, a line each: 2021-12-27 gives ১২ পৌষ ১৪২৮."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dates", nargs="+", metavar="DATE", help="a day: 2021-12-27, 27/12/2021 or ২৭/১২/২০২১")

    def handle(self, *args: object, dates: list[str], **options: Any) -> None:
        with refusing_bad_input():
            lines = [to_bangla(parse_day(written)).text for written in dates]
        self.stdout.write("\n".join(lines))
