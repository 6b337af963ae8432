"""Files and remarks that a person may see."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.db.models import Min, QuerySet

from agragati.kernel.errors import NotFound, Refused
from agragati.org.access import Access

from ..choices import CopyState, ScanState
from ..models import Attachment, Comment

_GONE = "The file is no longer in the store. Tell the system administrator."


def file_to_read(*, by: Access, attachment_id: int) -> Attachment:
    """One file within the viewing scope; raise NotFound otherwise, Refused for one that is put apart for its virus."""
    found = Attachment.objects.visible_to(by).select_related("office").filter(pk=attachment_id).first()
    if found is None:
        raise NotFound("There is no such file, or it is not yours to see.")
    refuse_infected(by=by, attachment=found)
    if not found.file.storage.exists(found.file.name or ""):
        raise NotFound(_GONE)
    return found


def refuse_infected(*, by: Access, attachment: Attachment) -> None:
    """Raise Refused for a file with a virus, whoever asks: `by` has no say in it."""
    if attachment.is_infected:
        raise Refused(
            "A virus (%(virus)s) was found in “%(name)s”. The file is put apart and cannot be opened.",
            virus=attachment.scan_says or "—", name=attachment.name,
        )  # fmt: skip


def content_of_file(*, by: Access, attachment: Attachment) -> bytes:
    """The bytes of a file already fetched as visible; raises Refused when it is infected, NotFound when it is gone."""
    refuse_infected(by=by, attachment=attachment)
    try:
        with attachment.file.open("rb") as kept:
            return bytes(kept.read())
    except FileNotFoundError as error:
        raise NotFound(_GONE) from error


def copy_to_read(*, by: Access, attachment_id: int) -> Attachment:
    """A file whose archival copy `by` may open; raise NotFound where none was made."""
    found = file_to_read(by=by, attachment_id=attachment_id)
    if found.copy_state != CopyState.MADE or not default_storage.exists(str(found.copy.name)):
        raise NotFound("There is no archival copy of this file.")
    return found


def earlier_versions(*, by: Access, attachments: list[Attachment]) -> dict[int, list[Attachment]]:
    """What each file replaced, newest first, by the id of the file; files without earlier ones are left out.

    Questions as many as the longest chain has links. Versions belong to the same office as the file itself.
    """
    found: dict[int, list[Attachment]] = {}
    waiting = {row.version_of_id: row.pk for row in attachments if row.version_of_id}
    while waiting:
        rows = Attachment.objects.visible_to(by).filter(pk__in=waiting).select_related("uploaded_by")
        following = {}
        for row in rows:
            newest = waiting[row.pk]
            found.setdefault(newest, []).append(row)
            if row.version_of_id:
                following[row.version_of_id] = newest
        waiting = following
    return found


def place_apart(sha256: str) -> str:
    """Where an infected file lies: under no name and no suffix that anything opens."""
    return f"apart/{sha256}"


def raw_content(*, by: Access, sha256: str) -> bytes | None:
    """The bytes kept under a hash, wherever they lie, for the scanner alone; None when they are gone."""
    if not by.is_system:
        raise Refused("Only the product itself reads files unseen.")
    for path in (f"{sha256[:2]}/{sha256}", place_apart(sha256)):
        if default_storage.exists(path):
            with default_storage.open(path) as kept:
                return bytes(kept.read())
    return None


def hashes_to_scan(*, by: Access, again: bool = False, limit: int | None = None) -> list[str]:
    """Hashes of files that nobody judged yet, or of all; the longest unasked first, at most `limit`."""
    rows = Attachment.objects.visible_to(by)
    if not again:
        rows = rows.filter(scan=ScanState.UNSCANNED)
    return list(
        rows.values("sha256").annotate(asked=Min("scanned_at"), first=Min("pk"))
        .order_by("asked", "first").values_list("sha256", flat=True)[:limit]
    )  # fmt: skip


def files_about(*, by: Access, about: list[str]) -> QuerySet[Attachment]:
    """Files that prove the things named, oldest first."""
    return Attachment.objects.visible_to(by).filter(about__in=about).order_by("pk")


def comments_about(*, by: Access, about: str) -> QuerySet[Comment]:
    """Remarks on a thing, oldest first."""
    return Comment.objects.visible_to(by).filter(about=about).order_by("pk")


def same_files(*, by: Access, sha256: str, besides: int) -> QuerySet[Attachment]:
    """Other places where the very same file was handed in, as far as `by` may see."""
    return Attachment.objects.visible_to(by).filter(sha256=sha256).exclude(pk=besides).select_related("office")
