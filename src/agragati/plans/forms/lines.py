"""A field of several lines of a known shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from agragati.kernel.errors import BadInput
from agragati.ui.renderers import said


class LinesField(forms.CharField):
    """Several lines of a known shape; gives what `read` makes of them, or says which line cannot be read."""

    def __init__(self, read: Callable[[str], object], **kwargs: Any) -> None:
        self.read = read
        kwargs.setdefault("required", False)
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def to_python(self, value: Any) -> Any:
        """Read the lines."""
        try:
            return self.read(str(value or ""))
        except BadInput as error:
            raise forms.ValidationError(said(error), code="invalid") from None
