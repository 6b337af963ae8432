"""Whom a letter is for: the addressees as typed, and the recipients they became when it was issued."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from agragati.org.choices import OfficeKind
from agragati.org.models import Office, OfficeGroup, Post
from agragati.org.scope import ScopedQuerySet

from ..choices import AddressKind, Delivery, Place, Way
from .laws import closed_after_issue, final_when, no_new_after_issue, stays_when
from .letters import Letter


class LetterAddressQuerySet(ScopedQuerySet["LetterAddress"]):
    """Addressees are read with their letter."""

    office_path = "letter__office__path"
    area_path = "letter__office__area__path"


class LetterAddress(models.Model):
    """One entry of the lists of a letter. A group is a rule: kind of office, below which office, of which grouping."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="addresses")
    position = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=4, choices=Place, default=Place.TO)
    kind = models.CharField(max_length=6, choices=AddressKind)
    label = models.CharField(max_length=400, help_text="as it is printed")
    phrase = models.CharField(max_length=100, blank=True)
    remark = models.CharField(max_length=200, blank=True)
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    office_kind = models.CharField(max_length=20, choices=OfficeKind, blank=True)
    below = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(OfficeGroup, models.PROTECT, null=True, blank=True, related_name="+")

    objects = LetterAddressQuerySet.as_manager()

    class Meta:
        ordering = ["place", "position", "id"]
        constraints = [
            models.CheckConstraint(
                name="an_addressee_is_one_thing",
                condition=Q(kind=AddressKind.OFFICE, office__isnull=False)
                | Q(kind=AddressKind.POST, post__isnull=False)
                | Q(kind=AddressKind.FREE, office__isnull=True, post__isnull=True)
                | (Q(kind=AddressKind.GROUP) & (Q(below__isnull=False) | Q(group__isnull=False))),
                violation_error_message="Say who the addressee is.",
            )
        ]
        triggers = [closed_after_issue("addressees_close_at_issue")]

    def __str__(self) -> str:
        return self.label


class LetterRecipientQuerySet(ScopedQuerySet["LetterRecipient"]):
    """A recipient's copy belongs to the office that got it."""


class LetterRecipient(models.Model):
    """One copy of an issued letter: for an office, a post of it, or an address outside the system."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="recipients")
    address = models.ForeignKey(LetterAddress, models.PROTECT, related_name="+")
    place = models.CharField(max_length=4, choices=Place)
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    label = models.CharField(max_length=400)
    phrase = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=10, choices=Delivery)
    delivered_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.ForeignKey(Letter, models.PROTECT, null=True, blank=True, related_name="+")
    answer_text = models.TextField(blank=True)
    channel = models.CharField(max_length=100, choices=Way, blank=True, help_text="how a paper copy went out last")
    returned_why = models.CharField(max_length=300, blank=True)

    objects = LetterRecipientQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["office", "state", "-id"], name="recipient_office_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "office"], condition=Q(post__isnull=True), name="an_office_gets_one_copy"
            ),
            models.UniqueConstraint(fields=["letter", "post"], name="a_post_gets_one_copy"),
            models.CheckConstraint(
                name="an_answer_is_something",
                condition=~Q(state=Delivery.ANSWERED)
                | (Q(answered_at__isnull=False) & (Q(answer__isnull=False) | ~Q(answer_text=""))),
                violation_error_message="Write the answer or link the letter that is the answer.",
            ),
        ]
        triggers = [
            no_new_after_issue("recipients_close_at_issue"),
            stays_when("recipients_stay"),
            final_when(
                "recipients_do_not_move",
                "(OLD.letter_id, OLD.office_id, OLD.post_id, OLD.label, OLD.phrase, OLD.place) IS DISTINCT FROM "
                "(NEW.letter_id, NEW.office_id, NEW.post_id, NEW.label, NEW.phrase, NEW.place)",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class CopySendingQuerySet(ScopedQuerySet["CopySending"]):
    """Sendings are read with their letter."""

    office_path = "recipient__letter__office__path"
    area_path = "recipient__letter__office__area__path"


class CopySending(models.Model):
    """One time that a paper copy went out, and when and why it came back. The last one tells where the copy is."""

    recipient = models.ForeignKey(LetterRecipient, models.PROTECT, related_name="sendings")
    channel = models.CharField(max_length=12, choices=Way)
    tracking = models.CharField(max_length=40, blank=True)
    sent_on = models.DateField()
    returned_on = models.DateField(null=True, blank=True)
    returned_why = models.CharField(max_length=300, blank=True)
    noted_label = models.CharField(max_length=300, blank=True)
    noted_at = models.DateTimeField(auto_now_add=True)

    objects = CopySendingQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["tracking"], name="sending_tracking", condition=~Q(tracking=""))]
        constraints = [
            models.CheckConstraint(
                name="a_return_has_day_and_reason",
                condition=Q(returned_on__isnull=True, returned_why="")
                | Q(returned_on__gte=models.F("sent_on")) & ~Q(returned_why=""),
                violation_error_message="Write when and why it came back.",
            )
        ]
        triggers = [stays_when("sendings_stay")]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.tracking}".strip()
