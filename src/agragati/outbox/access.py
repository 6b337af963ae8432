"""Who may send, read the log, and set terms."""

from __future__ import annotations

from agragati.org.access import Access, P
from agragati.org.models import Office


def may_send(access: Access) -> bool:
    """Whether the post may send messages for its office."""
    return access.may(P.MESSAGE_SEND)


def may_set_terms(access: Access, office: Office) -> bool:
    """Whether budgets, masking name, templates and plans of `office` may be set.

    By who manages messages there; the head or focal point of an office sets those of the own office.
    """
    own = access.office_id == office.pk and access.may(P.MESSAGE_SEND)
    return own or access.may_enter(P.MESSAGE_MANAGE, office.path, office.area_path)


def may_set_budget(access: Access, office: Office) -> bool:
    """Whether the SMS money of `office` may be set: by a manager, or from an office above; never by itself alone.

    The topmost office of a line sets its own.
    """
    if access.may_enter(P.MESSAGE_MANAGE, office.path, office.area_path):
        return True
    above = office.path.startswith(f"{access.office_path}.") if access.office_path else False
    top = access.office_id == office.pk and office.parent_id is None
    return access.may(P.MESSAGE_SEND) and (above or top)
