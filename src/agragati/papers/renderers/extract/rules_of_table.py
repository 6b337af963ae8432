"""Ruled lines of a page → tables: nets of lines that touch, with their cells and merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NEAR = 3.0  # points: lines this near are one, unless the net says otherwise

Line = tuple[float, float, float]  # place, from, to


@dataclass(frozen=True)
class Box:
    """One cell with its borders, at its first row and column; `down` and `across` tell over how many it goes."""

    row: int
    column: int
    left: float
    bottom: float
    right: float
    top: float
    down: int = 1
    across: int = 1


@dataclass(frozen=True)
class Net:
    """A table: column borders from left, row borders from the top, and the lines themselves."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: tuple[Line, ...]
    down: tuple[Line, ...]
    near: float = _NEAR

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def cells(self) -> Iterator[Box]:
        """Every cell once; a merged one spans to the next line that is drawn."""
        taken: set[tuple[int, int]] = set()
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) in taken:
                    continue
                right, low = self._spans(row, column)
                taken |= {(r, c) for r in range(row, low) for c in range(column, right)}
                edges = (self.xs[column], self.ys[low], self.xs[right], self.ys[row])
                yield Box(row, column, *edges, low - row, right - column)

    def missing(self) -> tuple[list[Line], list[Line]]:
        """The borders between two places of the grid that no line was found for: level ones, upright ones."""
        across = [
            (y, left, right)
            for y in self.ys[1:-1]
            for left, right in pairwise(self.xs)
            if not _drawn(self.across, y, (left + right) / 2, self.near)
        ]
        down = [
            (x, low, high)
            for x in self.xs[1:-1]
            for high, low in pairwise(self.ys)
            if not _drawn(self.down, x, (low + high) / 2, self.near)
        ]
        return across, down

    def spans(self) -> list[tuple[int, int, int, int]]:
        """The merged cells: row and column of the first place, rows down, columns across."""
        return [(box.row, box.column, box.down, box.across) for box in self.cells() if box.down > 1 or box.across > 1]

    def _spans(self, row: int, column: int) -> tuple[int, int]:
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        right = column + 1
        while right < len(self.xs) - 1 and not _drawn(self.down, self.xs[right], middle, self.near):
            right += 1
        centre = (self.xs[column] + self.xs[column + 1]) / 2
        low = row + 1
        while low < len(self.ys) - 1 and not _drawn(self.across, self.ys[low], centre, self.near):
            low += 1
        return right, low


def _drawn(lines: Sequence[Line], place: float, at: float, near: float) -> bool:
    return any(abs(line[0] - place) <= near and line[1] - near <= at <= line[2] + near for line in lines)


def nets(across: Sequence[Line], down: Sequence[Line], *, near: float = _NEAR, upside: bool = False) -> list[Net]:
    """Group lines that touch into tables of at least two columns, from the top of the page down.

    `near`: how far apart (in the unit of the lines) two lines may be and still be one. `upside`: the lines are
    measured downwards from the top of a picture; the nets then have heights below zero, upwards as on paper.
    """
    if upside:
        across = [(-y, left, right) for y, left, right in across]
        down = [(x, -bottom, -top) for x, top, bottom in down]
    groups: list[tuple[list[Line], list[Line]]] = []
    for vertical in sorted(down, key=lambda line: -line[2]):
        touched = [line for line in across if _touch(line, vertical, near)]
        home = next((group for group in groups if any(line in group[0] for line in touched)), None)
        if home is None:
            groups.append((touched, [vertical]))
        else:
            home[0].extend(line for line in touched if line not in home[0])
            home[1].append(vertical)
    found = [_net(*group, near) for group in _merged(groups, near) if group[0]]
    return sorted((net for net in found if len(net.xs) > 2 and len(net.ys) > 1), key=lambda net: -net.top)


def _merged(groups: list[tuple[list[Line], list[Line]]], near: float) -> list[tuple[list[Line], list[Line]]]:
    """Groups whose heights overlap are one table (its columns may touch different rules)."""
    kept: list[tuple[list[Line], list[Line]]] = []
    for across, down in groups:
        low, high = min(line[1] for line in down), max(line[2] for line in down)
        home = next(
            (
                group
                for group in kept
                if min(line[1] for line in group[1]) - near < high and low - near < max(line[2] for line in group[1])
            ),
            None,
        )
        if home is None:
            kept.append((across, down))
        else:
            home[0].extend(across)
            home[1].extend(down)
    return kept


def _touch(across: Line, down: Line, near: float) -> bool:
    return across[1] - near <= down[0] <= across[2] + near and down[1] - near <= across[0] <= down[2] + near


def _net(across: Sequence[Line], down: Sequence[Line], near: float) -> Net:
    ys = _places([line[0] for line in across], near)
    return Net(tuple(_places([line[0] for line in down], near)), tuple(reversed(ys)), tuple(across), tuple(down), near)


def _places(values: Sequence[float], near: float) -> list[float]:
    """Sorted places, those nearer than a line's thickness taken as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > near:
            places.append(value)
    return places
