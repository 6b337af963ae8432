"""Offices, areas, people, posts and rights as the database keeps them."""

from .committees import Committee, CommitteeMember
from .offices import Area, GroupSet, Office, OfficeGroup, OfficeSpell, Section
from .people import ApiToken, Delegation, Duty, Post, Posting, RoleGrant, User

__all__ = [
    "ApiToken",
    "Area",
    "Committee",
    "CommitteeMember",
    "Delegation",
    "Duty",
    "GroupSet",
    "Office",
    "OfficeGroup",
    "OfficeSpell",
    "Post",
    "Posting",
    "RoleGrant",
    "Section",
    "User",
]
