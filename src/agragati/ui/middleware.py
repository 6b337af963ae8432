"""What every request passes through: language, security headers, error pages, and the rule that GET never writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import translation

from agragati.kernel.errors import AgragatiError, Conflict, NotFound, Refused

GetResponse = Callable[[HttpRequest], HttpResponseBase]
LANGUAGE_COOKIE = "agragati_language"
READING = {"GET", "HEAD", "OPTIONS"}
# Sign-in keeps state on GET (the library's own views); nothing of ours is under this prefix.
WRITES_ON_GET = ("/accounts/",)


class SecurityHeaders:
    """A strict content policy: own files only, no inline script."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.setdefault(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; object-src 'none'; "
            "base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
        )
        response.setdefault("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()")
        return response


class ChosenLanguage:
    """Bangla unless this browser chose otherwise. The browser's own wish is not asked: most are set to English."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


STATUS: dict[type[AgragatiError], int] = {NotFound: 404, Refused: 403, Conflict: 409}


def error_page(request: HttpRequest, error: AgragatiError) -> HttpResponse:
    """The page of one of the product's own errors, in the reader's language."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    return render(request, "ui/error.html", {"error": error, "status": status}, status=status)


class ErrorPages:
    """Turns the product's own errors into pages."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer an AgragatiError with its page; leave everything else to Django."""
        return error_page(request, error) if isinstance(error, AgragatiError) else None


class ReadOnlyGet:
    """A page view runs in a read-only transaction, so the database itself refuses a write on GET."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Wrap the view of a reading request; rolled back at the end, which costs nothing and undoes the mode.

        Django asks `process_exception` only about views that it calls itself, so errors are answered here.
        """
        if request.method not in READING or request.path.startswith(WRITES_ON_GET):
            return None
        try:
            with transaction.atomic():
                response = self._read(request, view, args, kwargs)
                transaction.set_rollback(True)
        except AgragatiError as error:
            return error_page(request, error)
        return response

    def _read(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        response = view(request, *args, **kwargs)
        if hasattr(response, "render") and callable(response.render):
            response.render()
        return response
