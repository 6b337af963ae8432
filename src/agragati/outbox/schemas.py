"""Shapes of the API about messages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

Title = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00]*$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=5000, pattern=r"^[^\x00]*$")]
Code = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00]*$")]


class MessageIn(Schema):
    """One message to the offices of these codes: to their heads, or to everyone who holds a post there."""

    title: Title
    text: Text
    sms_text: Annotated[str, StringConstraints(max_length=700, pattern=r"^[^\x00]*$")] = ""
    codes: Annotated[list[Code], Field(min_length=1, max_length=1000)]
    whom: Literal["head", "all"] = "head"
    channels: Annotated[list[Literal["in_app", "email", "sms", "push"]], Field(min_length=1, max_length=4)] = ["in_app"]


class SentOut(Schema):
    """A message as it was handed over; `mode` of the key: live, team or test."""

    id: int
    title: str
    state: str
    mode: str
    resolved: int | None
    resolved_at: datetime | None


class StateOut(Schema):
    """How many of its rows stand where."""

    channel: str
    state: str
    count: int


class SentStatesOut(SentOut):
    """A message and how far it came."""

    states: list[StateOut]
