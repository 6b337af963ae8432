"""Files of minutes that wait for their reader's confirmation."""

from __future__ import annotations

from agragati.kernel.errors import NotFound
from agragati.org.access import Access

from ..models import ImportDraft


def import_draft(*, by: Access, draft_id: int) -> ImportDraft:
    """The reader's own draft; raises NotFound for others'."""
    rows = ImportDraft.objects.filter(owner_id=by.user_id or 0, office_id=by.office_id or 0)
    found = rows.select_related("office__area").filter(pk=draft_id).first()
    if found is None:
        raise NotFound("There is no such file waiting, or it is not yours.")
    return found


def import_drafts(*, by: Access) -> list[ImportDraft]:
    """The reader's own files that wait, newest first."""
    rows = ImportDraft.objects.filter(owner_id=by.user_id or 0, office_id=by.office_id or 0)
    return list(rows.only("name", "made_at", "taken")[:20])
