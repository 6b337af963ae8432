"""The side navigation: one visible table."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """What the page frame shows on every page."""
    return {"access": getattr(request, "access", None)}
