"""`agragati lint_plan FILE`: what is odd or wrong in a framework, without a database."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from agragati.kernel.errors import BadInput
from agragati.plans.management.framework_files import folder_of, is_name, load_framework, read_table, refusal
from agragati.plans.rules.framework import Framework
from agragati.plans.rules.lint import has_errors, lint
from agragati.plans.rules.output import finding_as_table, findings_as_text, quality_as_table, quality_as_text
from agragati.plans.rules.quality import rate
from agragati.plans.rules.reading_achievements import read_achievements, read_request
from agragati.plans.rules.reasons import Finding

FOUND_ERRORS, REFUSED = 1, 2


class Command(BaseCommand):
    help = (
        "Check a plan's framework: FILE is a scoring input, a framework file, or a framework's name. "
        "Exit 1 when a finding is an error, 2 when the input cannot be read."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, --json and --lang."""
        parser.add_argument("file", help="JSON or TOML file, a framework's name, or - for standard input")
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.add_argument("--lang", choices=("bn", "en"), default="bn", help="language of the sentences")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the findings; exit 1 on an error, 2 with one sentence on input that cannot be read."""
        try:
            framework, findings = linted(options["file"])
        except BadInput as error:
            self.stderr.write(refusal(error))
            raise SystemExit(REFUSED) from error
        language = options["lang"]
        if options["json"]:
            rows = [finding_as_table(item, language) for item in findings]
            table = {"findings": rows, "quality": quality_as_table(rate(framework), language)}
            self.stdout.write(json.dumps(table, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(findings_as_text(findings, language))
            self.stdout.write(f"\n{quality_as_text(rate(framework), language)}")
        if has_errors(findings):
            raise SystemExit(FOUND_ERRORS)


def linted(place: str) -> tuple[Framework, tuple[Finding, ...]]:
    """Give the framework of a scoring input, a bare file or a name, and its findings. Raises BadInput."""
    framework: Framework
    table = {} if is_name(place) else read_table(place)
    if is_name(place) or ("framework" not in table and "indicators" in table):
        framework = load_framework(table or place)
        return framework, lint(framework)
    request = read_request(table)
    framework = load_framework(request.framework, folder_of(place))
    if request.tier:
        framework = framework.for_tier(request.tier)
    given = read_achievements(request.achievements, framework, as_of=request.as_of)
    return framework, (*lint(framework), *request.notes, *given.notes)
