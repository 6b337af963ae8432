"""Formulas over named numbers: read within narrow bounds, reckoned with decimals, and their units followed.

A formula holds numbers, names, + - * / ( ) and min, max. It is taken apart by Python's own reader and walked node by
node against a short list of what may stand in it; nothing is ever executed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache

from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput

from .formula_terms import FUNCTIONS
from .rounding import EXACT

LONGEST, DEEPEST, MOST_PARTS = 300, 15, 80
_LETTERS = re.compile(r"[a-z0-9_+\-*/(). ,]*", re.ASCII)
_GLUED = re.compile(r"(?<![a-z0-9_])[0-9.]+[a-z_]", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?", re.ASCII)
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "–": "-", "\n": " ", "\t": " "})
UnitOf = frozenset[tuple[str, int]]
"""A unit as powers of its parts: টাকা/জন is {(টাকা, 1), (জন, -1)}; empty = a bare share; None = nobody said."""


class DividesByZero(ArithmeticError):
    """A formula divides by nothing, so it has no value: neither 0 nor 100."""


class UnitsDiffer(ValueError):
    """Two things of different units are added or compared; `args` are the two."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: its plain text, its tree, and the names it uses, in the order of the text."""

    text: str
    tree: ast.expr
    names: tuple[str, ...]


@lru_cache(maxsize=1000)
def read_formula(text: str) -> Formula:
    """Read a formula. Raises BadInput for anything but numbers, names, + - * / ( ) min max, and for oversize ones."""
    plain = " ".join(to_latin(text).translate(_SIGNS).split())
    if not plain or len(plain) > LONGEST:
        raise BadInput("Write a formula of at most %(limit)s letters.", limit=LONGEST)
    if not _LETTERS.fullmatch(plain) or _GLUED.search(plain) or "**" in plain or "//" in plain:
        raise BadInput("A formula holds numbers, names, + - * / and brackets only (%(text)s).", text=plain[:60])
    if _nesting(plain) > DEEPEST:
        raise BadInput("The formula is too deep; name a part of it.")
    try:
        tree = ast.parse(plain, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise BadInput("The formula cannot be read (%(text)s).", text=plain[:60]) from None
    _check(plain, tree)
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id not in FUNCTIONS]
    names = dict.fromkeys(node.id for node in sorted(found, key=lambda node: node.col_offset))
    return Formula(plain, tree, tuple(names))


def _nesting(text: str) -> int:
    deep = most = 0
    for letter in text:
        deep += (letter == "(") - (letter == ")")
        most = max(most, deep)
    return most


def _check(text: str, tree: ast.expr) -> None:
    """Refuse every node that is not on the list; operators carry no node of their own here."""
    stack, count = [(tree, 1)], 0
    while stack:
        node, depth = stack.pop()
        count += 1
        if count > MOST_PARTS or depth > 3 * DEEPEST:
            raise BadInput("The formula is too long; name a part of it.")
        inner = _parts(text, node)
        if inner is None:
            part = ast.get_source_segment(text, node) or text
            raise BadInput("This cannot stand in a formula: %(text)s", text=part[:60])
        stack.extend((child, depth + 1) for child in inner)


def _parts(text: str, node: ast.expr) -> list[ast.expr] | None:
    """The parts of an allowed node, None for any other."""
    if isinstance(node, ast.BinOp) and type(node.op) in _SUMS:
        return [node.left, node.right]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        return [node.operand]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
        plain = not node.keywords and 2 <= len(node.args) <= 6
        return list(node.args) if plain else None
    if isinstance(node, ast.Name):
        return [] if node.id not in FUNCTIONS else None
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return [] if _NUMBER.fullmatch(ast.get_source_segment(text, node) or "") else None
    return None


def value_of(formula: Formula, values: Mapping[str, Decimal]) -> Decimal:
    """Reckon a formula with 60 digits; every name of it stands in `values`. Raises DividesByZero."""
    with localcontext(EXACT):
        return _value(formula.text, formula.tree, values)


def _value(text: str, node: ast.expr, values: Mapping[str, Decimal]) -> Decimal:
    if isinstance(node, ast.Name):
        return values[node.id]
    if isinstance(node, ast.UnaryOp):
        inner = _value(text, node.operand, values)
        return -inner if isinstance(node.op, ast.USub) else inner
    if isinstance(node, ast.BinOp):
        return _SUMS[type(node.op)](_value(text, node.left, values), _value(text, node.right, values))
    if isinstance(node, ast.Call):
        parts = [_value(text, part, values) for part in node.args]
        return min(parts) if isinstance(node.func, ast.Name) and node.func.id == "min" else max(parts)
    return Decimal(ast.get_source_segment(text, node) or "")


def _quotient(upper: Decimal, lower: Decimal) -> Decimal:
    if not lower:
        raise DividesByZero
    return upper / lower


_SUMS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: lambda one, other: one + other,
    ast.Sub: lambda one, other: one - other,
    ast.Mult: lambda one, other: one * other,
    ast.Div: _quotient,
}


def unit_named(text: str) -> UnitOf | None:
    """The unit of a word: None where nothing is said, a bare share for %."""
    word = text.strip()
    return None if not word else frozenset() if word in {"%", "শতকরা", "শতাংশ"} else frozenset({(word, 1)})


def unit_text(unit: UnitOf | None) -> str:
    """Write a unit: "টাকা/জন", "%" for a bare share, "—" where nothing is said."""
    if unit is None:
        return "—"
    above = [f"{word}{'' if power == 1 else f'^{power}'}" for word, power in sorted(unit) if power > 0]
    below = [f"{word}{'' if power == -1 else f'^{-power}'}" for word, power in sorted(unit) if power < 0]
    return "/".join(filter(None, ["·".join(above) or ("1" if below else "%"), "·".join(below)]))


def unit_of(formula: Formula, units: Mapping[str, UnitOf | None]) -> UnitOf | None:
    """Follow the units through a formula; numbers take any. Raises UnitsDiffer where unlike things are added."""
    return _unit(formula.tree, units)


def _unit(node: ast.expr, units: Mapping[str, UnitOf | None]) -> UnitOf | None:
    if isinstance(node, ast.Name):
        return units.get(node.id)
    if isinstance(node, ast.UnaryOp):
        return _unit(node.operand, units)
    if isinstance(node, ast.Call):
        return _same([_unit(part, units) for part in node.args])
    if isinstance(node, ast.BinOp):
        left, right = _unit(node.left, units), _unit(node.right, units)
        if isinstance(node.op, ast.Add | ast.Sub):
            return _same([left, right])
        return _product(left, right, 1 if isinstance(node.op, ast.Mult) else -1)
    return None


def _same(found: list[UnitOf | None]) -> UnitOf | None:
    said = [unit for unit in found if unit is not None]
    for unit in said[1:]:
        if unit != said[0]:
            raise UnitsDiffer(unit_text(said[0]), unit_text(unit))
    return said[0] if said else None


def _product(left: UnitOf | None, right: UnitOf | None, sign: int) -> UnitOf | None:
    if left is None and right is None:
        return None
    powers = dict(left or ())
    for word, power in right or ():
        powers[word] = powers.get(word, 0) + sign * power
    return frozenset((word, power) for word, power in powers.items() if power)
