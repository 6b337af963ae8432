"""Rules of the sign-in library for this product."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from agragati.kernel.digits import to_latin
from agragati.org.access import system
from agragati.org.selectors import person_of_directory
from agragati.ui.renderers import digits


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


class LongEnough(MinimumLengthValidator):
    """A password of a minimum length, told in the reader's digits."""

    def get_error_message(self) -> str:
        """Why a password is refused."""
        return digits(super().get_error_message())

    def get_help_text(self) -> str:
        """What is asked."""
        return digits(super().get_help_text())


class CountedCode(BaseAuthenticateForm):
    """A code of the second step, in either digit set. Wrong ones count like wrong passwords, so that nobody who knows
    a password may try all codes; the same lock-out answers."""

    def clean_code(self) -> str:
        """The code, when it is right. Raises ValidationError otherwise; locked out, no code is right any more."""
        tried = {"username": self.user.get_username()}
        self.cleaned_data["code"] = to_latin(self.cleaned_data["code"]).replace(" ", "")
        try:
            if AxesProxyHandler.is_allowed(context.request, tried):
                return str(super().clean_code())
        except ValidationError:
            user_login_failed.send(sender=__name__, credentials=tried, request=context.request)
            raise
        user_login_failed.send(sender=__name__, credentials=tried, request=context.request)
        raise ValidationError("", code="locked")


class SecondStep(CountedCode, AuthenticateForm):
    """Signing in with a code."""


class SecondStepAgain(CountedCode, ReauthenticateForm):
    """Showing once more who one is, with a code."""


class NewApp(ActivateTOTPForm):
    """The first code of an app on the telephone, in either digit set."""

    def clean_code(self) -> str:
        """The code. Raises ValidationError when it is not the one of this moment."""
        self.cleaned_data["code"] = to_latin(self.cleaned_data["code"]).replace(" ", "")
        return str(super().clean_code())


def name_tried(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str | None:
    """What was typed as user name or e-mail, in one form: failed tries count per name, not per office network."""
    given = credentials or {}
    typed = given.get("username") or given.get("email")
    if not typed and request is not None:
        typed = request.POST.get("login")
    return str(typed).strip().lower() if typed else None
