"""The marked strings of a Python file, also where a call names a constant or adds two texts."""

from __future__ import annotations

import ast
from collections.abc import Iterator

Call = tuple[str, list[str]]


def calls_in(source: str, names: set[str]) -> Iterator[Call]:
    """Each call of one of `names`: the name, and its leading arguments that are texts.

    An argument that is one of two texts (`a if x else b`) gives two calls. Raises SyntaxError.
    """
    tree = ast.parse(source)
    constants = _constants(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in names]
    for node in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        given = [_texts(argument, constants) for argument in node.args]
        for first in given[0] if given else []:
            yield _name(node), [first, *(texts[0] for texts in given[1:] if texts)]


def _name(call: ast.Call) -> str:
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _constants(tree: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, ast.expr) and (texts := _texts(value, found)):
            found[target.id] = texts[0]
    return found


def _texts(node: ast.expr, constants: dict[str, str]) -> list[str]:
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.Name):
        return [constants[node.id]] if node.id in constants else []
    if isinstance(node, ast.IfExp):
        return _texts(node.body, constants) + _texts(node.orelse, constants)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [a + b for a in _texts(node.left, constants) for b in _texts(node.right, constants)]
    return []
