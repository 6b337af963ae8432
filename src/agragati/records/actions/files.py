"""Keeping an uploaded file."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict, Refused
from agragati.org.access import Access
from agragati.org.models import Office

from ..models import Attachment
from ..renderers import read_facts
from ..rules import check_upload
from .scanning import ask_for_scan
from .store import store_once


@transaction.atomic
def keep_file(
    *, by: Access, office: Office, name: str, content: bytes, about: str = "", field: str = "file"
) -> Attachment:
    """Check an upload (bytes), store it once under its hash and note it for `office`.

    Raises BadInput naming `field` when the file is empty, too large, of a wrong or false type, or damaged;
    Refused when `by` may not enter data for the office.
    """
    kept = _keep(by, office, name, content, field, about=about)
    record(by=by, deed="records.keep_file", about=about or f"attachment:{kept.pk}", label=kept.name,
           values={"sha256": kept.sha256, "size": kept.size})  # fmt: skip
    return kept


@transaction.atomic
def replace_file(
    *, by: Access, attachment: Attachment, name: str, content: bytes, reason: str, field: str = "file"
) -> Attachment:
    """Keep a newer version of a file; the old one stays and can be opened. Refuses as `keep_file`.

    Raises BadInput without a reason or when the content is the very same; Conflict when a newer version came first.
    """
    held = Attachment.objects.select_for_update(of=("self",)).select_related("office").get(pk=attachment.pk)
    if not reason.strip():
        raise BadInput("Write why the file is replaced.", field="reason")
    newer = Attachment.objects.filter(version_of=held).first()
    if newer is not None:
        raise Conflict("Someone else changed this meanwhile. It now says: %(theirs)s. You typed: %(yours)s.",
                       theirs=f"{newer.name} ({newer.sha256[:16]})", yours=name)  # fmt: skip
    kept = _keep(by, held.office, name, content, field, about=held.about, version_of=held,
                 version_because=reason.strip()[:300])  # fmt: skip
    if kept.sha256 == held.sha256:
        raise BadInput("This is the very same file. Choose the newer one.", field=field)
    record(by=by, deed="records.replace_file", about=held.about or f"attachment:{kept.pk}", label=kept.name,
           values={"old": held.sha256, "new": kept.sha256, "reason": kept.version_because})  # fmt: skip
    return kept


def _keep(by: Access, office: Office, name: str, content: bytes, field: str, **more: Any) -> Attachment:
    if not by.enter.covers(office.path):
        raise Refused("You may hand in files only for offices that you enter data for.")
    checked = check_upload(name=name, content=content, limit=settings.UPLOAD_LIMIT, field=field)
    facts = read_facts(checked.kind, content, field=field)
    taken = timezone.make_aware(facts.taken_at) if facts.taken_at else None
    kept = Attachment(
        office=office, name=checked.name, mime=checked.mime, size=checked.size,
        sha256=checked.sha256, perceptual=facts.perceptual, taken_at=taken, latitude=facts.latitude,
        longitude=facts.longitude, pages=facts.pages, uploaded_by_id=by.user_id, uploaded_in_id=by.posting_id, **more,
    )  # fmt: skip
    ask_for_scan(by=by, attachment=kept)
    kept.file, _digest = store_once(by=by, content=content)
    kept.save()
    return kept
