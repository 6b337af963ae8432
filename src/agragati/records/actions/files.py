"""Keeping an uploaded file."""

from __future__ import annotations

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import Refused
from agragati.org.access import Access
from agragati.org.models import Office

from ..models import Attachment
from ..renderers import read_facts
from ..rules import check_upload


@transaction.atomic
def keep_file(
    *, by: Access, office: Office, name: str, content: bytes, about: str = "", field: str = "file"
) -> Attachment:
    """Check an upload (bytes), store it once under its hash and note it for `office`.

    Raises BadInput naming `field` when the file is empty, too large, of a wrong or false type, or damaged;
    Refused when `by` may not enter data for the office.
    """
    if not by.enter.covers(office.path):
        raise Refused("You may hand in files only for offices that you enter data for.")
    checked = check_upload(name=name, content=content, limit=settings.UPLOAD_LIMIT, field=field)
    facts = read_facts(checked.kind, content, field=field)
    path = f"{checked.sha256[:2]}/{checked.sha256}"
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    taken = timezone.make_aware(facts.taken_at) if facts.taken_at else None
    kept = Attachment.objects.create(
        office=office, about=about, file=path, name=checked.name, mime=checked.mime, size=checked.size,
        sha256=checked.sha256, perceptual=facts.perceptual, taken_at=taken, latitude=facts.latitude,
        longitude=facts.longitude, pages=facts.pages, uploaded_by_id=by.user_id, uploaded_in_id=by.posting_id,
    )  # fmt: skip
    record(by=by, deed="records.keep_file", about=about or f"attachment:{kept.pk}", label=kept.name,
           values={"sha256": kept.sha256, "size": kept.size})  # fmt: skip
    return kept
