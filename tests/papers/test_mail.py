"""Papers by e-mail: taken apart, taken once, kept when in doubt; the diary and the letter that is answered."""

from __future__ import annotations

import datetime
import hashlib
import io
from contextlib import suppress
from email.message import EmailMessage

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput, Conflict, NotFound, Refused
from agragati.org.access import system
from agragati.papers import actions as letters
from agragati.papers.actions.diary import Entry, register_received
from agragati.papers.actions.mail import accept_mail, put_mail_aside, take_mail
from agragati.papers.actions.reading import confirm_page
from agragati.papers.models import LetterRecipient, PaperMail, PaperReading, ReadPage, ReceivedLetter
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules import mail as rules
from agragati.papers.rules.mail import read_mail
from agragati.papers.selectors.diary import answered_by, begun_entry
from agragati.papers.selectors.mail import mails
from agragati.papers.tasks import read_paper_pages
from agragati.records.models import Attachment
from tests.papers.desk import Desk, desk, fresh  # noqa: F401  (desk is a fixture)
from tests.people import Cast

from .samples import letter_sample

STRANGER = "জাহানারা বেগম <stranger@example.org>"


def _mail(
    *files: tuple[str, bytes], sender: str = STRANGER, body: str = "সদয় অবগতির জন্য", ident: str = "<1@x>"
) -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = sender, "উদ্ভাবনী ধারণা প্রেরণ", ident
    made["Date"] = "Mon, 09 Nov 2026 10:00:00 +0600"
    made.set_content(body)
    for name, content in files:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def test_an_email_is_taken_apart() -> None:
    files = ("পত্র নং ১২.pdf", b"%PDF-1.4"), ("a.zip", b"PK\x03\x04zz"), ("winmail.dat", b"x"), ("e.pdf", b"")
    found = read_mail(_mail(*files, ("ছক.xlsx", b"PK\x03\x04..[Content_Types].xml..xl/workbook.xml")))
    assert (found.message_id, found.sender, found.sender_name) == ("<1@x>", "stranger@example.org", "জাহানারা বেগম")
    assert (found.subject, str(found.sent_at)) == ("উদ্ভাবনী ধারণা প্রেরণ", "2026-11-09 10:00:00+06:00")
    assert [(one.name, one.refused) for one in found.papers] == [
        ("পত্র নং ১২.pdf", ""), ("a.zip", rules.PACKED), ("winmail.dat", rules.WINMAIL), ("e.pdf", rules.EMPTY),
        ("ছক.xlsx", rules.OFFICE),
    ]  # fmt: skip


NAMES = [
    (b'name="=?UTF-8?B?4Kaq4Kak4KeN4KawLnBkZg==?="', "পত্র.pdf"),  # RFC 2047, in quotes against the rule
    (b"name*=utf-8''%E0%A6%AA%E0%A6%A4.pdf", "পত.pdf"),  # RFC 2231
    (b"name*0*=utf-8''%E0%A6%AA;\n name*1*=%E0%A6%A4.pdf", "পত.pdf"),  # in pieces
    ('name="কাঁচা.pdf"'.encode(), "কাঁচা.pdf"),  # raw letters
    (b'name="=?nonsense?B?4Kaq?="', "প.pdf"),  # an unknown alphabet
    (b"x=1", "সংযুক্তি-1.pdf"),  # none
]


@pytest.mark.parametrize(("header", "name"), NAMES)
def test_file_names_in_every_way_of_writing(header: bytes, name: str) -> None:
    found = read_mail(b"From: a@b\nContent-Type: application/pdf; " + header + b"\n\n%PDF-1.4")
    assert [one.name for one in found.papers] == [name]


def test_the_text_is_a_paper_when_nothing_else_is() -> None:
    assert [(one.name, one.content.decode().strip()) for one in read_mail(_mail()).papers] == [
        ("ই-মেইলের লেখা.txt", "সদয় অবগতির জন্য")
    ]
    web = b"<style>p{}</style><p>one<br>two<table><tr><td>1<td>2</table>"
    web = b"Subject: x\nContent-Type: text/html; charset=foo\n\n" + web
    assert read_mail(web).papers[0].content == b"one\ntwo\n1\t2"
    assert read_mail(web.replace(b"<style>", b"<head><style>").replace(b"<p>", b"<body><p>")).papers[0].content == (
        b"one\ntwo\n1\t2"
    )
    both = read_mail(_mail(("winmail.dat", b"x"))).papers
    assert [(one.name, bool(one.refused)) for one in both] == [("winmail.dat", True), ("ই-মেইলের লেখা.txt", False)]


