"""What the catalogue of plans says is what a reader sees: no other app speaks for it with the same English."""

from __future__ import annotations

from django.utils.translation import gettext, pgettext

from agragati.ui.management import catalogues


def test_no_other_catalogue_speaks_for_plans() -> None:
    messages = [one for one in catalogues.read("plans") if isinstance(one.id, str) and one.id]
    shown = {one.id: pgettext(one.context, one.id) if one.context else gettext(one.id) for one in messages}
    assert len(messages) > 500
    assert {one.id: (one.string, shown[one.id]) for one in messages if shown[one.id] != one.string} == {}
