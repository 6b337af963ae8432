"""Who may give which role."""

from __future__ import annotations

from .access import Access
from .roles import ROLES, Role


def may_hand_out(access: Access, role: Role) -> bool:
    """Whether `access` may give `role` to a post at all (the office's reach is asked separately).

    Either a role held hands it out by name (`Role.hands_out`: an administrator gives desk roles without being a
    desk officer), or every permission of it is held by one role that reaches at least as far.
    """
    if access.is_system:
        return True
    held = [ROLES[grant.role] for grant in access.grants if grant.role in ROLES]
    return any(role.key in own.hands_out or _covers(own, role) for own in held)


def _covers(own: Role, other: Role) -> bool:
    return (
        other.permissions <= own.permissions
        and other.enter.within(own.enter)
        and other.view.within(own.view)
        and other.search.within(own.search)
    )
