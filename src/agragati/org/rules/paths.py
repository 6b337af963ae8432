"""Paths of the office tree: dotted chains of office numbers, `000041.000003.000012`.

A segment is the office's own number, so a path is never given out twice, however often offices move, and it
follows from the parents alone. Text prefixes then answer "is below" (docs/adr/0006-office-path.md).
"""

from __future__ import annotations

WIDTH = 6  # keeps siblings in the order of their numbers; a longer number still works


def child_path(parent: str, number: int) -> str:
    """Path of office `number` under the office at `parent` ("" = at the top)."""
    segment = f"{number:0{WIDTH}d}"
    return f"{parent}.{segment}" if parent else segment


def parent_of(path: str) -> str:
    """Path of the higher office; "" at the top."""
    return path.rpartition(".")[0]


def root_of(path: str) -> str:
    """The line (first segment) a path belongs to."""
    return path.partition(".")[0]


def depth_of(path: str) -> int:
    """1 for a ministry at the top, 2 below it, …"""
    return path.count(".") + 1


def line_of(path: str) -> list[str]:
    """Every path from the top down to `path` itself."""
    parts = path.split(".")
    return [".".join(parts[: count + 1]) for count in range(len(parts))]


def rebased(path: str, old: str, new: str) -> str:
    """`path` (at or below `old`) after `old` became `new`."""
    return new + path[len(old) :]
