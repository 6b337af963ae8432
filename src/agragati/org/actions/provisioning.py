"""Deeds of a directory of officials."""

from __future__ import annotations

from django.db import transaction

from agragati.kernel.errors import BadInput, Conflict

from ..access import Access, P
from ..models import User
from ..rules.scim import Official
from ..selectors.provisioning import official
from .users import add_user, change_user, deactivate_user, reactivate_user


@transaction.atomic
def add_official(*, by: Access, official: Official) -> User:
    """Make a user from the directory's words; raises Conflict when the user name exists, BadInput for bad facts."""
    by.require(P.PROVISION)
    if User.objects.filter(username__iexact=official.username).exists():
        raise Conflict("This user name is in use.")
    if not official.username:
        raise BadInput("Write a user name of at most 150 letters.", field="userName")
    made = add_user(by=by, username=official.username, name_bn=official.name_bn or official.username,
                    name_en=official.name_en, email=official.email, external_id=official.external_id)  # fmt: skip
    return made if official.active else deactivate_user(by=by, user_id=made.pk)


@transaction.atomic
def change_official(*, by: Access, user_id: int, to: Official) -> Official:
    """Make a user as the directory now states them; the user name stays. Same again: nothing happens."""
    by.require(P.PROVISION)
    before = official(by=by, user_id=user_id)
    facts = (to.name_bn, to.name_en, to.email, to.external_id)
    if facts != (before.name_bn, before.name_en, before.email, before.external_id):
        here = User.objects.get(pk=user_id)
        change_user(by=by, user_id=user_id, name_bn=to.name_bn, name_en=to.name_en, email=to.email, phone=here.phone,
                    nothi_id=here.nothi_id, external_id=to.external_id)  # fmt: skip
    if to.active != before.active:
        (reactivate_user if to.active else deactivate_user)(by=by, user_id=user_id)
    return official(by=by, user_id=user_id)
