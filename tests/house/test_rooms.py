"""Every line has a room; every room keeps its rules."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from .source import NO_ROOMS, ROOMS, ROOT, SRC, apps, public_functions, room_files

LINE_BUDGET = 400
TEMPLATE_BUDGET = 120
COMPONENT_BUDGET = 40
FUNCTION_BUDGET = 25
VIEW_BUDGET = 15
# Without a savepoint of its own: a deed that is part of another deed, and fails only with it.
ATOMIC = {"transaction.atomic", "transaction.atomic(savepoint=False)"}


def test_every_file_has_a_room() -> None:
    odd = [
        str(path.relative_to(SRC))
        for app in apps()
        for path in app.iterdir()
        if path.stem not in ROOMS | NO_ROOMS and path.stem != "typst"
    ]
    assert odd == []


def test_no_drawer_for_odds_and_ends() -> None:
    forbidden = {"utils", "helpers", "common", "misc", "services", "signals"}
    assert [str(p.relative_to(SRC)) for p in SRC.rglob("*.py") if p.stem in forbidden] == []


def test_files_stay_small() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for base in (SRC, ROOT / "tests", ROOT / "bench")
        for path in base.rglob("*.py")
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > LINE_BUDGET
    }
    assert long == {}


def test_templates_stay_small() -> None:
    long = {}
    for path in SRC.rglob("templates/**/*.html"):
        budget = COMPONENT_BUDGET if "cotton" in path.parts else TEMPLATE_BUDGET
        if (lines := len(path.read_text().splitlines())) > budget:
            long[str(path.relative_to(SRC))] = lines
    assert long == {}


def _body_lines(node: ast.FunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_stay_small() -> None:
    long = {}
    for path in SRC.rglob("*.py"):
        if "migrations" in path.parts:
            continue
        budget = (
            VIEW_BUDGET
            if path.stem in {"views", "api", "tasks"} or path.parent.name in {"views", "api"}
            else FUNCTION_BUDGET
        )
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and (lines := _body_lines(node)) > budget:
                long[f"{path.relative_to(SRC)}:{node.name}"] = lines
    assert long == {}


@pytest.mark.parametrize("room", ["selectors", "actions"])
def test_every_question_and_deed_says_who(room: str) -> None:
    silent = [
        f"{where}:{node.name}"
        for where, node in public_functions(room)
        if node.args.args or "by" not in [arg.arg for arg in node.args.kwonlyargs]
    ]
    assert silent == []


def test_every_deed_is_one_transaction() -> None:
    loose = [
        f"{where}:{node.name}"
        for where, node in public_functions("actions")
        if not ATOMIC & {ast.unparse(decorator) for decorator in node.decorator_list}
    ]
    assert loose == []


@pytest.mark.parametrize("room", ["views", "api", "forms", "tasks", "management"])
def test_outer_rooms_ask_selectors_not_the_database(room: str) -> None:
    rude = [
        f"{path.relative_to(SRC)}:{number}"
        for path in room_files(room)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(r"\.objects\b|\.save\(|\.raw\(|bulk_create\(", line)
    ]
    assert rude == []


def test_public_functions_carry_a_docstring() -> None:
    bare = [
        f"{path.relative_to(SRC)}:{node.name}"
        for room in ("rules", "renderers", "access", "scope", "actions", "selectors")
        for path in room_files(room)
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert bare == []


def test_deferred_jobs_exist() -> None:
    named = {
        match
        for path in SRC.rglob("*.py")
        for match in re.findall(r"""(?:\bjobs\.|(?<![\w.)]))defer\(\s*["']([\w.]+)["']""", path.read_text())
    }
    registered = {
        match
        for path in room_files("tasks")
        for match in re.findall(r"""@(?:jobs\.)?task\(\s*(?:name=)?["']([\w.]+)["']""", path.read_text())
    }
    assert named - registered == set()


def test_nothing_names_a_path_of_this_machine() -> None:
    # The checkout and the home it lies in; the root and the folder for odds and ends are every machine's.
    places = {f"{ROOT}/", f"{Path.home()}/"} - {"//", "/tmp/"}
    rude = [
        str(path.relative_to(ROOT))
        for base in ("src", "tests", "docs", "bench")
        for path in (ROOT / base).rglob("*")
        if path.suffix in {".py", ".md", ".html", ".toml", ".tsv"}
        and any(place in path.read_text(encoding="utf-8") for place in places)
    ]
    assert rude == []
