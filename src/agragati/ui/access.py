"""Marks on views that the sign-in rule looks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponseBase

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def open_to_all(view: View) -> View:
    """Let visitors without a sign-in see this view. Put it outermost."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view
