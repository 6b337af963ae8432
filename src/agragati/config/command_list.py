"""The list of commands that `agragati --help` shows: ours first, by theme, then Django's."""

from __future__ import annotations

import ast
import difflib
import textwrap
from pathlib import Path

APPS = Path(__file__).parents[1]
# Themes in reading order; an app that is not named here comes under the last.
THEMES = (
    ("চালু করা ও দেখাশোনা · Start and look after", ("config", "audit", "records")),
    ("দপ্তর ও ব্যবহারকারী · Offices and people", ("org",)),
    ("কর্মপরিকল্পনা · Action plans", ("plans", "dashboards")),
    ("সভা, পত্র ও নথি · Meetings, papers and files", ("meetings", "papers", "efile", "outbox", "events", "reports")),
    ("সেবা · Services", ("catalogue", "flows", "cases", "portals", "ideas")),
    ("পাতা ও ভাষা · Pages and language", ("ui",)),
)
WIDTH = 100


def ours() -> dict[str, tuple[str, str]]:
    """Name of each of our commands → (app, its first sentence of help), read without importing anything."""
    found = {}
    for path in sorted(APPS.glob("*/management/commands/*.py")):
        if not path.stem.startswith("_"):
            found[path.stem] = (path.parents[2].name, _first_sentence(path))
    return found


def _first_sentence(path: Path) -> str:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        is_help = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "help"
        if is_help and isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            return str(node.value.value).split(". ")[0].rstrip(".")
    return (ast.get_docstring(tree) or "").split(": ", 1)[-1].split("\n")[0].rstrip(".")


def is_known(name: str) -> bool:
    """Whether such a command exists; ours are found without waking Django."""
    return name in ours() or name in _djangos()


def _djangos() -> list[str]:
    import django
    from django.core.management import get_commands

    django.setup()
    return sorted(set(get_commands()) - set(ours()))


def overview() -> str:
    """The whole text of `agragati --help`."""
    commands = ours()
    named = {app for _, apps in THEMES for app in apps}
    lines = ["অগ্রগতির কমান্ড · Commands of Agragati:  agragati COMMAND --help", ""]
    for number, (title, apps) in enumerate(THEMES, 1):
        rest = set() if number < len(THEMES) else {app for app, _ in commands.values()} - named
        mine = [(name, text) for name, (app, text) in commands.items() if app in apps or app in rest]
        if mine:
            lines += [title, *(_entry(name, text) for name, text in mine), ""]
    lines += ["জ্যাঙ্গোর কমান্ড · Django's own"]
    lines += textwrap.wrap(", ".join(_djangos()), WIDTH, initial_indent="  ", subsequent_indent="  ")
    return "\n".join(lines)


def _entry(name: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=f"  {name:<18}", subsequent_indent=" " * 20)


def unknown(name: str) -> str:
    """What to say to a name that is no command."""
    near = difflib.get_close_matches(name, [*ours(), *_djangos()], n=3, cutoff=0.6)
    guess = f" {', '.join(near)}?" if near else ""
    return (
        f"“{name}” নামে কোনো কমান্ড নেই।{guess} তালিকা: agragati --help\n"
        f'There is no command "{name}".{guess} The list: agragati --help'
    )
