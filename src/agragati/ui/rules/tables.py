"""Columns of a table and the order a reader chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A heading; `label` is a text, translated when shown.

    `key` (letters the address may carry) makes it sortable; `numeric` aligns right.
    """

    label: object
    key: str = ""
    numeric: bool = False

    @property
    def down(self) -> str:
        """The address's word for the descending order."""
        return f"-{self.key}"


def chosen_order(given: str, columns: Sequence[Column], default: str) -> str:
    """Give `given` ("name" or "-name") when a column has that key, else `default`: no other text reaches a query."""
    known = {key for column in columns if column.key for key in (column.key, column.down)}
    return given if given in known else default
