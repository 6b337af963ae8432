"""Handing out files."""

from __future__ import annotations

from pathlib import PurePath

from django.http import FileResponse
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest

from .selectors import copy_to_read, file_to_read

SHOWN_IN_PLACE = {"application/pdf", "image/jpeg", "image/png", "image/webp"}


@require_safe
def download(request: OfficeRequest, attachment_id: int) -> FileResponse:
    """The file itself; only types that cannot run anything are shown in the browser."""
    found = file_to_read(by=request.access, attachment_id=attachment_id)
    in_place = found.mime in SHOWN_IN_PLACE and "save" not in request.GET
    response = FileResponse(found.file.open("rb"), as_attachment=not in_place, filename=found.name)
    response.headers["Content-Type"] = found.mime
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


@require_safe
def archival_copy(request: OfficeRequest, attachment_id: int) -> FileResponse:
    """The PDF/A copy of a file, where one was made."""
    found = copy_to_read(by=request.access, attachment_id=attachment_id)
    name = f"{PurePath(found.name).stem}-pdfa.pdf"
    response = FileResponse(found.copy.open("rb"), as_attachment="save" in request.GET, filename=name)
    response.headers["Content-Type"] = "application/pdf"
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
