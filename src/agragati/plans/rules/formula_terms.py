"""What formulas speak of: figures an office states, constants and sub-expressions a framework shares."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from agragati.kernel.errors import BadInput

FUNCTIONS = ("min", "max")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Figure:
    """One named figure of an indicator. `latest` says that events replace it (a stock), else they add up (a flow)."""

    name: str
    label: str = ""
    unit: str = ""
    label_en: str = ""
    latest: bool = False


@dataclass(frozen=True, slots=True)
class Constant:
    """One value that many indicators share, with its unit and where it comes from."""

    name: str
    value: Decimal | date
    label: str = ""
    unit: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """A named part of formulas: effective = received - withdrawn."""

    name: str
    formula: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """What every formula of a framework may use."""

    constants: tuple[Constant, ...] = ()
    expressions: tuple[Expression, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every shared name, constants first; one used twice stands twice."""
        return (*(found.name for found in self.constants), *(found.name for found in self.expressions))

    def constant(self, name: str) -> Constant | None:
        """The constant of a name, or None."""
        return next((found for found in self.constants if found.name == name), None)

    def expression(self, name: str) -> Expression | None:
        """The sub-expression of a name, or None."""
        return next((found for found in self.expressions if found.name == name), None)

    def label(self, name: str) -> str:
        """What people call a constant or sub-expression; the name itself where nobody said."""
        found = self.constant(name) or self.expression(name)
        return found.label if found and found.label else name


def as_name(raw: object) -> str:
    """Read a name that formulas use. Raises BadInput for one they could not hold."""
    text = raw.strip() if isinstance(raw, str) else ""
    if not _NAME.fullmatch(text) or keyword.iskeyword(text) or text in FUNCTIONS:
        shown = str(raw)[:40]
        raise BadInput('"%(name)s" is no name for a formula: small Latin letters, digits and _ only.', name=shown)
    return text
