"""`agragati build_static`: fonts for the web, then every static file under its hashed name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from agragati.ui.management.fonts import build_fonts


class Command(BaseCommand):
    help = "Cut the web fonts and collect the static files. Does nothing when neither fonts nor files have changed."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        fonts = build_fonts()
        stamp = Path(settings.STATIC_ROOT) / "stamp"
        mark = _mark()
        if stamp.exists() and stamp.read_text() == mark:
            self.stdout.write("Static files are up to date.")
            return
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        stamp.write_text(mark)
        self.stdout.write(f"Static files collected; {len(fonts)} fonts cut.")


def _mark() -> str:
    """Changes whenever a static file is added, removed or edited."""
    lines = sorted(f"{path}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in _files())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _files() -> Iterator[Path]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            yield Path(storage.path(name))
