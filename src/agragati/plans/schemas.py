"""Shapes of the API about plans and progress."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from .actions.evidence import NewProof
from .choices import EvidenceKind
from .models import ProgressEvent
from .rules.entries import Entry

Text = Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")]
Amount = Annotated[Decimal, Field(ge=0, max_digits=16, decimal_places=4)]
Share = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]


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
    """One row: what is asked, what was achieved and why it gives these marks.

    A row with a `formula` is entered by its named `figures`: name → what it is.
    """

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
    formula: str
    figures: dict[str, str]


class SheetOut(PlanOut):
    """A whole plan."""

    indicators: list[IndicatorOut]
    remarks: list[str]


class PlanIn(Schema):
    """An office and the key of a published framework."""

    office_id: int = Field(ge=1, le=2**31 - 1, examples=[12])
    edition: Annotated[Text, StringConstraints(max_length=60)] = Field(examples=["egov-2021-22"])


class TermsIn(Schema):
    """Terms of the signed plan. `own_levels` are [percent, value] pairs from the best; a date as YYYY-MM-DD."""

    own_weight: Annotated[Decimal, Field(ge=0, le=100, max_digits=6, decimal_places=2)] | None = Field(
        None, examples=["3.00"]
    )
    own_levels: Annotated[list[tuple[Share, date | Amount]], Field(max_length=20)] = Field(
        default_factory=list, examples=[[["100", "4"], ["80", "3"]]]
    )
    own_due: date | None = Field(None, examples=["2022-03-01"])

    def levels(self) -> list[tuple[Decimal, date | Decimal]]:
        """Percent and target of each column."""
        return [(percent, value) for percent, value in self.own_levels]


class TermsOut(Schema):
    """Terms of the signed plan as kept; null where the framework itself says it."""

    id: int
    code: str
    own_weight: Decimal | None
    own_levels: list[list[str]] | None
    own_due: date | None
    version: int


class EventIn(Schema):
    """One happening. Give `quantity`, or both parts of a ratio, or neither for a date indicator."""

    day: date = Field(examples=["2021-09-26"])
    standing: str = Field("done", pattern="^(done|ongoing|unstated)$")
    quantity: Amount | None = Field(None, examples=["1"])
    numerator: Amount | None = None
    denominator: Amount | None = None
    text: Text = Field("", examples=["কর্মশালা আয়োজিত"])
    place: Annotated[Text, StringConstraints(max_length=200)] = Field("", examples=["সম্মেলন কক্ষ"])
    memo_no: Annotated[Text, StringConstraints(max_length=60)] = Field("", examples=["05.43.0000.017.07.001.21.78"])
    figures: dict[str, Amount] = Field(default_factory=dict, description="named numbers of a row that a formula counts")

    def entry(self) -> Entry:
        """As the deeds take it."""
        values = self.dict()
        values.pop("reason", None)
        return Entry(**values)


class CorrectionIn(EventIn):
    """What stands in its place, and why."""

    reason: Annotated[Text, StringConstraints(min_length=1, max_length=300)] = Field(examples=["তারিখ ভুল ছিল"])


class ReasonIn(Schema):
    """Why."""

    reason: Annotated[Text, StringConstraints(min_length=1, max_length=300)] = Field(examples=["ভুল ফাইল"])


class EventOut(Schema):
    """One recorded happening; `state_now` is live, corrected or cancelled."""

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
    figures: dict[str, str]
    source: str
    entered_label: str
    entered_at: datetime
    state_now: str


class EvidenceIn(Schema):
    """One piece of proof. A file goes beside it in the form; without one a link, a memo number or a note is needed."""

    kind: str = Field(pattern=f"^({'|'.join(EvidenceKind.values)})$", examples=["notice"])
    event_id: int | None = Field(None, ge=1, le=2**31 - 1)
    quarter: int | None = Field(None, ge=1, le=4)
    day: date | None = Field(None, examples=["2021-09-26"])
    url: Annotated[str, StringConstraints(max_length=500, pattern=r"^(https?://[^\s\x00]+)?$")] = ""
    memo_no: Annotated[Text, StringConstraints(max_length=60)] = Field("", examples=["05.43.0000.017.07.001.21.78"])
    note: Annotated[Text, StringConstraints(max_length=500)] = ""

    def proof(self, *, event: ProgressEvent | None, name: str, content: bytes) -> NewProof:
        """As the deeds take it."""
        day = self.day or (event.day if event else None)
        return NewProof(kind=self.kind, event=event, quarter=self.quarter, day=day, url=self.url, memo_no=self.memo_no,
                        note=self.note, name=name, content=content)  # fmt: skip


class FileOut(Schema):
    """A kept file with its hash, what the scanner said, its archival copy, and what it replaced."""

    id: int
    name: str
    mime: str
    size: int
    sha256: str
    scan: str
    copy_state: str
    copy_level: str
    copy_sha256: str
    uploaded_at: datetime
    version_of_id: int | None
    version_because: str


class EvidenceOut(Schema):
    """One piece of proof; `withdrawn_at` is null while it counts. `version` is in its ETag."""

    id: int
    indicator_id: int
    event_id: int | None
    kind: str
    quarter: int | None
    day: date | None
    url: str
    memo_no: str
    note: str
    reference: str
    added_label: str
    added_at: datetime
    withdrawn_at: datetime | None
    withdrawn_because: str
    version: int
    attachment: FileOut | None


class ChecklistLine(Schema):
    """One line: the kind asked for, its place, what proves it, and what is still open."""

    kind: str
    text: str
    quarter: int | None
    event_id: int | None
    complete: bool
    evidence_ids: list[int]
    open: list[str]


class ChecklistOut(Schema):
    """The state of a row's proof; nothing claimed is not complete. `doubts` name proof that is used elsewhere too."""

    complete: bool
    missing: list[str]
    items: list[ChecklistLine]
    doubts: list[str]
