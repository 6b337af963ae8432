"""Letters: the draft, its way through the posts, and the issued paper."""

from __future__ import annotations

import re
from typing import Any, Self

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from agragati.org.access import Access
from agragati.org.models import Office, Post, Posting
from agragati.org.scope import ScopedQuerySet
from agragati.records.models import Attachment

from ..choices import LetterKind, LetterState, Step
from .files import FileRecord, MemoNumber
from .laws import final_when, stays_when


class LetterQuerySet(ScopedQuerySet["Letter"]):
    """Issued letters are seen along the line and by whoever received them; drafts by their own office alone."""

    def visible_to(self, access: Access) -> Self:
        """Own letters in any state, issued ones within the view, and issued ones that came to an office in view."""
        if access.is_system:
            return self
        got = Q(pk__in=models.Subquery(_received(access)))
        issued = Q(state=LetterState.ISSUED)
        line = Q() if access.view.everything else access.view.as_q(self.office_path, self.area_path)
        own = Q(office_id=access.office_id or 0) if access.office_id else Q(pk__in=[])
        return self.filter((own & line) | (issued & (line | got)))


# The name in a certificate's subject as it is written for people: parts parted by ", ", or by "; ".
_COMMON = re.compile(r"Common Name: (.+?)(?=[,;] [A-Z][A-Za-z ]*: |$)")


def _received(access: Access) -> models.QuerySet[Any, Any]:
    from .delivery import LetterRecipient

    return LetterRecipient.objects.visible_to(access).filter(office__isnull=False).values("letter")


@pghistory.track()
class Letter(models.Model):
    """A letter of an office. `text` is what people typed, `paper` the whole typed paper as it was issued."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    file = models.ForeignKey(FileRecord, models.PROTECT, null=True, blank=True, related_name="letters")
    kind = models.CharField(max_length=20, choices=LetterKind)
    subject = models.CharField(max_length=500, blank=True)
    text = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.DRAFT)
    revision = models.PositiveIntegerField(default=1, help_text="grows with every change of the draft")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    author_post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    desk = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+", help_text="post where it lies now")
    signatory = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    signed_by = models.ForeignKey(Posting, models.PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_hash = models.CharField(max_length=64, blank=True, help_text="hash of what was signed")
    number = models.ForeignKey(MemoNumber, models.PROTECT, null=True, blank=True, related_name="letters")
    memo_no = models.CharField(max_length=60, blank=True)
    day = models.DateField(null=True, blank=True, help_text="date of the memo line")
    issued_by = models.ForeignKey(Posting, models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    verify_code = models.CharField(max_length=24, null=True, blank=True, unique=True)
    paper = models.JSONField(null=True, blank=True)
    reply_by = models.DateField(null=True, blank=True)
    answers = models.ForeignKey("LetterRecipient", models.PROTECT, null=True, blank=True, related_name="+")
    amends = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="amendments")
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replacements")
    made_at = models.DateTimeField(auto_now_add=True)
    is_demo = models.BooleanField(default=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["office", "state", "-id"], name="letter_office_state"),
            models.Index(fields=["desk", "state"], name="letter_desk"),
        ]
        constraints = [
            models.CheckConstraint(
                name="issued_letter_is_whole",
                condition=~Q(state=LetterState.ISSUED)
                | (
                    Q(number__isnull=False, day__isnull=False, paper__isnull=False, signed_by__isnull=False)
                    & Q(issued_at__isnull=False, verify_code__isnull=False)
                    & ~Q(memo_no="")
                ),
                violation_error_message="An issued letter needs its number, dates, signature and paper.",
            ),
            models.UniqueConstraint(
                fields=["number"], condition=Q(replaces__isnull=True), name="a_number_for_one_letter"
            ),
            models.UniqueConstraint(
                fields=["replaces"], condition=Q(state=LetterState.ISSUED), name="a_letter_is_replaced_once"
            ),
            models.CheckConstraint(
                name="letter_amends_or_replaces",
                condition=Q(amends__isnull=True) | Q(replaces__isnull=True),
                violation_error_message="A letter either amends or replaces another.",
            ),
        ]
        triggers = [
            final_when("issued_letters_are_final", "OLD.state = 'issued'"),
            stays_when("issued_letters_stay", "OLD.state = 'issued'"),
            final_when(
                "signed_text_is_final",
                "OLD.state = 'signed' AND NEW.state IN ('signed', 'issued') "
                "AND (OLD.text, OLD.kind, OLD.subject) IS DISTINCT FROM (NEW.text, NEW.kind, NEW.subject)",
            ),
        ]

    def __str__(self) -> str:
        return self.subject or self.get_kind_display()


class LetterWordsQuerySet(ScopedQuerySet["LetterWords"]):
    """Words are asked with their letter."""

    office_path = "letter__office__path"
    area_path = "letter__office__area__path"


class LetterWords(models.Model):
    """The words of a letter for the search: stems, and sounds marked "~"."""

    letter = models.OneToOneField(Letter, models.CASCADE, related_name="words")
    keys = ArrayField(models.CharField(max_length=200), default=list)

    objects = LetterWordsQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="letter_words_keys")]

    def __str__(self) -> str:
        return str(self.letter_id)


class LetterMoveQuerySet(ScopedQuerySet["LetterMove"]):
    """Moves are read with their letter."""

    office_path = "letter__office__path"
    area_path = "letter__office__area__path"


class LetterMove(models.Model):
    """One step of a letter through the posts, with the remark of who made it."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="moves")
    step = models.CharField(max_length=10, choices=Step)
    from_post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    to_post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    remark = models.TextField(blank=True)
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)

    objects = LetterMoveQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.letter_id} {self.step}"


class LetterCopyQuerySet(ScopedQuerySet["LetterCopy"]):
    """Copies are read with their letter."""

    office_path = "letter__office__path"
    area_path = "letter__office__area__path"


class LetterCopy(models.Model):
    """The signed PDF (the record) and the DOCX of an issued letter with their hashes, made once."""

    letter = models.OneToOneField(Letter, models.PROTECT, related_name="copy")
    pdf = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    docx = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    pdf_sha256 = models.CharField(max_length=64, unique=True)
    docx_sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField()
    signature = models.CharField(max_length=300, blank=True, help_text="subject of the certificate; empty: unsigned")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = LetterCopyQuerySet.as_manager()

    class Meta:
        triggers = [final_when("copies_are_final", "OLD.* IS DISTINCT FROM NEW.*"), stays_when("copies_stay")]

    def __str__(self) -> str:
        return self.pdf_sha256[:12]

    @property
    def signer(self) -> str:
        """Whose certificate signed the PDF, as it names itself; empty when it is not signed."""
        found = _COMMON.search(self.signature)
        return found[1] if found else ""

    @property
    def is_test(self) -> bool:
        """Whether the certificate is one of the product's own test authority, which attests nothing."""
        return "TEST" in self.signature
