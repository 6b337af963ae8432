"""Remarks."""

from __future__ import annotations

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import Access
from agragati.org.models import Office

from ..models import Comment

LONGEST = 4000


@transaction.atomic
def add_comment(*, by: Access, office: Office, about: str, text: str) -> Comment:
    """Add a remark to a thing of `office` that `by` can see; raise BadInput when empty or too long."""
    words = text.strip()
    if not words:
        raise BadInput("Write the remark first.", field="text")
    if len(words) > LONGEST:
        raise BadInput("The remark is longer than %(limit)s letters.", field="text", limit=LONGEST)
    if not by.view.covers(office.path, office.area.path if office.area else ""):
        raise Refused("You may remark only on what you can see.")
    comment = Comment.objects.create(office=office, about=about, text=words, by_id=by.user_id, by_label=by.label)
    record(by=by, deed="records.add_comment", about=about, label=words[:100])
    return comment
