"""Fixed lists of meetings and decisions."""

from __future__ import annotations

from datetime import time

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Minutes that tell no hour: the meeting stands at midnight, and no hour is printed.
UNKNOWN_HOUR = time(0)


class MeetingState(TextChoices):
    """Where a meeting stands (the table: `rules.states.MEETING_MOVES`)."""

    PLANNED = "planned", _("Planned")
    NOTICED = "noticed", _("Notice sent")
    IN_PROGRESS = "in_progress", _("In progress")
    DRAFT = "draft", _("Minutes in draft")
    SIGNED = "signed", _("Minutes are signed")
    PUBLISHED = "published", _("Minutes are published")
    CALLED_OFF = "called_off", _("Called off")


OPEN_STATES = (MeetingState.PLANNED, MeetingState.NOTICED, MeetingState.IN_PROGRESS, MeetingState.DRAFT)
FROZEN_STATES = (MeetingState.SIGNED, MeetingState.PUBLISHED)


class Mode(TextChoices):
    """How people come together."""

    IN_PERSON = "in_person", _("In person")
    HYBRID = "hybrid", _("In person and online")
    ONLINE = "online", _("Online")


class SeriesKind(TextChoices):
    """What a series is for."""

    COORDINATION = "coordination", _("Monthly coordination meeting")
    REVIEW = "review", _("Review meeting")
    TEAM = "team", _("Innovation team meeting")
    JURY = "jury", _("Showcase jury")
    OTHER = "other", _("Other meeting")


class Repeats(TextChoices):
    """How a series repeats (the days: `rules.recurrence`)."""

    WEEKLY = "weekly", _("Every week, on a weekday")
    ON_DAY = "on_day", _("On a day of the month")
    ON_WEEKDAY = "on_weekday", _("On a weekday of the month")


class InviteKind(TextChoices):
    """Why someone is asked to come."""

    MEMBER = "member", _("Member")
    INVITEE = "invitee", _("Invited")


class Rsvp(TextChoices):
    """What someone answered to the notice."""

    NONE = "none", _("No answer yet")
    YES = "yes", _("Will come")
    ONLINE = "online", _("Will join online")
    NO = "no", _("Will not come")
    APOLOGY = "apology", _("Sends apologies")


class Presence(TextChoices):
    """Whether someone was there."""

    UNKNOWN = "unknown", _("Not noted")
    PRESENT = "present", _("Present")
    ONLINE = "online", _("Present online")
    ABSENT = "absent", _("Absent")


class CameBy(TextChoices):
    """How presence was noted."""

    NONE = "", "—"
    SELF = "self", _("Own check-in")
    LIST = "list", _("Secretary's list")
    LOG = "log", _("Participant log of the online meeting")
    PAPER = "paper", _("Imported minutes")


class ItemKind(TextChoices):
    """What an item of the agenda is for."""

    MATTER = "matter", _("Matter to discuss")
    INFORMATION = "information", _("For information only")


class TargetKind(TextChoices):
    """Who carries a decision out."""

    POST = "post", _("A post")
    SECTION = "section", _("A section")
    OFFICE = "office", _("An office")
    GROUP = "group", _("A group of offices")
    LEVEL = "level", _("All offices of a level below")
    CONCERNED = "concerned", _("All concerned (everyone invited)")
    TEXT = "text", _("As written, nobody in the register")


class DutyStatus(TextChoices):
    """How far one office is with a decision, after e-Samiksha (the table: `rules.states.DUTY_MOVES`)."""

    NOT_STARTED = "not_started", _("Not started")
    ON_SCHEDULE = "on_schedule", _("On schedule")
    BEHIND = "behind", _("Behind schedule")
    DONE = "done", pgettext_lazy("decision", "Done")
    VERIFIED = "verified", _("Done and verified")
    DROPPED = "dropped", pgettext_lazy("decision", "Dropped")


OPEN_DUTIES = (DutyStatus.NOT_STARTED, DutyStatus.ON_SCHEDULE, DutyStatus.BEHIND)


class Outcome(TextChoices):
    """What came of a matter; empty until it was talked about."""

    DECIDED = "decided", _("Decided")
    NOTED = "noted", _("Noted")
    OPEN = "open", _("Still open")
    SKIPPED = "skipped", _("Left out this time")


GOES_ON = (Outcome.OPEN, Outcome.SKIPPED)


class MotionState(TextChoices):
    """Where a motion stands (the table: `rules.states.MOTION_MOVES`)."""

    OPEN = "open", _("Put forward")
    VOTING = "voting", _("Vote open")
    ADOPTED = "adopted", _("Adopted")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Ballot(TextChoices):
    """How a member votes."""

    YES = "yes", _("For")
    NO = "no", _("Against")
    ABSTAIN = "abstain", _("Abstains")


class PaperKind(TextChoices):
    """Which frozen paper a record holds."""

    NOTICE = "notice", _("Notice")
    SIGNED = "signed", _("Signed minutes")
    ISSUED = "issued", _("Issued minutes")


class Layout(TextChoices):
    """Columns of the decision table."""

    THREE = "3", _("3 columns: no., topic, decisions")
    FOUR = "4", _("4 columns: topic, discussion, decision, implementer")
    FIVE = "5", _("5 columns: no., topic, discussion, decision, implementer")


class Seniority(TextChoices):
    """What a distribution list says about its order."""

    UNORDERED = "unordered", _("Not in order of seniority")
    ORDERED = "ordered", _("In order of seniority")


# Levels as papers print them in Bangla, whatever language the page has.
LEVEL_BN: dict[str, str] = {
    "ministry": "মন্ত্রণালয়/বিভাগ",
    "department": "দপ্তর/সংস্থা",
    "divisional": "বিভাগীয় কার্যালয়",
    "district": "জেলা কার্যালয়",
    "upazila": "উপজেলা কার্যালয়",
    "union": "ইউনিয়ন কার্যালয়",
    "other": "আওতাধীন অফিস",
}
