"""A district office at work on letters: head, focal point and clerk, a file, and a letter in any state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from agragati.org.models import Office
from agragati.papers import actions
from agragati.papers.models import FileRecord, Letter
from agragati.papers.rules.letter_text import LetterText
from tests.people import Cast, Person, person

TEXT = LetterText(
    subject="উদ্ভাবনী ধারণা প্রেরণ প্রসঙ্গে।",
    paragraphs=("উপর্যুক্ত বিষয়ের পরিপ্রেক্ষিতে জানানো যাচ্ছে যে, একটি ধারণা বাস্তবায়ন করতে হবে।", "ছক মোতাবেক প্রেরণ করুন।"),
    attachments=("ছক",),
)
DAY = date(2026, 11, 2)


@dataclass(frozen=True)
class Desk:
    """The people of the district office and their file."""

    cast: Cast
    head: Person
    focal: Person
    clerk: Person
    file: FileRecord

    def draft(self, by: Person | None = None, **more: object) -> Letter:
        """A draft of the clerk (or `by`) to the upazila offices."""
        writer = by or self.clerk
        made = actions.draft_letter(by=writer.access, kind="letter", text=TEXT, file=self.file, **more)  # type: ignore[arg-type]
        actions.add_address(by=writer.access, letter=made, kind="group", place="to",
                            label="উপজেলা কর্মকর্তা (সকল)", office_kind="upazila", below=self.cast.district)  # fmt: skip
        return fresh(made)

    def signed(self, **more: object) -> Letter:
        """A letter that the head has signed."""
        made = self.draft(**more)
        actions.forward_letter(by=self.clerk.access, letter=made, to=self.head.posting.post)
        return actions.sign_letter(by=self.head.access, letter=fresh(made))

    def issued(self, on: date = DAY, **more: object) -> Letter:
        """A letter that went out on `on`."""
        return actions.issue_letter(by=self.focal.access, letter=self.signed(**more), on=on, base_url="https://x.test")


def fresh(letter: Letter) -> Letter:
    """The letter as the database has it."""
    return Letter.objects.get(pk=letter.pk)


def set_up(cast: Cast) -> Desk:
    """Give the district a memo code, two more people and an open file."""
    Office.objects.filter(pk=cast.district.pk).update(memo_code="05.43.8100")
    cast.district.refresh_from_db()
    focal = person("district.focal", "তাহমিনা আক্তার", cast.district, "সহকারী পরিচালক", "focal")
    clerk = person("district.clerk", "রফিকুল ইসলাম", cast.district, "অফিস সহকারী", "clerk")
    file = actions.open_file(by=focal.access, office=cast.district, title="উদ্ভাবন", subject_code="07",
                             on=date(2026, 1, 5))  # fmt: skip
    return Desk(cast, cast.district_officer, focal, clerk, file)


@pytest.fixture
def desk(cast: Cast) -> Desk:
    """The district office, fresh for one test."""
    return set_up(cast)
