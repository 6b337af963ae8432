"""Attributes of components that are worked out: an expression the component engine cannot read is dropped unsaid."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "agragati"
WORKED_OUT = re.compile(r"\s:([\w-]+)=\"([^\"]*)\"")
PLAIN = re.compile(r"[A-Za-z_][\w.]*\Z")


def readable(expression: str) -> bool:
    """A variable, a piece of template or a literal: nothing else is worked out."""
    if not expression or PLAIN.match(expression) or "{{" in expression or "{%" in expression:
        return True
    try:
        ast.literal_eval(expression)
    except (ValueError, SyntaxError):
        return False
    return True


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.html")), ids=lambda path: path.stem)
def test_every_worked_out_attribute_can_be_worked_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [f":{name}={value}" for name, value in WORKED_OUT.findall(text) if not readable(value)] == []


def test_the_check_can_fail() -> None:
    assert not readable("rows|length == 0")
    assert readable("page.object_list")
