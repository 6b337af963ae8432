"""The type of every request after the middleware."""

from __future__ import annotations

from django.http import HttpRequest

from .access import Access


class OfficeRequest(HttpRequest):
    """A request that knows who is asking."""

    access: Access
