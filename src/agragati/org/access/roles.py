"""Every role, in one file: what it may do, and how far it enters, sees and searches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..scope import Scope
from .permissions import P


class Reach(StrEnum):
    """How far from the post's own office."""

    NONE = "none"
    OWN = "own"
    CHILDREN = "children"  # own office and the next level below
    BELOW = "below"  # own office and everything under it
    AREA = "area"  # below, and every office lying in the same geographic area (coordination)
    ALL = "all"

    def within(self, other: Reach) -> bool:
        """Whether everything reached so is also reached by `other`, from the same office."""
        return other in _WIDER[self]


_WIDER: dict[Reach, set[Reach]] = {
    Reach.NONE: set(Reach),
    Reach.OWN: set(Reach) - {Reach.NONE},
    Reach.CHILDREN: {Reach.CHILDREN, Reach.BELOW, Reach.AREA, Reach.ALL},
    Reach.BELOW: {Reach.BELOW, Reach.AREA, Reach.ALL},
    Reach.AREA: {Reach.AREA, Reach.ALL},
    Reach.ALL: {Reach.ALL},
}


@dataclass(frozen=True)
class Role:
    """A named bundle. `enter` ⊆ `view` ⊆ `search` is checked by a test.

    `hands_out`: roles that its holder may give to posts without having their permissions.
    """

    key: str
    title: str | Promise
    permissions: frozenset[str]
    enter: Reach = Reach.OWN
    view: Reach = Reach.OWN
    search: Reach = Reach.OWN
    hands_out: frozenset[str] = frozenset()


_DESK_ROLES = frozenset(
    {"viewer", "clerk", "focal", "head", "reviewer", "next_level_reviewer", "line_editor", "next_level_editor"}
)
_SEE = {
    P.OFFICE_VIEW,
    P.PEOPLE_VIEW,
    P.PLAN_VIEW,
    P.PLAN_PRINT,
    P.MEETING_VIEW,
    P.PAPER_VIEW,
    P.MESSAGE_VIEW,
    P.TOKEN_OWN,
}
_WORK = _SEE | {
    P.PROGRESS_ENTER, P.DECISION_UPDATE, P.PAPER_DRAFT, P.PLAN_EXPORT, P.MEETING_RUN, P.PEOPLE_CONTACT,
}  # fmt: skip
_ENTER = frozenset(_SEE | {P.PROGRESS_ENTER, P.PLAN_EXPORT, P.PEOPLE_CONTACT})
_LEAD = _WORK | {
    P.PLAN_EDIT, P.PLAN_SUBMIT, P.PROGRESS_SUBMIT, P.PROGRESS_CANCEL, P.COMMITTEE_MANAGE, P.DUTY_ASSIGN, P.PAPER_ISSUE,
    P.MESSAGE_SEND,
}  # fmt: skip
_HEAD = _LEAD | {P.DELEGATE, P.PAPER_SIGN, P.MEETING_SIGN, P.PLAN_APPROVE}

ROLES: dict[str, Role] = {
    role.key: role
    for role in [
        Role("viewer", _("Reader"), frozenset(_SEE), Reach.NONE, Reach.OWN, Reach.OWN),
        Role("clerk", _("Desk officer"), frozenset(_WORK)),
        Role("focal", _("Focal point"), frozenset(_LEAD), Reach.OWN, Reach.BELOW, Reach.BELOW),
        Role("head", _("Head of office"), frozenset(_HEAD), Reach.OWN, Reach.BELOW, Reach.BELOW),
        Role(
            "reviewer",
            _("Reviewer of subordinate offices"),
            frozenset(_SEE | {P.PROGRESS_REVIEW, P.PLAN_APPROVE, P.PLAN_EXPORT, P.PEOPLE_CONTACT, P.MESSAGE_SEND}),
            Reach.BELOW,
            Reach.BELOW,
            Reach.BELOW,
        ),
        Role(
            "next_level_reviewer",
            _("Reviewer of the next level only"),
            frozenset(_SEE | {P.PROGRESS_REVIEW, P.PLAN_APPROVE, P.PLAN_EXPORT, P.PEOPLE_CONTACT}),
            Reach.CHILDREN,
            Reach.CHILDREN,
            Reach.CHILDREN,
        ),
        # Instead of a password that offices share: the higher office's officer enters for them in the own name. Who
        # entered a figure never reviews it (plans asks who entered), so these roles do not carry the review.
        Role("line_editor", _("Data entry for all offices below"), _ENTER, Reach.BELOW, Reach.BELOW, Reach.BELOW),
        Role(
            "next_level_editor",
            _("Data entry for the next level only"),
            _ENTER,
            Reach.CHILDREN,
            Reach.CHILDREN,
            Reach.CHILDREN,
        ),
        Role(
            "coordinator",
            _("Coordinator of an area"),
            frozenset(_SEE | {P.PEOPLE_CONTACT, P.MESSAGE_SEND, P.MEETING_RUN}),
            Reach.OWN,
            Reach.AREA,
            Reach.AREA,
        ),
        Role(
            "office_admin",
            _("Office administrator"),
            frozenset(
                _SEE
                | {
                    P.OFFICE_MANAGE,
                    P.PEOPLE_MANAGE,
                    P.PEOPLE_CONTACT,
                    P.COMMITTEE_MANAGE,
                    P.DUTY_ASSIGN,
                    P.ROLE_GRANT,
                    P.AUDIT_VIEW,
                }
            ),
            Reach.BELOW,
            Reach.BELOW,
            Reach.BELOW,
            _DESK_ROLES,
        ),
        Role(
            "system_admin",
            _("System administrator"),
            frozenset(
                _SEE
                | {
                    P.OFFICE_MANAGE,
                    P.PEOPLE_MANAGE,
                    P.PEOPLE_CONTACT,
                    P.COMMITTEE_MANAGE,
                    P.DUTY_ASSIGN,
                    P.ROLE_GRANT,
                    P.AUDIT_VIEW,
                }
                | {P.PROVISION, P.FRAMEWORK_MANAGE, P.MESSAGE_MANAGE, P.MESSAGE_SEND}
            ),
            Reach.ALL,
            Reach.ALL,
            Reach.ALL,
            _DESK_ROLES | {"coordinator", "office_admin", "system_admin"},
        ),
    ]
}


def reach_of(reach: Reach, path: str, area: str = "") -> Scope:
    """The scope of one reach from the office at `path`, lying in `area`."""
    if reach is Reach.ALL:
        return Scope(everything=True)
    return Scope(
        subtrees=(path,) if reach in {Reach.BELOW, Reach.AREA} else (),
        offices=() if reach is Reach.NONE else (path,),
        children_of=(path,) if reach is Reach.CHILDREN else (),
        areas=(area,) if reach is Reach.AREA and area else (),
    )
