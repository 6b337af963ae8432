"""The few words a framework is written in: units, methods, directions, ways to derive a value."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """What an indicator is measured in; BLANK is a unit the official paper left out."""

    DATE = "date"
    NUMBER = "number"
    PERCENT = "percent"
    BLANK = ""


class Method(StrEnum):
    """How an achievement becomes a raw score of 0 to 100 (docs/algorithms/scoring.md)."""

    LINEAR = "LINEAR"
    STEP = "STEP"
    RATIO = "RATIO"
    ALL_OR_NOTHING = "ALL_OR_NOTHING"


class Direction(StrEnum):
    """Which way is better; an earlier date is a LOWER one."""

    HIGHER = "higher"
    LOWER = "lower"


class Derive(StrEnum):
    """How the year's value comes from single events."""

    SUM = "sum"
    LATEST = "latest"
    RATIO = "ratio"
    COUNT = "count"
    FIRST_DATE = "first_date"


class State(StrEnum):
    """Where a score stands. Only SCORED and REJECTED carry a raw score that was earned or refused."""

    SCORED = "scored"
    NOT_YET = "not_yet"
    NO_FIGURE = "no_figure"
    NOT_APPLICABLE = "not_applicable"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """How grave a finding is: an error blocks publication, a warning is published with the plan."""

    ERROR = "error"
    WARNING = "warning"
