"""Pages of the shell itself: the switches, the gallery, and refusals that come from below our own errors."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from .access import open_to_all
from .gallery import question, samples
from .middleware import LANGUAGE_COOKIE

THEME_COOKIE = "agragati_theme"
THEMES = ("auto", "light", "dark")
_YEAR = 365 * 86400


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere."""
    return render(request, "ui/csrf.html", {"reason": reason}, status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that could not be read at all; too large is said as such (413)."""
    large = isinstance(exception, RequestDataTooBig | TooManyFilesSent | TooManyFieldsSent)
    status = 413 if large else 400
    return render(request, "ui/error.html", {"status": status}, status=status)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django itself refused."""
    return render(request, "ui/error.html", {"status": 403}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such address."""
    return render(request, "ui/error.html", {"status": 404}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours. Rendered without the request: whatever broke may break the frame, too."""
    return HttpResponse(render_to_string("ui/error.html", {"status": 500}), status=500)


def _back(request: HttpRequest) -> HttpResponseRedirect:
    """Back to the page the switch was on; never to another site."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(wanted if safe else "/")


@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in this browser for a year."""
    response = _back(request)
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(LANGUAGE_COOKIE, chosen, max_age=_YEAR, samesite="Lax", secure=request.is_secure())
    return response


@open_to_all
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in this browser for a year; "auto" follows the device."""
    response = _back(request)
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        response.set_cookie(THEME_COOKIE, chosen, max_age=_YEAR, samesite="Lax", secure=request.is_secure())
    return response


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component once, for those who build and check pages."""
    return render(request, "ui/gallery.html", samples(request.GET.get("sort", "")))


@require_safe
def gallery_confirm(request: HttpRequest) -> HttpResponse:
    """The page that asks before a deed, with a deed that does nothing."""
    return render(request, "ui/confirm.html", question())
