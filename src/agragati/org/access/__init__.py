"""Who may do what: permissions, roles, and one person's access at this moment."""

from .access import Access, anonymous, system
from .permissions import P
from .request import OfficeRequest
from .roles import ROLES, Reach, Role

__all__ = ["ROLES", "Access", "OfficeRequest", "P", "Reach", "Role", "anonymous", "system"]
