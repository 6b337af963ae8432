"""What the reader of a list asks for; columns of the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_latin
from agragati.kernel.text import search_key
from agragati.ui.rules import Column

from ..choices import Channel, State


def page_number(query: Mapping[str, str]) -> int:
    """The page wanted, 1 when none or nonsense."""
    return _number(query.get("page", "")) or 1


def template_number(query: Mapping[str, str]) -> int | None:
    """The template to start from, None when none or nonsense."""
    return _number(query.get("template", ""))


def _number(typed: str) -> int | None:
    text = to_latin(typed)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def log_filter(query: Mapping[str, str]) -> dict[str, str]:
    """The filter of the log from the address; what is no value is not asked for."""
    channel, state = query.get("channel", ""), query.get("state", "")
    return {
        "channel": channel if channel in Channel.values else "",
        "state": state if state in State.values else "",
        "query": search_key(query.get("q", "")[:100]),
    }


class LogFilterForm(forms.Form):
    """The filter above the log."""

    q = forms.CharField(label=_("Office"), required=False)
    channel = forms.ChoiceField(label=_("Channel"), required=False, choices=[("", _("All")), *Channel.choices])
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *State.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def log_columns() -> list[Column]:
    """Columns of the delivery log."""
    return [Column(_("Recipient")), Column(_("What")), Column(_("Channel")), Column(_("State")), Column(_("Time"))]


def unreached_columns() -> list[Column]:
    """Columns of the list of the unreached."""
    return [
        Column(_("Recipient")),
        Column(_("What")),
        Column(_("Channel")),
        Column(_("Why")),
        Column(_("Reached otherwise?")),
    ]


def dispatch_columns() -> list[Column]:
    """Columns of the list of messages to many."""
    return [Column(_("Message")), Column(_("Office")), Column(_("State")), Column(_("Recipients"), numeric=True),
            Column(_("Time"))]  # fmt: skip


def result_columns() -> list[Column]:
    """Columns of the file of how far a message came."""
    return [Column(_("Office code")), Column(_("Office")), Column(_("Post")), Column(_("Channel")), Column(_("State")),
            Column(_("Why")), Column(_("Sent")), Column(_("Delivered"))]  # fmt: skip


def inbound_columns() -> list[Column]:
    """Columns of the list of SMS that came in."""
    return [Column(_("Sender")), Column(_("Text of the message")), Column(_("What became of it")), Column(_("Time"))]


def proof_columns() -> list[Column]:
    """Columns of the proof of notice."""
    return [Column(_("Recipient")), Column(_("Channel")), Column(_("Sent")), Column(_("Delivered")), Column(_("Seen")),
            Column(_("State"))]  # fmt: skip


def template_columns() -> list[Column]:
    """Columns of the list of templates."""
    return [Column(_("Template")), Column(_("Short name")), Column(_("Office")), Column(_("Version"), numeric=True)]


def budget_columns() -> list[Column]:
    """Columns of the list of budgets."""
    return [Column(_("Office")), Column(_("Month")), Column(_("Budget"), numeric=True), Column(_("Used"), numeric=True)]
