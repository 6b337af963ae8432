"""Papers that the demo's department had read: one confirmed, one that waits for a person."""

from __future__ import annotations

from django.db import transaction

from agragati.org.access import Access
from agragati.org.models import Office

from ..choices import FieldKind
from ..models import LetterCopy, PaperReading, ReadPage
from ..rules.page_text import text_of_blocks
from .reading import confirm_page, hand_in_paper, read_some_pages
from .searching import fill_fields, make_field, save_search

NAMES = ("পুরোনো পত্র - উদ্ভাবনী ধারণা আহ্বান.pdf", "পুরোনো পত্র - ত্রৈমাসিক প্রত্যয়ন.pdf")


@transaction.atomic
def load_demo_readings(*, by: Access, office: Office, clerk: Access) -> int:
    """Hand in two of the demo's own letters as existing papers; `clerk` confirms the first. Returns how many."""
    copies = LetterCopy.objects.filter(letter__office=office).select_related("pdf").order_by("pk")
    made = [_read(clerk, office, name, copy) for name, copy in zip(NAMES, copies, strict=False)]
    for page in ReadPage.objects.filter(reading__in=made[:1]):
        confirm_page(by=clerk, page=page, text=text_of_blocks(page.blocks) or "—", taken=[])
    if made:
        sender = make_field(by=by, name="প্রেরক", kind=FieldKind.TEXT)
        make_field(by=by, name="প্রাপ্তির তারিখ", kind=FieldKind.DAY)
        fill_fields(by=clerk, reading=made[0], values={sender: office.name_bn})
        save_search(by=by, name="উদ্ভাবনী ধারণার পত্র", query="q=উদ্ভাবনী+ধারণা", is_shared=True)
    return len(made)


def _read(by: Access, office: Office, name: str, copy: LetterCopy) -> PaperReading:
    with copy.pdf.file.open("rb") as kept:
        reading = hand_in_paper(by=by, office=office, name=name, content=kept.read())
    while read_some_pages(by=by, reading_id=reading.pk):
        pass
    PaperReading.objects.filter(pk=reading.pk).update(is_demo=True)
    return PaperReading.objects.select_related("office").get(pk=reading.pk)
