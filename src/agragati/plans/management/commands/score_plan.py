"""`agragati score_plan FILE`: the marks of a plan and why, without a database."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from agragati.kernel.errors import BadInput
from agragati.plans.management.framework_files import folder_of, load_framework, read_table, refusal
from agragati.plans.rules.output import score_as_table, score_as_text
from agragati.plans.rules.reading_achievements import read_achievements, read_request
from agragati.plans.rules.reasons import Finding
from agragati.plans.rules.scoring import PlanScore, score_plan

REFUSED = 2


class Command(BaseCommand):
    help = (
        "Score a plan: FILE (JSON or TOML, - for standard input) names a framework and the achievements by "
        "indicator code. Prints the total, each indicator's marks and the reasons. Bad input: exit 2."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, --json and --lang."""
        parser.add_argument("file", help="JSON or TOML file; - reads standard input")
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.add_argument("--lang", choices=("bn", "en"), default="bn", help="language of the sentences")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, score, print; a refusal is a line for each problem on standard error and exit 2."""
        try:
            score, notes = scored(options["file"])
        except BadInput as error:
            self.stderr.write(refusal(error))
            raise SystemExit(REFUSED) from error
        if options["json"]:
            table = score_as_table(score, notes, options["lang"])
            self.stdout.write(json.dumps(table, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(score_as_text(score, notes, options["lang"]))


def scored(place: str) -> tuple[PlanScore, tuple[Finding, ...]]:
    """Give the score of an input file and what was odd in its writing. Raises BadInput."""
    request = read_request(read_table(place))
    framework = load_framework(request.framework, folder_of(place))
    if request.tier:
        framework = framework.for_tier(request.tier)
    given = read_achievements(request.achievements, framework, as_of=request.as_of)
    score = score_plan(framework, given.by_code, method=request.method, as_of=request.as_of)
    return score, (*request.notes, *given.notes)
