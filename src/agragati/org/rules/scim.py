"""SCIM 2.0 (RFC 7643, RFC 7644): the plain shapes of users and groups, filters and patches."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from agragati.kernel.errors import BadInput

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"
MOST = 200
_FILTER = re.compile(r'\s*(userName|externalId)\s+eq\s+"((?:[^"\\]|\\.)*)"\s*', re.IGNORECASE)


@dataclass(frozen=True)
class Official:
    """A person as the directory states them."""

    username: str
    name_bn: str
    name_en: str = ""
    email: str = ""
    external_id: str = ""
    active: bool = True


def wanted_by(text: str) -> tuple[str, str]:
    """Attribute ("username", "externalid" or "") and value of a filter; raises BadInput for any other filter."""
    if not text.strip():
        return "", ""
    found = _FILTER.fullmatch(text)
    if not found:
        raise BadInput("Only the filters userName eq and externalId eq are known.", field="filter")
    return found[1].lower(), re.sub(r"\\(.)", r"\1", found[2])


def official_of(body: Mapping[str, Any], before: Official | None = None) -> Official:
    """Read a whole user resource; what it leaves out keeps its value `before`. Raises BadInput for a wrong shape."""
    base = before or Official("", "")
    name = body.get("name") or {}
    if not isinstance(name, Mapping):
        raise BadInput("name is not an object.", field="name")
    written = name.get("formatted") or " ".join(str(name[k]) for k in ("givenName", "familyName") if name.get(k))
    shown = str(body.get("displayName") or written or base.name_bn)
    return replace(
        base,
        username=str(body.get("userName") or base.username),
        name_bn=shown,
        name_en=written if written and written != shown else base.name_en,
        email=_first_mail(body.get("emails"), base.email),
        external_id=str(body.get("externalId") or base.external_id),
        active=_truth(body.get("active", base.active)),
    )


def patched(before: Official, body: Mapping[str, Any]) -> Official:
    """Apply the operations of a PATCH (add and replace of active, names, e-mail, externalId)."""
    operations = body.get("Operations")
    if not isinstance(operations, Sequence) or isinstance(operations, str) or not operations:
        raise BadInput("A patch needs Operations.", field="Operations")
    for operation in operations:
        if not isinstance(operation, Mapping) or str(operation.get("op", "")).lower() not in {"add", "replace"}:
            raise BadInput("Only add and replace are known.", field="Operations")
        before = official_of(_as_body(operation), before)
    return before


def _as_body(operation: Mapping[str, Any]) -> Mapping[str, Any]:
    """One operation as the part of a resource it means: a path with a value, or a value that is an object."""
    path, value = str(operation.get("path", "")), operation.get("value")
    if not path:
        if not isinstance(value, Mapping):
            raise BadInput("A patch without a path needs an object.", field="Operations")
        return value
    if path in {"active", "displayName", "userName", "externalId", "emails"}:
        return {path: value}
    if path.startswith("name."):
        return {"name": {path.removeprefix("name."): value}}
    if path.startswith("emails["):
        return {"emails": [{"value": value}]}
    raise BadInput("The path %(path)s is not known.", field="Operations", path=path)


def _first_mail(mails: object, before: str) -> str:
    if mails is None:
        return before
    if not isinstance(mails, list) or not all(isinstance(mail, Mapping) for mail in mails):
        raise BadInput("emails is not a list of objects.", field="emails")
    primary = [mail for mail in mails if mail.get("primary")] or mails
    return str(primary[0].get("value", "")) if primary else ""


def _truth(value: object) -> bool:
    """Some directories send booleans as words."""
    if isinstance(value, bool):
        return value
    if str(value).lower() in {"true", "false"}:
        return str(value).lower() == "true"
    raise BadInput("active is true or false.", field="active")


def user_resource(pk: int, official: Official) -> dict[str, Any]:
    """The JSON of a user."""
    return {
        "schemas": [USER],
        "id": str(pk),
        "userName": official.username,
        "externalId": official.external_id,
        "displayName": official.name_bn,
        "name": {"formatted": official.name_en or official.name_bn},
        "emails": [{"value": official.email, "primary": True}] if official.email else [],
        "active": official.active,
        "meta": {"resourceType": "User", "location": f"/scim/v2/Users/{pk}"},
    }


def group_resource(key: str, title: str, members: Sequence[tuple[int, str]]) -> dict[str, Any]:
    """The JSON of a group: a role and the people who hold it today."""
    return {
        "schemas": [GROUP],
        "id": key,
        "displayName": title,
        "members": [{"value": str(pk), "display": name} for pk, name in members],
        "meta": {"resourceType": "Group", "location": f"/scim/v2/Groups/{key}"},
    }


def list_of(resources: Sequence[Mapping[str, Any]], total: int, start: int = 1) -> dict[str, Any]:
    """The JSON of a list."""
    return {"schemas": [LIST], "totalResults": total, "startIndex": start, "itemsPerPage": len(resources),
            "Resources": list(resources)}  # fmt: skip


def error_of(status: int, detail: str) -> dict[str, Any]:
    """The JSON of an error."""
    return {"schemas": [ERROR], "status": str(status), "detail": detail}
