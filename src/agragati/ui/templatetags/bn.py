"""The one filter for numbers and dates in the reader's language."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from agragati.kernel.digits import to_bn

register = template.Library()


@register.filter
def num(value: object) -> str:
    """A number in the reader's digits."""
    return to_bn(str(value)) if get_language() == "bn" else str(value)
