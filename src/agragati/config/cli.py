"""`agragati`: every command of the product under one name."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one command; what the outside asks for is in `agragati --help`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agragati.config.settings")
    execute_from_command_line(["agragati", *sys.argv[1:]])
