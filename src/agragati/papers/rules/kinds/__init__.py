"""One constructor for each kind of paper: plain values in, a `Paper` out."""

from agragati.papers.rules.kinds.frame import Frame
from agragati.papers.rules.kinds.letters import WRITTEN_FORMS, letter, meeting_notice, written_form
from agragati.papers.rules.kinds.minutes import Decision, Meeting, Present, minutes
from agragati.papers.rules.kinds.orders import Member, certificate, office_order, services_certificate
from agragati.papers.rules.kinds.progress_report import (
    FIVE_LEVELS,
    THREE_LEVELS,
    Level,
    Progress,
    ProgressArea,
    progress_report,
)
from agragati.papers.rules.kinds.sheets import (
    Attendee,
    SectionNotes,
    attendance_sheet,
    efile_statement,
)

__all__ = [
    "FIVE_LEVELS",
    "THREE_LEVELS",
    "WRITTEN_FORMS",
    "Attendee",
    "Decision",
    "Frame",
    "Level",
    "Meeting",
    "Member",
    "Present",
    "Progress",
    "ProgressArea",
    "SectionNotes",
    "attendance_sheet",
    "certificate",
    "efile_statement",
    "letter",
    "meeting_notice",
    "minutes",
    "office_order",
    "progress_report",
    "services_certificate",
    "written_form",
]
