"""What the pages of proof show: the sheet of one row, and pictures of the pages of a file."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from agragati.kernel.errors import NotFound
from agragati.org.access import Access
from agragati.papers.renderers.pages import to_png
from agragati.records.models import Attachment
from agragati.records.selectors import content_of_file, earlier_versions

from ..models import Evidence, PlanIndicator, ProgressEvent
from .evidence import EvidenceState, evidence_state, evidence_to_read
from .sheets import IndicatorSheet, indicator_sheet
from .single import indicator_to_read

WIDTHS = {"small": 320, "large": 1200}


@dataclass(frozen=True)
class ProofSheet:
    """One row with its proof: what is there, what was taken back, what is missing, and what it may be tied to."""

    sheet: IndicatorSheet
    state: EvidenceState
    pieces: list[Evidence]
    withdrawn: list[Evidence]
    events: list[ProgressEvent]
    others: list[PlanIndicator]
    versions: dict[int, list[Attachment]]


def proof_sheet(*, by: Access, indicator_id: int) -> ProofSheet:
    """The sheet of one row's proof; NotFound when the row is not within the viewing scope."""
    sheet = indicator_sheet(by=by, indicator_id=indicator_id)
    record = sheet.row.record
    rows = record.evidence.select_related("attachment", "event").order_by("pk")
    others = PlanIndicator.objects.visible_to(by).filter(plan_id=record.plan_id).exclude(pk=record.pk)
    pieces = [row for row in rows if row.withdrawn_at is None]
    return ProofSheet(
        sheet=sheet,
        state=evidence_state(by=by, indicator=record),
        pieces=pieces,
        withdrawn=[row for row in rows if row.withdrawn_at is not None],
        events=list(record.events.in_force().order_by("-day")),
        others=list(others.order_by("position")),
        versions=earlier_versions(by=by, attachments=[row.attachment for row in pieces if row.attachment]),
    )


def pieces_of_row(*, by: Access, indicator_id: int) -> list[Evidence]:
    """Every piece of one row's proof, also what was taken back, oldest first; NotFound outside the view."""
    row = indicator_to_read(by=by, indicator_id=indicator_id)
    return list(row.evidence.select_related("attachment").order_by("pk"))


def file_of_evidence(*, by: Access, evidence_id: int) -> tuple[Attachment, bytes]:
    """The file of a piece and its bytes. Raises NotFound without one, Refused when it has a virus."""
    file = evidence_to_read(by=by, evidence_id=evidence_id).attachment
    if file is None:
        raise NotFound("There is no file.")
    return file, content_of_file(by=by, attachment=file)


def page_picture(*, by: Access, evidence_id: int, page: int, size: str = "large") -> bytes:
    """Page `page` (from 1) of a piece's file as PNG; pictures have one page. Raises NotFound for what has no pages."""
    piece = evidence_to_read(by=by, evidence_id=evidence_id)
    file = piece.attachment
    if file is None or not 1 <= page <= (file.pages or 1):
        raise NotFound("There is no such page.")
    content = content_of_file(by=by, attachment=file)
    width = WIDTHS.get(size, WIDTHS["large"])
    if file.mime == "application/pdf":
        return _fitted(to_png(content, page, 72 if size == "small" else 110), width)
    if file.mime.startswith("image/"):
        return _fitted(content, width)
    raise NotFound("There is no such page.")


def _fitted(content: bytes, width: int) -> bytes:
    with Image.open(io.BytesIO(content)) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((width, width * 2))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
