"""Deeds on offices, people and rights."""

from .areas import load_areas
from .closing import NewOffice, close_office, merge_offices, reopen_office, split_office
from .committees import Member, change_members, dissolve_committee, form_committee
from .demo import DEMO_PASSWORD, load_demo_line
from .duties import assign_duty, move_duty, remove_duty
from .groups import add_group, add_group_set, put_in_group, take_from_group
from .loading import Loaded, load_office_rows
from .national import load_national
from .offices import add_office, change_office_details, move_office, rename_office
from .postings import delegate, end_posting, hand_over, post_person, withdraw_delegation
from .posts import add_post, close_post, grant_role, revoke_role
from .provisioning import add_official, change_official
from .sections import add_section, close_section, rename_section
from .sessions import end_lock_out, switch_posting
from .sheets import check_offices, check_people, load_offices, load_people
from .tokens import make_token, note_token_use, revoke_token
from .users import add_user, change_user, deactivate_user, password_link, reactivate_user

__all__ = [
    "DEMO_PASSWORD",
    "Loaded",
    "Member",
    "NewOffice",
    "add_group",
    "add_group_set",
    "add_office",
    "add_official",
    "add_post",
    "add_section",
    "add_user",
    "assign_duty",
    "change_members",
    "change_office_details",
    "change_official",
    "change_user",
    "check_offices",
    "check_people",
    "close_office",
    "close_post",
    "close_section",
    "deactivate_user",
    "delegate",
    "dissolve_committee",
    "end_lock_out",
    "end_posting",
    "form_committee",
    "grant_role",
    "hand_over",
    "load_areas",
    "load_demo_line",
    "load_national",
    "load_office_rows",
    "load_offices",
    "load_people",
    "make_token",
    "merge_offices",
    "move_duty",
    "move_office",
    "note_token_use",
    "password_link",
    "post_person",
    "put_in_group",
    "reactivate_user",
    "remove_duty",
    "rename_office",
    "rename_section",
    "reopen_office",
    "revoke_role",
    "revoke_token",
    "split_office",
    "switch_posting",
    "take_from_group",
    "withdraw_delegation",
]
