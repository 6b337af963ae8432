"""Who may do what: permissions, roles, and one person's access at this moment."""

from .access import Access, Grant, anonymous, system
from .fields import FIELDS, may_see_field
from .granting import may_hand_out
from .permissions import PERMISSION_WORDS, P
from .request import OfficeRequest
from .roles import ROLES, Reach, Role, reach_of

__all__ = [
    "FIELDS",
    "PERMISSION_WORDS",
    "ROLES",
    "Access",
    "Grant",
    "OfficeRequest",
    "P",
    "Reach",
    "Role",
    "anonymous",
    "may_hand_out",
    "may_see_field",
    "reach_of",
    "system",
]
