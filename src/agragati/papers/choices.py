"""Fixed lists of letters, and the table by which a letter moves from state to state."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LetterKind(TextChoices):
    """Kinds of instruction 136 of the Secretariat Instructions 2024, and three kinds that action plans need."""

    LETTER = "letter", _("Official letter")
    OFFICE_MEMORANDUM = "office_memorandum", _("Office memorandum")
    OFFICE_ORDER = "office_order", _("Office order")
    CIRCULAR = "circular", _("Circular")
    DEMI_OFFICIAL = "demi_official", _("Demi-official letter")
    UNOFFICIAL_NOTE = "unofficial_note", _("Unofficial note")
    ENDORSEMENT = "endorsement", _("Endorsement")
    NOTIFICATION = "notification", _("Notification")
    RESOLUTION = "resolution", _("Resolution")
    PRESS_RELEASE = "press_release", _("Press release")
    DIGITAL = "digital", _("Message by digital means")
    PUBLIC_NOTICE = "public_notice", _("Public notice")
    MEETING_NOTICE = "meeting_notice", _("Meeting notice")
    CERTIFICATE = "certificate", _("Certificate")
    AMENDMENT = "amendment", _("Amendment")


class LetterState(TextChoices):
    """Where a letter stands on its way out."""

    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("Under review")
    SIGNED = "signed", _("Signed")
    ISSUED = "issued", _("Issued")
    DROPPED = "dropped", _("Dropped")


class Step(TextChoices):
    """What moves a letter."""

    FORWARD = "forward", _("Forwarded")
    RETURN = "return", _("Returned with a remark")
    RECALL = "recall", _("Recalled")
    SIGN = "sign", _("Signed")
    ISSUE = "issue", _("Issued")
    DROP = "drop", _("Dropped")


# (state, step) → state. What is not here cannot happen; issued and dropped are ends.
MOVES: dict[tuple[str, str], str] = {
    (LetterState.DRAFT, Step.FORWARD): LetterState.REVIEW,
    (LetterState.DRAFT, Step.SIGN): LetterState.SIGNED,
    (LetterState.DRAFT, Step.DROP): LetterState.DROPPED,
    (LetterState.REVIEW, Step.FORWARD): LetterState.REVIEW,
    (LetterState.REVIEW, Step.RETURN): LetterState.DRAFT,
    (LetterState.REVIEW, Step.RECALL): LetterState.DRAFT,
    (LetterState.REVIEW, Step.SIGN): LetterState.SIGNED,
    (LetterState.SIGNED, Step.RETURN): LetterState.DRAFT,
    (LetterState.SIGNED, Step.ISSUE): LetterState.ISSUED,
}


class NumberForm(TextChoices):
    """Length of the digital file number."""

    EIGHTEEN = "18", _("18 digits (2011)")
    TWENTY_TWO = "22", _("22 digits (2024)")


class FileClass(TextChoices):
    """Class of a file by how long it is kept."""

    KA = "ka", _("Class ka (permanent)")
    KHA = "kha", _("Class kha")
    GA = "ga", _("Class ga")
    GHA = "gha", _("Class gha")


class NumberState(TextChoices):
    """What became of an issue number. A number is never given twice and never disappears."""

    RESERVED = "reserved", _("Reserved")
    ISSUED = "issued", _("Issued")
    CANCELLED = "cancelled", _("Cancelled")


class Place(TextChoices):
    """In which list an addressee stands."""

    TO = "to", _("Addressee")
    COPY = "copy", _("Copy")


class AddressKind(TextChoices):
    """How an addressee is named."""

    OFFICE = "office", _("An office")
    POST = "post", _("A post of your office")
    GROUP = "group", _("Many offices by a rule")
    FREE = "free", _("An address outside the system")


class Delivery(TextChoices):
    """What happened to one recipient's copy."""

    TO_SEND = "to_send", _("To be sent on paper")
    DELIVERED = "delivered", _("Delivered")
    SEEN = "seen", _("Seen")
    ANSWERED = "answered", _("Answered")
    RETURNED = "returned", _("Came back")


class Way(TextChoices):
    """How a paper copy goes out. None of these services has a public interface: what it says is typed or uploaded."""

    POST = "post", _("By post")
    REGISTERED = "registered", _("By registered post")
    COURIER = "courier", _("By courier")
    HAND = "hand", _("By hand")
    EMAIL = "email", _("By e-mail")
    DNOTHI = "dnothi", _("By D-Nothi")
    PORTAL = "portal", _("By portal")


TRACKED = (Way.REGISTERED, Way.COURIER)  # what has a tracking number


class Validity(TextChoices):
    """What the public page says about an issued paper."""

    VALID = "valid", _("Valid")
    AMENDED = "amended", _("Amended by a later paper")
    REPLACED = "replaced", _("Replaced by a paper of the same number")
    CANCELLED = "cancelled", _("Cancelled")


class ReadingState(TextChoices):
    """How far the reading of an existing paper is."""

    WAITING = "waiting", _("Waiting to be read")
    READING = "reading", _("Being read")
    TO_CONFIRM = "to_confirm", _("To be confirmed")
    CONFIRMED = "confirmed", _("Confirmed")
    FAILED = "failed", _("Could not be read")


class MailState(TextChoices):
    """What became of an e-mail that came to an office."""

    WAITING = "waiting", _("Sender unknown: the desk decides")
    TAKEN = "taken", _("Papers handed in to be read")
    ASIDE = "aside", _("Put aside")


class PageSource(TextChoices):
    """Where the text of a page came from."""

    TEXT = "text", _("Text of the file")
    BIJOY = "bijoy", _("Bijoy, turned into Unicode")
    OCR = "ocr", _("Read off a picture")
    NONE = "none", _("Not read")


class FieldKind(TextChoices):
    """What a field of an office's own holds."""

    TEXT = "text", _("Text")
    NUMBER = "number", _("Number")
    DAY = "day", _("Day")
    CHOICE = "choice", _("One of a list")
