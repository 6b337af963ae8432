"""Shapes of the API about plans and progress."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

Text = Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")]
Amount = Annotated[Decimal, Field(ge=0, max_digits=16, decimal_places=4)]


class PlanOut(Schema):
    """One plan with its marks; `total` is null while nothing can be stated, `estimated` while something is unknown."""

    id: int
    office_id: int
    fiscal_year: int
    kind: str
    tier: str
    stage: str
    total: Decimal | None
    estimated: bool
    version: int


class PlansOut(Schema):
    """A page of plans; `next_after` goes into the next request, null at the end."""

    items: list[PlanOut]
    next_after: int | None


class IndicatorOut(Schema):
    """One row: what is asked, what was achieved and why it gives these marks."""

    id: int
    code: str
    concept: str
    text: str
    unit: str
    weight: Decimal | None
    state: str
    achieved: str | None
    raw: Decimal | None
    points: Decimal | None
    because: list[str]


class SheetOut(PlanOut):
    """A whole plan."""

    indicators: list[IndicatorOut]
    remarks: list[str]


class EventIn(Schema):
    """One happening. Give `quantity`, or both parts of a ratio, or neither for a date indicator."""

    day: date = Field(examples=["2021-09-26"])
    standing: str = Field("done", pattern="^(done|ongoing|unstated)$")
    quantity: Amount | None = None
    numerator: Amount | None = None
    denominator: Amount | None = None
    text: Text = ""
    place: Annotated[Text, StringConstraints(max_length=200)] = ""
    memo_no: Annotated[Text, StringConstraints(max_length=60)] = ""


class EventOut(Schema):
    """One recorded happening."""

    id: int
    indicator_id: int
    day: date
    standing: str
    quantity: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    text: str
    place: str
    memo_no: str
    source: str
    entered_label: str
    entered_at: datetime
