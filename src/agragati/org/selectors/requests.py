"""From a request, by session or by token, to the Access that everything else asks."""

from __future__ import annotations

from django.http import HttpRequest

from ..access import Access
from .sign_on import access_of_session
from .tokens import access_of_token, is_bearer


def access_of_request(*, by: HttpRequest) -> Access:
    """A token speaks for itself; else the posting chosen in the session."""
    return access_of_token(by=by) if is_bearer(by=by) else access_of_session(by=by)
