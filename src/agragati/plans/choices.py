"""Fixed lists of plans and progress."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EditionStatus(TextChoices):
    """Where a framework edition stands."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Stage(TextChoices):
    """Where a plan stands in its year."""

    DRAFT = "draft", _("Draft")
    DISCUSSED = "discussed", _("Discussed")
    SIGNED = "signed", _("Signed")
    IN_FORCE = "in_force", _("In force")
    AMENDING = "amending", _("Amendment open")
    HALF_YEAR = "half_year", _("Half-year feedback given")
    CLOSED = "closed", pgettext_lazy("plan", "Closed")
    PUBLISHED = "published", _("Published")


class Standing(TextChoices):
    """What an event says about the work."""

    DONE = "done", _("Done")
    ONGOING = "ongoing", _("Still under way")
    UNSTATED = "unstated", _("Reported without a figure")


class Source(TextChoices):
    """Where an event came from."""

    TYPED = "typed", _("Typed in")
    IMPORTED = "imported", _("Imported")
    MEETING = "meeting", _("A meeting")
    LETTER = "letter", _("A letter")
    EVENT = "event", _("A workshop or training")
    EFILE = "efile", _("e-file statistics")
    PORTAL = "portal", _("Portal check")
    SERVICE = "service", _("Service register")
    DECISION = "decision", _("Decisions of meetings")


class EvidenceKind(TextChoices):
    """Kinds of proof that indicators ask for (keys as in the framework files)."""

    OFFICE_ORDER = "office_order", _("Office order")
    PROCESS_MAP = "process_map", _("Process map")
    TCV = "tcv", _("Time-cost-visit analysis")
    DATABASE_SCREENSHOT = "database_screenshot", _("Screenshot of the database")
    SCREENSHOT = "screenshot", _("Screenshot")
    CERTIFICATE = "certificate", pgettext_lazy("evidence", "Certificate")
    SERVICE_LINK = "service_link", _("Link of the service")
    NOTICE = "notice", pgettext_lazy("evidence", "Notice")
    ATTENDANCE_SHEET = "attendance_sheet", pgettext_lazy("evidence", "Attendance sheet")
    PHOTOGRAPH = "photograph", _("Photograph")
    TRAINING_RECORD = "training_record", _("Training record")
    SECTION_STATEMENT = "section_statement", _("Section-wise statement")
    EFILE_REPORT = "efile_report", _("e-file system report")
    COORDINATION_MINUTES = "coordination_minutes", _("Coordination meeting minutes")
    MINUTES = "minutes", _("Meeting minutes")
    PORTAL_REPORT = "portal_report", _("Portal report")
    REPORT = "report", _("Report")
    ACTION_PLAN = "action_plan", _("Action plan document")
    APPROVED_LIST = "approved_list", _("Approved list")
    EXPENDITURE_STATEMENT = "expenditure_statement", _("Statement of allocation and expenditure")
    OTHER = "other", _("Other")


class ClaimState(TextChoices):
    """Where one indicator of one quarter stands (the table: `rules.review_states`)."""

    CLAIMED = "claimed", _("Waits for review")
    RETURNED = "returned", _("Returned with feedback")
    ACCEPTED = "accepted", _("Accepted")
    PARTLY = "partly", _("Accepted in part")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")
    AWARDED = "awarded", _("Awarded")
    APPEALED = "appealed", _("Under appeal")
    SETTLED = "settled", _("Appeal decided")


class QuarterState(TextChoices):
    """Where one quarter of one plan stands."""

    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned with feedback")
    VERIFIED = "verified", _("Verified")
    ACCEPTED = "accepted", _("Accepted")
    AWARDED = "awarded", _("Awarded")


class NumberKind(TextChoices):
    """The three numbers that are never overwritten."""

    CLAIMED = "claimed", _("Claimed")
    VERIFIED = "verified", _("Verified")
    AWARDED = "awarded", _("Awarded")


class AppealState(TextChoices):
    """Where an appeal stands."""

    FILED = "filed", _("Filed")
    UPHELD = "upheld", _("Upheld")
    REFUSED = "refused", _("Refused")


class AmendmentState(TextChoices):
    """Where a proposed amendment stands."""

    PROPOSED = "proposed", _("Proposed")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class DependencyState(TextChoices):
    """Where a thing asked of another office stands."""

    OPEN = "open", _("Waits for an answer")
    MET = "met", pgettext_lazy("dependency", "Delivered")
    DROPPED = "dropped", _("No longer needed")


class RemainingWeight(TextChoices):
    """What becomes of the weight of an indicator that is not applicable."""

    KEEP = "keep", _("It stays unearned")
    REDISTRIBUTE = "redistribute", _("It is shared over the other indicators")


class Draw(TextChoices):
    """How a sample is drawn."""

    RANDOM = "random", _("Every claim the same chance")
    RISK = "risk", _("Riskier claims more often")


class Finding(TextChoices):
    """What a sampled check in the field found."""

    PENDING = "pending", _("Not yet checked")
    CONFIRMED = "confirmed", pgettext_lazy("sample", "Confirmed")
    DIFFERS = "differs", _("Differs from the claim")


class Severity(TextChoices):
    """How grave a finding is."""

    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    LOW = "low", _("Low")


class DoubtState(TextChoices):
    """Where a finding stands."""

    OPEN = "open", _("Waits for an answer")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Settled")
