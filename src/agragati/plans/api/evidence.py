"""API operations on evidence: the checklist, pieces of proof, and the versions of their files."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from agragati.audit.actions import submit_once
from agragati.ui.answers import PROBLEMS

from .. import selectors
from ..actions.evidence import add_evidence, withdraw_evidence
from ..actions.versions import replace_evidence
from ..models import Evidence
from ..rules.wording import say
from ..schemas import ChecklistOut, EvidenceIn, EvidenceOut, ReasonIn
from ..selectors.evidence import evidence_state, evidence_to_read, evidence_to_withdraw
from ..selectors.proof_pages import file_of_evidence, pieces_of_row
from ..selectors.single import indicator_to_read
from .shared import WRITTEN, Id, IfMatch, IfNoneMatch, Key, require_match, tagged

router = Router()
FILE = {"responses": {200: {"description": "The file as it was handed in", "content": {
    "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}}}  # fmt: skip


@router.get("/indicators/{indicator_id}/evidence", response={200: list[EvidenceOut], **PROBLEMS})
def evidence(request: HttpRequest, indicator_id: Id) -> Any:
    """Every piece of proof of one row, also what was taken back, oldest first."""
    return pieces_of_row(by=request.auth, indicator_id=indicator_id)  # type: ignore[attr-defined]


@router.get("/indicators/{indicator_id}/checklist", response={200: ChecklistOut, **PROBLEMS})
def checklist(
    request: HttpRequest,
    indicator_id: Id,
    quarter: int | None = Query(None, ge=1, le=4),  # type: ignore[type-arg]
) -> Any:
    """Whether what is claimed is proven, and every line that is still open; of one quarter, or of the whole year."""
    access = request.auth  # type: ignore[attr-defined]
    row = indicator_to_read(by=access, indicator_id=indicator_id)
    state = evidence_state(by=access, indicator=row, quarter=quarter)
    items = [{"kind": item.kind, "text": item.text, "quarter": item.quarter, "event_id": item.event,
              "complete": item.complete, "evidence_ids": list(item.pieces), "open": [say(one) for one in item.faults]}
             for item in state.items]  # fmt: skip
    return {"complete": state.complete, "missing": [say(one) for one in state.missing], "items": items,
            "doubts": [say(flag.reason) for flag in state.flags]}  # fmt: skip


@router.post("/indicators/{indicator_id}/evidence", response={201: EvidenceOut, **PROBLEMS})
def hand_in(
    request: HttpRequest,
    indicator_id: Id,
    key: Key,
    given: Form[EvidenceIn],
    file: UploadedFile | None = File(None),  # type: ignore[type-arg]
) -> Any:
    """Hand in one piece of proof: a file, a link, a memo number or a note (multipart form)."""
    access = request.auth  # type: ignore[attr-defined]
    row = selectors.indicator_to_enter(by=access, indicator_id=indicator_id)
    held = selectors.event_to_correct(by=access, event_id=given.event_id) if given.event_id else None
    proof = given.proof(event=held, name=(file.name or "") if file else "", content=file.read() if file else b"")
    made = submit_once(
        by=access, key=key, deed=f"api.add_evidence:{indicator_id}",
        do=lambda: str(add_evidence(by=access, indicator=row, proof=proof)[0].pk),
    )  # fmt: skip
    return Status(201, evidence_to_read(by=access, evidence_id=int(made)))


@router.get("/evidence/{evidence_id}", response={200: EvidenceOut, 304: None, **PROBLEMS})
def piece(request: HttpRequest, response: HttpResponse, evidence_id: Id, if_none_match: IfNoneMatch = "") -> Any:
    """One piece, with the ETag that replacing and taking back ask for."""
    found = evidence_to_read(by=request.auth, evidence_id=evidence_id)  # type: ignore[attr-defined]
    return tagged(response, found, _tag(found), if_none_match)


@router.get("/evidence/{evidence_id}/file", response=PROBLEMS, openapi_extra=FILE)
def download(request: HttpRequest, evidence_id: Id) -> HttpResponse:
    """The newest version of the file itself; 403 for one in which a virus was found."""
    access = request.auth  # type: ignore[attr-defined]
    file, content = file_of_evidence(by=access, evidence_id=evidence_id)
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = "attachment"
    answer["Digest"] = f"sha-256={file.sha256}"
    return answer


@router.post("/evidence/{evidence_id}/file", response={200: EvidenceOut, **WRITTEN})
def replace(
    request: HttpRequest,
    response: HttpResponse,
    evidence_id: Id,
    key: Key,
    if_match: IfMatch,
    why: Form[ReasonIn],
    file: UploadedFile = File(...),  # type: ignore[type-arg]
) -> Any:
    """Put a newer version in the place of the file (multipart form); the old one stays. 412 when it changed since."""
    access = request.auth  # type: ignore[attr-defined]
    held = evidence_to_withdraw(by=access, evidence_id=evidence_id)

    def do() -> str:
        require_match(_tag(held), if_match, theirs=_words(held), yours=file.name or "")
        replace_evidence(by=access, piece=held, name=file.name or "", content=file.read(), reason=why.reason)
        return str(held.pk)

    submit_once(by=access, key=key, deed=f"api.replace_evidence:{evidence_id}", do=do)
    return _now(access, response, evidence_id)


@router.post("/evidence/{evidence_id}/withdraw", response={200: EvidenceOut, **WRITTEN})
def withdraw(
    request: HttpRequest, response: HttpResponse, evidence_id: Id, why: ReasonIn, key: Key, if_match: IfMatch
) -> Any:
    """Take a piece back, with why; it stays readable. 412 when it changed since."""
    access = request.auth  # type: ignore[attr-defined]
    held = evidence_to_withdraw(by=access, evidence_id=evidence_id)

    def do() -> str:
        require_match(_tag(held), if_match, theirs=_words(held), yours=why.reason)
        return str(withdraw_evidence(by=access, piece=held, reason=why.reason).pk)

    submit_once(by=access, key=key, deed=f"api.withdraw_evidence:{evidence_id}", do=do)
    return _now(access, response, evidence_id)


def _now(access: Any, response: HttpResponse, evidence_id: int) -> Any:
    found = evidence_to_read(by=access, evidence_id=evidence_id)
    return tagged(response, found, _tag(found))


def _tag(found: Evidence) -> str:
    return f'"{found.pk}-{found.version}"'


def _words(found: Evidence) -> str:
    """What stands there now, for who was slower."""
    if found.withdrawn_at is not None:
        return found.withdrawn_because
    return found.attachment.name if found.attachment else found.url or found.memo_no or found.note
