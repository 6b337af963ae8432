"""Telling who handed in a file that a virus was found in it."""

from __future__ import annotations

from django.db import transaction

from agragati.org.access import Access
from agragati.records.choices import ScanState
from agragati.records.models import Attachment

from ..rules.recipients import to_heads, to_posts
from .notify import notify

TEXT = (
    "“{name}” ফাইলটিতে ভাইরাস ({virus}) পাওয়া গেছে। ফাইলটি আলাদা করে রাখা হয়েছে; কেউ খুলতে বা নামাতে পারবেন না এবং এটি আর "
    "প্রমাণক হিসেবে গণ্য হবে না। ভাইরাসমুক্ত ফাইল পুনরায় সংযুক্ত করুন এবং যে কম্পিউটার থেকে দেওয়া হয়েছে সেটি পরীক্ষা করান।"
)


@transaction.atomic
def tell_infected(*, by: Access, attachment_ids: list[int]) -> int:
    """Tell the post that handed each file in, or the head of its office; how many files. Told once for ever."""
    rows = Attachment.objects.filter(pk__in=attachment_ids, scan=ScanState.INFECTED).select_related("uploaded_in")
    found = list(rows)
    for row in found:
        to = to_posts(row.uploaded_in.post_id) if row.uploaded_in else to_heads(row.office_id)
        text = TEXT.format(name=_plain(row.name), virus=_plain(row.scan_says) or "—")
        notify(by=by, deed="records.put_apart", key=f"attachment:{row.pk}:infected", about=f"attachment:{row.pk}",
               to=to, subject="আপনার দেওয়া ফাইলে ভাইরাস পাওয়া গেছে", text=text, is_urgent=True,
               office_id=row.office_id)  # fmt: skip
    return len(found)


def _plain(text: str) -> str:
    """Without braces, which a message reads as places to fill."""
    return text.replace("{", "(").replace("}", ")")
