"""The API: one description, one way to sign in, one shape of errors."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from agragati.kernel.errors import AgragatiError, BadInput, Conflict, NotFound, Refused, Stale
from agragati.org.access import Access
from agragati.org.api import router as org
from agragati.outbox.api import router as messages
from agragati.plans.api import router as plans
from agragati.ui.renderers import said

STATUS: dict[type[AgragatiError], int] = {NotFound: 404, Refused: 403, Stale: 412, Conflict: 409, BadInput: 422}


class Token(HttpBearer):
    """A personal access token; the middleware has already turned it into an Access."""

    def authenticate(self, request: HttpRequest, token: str) -> Access | None:
        """The Access of the token, or None for an unknown, expired or revoked one."""
        access: Access = request.access  # type: ignore[attr-defined]
        return None if access.is_anonymous else access


api = NinjaAPI(
    title="Agragati",
    version="1",
    description=(
        "Offices, plans and progress, as far as the token's posting may see. Make a token under your own account. "
        "Every POST and PUT needs an `Idempotency-Key`: sent twice, it is done once. What changes a thing "
        "that was read needs its ETag as `If-Match`; when someone else was quicker, the answer is 412 or 409 with both "
        "values."
    ),
    auth=Token(),
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", org)
api.add_router("", plans)
api.add_router("", messages)


@api.exception_handler(AgragatiError)
def refuse(request: HttpRequest, error: AgragatiError) -> HttpResponse:
    """The product's own errors, in the reader's language, with the field at fault."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    both = {name: str(error.params[name]) for name in ("theirs", "yours") if name in error.params}
    return api.create_response(request, {"detail": said(error), "field": error.field, **both}, status=status)


@api.exception_handler(AuthenticationError)
def who(request: HttpRequest, error: Any) -> HttpResponse:
    """No token, or not a good one."""
    answer = api.create_response(request, {"detail": "token", "field": "Authorization"}, status=401)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(ValidationError)
def shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The first thing that does not fit the description."""
    first = error.errors[0] if error.errors else {"msg": "", "loc": ()}
    field = ".".join(str(part) for part in first["loc"])
    return api.create_response(request, {"detail": str(first["msg"]), "field": field}, status=422)


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """A body that cannot be read at all."""
    return api.create_response(request, {"detail": error.message, "field": "body"}, status=error.status_code)
