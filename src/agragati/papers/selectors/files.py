"""Files and the register of their numbers."""

from __future__ import annotations

from django.db.models import Count, Max, Q

from agragati.kernel.errors import NotFound, Refused
from agragati.org.access import Access, P

from ..access import may_keep_files
from ..models import FileRecord, MemoNumber
from ..models.files import FileQuerySet, MemoNumberQuerySet


def files(*, by: Access, words: str = "", closed: bool = False) -> FileQuerySet:
    """Files of the own office with how many numbers were given, latest first; `closed` adds closed ones."""
    by.require(P.PAPER_VIEW)
    rows = FileRecord.objects.visible_to(by).filter(office_id=by.office_id or 0)
    if not closed:
        rows = rows.filter(closed_on__isnull=True)
    for word in words.split():
        rows = rows.filter(Q(title__icontains=word) | Q(number__contains=word))
    rows = rows.select_related("section", "office").annotate(given=Count("numbers"), latest=Max("numbers__day"))
    return rows.order_by("-year", "number")


def file(*, by: Access, file_id: int) -> FileRecord:
    """The file, when its office is within the view; raises NotFound otherwise."""
    by.require(P.PAPER_VIEW)
    rows = FileRecord.objects.visible_to(by).select_related("office__area", "section", "follows")
    found = rows.filter(pk=file_id).first()
    if found is None:
        raise NotFound("There is no such file, or it is outside your view.")
    return found


def file_to_keep(*, by: Access, file_id: int) -> FileRecord:
    """The file, when `by` may close it and give its numbers; raises NotFound or Refused."""
    found = file(by=by, file_id=file_id)
    if not may_keep_files(by, found):
        raise Refused("You may not do this from your present post.")
    return found


def register(*, by: Access, file: FileRecord) -> MemoNumberQuerySet:
    """Every number given in a file, cancelled ones too, latest first, each with its letters."""
    rows = MemoNumber.objects.visible_to(by).filter(file=file)
    return rows.prefetch_related("letters").order_by("-year", "-issue")


def number_to_cancel(*, by: Access, number_id: int) -> MemoNumber:
    """A number of a file that `by` keeps; raises NotFound or Refused."""
    found = MemoNumber.objects.visible_to(by).select_related("file__office").filter(pk=number_id).first()
    if found is None:
        raise NotFound("There is no such number, or it is outside your view.")
    file_to_keep(by=by, file_id=found.file_id)
    return found


def file_choices(*, by: Access) -> list[tuple[int, str]]:
    """Open files of the own office, for choosing one."""
    rows = files(by=by)[:300]
    return [(row.pk, f"{row.number} · {row.title}") for row in rows]
