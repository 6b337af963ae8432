"""`agragati take_mail --office CODE [FILE.eml]`: papers that came by e-mail, also piped in by a mail server."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from agragati.kernel.digits import to_bn
from agragati.org.access import system
from agragati.org.selectors import office_by_code
from agragati.papers.actions.mail import take_mail
from agragati.papers.choices import MailState
from agragati.papers.forms.mail import refused_words
from agragati.papers.management.commands.read_paper import bytes_of
from agragati.papers.management.terminal import TextCommand, refusing_bad_input
from agragati.papers.models import PaperMail


class Command(TextCommand):
    help = "Take in an e-mail for an office: its attachments are read and wait for a person to confirm them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="the .eml file; else standard input")
        parser.add_argument("--office", required=True, metavar="CODE", help="code of the office that the e-mail is for")

    def handle(self, *args: object, file: str, office: str, **options: Any) -> None:
        by = system("mail")
        with refusing_bad_input():
            found = office_by_code(by=by, code=office)
            held, made = take_mail(by=by, office=found, content=bytes_of(file))
        self.stdout.write(_told(held, made=made))
        for name, why in refused_words(held.refused):
            self.stdout.write(f"! {name}: {why}")


def _told(held: PaperMail, *, made: bool) -> str:
    if not made:
        return "ই-মেইলটি আগেই গ্রহণ করা হয়েছে · this e-mail was taken before"
    if held.state == MailState.WAITING:
        return "প্রেরক অপরিচিত: ই-মেইলটি অফিসের সিদ্ধান্তের অপেক্ষায় · unknown sender: the e-mail waits for the office"
    count = held.readings.count()
    return f"{to_bn(count)}টি পত্র পাঠের জন্য জমা হয়েছে · {count} papers are handed in to be read"
