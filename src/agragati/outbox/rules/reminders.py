"""Reminders as data: stages around a due day, and which of them is due now."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from agragati.kernel.errors import BadInput

TARGETS = ("holder", "head", "higher")
CHANNELS = ("in_app", "email", "sms", "push")
FARTHEST = 120
MOST_STAGES = 10


@dataclass(frozen=True)
class Stage:
    """`offset` days from the due day (−3 before, 0 on it, 5 after) the `to` is told by `channels`."""

    key: str
    offset: int
    to: str = "holder"
    channels: tuple[str, ...] = ("in_app", "email")

    def __post_init__(self) -> None:
        if self.to not in TARGETS or not set(self.channels) <= set(CHANNELS) or not self.channels:
            raise BadInput("A stage of reminding needs a person and a way to tell.", field="stages")
        if abs(self.offset) > FARTHEST:
            raise BadInput("A stage lies at most %(days)s days from the due day.", field="stages", days=FARTHEST)

    @property
    def before(self) -> int:
        """Days before the due day; negative after it."""
        return -self.offset

    def day(self, due: datetime.date) -> datetime.date:
        """The day on which it is due."""
        return due + datetime.timedelta(days=self.offset)


# Before, on the day, first to third, then the head, then the higher office.
STANDARD = (
    Stage("before_7", -7),
    Stage("before_1", -1, channels=("in_app", "email", "sms")),
    Stage("on_day", 0, channels=("in_app", "email", "push")),
    Stage("first", 1, channels=("in_app", "email", "sms")),
    Stage("second", 3, channels=("in_app", "email", "sms")),
    Stage("third", 5, channels=("in_app", "email", "sms")),
    Stage("head", 7, "head", ("in_app", "email", "sms")),
    Stage("higher", 10, "higher", ("in_app", "email")),
)
GENTLE = (Stage("before_3", -3), Stage("on_day", 0), Stage("first", 3))
MEETING = (Stage("before_1", -1, channels=("in_app", "email", "sms")), Stage("on_day", 0, channels=("in_app", "push")))
PLANS: dict[str, tuple[Stage, ...]] = {"standard": STANDARD, "gentle": GENTLE, "meeting": MEETING, "none": ()}


def stage_key(plan: str, offset: int, to: str) -> str:
    """The name of a stage: the built-in one's where the plan has it, else made of person and day ("head_5").

    It hangs on nothing else, so that a plan which is saved again reminds nobody twice.
    """
    same = (stage.key for stage in PLANS.get(plan, ()) if (stage.offset, stage.to) == (offset, to))
    return next(same, f"{to}_{offset}")


def read_stages(rows: Sequence[Mapping[str, Any]]) -> tuple[Stage, ...]:
    """Stages from their plain values, by day; raises BadInput when a key occurs twice or a value is wrong."""
    try:
        stages = [Stage(str(r["key"]), int(r["offset"]), str(r["to"]), tuple(r["channels"])) for r in rows]
    except (KeyError, TypeError, ValueError):
        raise BadInput("The stages of reminding cannot be read.", field="stages") from None
    if len({(stage.offset, stage.to) for stage in stages}) != len(stages):
        raise BadInput("Two stages tell the same person on the same day.", field="stages")
    if len({stage.key for stage in stages}) != len(stages) or len(stages) > MOST_STAGES:
        raise BadInput("The stages of reminding cannot be read.", field="stages")
    return tuple(sorted(stages, key=lambda stage: stage.offset))


def write_stages(stages: Iterable[Stage]) -> list[dict[str, Any]]:
    """Plain values of stages."""
    return [{**asdict(stage), "channels": list(stage.channels)} for stage in stages]


def due_stages(
    stages: Sequence[Stage], *, due: datetime.date, given: datetime.date, today: datetime.date, had: Collection[str]
) -> list[Stage]:
    """Stages whose day has come and which were not sent; those that lie before the duty was given never were due.

    Of several only the last is to be sent (someone who was away gets one word, not five); the others are passed over.
    """
    return [s for s in stages if s.key not in had and s.day(due) <= today and (s.day(due) >= given or s.offset >= 0)]
