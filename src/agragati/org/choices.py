"""Fixed lists of the office world."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OfficeKind(TextChoices):
    """The levels of the state, by their official names."""

    MINISTRY = "ministry", _("Ministry/Division")
    DEPARTMENT = "department", _("Department/Agency")
    DIVISIONAL = "divisional", _("Divisional office")
    DISTRICT = "district", _("District office")
    UPAZILA = "upazila", _("Upazila office")
    UNION = "union", _("Union office")
    OTHER = "other", _("Other office")


class AreaLevel(TextChoices):
    """Administrative geography."""

    COUNTRY = "country", _("Country")
    DIVISION = "division", _("Division")
    DISTRICT = "district", _("District")
    UPAZILA = "upazila", _("Upazila")
    CITY = "city_corporation", _("City corporation")


class PostingKind(TextChoices):
    """How a person holds a post."""

    REGULAR = "regular", _("Regular")
    CURRENT = "current", _("Current charge")
    ADDITIONAL = "additional", _("Additional charge")


class CommitteeRole(TextChoices):
    """Roles inside a committee, as office orders name them."""

    CHAIR = "chair", _("Chair")
    CONVENER = "convener", _("Convener")
    MEMBER = "member", _("Member")
    MEMBER_SECRETARY = "member_secretary", _("Member-secretary")
    FOCAL = "focal", _("Focal point")


class DutyKind(TextChoices):
    """What a post is responsible for in one activity or report."""

    FOCAL = "focal", _("Focal point")
    MAKER = "maker", _("Maker")
    CHECKER = "checker", _("Checker")
    FINAL_CHECKER = "final_checker", _("Final checker")
    APPROVER = "approver", _("Approver")


class DutyTopic(TextChoices):
    """Things of every office that a post may answer for."""

    PLAN = "activity:innovation_plan", _("The office's innovation plan as a whole")
    QUARTER = "report:quarterly_progress", _("Quarterly progress report")


class OfficeChange(TextChoices):
    """Why a spell of the tree began."""

    ADDED = "added", _("Added")
    RENAMED = "renamed", _("Renamed")
    MOVED = "moved", _("Moved")
    CLOSED = "closed", _("Closed")
    MERGED = "merged", _("Merged")
    SPLIT = "split", _("Split")
    REOPENED = "reopened", _("Opened again")