def test_limits_and_what_is_no_email() -> None:
    many = read_mail(_mail(*((f"{at}.pdf", b"%PDF-1.4") for at in range(23))))
    assert [one.refused for one in many.papers[19:]] == ["", rules.TOO_MANY, rules.TOO_MANY, rules.TOO_MANY]
    deep = (
        b"From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3000
    )
    for bad in (b"", b" \n", b"%PDF-1.4 not an e-mail", b"x" * (rules.LARGEST_MAIL + 1)):
        with pytest.raises(BadInput):
            read_mail(bad)
    assert read_mail(deep).sender == "a@b"


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 400), st.binary(max_size=12))
def test_a_broken_email_gives_what_it_has_or_one_sentence(noise: bytes, at: int, put: bytes) -> None:
    whole = _mail(("পত্র.pdf", b"%PDF-1.4 something"))
    for data in (whole[:at] + put + whole[at:], b"From: a@b\n" + noise, whole[: 400 + at]):
        with suppress(BadInput):
            assert read_mail(data).message_id


@pytest.mark.django_db
def test_a_known_sender_is_read_at_once_and_once(cast: Cast) -> None:
    user = cast.upazila_officer.user
    content = _mail(("পত্র.pdf", to_pdf(letter_sample())), ("bad.exe", b"MZ\x00\x01"), sender=user.email.upper())
    held, made = take_mail(by=system("mail"), office=cast.upazila, content=content)
    assert (made, held.state, held.readings.count()) == (True, "taken", 1)
    assert [one["name"] for one in held.refused] == ["bad.exe"]
    again, made = take_mail(by=system("mail"), office=cast.upazila, content=content)
    assert (made, again.pk, PaperReading.objects.count()) == (False, held.pk, 1)
    later = content + b"\n"  # the same e-mail by another way
    assert not take_mail(by=system("mail"), office=cast.upazila, content=later)[1]
    digest = hashlib.sha256(later).hexdigest()
    assert default_storage.exists(held.raw.name)
    assert not default_storage.exists(f"mail/{digest[:2]}/{digest}.eml")
    other, made = take_mail(by=system("mail"), office=cast.district, content=content)
    assert made
    assert other.pk != held.pk
    assert list(mails(by=cast.upazila_officer.access, open_only=True)) == [held]


@pytest.mark.django_db
def test_a_stranger_waits_for_the_desk_and_nothing_is_lost(cast: Cast) -> None:
    content = _mail(("পত্র.pdf", to_pdf(letter_sample())))
    held, _made = take_mail(by=system("mail"), office=cast.upazila, content=content)
    assert (held.state, held.readings.count()) == ("waiting", 0)
    by = cast.upazila_officer.access
    put_mail_aside(by=by, mail=held)
    assert PaperMail.objects.get().state == "aside"
    with held.raw.open("rb") as kept:
        assert kept.read() == content
    accept_mail(by=by, mail=held)
    assert PaperReading.objects.get().mail_id == held.pk
    with pytest.raises(Conflict):
        accept_mail(by=by, mail=held)
    later, _made = take_mail(by=system("mail"), office=cast.upazila, content=_mail(ident="<2@x>"))
    assert later.state == "taken"
    with pytest.raises(Refused):
        take_mail(by=cast.outsider.access, office=cast.upazila, content=_mail(ident="<3@x>"))


