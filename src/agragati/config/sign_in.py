"""Rules of the sign-in library for this product."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


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
