"""SCIM 2.0 for a directory of officials: bearer token with the right to provision."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from agragati.kernel.errors import AgragatiError, BadInput, Conflict, NotFound, Refused
from agragati.ui.access import open_to_all

from .. import actions, selectors
from ..access import ROLES, Access
from ..rules import scim
from ..selectors import is_bearer

STATUS: dict[type[AgragatiError], int] = {NotFound: 404, Refused: 403, Conflict: 409, BadInput: 400}
Answer = tuple[int, dict[str, Any] | None]


def answer(status: int, body: dict[str, Any] | None) -> HttpResponse:
    """JSON as SCIM writes it; nothing for 204."""
    content = "" if body is None else json.dumps(body, ensure_ascii=False)
    return HttpResponse(content, status=status, content_type="application/scim+json")


def scim_view(*methods: str) -> Callable[[Callable[..., Answer]], Callable[..., HttpResponse]]:
    """A SCIM operation: only by token (so no cookie and no CSRF), errors in SCIM's own shape."""

    def wrap(view: Callable[..., Answer]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def operate(request: HttpRequest, **ids: Any) -> HttpResponse:
            access: Access = request.access  # type: ignore[attr-defined]
            if not is_bearer(by=request) or access.is_anonymous:
                return answer(401, scim.error_of(401, "A token is needed."))
            try:
                return answer(*view(request, access, **ids))
            except AgragatiError as error:
                status = STATUS.get(type(error), 400)
                return answer(status, scim.error_of(status, str(error)))

        return open_to_all(csrf_exempt(require_http_methods(list(methods))(operate)))

    return wrap


def body_of(request: HttpRequest) -> dict[str, Any]:
    """The JSON object of a request; raises BadInput for anything else."""
    try:
        body = json.loads(request.body)
    except (ValueError, UnicodeDecodeError) as error:
        raise BadInput("The body is not JSON.") from error
    if not isinstance(body, dict):
        raise BadInput("The body is not a JSON object.")
    return body


def number(request: HttpRequest, name: str, otherwise: int) -> int:
    """A whole number of the address."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise


@scim_view("GET", "POST")
def users(request: HttpRequest, access: Access) -> Answer:
    """List and filter, or create."""
    if request.method == "POST":
        made = actions.add_official(by=access, official=scim.official_of(body_of(request)))
        return 201, scim.user_resource(made.pk, selectors.official(by=access, user_id=made.pk))
    start, count = number(request, "startIndex", 1), number(request, "count", scim.MOST)
    found, total = selectors.officials(by=access, text=request.GET.get("filter", ""), start=start, count=count)
    return 200, scim.list_of([scim.user_resource(pk, row) for pk, row in found], total, max(start, 1))


@scim_view("GET", "PUT", "PATCH", "DELETE")
def user(request: HttpRequest, access: Access, user_id: int) -> Answer:
    """Read, replace, patch, or switch off: nobody who did something is erased."""
    here = selectors.official(by=access, user_id=user_id)
    if request.method == "GET":
        return 200, scim.user_resource(user_id, here)
    if request.method == "DELETE":
        actions.deactivate_user(by=access, user_id=user_id)
        return 204, None
    read = scim.patched if request.method == "PATCH" else lambda before, body: scim.official_of(body, before)
    done = actions.change_official(by=access, user_id=user_id, to=read(here, body_of(request)))
    return 200, scim.user_resource(user_id, done)


@scim_view("GET")
def groups(request: HttpRequest, access: Access) -> Answer:
    """Roles as groups."""
    found = [_group(access, key) for key in ROLES]
    return 200, scim.list_of(found, len(found))


@scim_view("GET")
def group(request: HttpRequest, access: Access, group_id: str) -> Answer:
    """One role with its holders; roles are given to posts here, not by the directory."""
    return 200, _group(access, group_id)


def _group(access: Access, key: str) -> dict[str, Any]:
    members = selectors.role_members(by=access, role=key)
    return scim.group_resource(key, str(ROLES[key].title), members)
