"""Archival copies (PDF/A) beside the originals. Who makes them stands above; here they are asked for and kept."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.org.access import Access

from ..choices import CopyState, CopyWay
from ..models import Attachment
from .store import store_once


@transaction.atomic
def defer_copy(*, by: Access, attachment: Attachment, job: str) -> None:
    """Ask the job named `job` for the archival copy of a file; its state is "waiting" until then. Safe to repeat."""
    by.require_signed_in()
    if attachment.copy_state not in (CopyState.NONE, CopyState.WAITING) or attachment.is_infected:
        return
    attachment.copy_state = CopyState.WAITING
    attachment.save(update_fields=["copy_state"])
    defer(job, attachment_id=attachment.pk)


@transaction.atomic
def keep_copy(*, by: Access, attachment: Attachment, pdf: bytes, way: CopyWay, level: str) -> Attachment:
    """Keep a made copy under its own hash; `way` and `level` tell how and as what. The original is not touched."""
    attachment.copy, attachment.copy_sha256 = store_once(by=by, content=pdf, folder="copies", suffix=".pdf")
    return _note(by, attachment, CopyState.MADE, way, level)


@transaction.atomic
def note_no_copy(*, by: Access, attachment: Attachment, state: CopyState, way: CopyWay, level: str = "") -> Attachment:
    """Say that no copy is made: the file is its own (OWN), or cannot be converted (CANNOT), with the reason `way`."""
    return _note(by, attachment, state, way, level)


def _note(by: Access, attachment: Attachment, state: CopyState, way: CopyWay, level: str) -> Attachment:
    attachment.copy_state, attachment.copy_way, attachment.copy_level = state, way, level
    attachment.copied_at = timezone.now()
    attachment.save(update_fields=["copy", "copy_sha256", "copy_state", "copy_way", "copy_level", "copied_at"])
    record(by=by, deed="records.archival_copy", about=attachment.about or f"attachment:{attachment.pk}",
           label=attachment.name, values={"attachment": attachment.pk, "state": state, "sha256": attachment.sha256,
                                          "copy": attachment.copy_sha256})  # fmt: skip
    return attachment
