"""What the components need from Django's forms and pages."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.forms import BoundField, CheckboxSelectMultiple, RadioSelect
from django.utils.safestring import SafeString

register = template.Library()
_BARE = (forms.CheckboxInput, RadioSelect, CheckboxSelectMultiple, forms.HiddenInput)


@register.filter
def kind(field: BoundField) -> str:
    """How a field is laid out: "group" (legend and options), "check", "combo", "file" or "text"."""
    widget = field.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "group"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if getattr(widget, "is_combo", False):
        return "combo"
    return "file" if isinstance(widget, forms.ClearableFileInput | forms.FileInput) else "text"


@register.simple_tag
def widget(field: BoundField, hint: str = "", width: str = "") -> SafeString:
    """The input itself, tied to its hint and error for screen readers."""
    attrs: dict[str, Any] = {}
    inner = field.field.widget
    inner.attrs.pop("placeholder", None)  # a label that vanishes while one types is no label
    if not isinstance(inner, _BARE):
        attrs["class"] = " ".join(filter(None, ["in", width, inner.attrs.get("class", "")]))
    told = [f"{field.auto_id}_hint"] if hint or field.help_text else []
    if field.errors:
        if kind(field) != "group":
            attrs["aria-invalid"] = "true"
        told.append(f"{field.auto_id}_error")
    if told and kind(field) != "group":
        attrs["aria-describedby"] = " ".join(told)
    if (isinstance(inner, forms.Textarea) and "rows" not in (inner.attrs or {})) or inner.attrs.get("rows") == "10":
        attrs["rows"] = 4
    return field.as_widget(attrs=attrs)


@register.filter
def first_input(field: BoundField) -> str:
    """Where a link to the field leads: a group's first option, else the input."""
    inner = field.field.widget
    grouped = isinstance(inner, RadioSelect | CheckboxSelectMultiple)
    return f"{field.auto_id}_0" if grouped else str(getattr(inner, "typed_id", lambda i: i)(field.auto_id))


@register.filter
def window(page: Page[Any]) -> list[int | str]:
    """Page numbers to offer: ends and neighbours, "…" between."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.filter
def share(value: object) -> str:
    """A percentage cut to 0–100 in Latin digits, for drawing; anything unknown draws nothing."""
    try:
        return f"{max(0.0, min(100.0, float(str(value)))):g}"
    except ValueError:
        return "0"
