"""Deeds on people: make, change, switch off and on, a link to set the password."""

from __future__ import annotations

import re

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.usersessions.models import UserSession
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from agragati.audit.actions import record
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.text import normalise

from ..access import Access, P
from ..models import User
from ..rules.names import words_key
from ..selectors.people import require_over_person, user
from .places import clean_name


def _require_people(by: Access) -> None:
    if not (by.may(P.PEOPLE_MANAGE) or by.may(P.PROVISION)):
        raise Refused("You may not do this from your present post.", permission=P.PEOPLE_MANAGE)


@transaction.atomic
def add_user(
    *, by: Access, username: str, name_bn: str, name_en: str = "", email: str = "", phone: str = "",
    nothi_id: str = "", external_id: str = "", is_demo: bool = False,
) -> User:  # fmt: skip
    """Make a person who can sign in once the password is set (`password_link`) or by the directory.

    Raises BadInput naming the field for a user name, e-mail or directory id that is malformed or in use.
    """
    _require_people(by)
    facts = _checked(name_bn, name_en, email, phone, nothi_id, external_id)
    name = normalise(username)
    _require_username(name)
    _require_unused(facts, but=None)
    made = User(username=name, is_demo=is_demo, **facts)
    made.search_key = words_key(made.name_bn, made.name_en, name)
    made.set_unusable_password()
    made.save()
    record(by=by, deed="org.add_user", about=f"person:{made.pk}", label=made.name_bn, values={"username": name})
    return made


@transaction.atomic
def change_user(
    *, by: Access, user_id: int, name_bn: str, name_en: str = "", email: str = "", phone: str = "",
    nothi_id: str = "", external_id: str | None = None,
) -> User:  # fmt: skip
    """Correct what is known about a person; nobody changes the e-mail of someone they may not manage."""
    here = user(by=by, user_id=user_id)
    require_over_person(by=by, person=here)
    given = here.external_id if external_id is None else external_id
    facts = _checked(name_bn, name_en, email, phone, nothi_id, given)
    _require_unused(facts, but=here.pk)
    changed = sorted(field for field, value in facts.items() if getattr(here, field) != value)
    key = words_key(facts["name_bn"], facts["name_en"], here.username)
    User.objects.filter(pk=here.pk).update(**facts, search_key=key)
    if changed:
        # Names of the fields only: the log outlives the person's contact data.
        record(by=by, deed="org.change_user", about=f"person:{here.pk}", label=here.name_bn,
               values={"changed": changed})  # fmt: skip
    return user(by=by, user_id=user_id)


def _checked(name_bn: str, name_en: str, email: str, phone: str, nothi_id: str, external_id: str) -> dict[str, str]:
    facts = {
        "name_bn": clean_name(name_bn, field="name_bn")[:150], "name_en": normalise(name_en)[:150],
        "email": email.strip().lower(), "phone": re.sub(r"[ -]", "", to_latin(phone)),
        "nothi_id": to_latin(nothi_id).strip(), "external_id": external_id.strip(),
    }  # fmt: skip
    if facts["email"]:
        try:
            validate_email(facts["email"])
        except ValidationError as error:
            raise BadInput("This is not an e-mail address.", field="email") from error
    if facts["phone"] and not re.fullmatch(r"\+?[0-9]{6,15}", facts["phone"]):
        raise BadInput("A telephone number has 6 to 15 digits.", field="phone")
    if facts["nothi_id"] and not re.fullmatch(r"[0-9]{12}", facts["nothi_id"]):
        raise BadInput("The e-Nothi number has 12 digits.", field="nothi_id")
    return facts


def _require_username(name: str) -> None:
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError as error:
        raise BadInput("A user name has letters, digits and @ . + - _ only.", field="username") from error
    if not name or len(name) > 150:
        raise BadInput("Write a user name of at most 150 letters.", field="username")
    if User.objects.filter(username__iexact=name).exists():
        raise BadInput("This user name is in use.", field="username")


def _require_unused(facts: dict[str, str], but: int | None) -> None:
    others = User.objects.exclude(pk=but or 0)
    if facts["email"] and others.filter(email__iexact=facts["email"]).exists():
        raise BadInput("This e-mail belongs to someone else.", field="email")
    if facts["external_id"] and others.filter(external_id=facts["external_id"]).exists():
        raise BadInput("This directory id belongs to someone else.", field="external_id")


@transaction.atomic
def deactivate_user(*, by: Access, user_id: int) -> User:
    """Switch a person off: every session ends, tokens and delegations stop working; history stays. Twice is once."""
    here = user(by=by, user_id=user_id)
    if here.pk == by.user_id:
        raise Refused("Nobody switches themselves off.")
    require_over_person(by=by, person=here)
    if here.is_active:
        User.objects.filter(pk=here.pk).update(is_active=False)
        _end_sessions(here)
        record(by=by, deed="org.deactivate_user", about=f"person:{here.pk}", label=here.name_bn)
    return user(by=by, user_id=user_id)


def _end_sessions(person: User) -> None:
    for session in UserSession.objects.filter(user=person):
        session.end()


@transaction.atomic
def reactivate_user(*, by: Access, user_id: int) -> User:
    """Switch a person on again. Twice is once."""
    here = user(by=by, user_id=user_id)
    require_over_person(by=by, person=here)
    if not here.is_active:
        User.objects.filter(pk=here.pk).update(is_active=True)
        record(by=by, deed="org.reactivate_user", about=f"person:{here.pk}", label=here.name_bn)
    return user(by=by, user_id=user_id)


@transaction.atomic
def password_link(*, by: Access, user_id: int) -> str:
    """A one-time address under which the person sets the password; for handing over in person or by message.

    Refused for oneself and for anyone whose posts `by` may not manage: it opens the account.
    """
    here = user(by=by, user_id=user_id)
    if here.pk == by.user_id:
        raise Refused("Change your own password on your account page.")
    require_over_person(by=by, person=here)
    record(by=by, deed="org.make_password_link", about=f"person:{here.pk}", label=here.name_bn)
    key = default_token_generator.make_token(here)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(here), "key": key})
