"""Who is asking: built once per request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject

from .actions import note_token_use
from .selectors import access_of_request, is_bearer

if TYPE_CHECKING:
    from .access import Access

# The sign-in pages, and the API with its own 401.
ANSWER_FOR_THEMSELVES = ("/accounts/", "/api/")

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class AccessMiddleware:
    """`request.access`: the signed-in person in the posting chosen for this session."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_bearer(by=request):
            access = access_of_request(by=request)
            note_token_use(by=access)  # here, for a reading view may not write
            request.access = access  # type: ignore[attr-defined]
        else:
            request.access = SimpleLazyObject(lambda: access_of_request(by=request))  # type: ignore[attr-defined]
        return self.get_response(request)


class SignInByDefault:
    """Every page asks for a sign-in unless its view is marked open to all with `ui.access.open_to_all`."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Send a visitor to the sign-in page, and back again afterwards."""
        access: Access = request.access  # type: ignore[attr-defined]
        if (
            not access.is_anonymous
            or getattr(view, "open_to_all", False)
            or request.path.startswith(ANSWER_FOR_THEMSELVES)
        ):
            return None
        return redirect_to_login(request.get_full_path())
