"""`agragati load_frameworks`: publish the official tables of the frameworks folder."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.kernel.errors import BadInput
from agragati.org.access import system

from ...actions import load_framework
from ..framework_files import framework_folder, framework_names, read_table, refusal


class Command(BaseCommand):
    """Take in every framework file; unchanged ones are left as they are."""

    help = "Publish every framework file of the folder; a changed file becomes a new version."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and list them."""
        for name in framework_names():
            path = next(p for p in framework_folder().iterdir() if p.stem == name and p.suffix in {".toml", ".json"})
            try:
                edition = load_framework(by=system("load_frameworks"), key=name, document=read_table(str(path)))
            except BadInput as error:
                self.stderr.write(refusal(error))
                raise SystemExit(2) from error
            self.stdout.write(f"{edition.key} · {edition.version} · {edition.title}")
