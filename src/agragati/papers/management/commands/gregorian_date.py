"""`agragati gregorian_date "১২ পৌষ ১৪২৮"`: the Gregorian day of a Bangla date."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from agragati.kernel.bangla_calendar import parse_bangla_date, to_gregorian
from agragati.papers.management.terminal import TextCommand, refusing_bad_input


class Command(TextCommand):
    help = 'Give the Gregorian day of one or more Bangla dates, a line each: "১২ পৌষ ১৪২৮" gives 2021-12-27.'

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dates", nargs="+", metavar="DATE", help='a Bangla date in quotes: "১২ পৌষ ১৪২৮"')

    def handle(self, *args: object, dates: list[str], **options: Any) -> None:
        if len(dates) == 3 and dates[0].isdecimal():
            dates = [" ".join(dates)]  # one date typed without quotes
        with refusing_bad_input():
            lines = [to_gregorian(parse_bangla_date(written)).isoformat() for written in dates]
        self.stdout.write("\n".join(lines))
