"""Files (নথি) and the register of the issue numbers given out in them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from agragati.org.models import Office, Section
from agragati.org.scope import ScopedQuerySet

from ..choices import FileClass, NumberForm, NumberState
from ..rules.file_numbers import memo_number
from .laws import final_when, stays_when


class FileQuerySet(ScopedQuerySet["FileRecord"]):
    """Files belong to their office."""


class FileRecord(models.Model):
    """A file with its digital number of 18 or 22 digits, kept in Bangla digits with dots."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="+")
    form = models.CharField(max_length=2, choices=NumberForm)
    number = models.CharField(max_length=40)
    subject_code = models.CharField(max_length=2, help_text="two digits of the classification by subject")
    serial = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField(help_text="calendar year in which the file was opened")
    title = models.CharField(max_length=300)
    file_class = models.CharField(max_length=4, choices=FileClass, default=FileClass.GA)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    is_demo = models.BooleanField(default=False)

    objects = FileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="one_file_of_a_number"),
            models.UniqueConstraint(fields=["follows"], name="one_file_follows_a_file"),
            models.CheckConstraint(
                name="file_closes_after_it_opens",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                violation_error_message="A file cannot close before it opens.",
            ),
        ]
        triggers = [
            final_when(
                "file_number_is_final",
                "(OLD.office_id, OLD.number, OLD.opened_on) "
                "IS DISTINCT FROM (NEW.office_id, NEW.number, NEW.opened_on)",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class MemoNumberQuerySet(ScopedQuerySet["MemoNumber"]):
    """Numbers belong to the office of their file."""

    office_path = "file__office__path"
    area_path = "file__office__area__path"


class MemoNumber(models.Model):
    """One issue number of a file in a calendar year. Cancelled ones stay in the register with their reason."""

    file = models.ForeignKey(FileRecord, models.PROTECT, related_name="numbers")
    year = models.PositiveSmallIntegerField()
    issue = models.PositiveIntegerField()
    day = models.DateField(help_text="the day it was taken; the date of the paper")
    state = models.CharField(max_length=10, choices=NumberState)
    purpose = models.CharField(max_length=300, blank=True)
    about = models.CharField(max_length=80, blank=True, help_text='paper of another app, such as "meeting:12:minutes"')
    reason = models.CharField(max_length=500, blank=True, help_text="why it was cancelled")
    taken_by = models.CharField(max_length=300)
    cancelled_by = models.CharField(max_length=300, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = MemoNumberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "year", "issue"], name="an_issue_number_once_per_file_and_year"),
            models.UniqueConstraint(
                fields=["about"],
                condition=~Q(about="") & ~Q(state=NumberState.CANCELLED),
                name="a_paper_has_one_number",
            ),
            models.CheckConstraint(
                name="cancelled_number_says_why",
                condition=~Q(state=NumberState.CANCELLED) | (~Q(reason="") & Q(cancelled_at__isnull=False)),
                violation_error_message="Say why the number is cancelled.",
            ),
        ]
        triggers = [
            stays_when("numbers_stay"),
            final_when(
                "numbers_do_not_move",
                "OLD.state = 'cancelled' OR (OLD.file_id, OLD.year, OLD.issue, OLD.day) "
                "IS DISTINCT FROM (NEW.file_id, NEW.year, NEW.issue, NEW.day) "
                "OR (OLD.state = 'issued' AND NEW.state = 'reserved')",
            ),
        ]

    def __str__(self) -> str:
        return self.memo_no

    @property
    def memo_no(self) -> str:
        """The whole memo number as it is printed: file number and issue number in Bangla digits."""
        return memo_number(self.file.number, self.issue)
