"""Questions about papers that were read: lists, one page, its picture, and the search of confirmed text."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from agragati.kernel.errors import BadInput, NotFound
from agragati.org.access import Access, P

from ..models import PaperReading, ReadPage
from ..models.reading import PaperReadingQuerySet, ReadPageQuerySet
from ..renderers.extract.preview import page_picture
from ..rules.page_keys import asked_keys

AROUND = 120  # letters shown before and after a word that was found


@dataclass(frozen=True)
class PageFound:
    """A confirmed page that has the words of a question, and the piece of text around the first."""

    page: ReadPage
    piece: str


def readings(*, by: Access) -> PaperReadingQuerySet:
    """Papers that the own office had read, latest first, with how many pages are read and confirmed."""
    by.require(P.PAPER_VIEW)
    counted = PaperReading.objects.visible_to(by).annotate(
        read=Count("pages"), confirmed=Count("pages", filter=Q(pages__confirmed_at__isnull=False))
    )
    return counted.select_related("file").order_by("-pk")


def reading(*, by: Access, reading_id: int) -> PaperReading:
    """One paper of the own office; raises NotFound otherwise."""
    by.require(P.PAPER_VIEW)
    found = readings(by=by).select_related("file", "office", "mail").filter(pk=reading_id).first()
    if found is None:
        raise NotFound("There is no such paper, or it is outside your view.")
    return found


def pages_of(*, by: Access, reading: PaperReading) -> ReadPageQuerySet:
    """Its pages in order, without their blocks."""
    rows = ReadPage.objects.visible_to(by).filter(reading=reading)
    return rows.defer("blocks", "found", "text", "facts", "keys").order_by("number")


def read_page(*, by: Access, reading_id: int, number: int) -> ReadPage:
    """One page that was read; raises NotFound otherwise."""
    by.require(P.PAPER_VIEW)
    rows = ReadPage.objects.visible_to(by).select_related("reading__file", "reading__office")
    found = rows.filter(reading_id=reading_id, number=number).first()
    if found is None:
        raise NotFound("There is no such page, or it is outside your view.")
    return found


def picture_of(*, by: Access, page: ReadPage) -> bytes:
    """The picture (PNG) of a page as it was read; raises NotFound when the file has no pages to show."""
    by.require(P.PAPER_VIEW)
    try:
        with page.reading.file.file.open("rb") as stream:
            shown = page_picture(stream.read(), page.number, angle=page.angle)
    except (BadInput, OSError) as problem:
        raise NotFound("This page cannot be shown.") from problem
    if shown is None:
        raise NotFound("This kind of file has no pictures of pages.")
    return shown


def next_to_confirm(*, by: Access, page: ReadPage) -> int | None:
    """The number of the next page of the same paper that nobody confirmed, going round at the end."""
    rows = ReadPage.objects.visible_to(by).filter(reading_id=page.reading_id, confirmed_at__isnull=True)
    numbers = list(rows.exclude(pk=page.pk).order_by("number").values_list("number", flat=True))
    return next((number for number in numbers if number > page.number), numbers[0] if numbers else None)


def search_pages(
    *, by: Access, text: str, limit: int = 20, among: PaperReadingQuerySet | None = None
) -> list[PageFound]:
    """Confirmed pages of the own office that have every word: by stem, or by sound when typed in Latin letters.

    `among` narrows the search to some papers.
    """
    asked = asked_keys(text)
    if not asked or not by.may(P.PAPER_VIEW):
        return []
    rows = ReadPage.objects.visible_to(by).filter(confirmed_at__isnull=False)
    if among is not None:
        rows = rows.filter(reading__in=among.values("pk"))
    for keys in asked:
        rows = rows.filter(keys__overlap=keys)
    found = rows.select_related("reading__file").defer("blocks", "found").order_by("-reading_id", "number")[:limit]
    return [PageFound(page, _piece(page.text, text)) for page in found]


def _piece(text: str, asked: str) -> str:
    """The text around the first word of the question that stands there as it was typed; else the beginning."""
    plain = " ".join(text.split())
    at = next((place for word in asked.split() if (place := plain.find(word)) >= 0), 0)
    begin, end = max(0, at - AROUND), at + AROUND
    return f"{'…' if begin else ''}{plain[begin:end].strip()}{'…' if end < len(plain) else ''}"
