"""The product's own source, as the house tests read it."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "agragati"
ROOMS = {
    "urls", "views", "api", "admin", "tasks", "management", "middleware", "forms", "schemas", "actions", "notices",
    "measures", "effects", "selectors", "access", "models", "scope", "choices", "renderers", "rules",
}  # fmt: skip
PUBLIC_ROOMS = {"selectors", "actions", "access", "models", "choices", "rules", "scope", "renderers"}
NO_ROOMS = {"migrations", "apps", "templatetags", "templates", "static", "locale", "data", "__init__", "__pycache__"}
# These are not apps with rooms: the composition root, the page library and the pure library.
LOOSE = {"config", "ui", "kernel"}


@cache
def floors() -> dict[str, int]:
    """Height of each app, from the import contract."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    layers = [[name.strip(" ()") for name in layer.split("|")] for layer in contract["layers"]]
    return {name: len(layers) - i for i, layer in enumerate(layers) for name in layer}


def may_see(upper: str, lower: str) -> bool:
    """Whether the app `upper` may lean on `lower`."""
    return upper == lower or floors()[upper] > floors()[lower]


def apps() -> list[Path]:
    """Folders of apps that have rooms."""
    return sorted(p for p in SRC.iterdir() if p.is_dir() and p.name not in LOOSE and (p / "__init__.py").exists())


def room_files(room: str) -> Iterator[Path]:
    """Every file of a room, whether it is a module or a package."""
    for app in apps():
        if (app / f"{room}.py").exists():
            yield app / f"{room}.py"
        yield from sorted((app / room).rglob("*.py"))


def public_functions(room: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions others may call: no leading underscore; in a package, those that its __init__ exports."""
    for path in room_files(room):
        exported = _exported(path)
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                if exported is not None and node.name not in exported:
                    continue
                yield str(path.relative_to(SRC)), node


def _exported(path: Path) -> set[str] | None:
    init = path.parent / "__init__.py"
    if path.name == "__init__.py" or path.parent.parent == SRC or not init.exists():
        return None
    names: set[str] = set()
    for node in ast.parse(init.read_text()).body:
        if isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    return names
