"""What a directory may ask: users by page and filter, and roles as groups."""

from __future__ import annotations

from django.utils import timezone

from agragati.kernel.errors import NotFound

from ..access import ROLES, Access, P
from ..models import Posting, User
from ..rules.scim import MOST, Official, wanted_by


def official(*, by: Access, user_id: int) -> Official:
    """One person as the directory sees them; raises NotFound."""
    by.require(P.PROVISION)
    found = User.objects.filter(pk=user_id).first()
    if found is None:
        raise NotFound("There is no such user.")
    return _as_official(found)


def officials(*, by: Access, text: str, start: int, count: int) -> tuple[list[tuple[int, Official]], int]:
    """People of the filter `text` from the `start`th on (1 = first), at most `count`, and how many there are."""
    by.require(P.PROVISION)
    attribute, value = wanted_by(text)
    rows = User.objects.order_by("pk")
    if attribute == "username":
        rows = rows.filter(username__iexact=value)
    elif attribute == "externalid":
        rows = rows.filter(external_id=value)
    first = max(start, 1) - 1
    page = rows[first : first + max(0, min(count, MOST))]
    return [(row.pk, _as_official(row)) for row in page], rows.count()


def _as_official(row: User) -> Official:
    return Official(row.username, row.name_bn, row.name_en, row.email, row.external_id, row.is_active)


def role_members(*, by: Access, role: str, limit: int = MOST) -> list[tuple[int, str]]:
    """People who hold a role today; raises NotFound for an unknown role."""
    by.require(P.PROVISION)
    if role not in ROLES:
        raise NotFound("There is no such role.")
    held = Posting.objects.held_on(timezone.localdate()).filter(post__roles__role=role).select_related("user")
    return [(row.user_id, str(row.user)) for row in held.order_by("user_id").distinct()[:limit]]