@pytest.mark.django_db
def test_the_command_takes_a_file_or_what_is_piped(
    cast: Cast, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    file = f"{tmp_path}/a.eml"
    with open(file, "wb") as out:
        out.write(_mail(("a.zip", b"PK\x03\x04zz"), sender=cast.upazila_officer.user.email))
    told = io.StringIO()
    call_command("take_mail", file, office=cast.upazila.code, stdout=told)
    call_command("take_mail", file, office=cast.upazila.code, stdout=told)
    assert told.getvalue().count("\n") == 4  # a line, one for the packed file, both again
    assert PaperMail.objects.get().readings.count() == 1  # the text of the message
    for wrong in (("nowhere.eml", cast.upazila.code), (file, "NO-SUCH")):
        with pytest.raises(SystemExit) as end:
            call_command("take_mail", wrong[0], office=wrong[1])
        assert end.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


@pytest.mark.django_db
def test_a_paper_by_email_becomes_a_diary_entry_that_answers_a_letter(desk: Desk) -> None:
    draft = desk.draft(by=desk.head)
    letters.add_address(by=desk.head.access, letter=draft, kind="free", place="copy", label="একটি সমিতি")
    letter = letters.issue_letter(
        by=desk.head.access, letter=letters.sign_letter(by=desk.head.access, letter=fresh(draft))
    )
    by, office = desk.clerk.access, desk.cast.district
    text = f"স্মারক নং ৫৬.০৪.০০০০.০১৭.০৭.০০২.২৪.৩১, তারিখ: ০৪/১১/২০২৬। সূত্র: {letter.memo_no}"
    take_mail(by=by, office=office, content=_mail(body=text), is_vouched=True)
    reading = PaperReading.objects.get()
    read_paper_pages(reading_id=reading.pk)
    with pytest.raises(Conflict, match="Confirm every page"):
        register_received(by=by, reading=reading, entry=Entry("ক", "খ", datetime.date(2026, 11, 10)))
    confirm_page(by=by, page=ReadPage.objects.get(), text=text, taken=[])
    reading = PaperReading.objects.select_related("office", "mail").get()
    begun = begun_entry(by=by, reading=reading).values
    assert (begun["memo_no"], begun["day"]) == ("৫৬.০৪.০০০০.০১৭.০৭.০০২.২৪.৩১", datetime.date(2026, 11, 4))
    assert (begun["sender"], begun["subject"]) == ("জাহানারা বেগম", "উদ্ভাবনী ধারণা প্রেরণ")
    key = next(iter(answered_by(by=by, reading=reading)))
    for bad in ({"received_on": datetime.date(2099, 1, 1)}, {"answers": "letter-0"}, {"sender": " "}):
        with pytest.raises(BadInput):
            register_received(
                by=by,
                reading=reading,
                entry=Entry(**{"sender": "ক", "subject": "খ", "received_on": datetime.date(2026, 11, 10), **bad}),
            )  # type: ignore[arg-type]
    made = register_received(by=by, reading=reading, entry=Entry("ক", "খ", datetime.date(2026, 11, 10), answers=key))
    copy = LetterRecipient.objects.get(letter=letter, office__isnull=True)
    assert (made.number, made.answers_id, made.copy_id, copy.state) == (1, letter.pk, copy.pk, "answered")
    with pytest.raises(Conflict, match="already"):
        register_received(by=by, reading=reading, entry=Entry("ক", "খ", datetime.date(2026, 11, 10)))


@pytest.mark.django_db
def test_the_way_of_an_email_through_the_pages(client: Client, cast: Cast) -> None:
    client.force_login(cast.upazila_officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    whole = _mail(("a.zip", b"PK\x03\x04zz"))
    file = SimpleUploadedFile("চিঠি.eml", whole, content_type="message/rfc822")
    sent = client.post(reverse("papers:hand_in"), {"file": file, "submit_key": "k1"})
    held = PaperMail.objects.get()
    assert sent.headers["Location"] == reverse("papers:mail", args=[held.pk])
    shown = client.get(sent.headers["Location"]).content.decode()
    assert "a.zip" in shown
    assert client.get(reverse("papers:readings")).content.decode().count("?open=on") == 1
    kept = client.get(reverse("papers:mail_file", args=[held.pk]))
    assert b"".join(kept) == whole  # type: ignore[call-overload]
    Attachment.objects.update(scan="infected")
    assert client.get(reverse("papers:mail_file", args=[held.pk])).status_code == 403
    Attachment.objects.update(scan="clean")
    assert client.post(reverse("papers:put_mail_aside", args=[held.pk])).status_code == 302
    assert client.get(reverse("papers:readings")).content.decode().count("?open=on") == 0
    reading = PaperReading.objects.get()
    read_paper_pages(reading_id=reading.pk)
    confirm_page(by=cast.upazila_officer.access, page=ReadPage.objects.get(), text="সদয় অবগতির জন্য", taken=[])
    address = reverse("papers:register_received", args=[reading.pk])
    assert client.get(address).status_code == 200
    typed = {"sender": "একটি সমিতি", "subject": "ধারণা", "received_on": "১০/১১/২০২৬", "submit_key": "k2"}
    assert client.post(address, {**typed, "received_on": "১০/১১/২০৯৯"}).status_code == 422
    assert client.post(address, typed).status_code == 302
    assert ReceivedLetter.objects.get().subject in client.get(reverse("papers:diary")).content.decode()


@pytest.mark.django_db
def test_only_the_own_office_sees_its_mailbox(cast: Cast) -> None:
    held, _made = take_mail(by=system("mail"), office=cast.upazila, content=_mail())
    for person in (cast.district_officer, cast.outsider):
        assert not mails(by=person.access).exists()
        with pytest.raises((NotFound, Refused)):
            put_mail_aside(by=person.access, mail=held)
