"""API operations on offices."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from agragati.ui.answers import PROBLEMS

from .. import selectors
from ..schemas import Me, OfficeOut, OfficesOut

router = Router(tags=["offices"])
LARGEST = 2**31 - 1


@router.get("/me", response={200: Me, **PROBLEMS})
def me(request: HttpRequest) -> dict[str, Any]:
    """Whose token this is and what it allows."""
    access = request.auth  # type: ignore[attr-defined]
    permissions = sorted(access.permissions)
    return {"user_id": access.user_id, "label": access.label, "office_path": access.office_path,
            "permissions": permissions}  # fmt: skip


@router.get("/offices", response={200: OfficesOut, **PROBLEMS})
def offices(
    request: HttpRequest,
    after: str = Query("", max_length=200),  # type: ignore[type-arg]
    limit: int = Query(50, ge=1, le=200),  # type: ignore[type-arg]
) -> dict[str, Any]:
    """Offices within your view in tree order, a page at a time."""
    rows = selectors.offices_after(by=request.auth, after=after, limit=limit)  # type: ignore[attr-defined]
    return {"items": rows, "next_after": rows[-1].path if len(rows) == limit else None}


@router.get("/offices/{office_id}", response={200: OfficeOut, **PROBLEMS})
def office(request: HttpRequest, office_id: int = Path(..., ge=1, le=LARGEST)) -> Any:  # type: ignore[type-arg]
    """One office."""
    return selectors.office(by=request.auth, office_id=office_id)  # type: ignore[attr-defined]
