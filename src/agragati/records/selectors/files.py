"""Files and remarks that a person may see."""

from __future__ import annotations

from django.db.models import QuerySet

from agragati.kernel.errors import NotFound
from agragati.org.access import Access

from ..models import Attachment, Comment


def file_to_read(*, by: Access, attachment_id: int) -> Attachment:
    """One file within the viewing scope; raise NotFound otherwise."""
    found = Attachment.objects.visible_to(by).select_related("office").filter(pk=attachment_id).first()
    if found is None:
        raise NotFound("There is no such file, or it is not yours to see.")
    if not found.file.storage.exists(found.file.name or ""):
        raise NotFound("The file is no longer in the store. Tell the system administrator.")
    return found


def files_about(*, by: Access, about: list[str]) -> QuerySet[Attachment]:
    """Files that prove the things named, oldest first."""
    return Attachment.objects.visible_to(by).filter(about__in=about).order_by("pk")


def comments_about(*, by: Access, about: str) -> QuerySet[Comment]:
    """Remarks on a thing, oldest first."""
    return Comment.objects.visible_to(by).filter(about=about).order_by("pk")


def same_files(*, by: Access, sha256: str, besides: int) -> QuerySet[Attachment]:
    """Other places where the very same file was handed in, as far as `by` may see."""
    return Attachment.objects.visible_to(by).filter(sha256=sha256).exclude(pk=besides).select_related("office")
