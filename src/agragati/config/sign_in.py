"""Rules of the sign-in library for this product."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from agragati.org.access import system
from agragati.org.selectors import person_of_directory


class StaffOnlyAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators, never by visitors."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs themselves up."""
        return False


class KnownPeopleOnly(DefaultSocialAccountAdapter):
    """The directory may sign in only those who already have a user here."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """No user is made from a directory's word alone."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Tie the directory's account to the user with its id, or with its e-mail when the directory verified that.

        An unverified e-mail ties nobody: else whoever may write an e-mail into the directory could enter as anyone.
        """
        if sociallogin.is_existing:
            return
        mails = [address.email for address in sociallogin.email_addresses if address.verified]
        known = person_of_directory(
            by=system("directory"), external_id=str(sociallogin.account.uid), email=mails[0] if mails else ""
        )
        if known is not None:
            sociallogin.connect(request, known)


def name_tried(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str | None:
    """What was typed as user name or e-mail, in one form: failed tries count per name, not per office network."""
    given = credentials or {}
    typed = given.get("username") or given.get("email")
    if not typed and request is not None:
        typed = request.POST.get("login")
    return str(typed).strip().lower() if typed else None
