"""Invented letters of the demo's offices, in every state."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.dates import write_long
from agragati.org.access import Access, P
from agragati.org.models import Office, Post, Posting, User
from agragati.org.selectors import access_of_posting

from ..choices import AddressKind
from ..models import FileRecord, Letter, LetterRecipient
from ..rules.placeholders import fill
from ..selectors.templates import template, values_of
from .amending import draft_amendment
from .chain import forward_letter, return_letter, sign_letter
from .copies import make_copies
from .delivery import answer_with_remark, receive_letter
from .demo_reading import load_demo_readings
from .drafting import add_address, draft_letter
from .files import cancel_number, open_file, reserve_number
from .issuing import issue_letter

SENDER, BASE = "DEMO-D", "http://127.0.0.1:8000"
WORDS = {
    "সূত্র স্মারক": "কর্মপরিকল্পনার কার্যক্রম ১.১", "সেবার সংখ্যা": "০৩ (তিন)টি", "সভার সময়": "সকাল ১১.০০ ঘটিকা",
    "সভার স্থান": "সম্মেলন কক্ষ", "সভাপতি": "মহাপরিচালক", "প্রদর্শনীর স্থান": "অধিদপ্তরের মিলনায়তন", "সভার ক্রম": "২য়",
}  # fmt: skip


@transaction.atomic
def load_demo_letters(*, by: Access) -> int:
    """Write the demo department's letters, one and more in each state; a second call changes nothing.

    Returns the number of demo letters. Raises nothing when the demo's offices are not there: then it is 0.
    """
    by.require(P.FRAMEWORK_MANAGE)
    office = Office.objects.filter(code=SENDER, is_demo=True).select_related("area").first()
    if office is not None and not Letter.objects.filter(office=office).exists():
        _write(office)
        record(by=by, deed="papers.load_demo", about="demo")
    return Letter.objects.filter(is_demo=True).count()


def _write(office: Office) -> None:
    head, focal, clerk = (_access(office, seniority) for seniority in (1, 3, 5))
    today = timezone.localdate()
    file = open_file(by=focal, office=office, title="ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা", subject_code="১৬",
                     on=datetime.date(today.year, 1, 2))  # fmt: skip
    _issued(office, file, head, focal, clerk, today)
    _draft(clerk, "showcase_invitation", file, office, today)
    waiting = _draft(clerk, "dnothi_use", file, office, today)
    forward_letter(by=clerk, letter=waiting, to=_post(office, 1), remark="অনুমোদনের জন্য উপস্থাপন করা হলো।")
    returned = _draft(clerk, "portal_update", file, office, today)
    returned = forward_letter(by=clerk, letter=returned, to=_post(office, 3))
    return_letter(by=focal, letter=returned, remark="প্রেরণের শেষ তারিখ পুনর্বিবেচনা করুন।")
    signed = _draft(clerk, "meeting_notice", file, office, today)
    signed = forward_letter(by=clerk, letter=signed, to=_post(office, 1))
    sign_letter(by=head, letter=signed)
    spare = reserve_number(by=focal, file=file, purpose="কাগজে লেখা একটি পত্র")
    cancel_number(by=focal, number=spare, reason="পত্রটি জারি করা হয়নি")
    load_demo_readings(by=focal, office=office, clerk=clerk)


def _issued(office: Office, file: FileRecord, head: Access, focal: Access, clerk: Access, today: datetime.date) -> None:
    """Two letters out: to all district offices, some of which answered; and one amended later."""
    for key, days in (("call_for_ideas", 20), ("quarterly_certificate", 9)):
        made = _draft(clerk, key, file, office, today, reply=today - datetime.timedelta(days=days - 14))
        made = forward_letter(by=clerk, letter=made, to=_post(office, 1))
        made = sign_letter(by=head, letter=made)
        out = issue_letter(by=focal, letter=made, on=today - datetime.timedelta(days=days), base_url=BASE)
        make_copies(by=focal, letter_id=out.pk)
        if key == "call_for_ideas":
            _answer_some(out)
            draft_amendment(by=clerk, letter=out)


def _answer_some(letter: Letter) -> None:
    copies = LetterRecipient.objects.filter(letter=letter, office__isnull=False).select_related("office__area")
    for at, copy in enumerate(copies[:24]):
        by = _access(copy.office, 1) if copy.office else None
        if by is None:
            continue
        receive_letter(by=by, recipient=copy)
        if at % 2:
            answer_with_remark(by=by, recipient=copy, text="চাহিত ধারণা ডি-নথিতে প্রেরণ করা হয়েছে।")


def _draft(
    by: Access, key: str, file: FileRecord, office: Office, today: datetime.date,
    reply: datetime.date | None = None,
) -> Letter:  # fmt: skip
    found = template(by=by, key=key)
    soon = reply or today + datetime.timedelta(days=15)
    days = {name: _written(soon) for name in ("প্রেরণের শেষ তারিখ", "সভার তারিখ", "প্রদর্শনীর তারিখ")}
    text = fill(fill(found.text, values_of(by=by)), {**WORDS, **days})
    made = draft_letter(by=by, kind=found.kind, text=text, file=file, reply_by=reply)
    add_address(by=by, letter=made, kind=AddressKind.GROUP, place="to", label="উপপরিচালক, জেলা জনসেবা কার্যালয় (সকল)",
                office_kind="district", below=office)  # fmt: skip
    ministry = Office.objects.get(pk=office.parent_id or 0)
    add_address(by=by, letter=made, kind=AddressKind.OFFICE, place="copy", label=f"সচিবের একান্ত সচিব, {ministry}",
                remark="সচিব মহোদয়ের সদয় অবগতির জন্য", office=ministry)  # fmt: skip
    add_address(by=by, letter=made, kind=AddressKind.FREE, place="copy", label="প্রোগ্রামার, ওয়েবসাইট ব্যবস্থাপনা",
                remark="ওয়েবসাইটে প্রকাশের অনুরোধসহ")  # fmt: skip
    return Letter.objects.get(pk=made.pk)


def _written(day: datetime.date) -> str:
    return f"{write_long(day)} খ্রি."


def _post(office: Office, seniority: int) -> Post:
    return Post.objects.get(office=office, seniority=seniority)


def _access(office: Office, seniority: int) -> Access:
    """The access of who holds a post of a demo office today."""
    rows = Posting.objects.held_on(timezone.localdate()).filter(post__office=office, post__seniority=seniority)
    posting = rows.select_related("post__office__area", "user").prefetch_related("post__roles").get()
    return access_of_posting(by=User.objects.get(pk=posting.user_id), posting=posting)
