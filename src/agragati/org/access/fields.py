"""Fields that need more than seeing the row: one visible table (model.field → permission)."""

from __future__ import annotations

from .access import Access
from .permissions import P

FIELDS: dict[str, str] = {
    "user.phone": P.PEOPLE_CONTACT,
    "user.email": P.PEOPLE_CONTACT,
    "user.nothi_id": P.PEOPLE_MANAGE,
    "user.external_id": P.PEOPLE_MANAGE,
    "user.last_login": P.PEOPLE_MANAGE,
}


def may_see_field(access: Access, name: str, path: str, area: str = "") -> bool:
    """Whether `access` may read the field `name` ("user.phone") of someone in the office at `path`.

    A field outside the table is as open as its row.
    """
    permission = FIELDS.get(name)
    return permission is None or access.may_view(permission, path, area)
