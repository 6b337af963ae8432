"""Fixed lists of messages, and which state may follow which."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """Ways to reach a post."""

    IN_APP = "in_app", _("Notice")
    EMAIL = "email", _("E-mail")
    SMS = "sms", _("SMS")
    PUSH = "push", _("Push notice")


class State(TextChoices):
    """Where one message to one recipient stands."""

    QUEUED = "queued", _("Waiting")
    HELD = "held", _("Waiting for the daily digest")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    DELIVERED = "delivered", _("Delivered")
    DOUBTFUL = "doubtful", _("In doubt")
    FAILED = "failed", _("Failed")
    REFUSED = "refused", _("Refused by the gateway")
    UNREACHABLE = "unreachable", _("Cannot be reached")
    UNAFFORDABLE = "unaffordable", _("Outside the budget")
    FOLDED = "folded", _("In the daily digest")
    CANCELLED = "cancelled", _("Not needed any more")


FOLLOWS: dict[State, frozenset[State]] = {
    State.QUEUED: frozenset({State.SENDING, State.CANCELLED}),
    State.HELD: frozenset({State.FOLDED, State.CANCELLED}),
    State.SENDING: frozenset(
        {State.QUEUED, State.SENT, State.DELIVERED, State.DOUBTFUL, State.FAILED, State.REFUSED, State.UNREACHABLE}
    ),
    State.SENT: frozenset({State.DELIVERED, State.FAILED}),
    State.DOUBTFUL: frozenset({State.QUEUED, State.SENT, State.DELIVERED, State.FAILED}),
    State.UNAFFORDABLE: frozenset({State.QUEUED, State.CANCELLED}),
}
NOT_REACHED = (State.UNREACHABLE, State.UNAFFORDABLE, State.FAILED, State.REFUSED, State.DOUBTFUL)
LEFT_THE_HOUSE = (State.SENT, State.DELIVERED)


class Reason(TextChoices):
    """Why a message did not get through."""

    NONE = "", _("—")
    VACANT = "vacant", _("Nobody holds the post")
    NO_HEAD = "no_head", _("The office has no head post")
    NO_PHONE = "no_phone", _("No telephone number is known")
    WRONG_PHONE = "wrong_phone", _("The telephone number is wrong")
    FOREIGN_PHONE = "foreign_phone", _("The telephone number is foreign")
    DEMO_PHONE = "demo_phone", _("An invented number of the demo")
    NO_EMAIL = "no_email", _("No e-mail address is known")
    WRONG_EMAIL = "wrong_email", _("The e-mail address is wrong")
    OPTED_OUT = "opted_out", _("The person does not want this channel")
    NO_BUDGET = "no_budget", _("The office has no SMS budget for this month")
    OVER_BUDGET = "over_budget", _("The SMS budget of the month is used up")
    NO_PRICE = "no_price", _("Nobody has typed the price of an SMS")
    REFUSED = "refused", _("The gateway refused it")
    STRANGE_ANSWER = "strange_answer", _("The gateway gave an answer that nobody understands")
    NO_ANSWER = "no_answer", _("The gateway did not answer in time")
    NO_CONNECTION = "no_connection", _("The gateway could not be reached")
    BUSY = "busy", _("The gateway was busy")
    WORKER_LOST = "worker_lost", _("The sending was interrupted")
    GAVE_UP = "gave_up", _("Tried too often")
    NOT_IN_TEAM = "not_in_team", _("Only the test team gets messages now")
    NO_SUBSCRIPTION = "no_subscription", _("The browser no longer takes notices")
    NOT_DELIVERED = "not_delivered", _("The network could not deliver it")
    DONE_ALREADY = "done_already", _("The duty was done before")


class DispatchState(TextChoices):
    """Where a message to many stands."""

    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled")
    SENT = "sent", _("Handed over")
    CANCELLED = "cancelled", _("Cancelled")
    STOPPED = "stopped", _("Could not be sent")


class Mode(TextChoices):
    """How far messages of a key may go."""

    LIVE = "live", _("To everyone")
    TEAM = "team", _("Only to posts of my own office")
    TEST = "test", _("To nobody: nothing leaves the house")


class InboundState(TextChoices):
    """What became of an SMS that came in."""

    ANSWERED = "answered", _("Answer noted")
    LATE = "late", _("The duty was answered or closed before")
    NOT_UNDERSTOOD = "not_understood", _("Not understood")
    UNKNOWN_NUMBER = "unknown_number", _("From an unknown number")


class MailMode(TextChoices):
    """How a person wants e-mail."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("One digest a day")


class ObligationKind(TextChoices):
    """What is to be done or attended."""

    TASK = "task", _("Task")
    DECISION = "decision", _("Decision of a meeting")
    REPORT = "report", _("Report")
    INDICATOR = "indicator", _("Indicator of a plan")
    REVIEW = "review", _("Review")
    MEETING = "meeting", _("Meeting")


class Answer(TextChoices):
    """What someone said through a link."""

    NONE = "", _("No answer")
    DONE = "done", _("Done")
    NOT_DONE = "not_done", _("Not done")


PLAN_WORDS: dict[str, str | Promise] = {
    "standard": _("Usual"), "gentle": _("Gentle"), "meeting": _("Meetings"),
    "none": _("Without reminders"),
}  # fmt: skip
STAGE_WORDS: dict[str, str | Promise] = {
    "on_day": _("On the due day"), "first": _("First reminder"),
    "second": _("Second reminder"), "third": _("Third reminder"),
    "head": _("To the head of the office"), "higher": _("To the higher office"),
    "given": _("When it was given"),
}  # fmt: skip
FAMILY_WORDS: dict[str, str | Promise] = {
    "indicator:": _("Indicators of plans"), "report:": _("Reports"), "decision_duty:": _("Decisions of meetings"),
    "meeting:": _("Meetings"), "paper_desk:": _("Papers at the desk"),
}  # fmt: skip
