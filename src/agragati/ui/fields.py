"""Form fields that read what people in Bangladesh type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agragati.kernel.dates import parse_day
from agragati.kernel.errors import BadInput
from agragati.kernel.numbers import parse_number

from .renderers import number, said, short_day, size


class BnDecimalField(forms.DecimalField):
    """A number in ০-৯ or 0-9, lakh or western commas, % allowed; gives a Decimal. `unit` is printed behind the box."""

    widget = forms.TextInput

    def __init__(self, *, unit: Any = "", **kwargs: Any) -> None:
        self.unit = unit
        super().__init__(**kwargs)
        self.widget.attrs.update({"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        """Read what was typed. Raises ValidationError that names the remedy."""
        if value in self.empty_values:
            return None
        try:
            return parse_number(str(value))
        except BadInput as error:
            raise ValidationError(said(error), code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        """Numbers from the database appear in the reader's digits; typed text stays as typed."""
        return number(value) if isinstance(value, int | Decimal) else value


class BnIntegerField(BnDecimalField):
    """A whole number in either digit set; gives an int."""

    def clean(self, value: Any) -> int | None:
        """Refuse a fraction instead of rounding it away."""
        exact = super().clean(value)
        if exact is not None and exact != int(exact):
            raise ValidationError(gettext("Write a whole number, without a point."), code="whole")
        return None if exact is None else int(exact)


class BnDateField(forms.Field):
    """A day typed as dd/mm/yyyy in either digit set; gives a date."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Day/month/year, such as 31/10/2026"))
        super().__init__(**kwargs)
        self.widget.attrs.update({"class": "short", "autocomplete": "off"})

    def to_python(self, value: Any) -> date | None:
        """Read what was typed. Raises ValidationError that names the remedy."""
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except BadInput as error:
            raise ValidationError(said(error), code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        """A stored day appears as it would be typed; typed text stays."""
        return short_day(value) if isinstance(value, date) else value


class UploadField(forms.FileField):
    """A file of limited size; what it really is, the file store checks by content."""

    def __init__(self, *, limit: int = 0, accept: str = ".pdf,.jpg,.jpeg,.png,.webp", **kwargs: Any) -> None:
        self.limit = limit or settings.UPLOAD_LIMIT
        super().__init__(**kwargs)
        self.widget.attrs.update({"accept": accept, "data-limit": str(self.limit)})

    @property
    def too_big(self) -> str:
        """The refusal of a large file; the page's script says the same before sending."""
        return gettext("The file is larger than %(limit)s. Choose a smaller one.") % {"limit": size(self.limit)}

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse what is larger than the limit before anything reads it."""
        file = super().clean(data, initial)
        if file and getattr(file, "size", 0) > self.limit:
            raise ValidationError(self.too_big, code="too_big")
        return file


class OfficePicker(forms.TextInput):
    """A box that suggests offices while one types; without JavaScript the form asks back with a list."""

    template_name = "ui/parts/office_picker.html"
    is_combo = True
    options: list[tuple[int, str]]

    def __init__(self, *, source: str = "org:office_options", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.source = source
        self.options = []
        self.chosen = ""

    @staticmethod
    def typed_id(input_id: str) -> str:
        """Id of the box one types into (the chosen id sits in a hidden one)."""
        return f"{input_id}_text"

    @staticmethod
    def typed(data: Mapping[str, Any], name: str) -> str:
        """What was typed, when nothing was chosen."""
        return "" if data.get(name) else str(data.get(f"{name}_text", "")).strip()

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The chosen id; remembers the typed text so that it is shown again."""
        self.chosen = str(data.get(f"{name}_text", ""))
        return data.get(name) or (f"?{self.chosen.strip()}" if self.chosen.strip() else "")

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        # Django's form renderer has an engine of its own that knows neither our tags nor our words.
        return render_to_string(template_name, context)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """What the template needs."""
        context = super().get_context(name, value, attrs)
        try:
            source = reverse(self.source)
        except NoReverseMatch:
            source = ""
        value = "" if str(value or "").startswith("?") else value
        context["widget"].update(source=source, options=self.options, text=self.chosen, value=value)
        return context


class OfficeField(forms.Field):
    """One office, chosen by name; gives its id (int). `chosen` is the name of the initial office."""

    widget: Any = OfficePicker

    def __init__(self, *, chosen: str = "", source: str = "org:office_options", **kwargs: Any) -> None:
        kwargs.setdefault("widget", OfficePicker(source=source))
        super().__init__(**kwargs)
        self.widget.chosen = chosen

    def to_python(self, value: Any) -> int | None:
        """Read the id. Raises ValidationError when only a name was typed."""
        text = str(value or "")
        if text.startswith("?"):
            raise ValidationError(gettext("Choose the office from the list."), code="choose")
        if text and not (text.isascii() and text.isdigit()):
            raise ValidationError(gettext("Choose the office from the list."), code="choose")
        return int(text) if text else None
