"""Writing the log. Called by every deed, inside its transaction."""

from __future__ import annotations

from collections.abc import Mapping

import pghistory
from django.db import transaction

from agragati.kernel.actor import Actor

from ..models import Deed


@transaction.atomic
def record(*, by: Actor, deed: str, about: str, label: str = "", values: Mapping[str, object] | None = None) -> Deed:
    """Write down that `by` did `deed` (e.g. "org.move_office") about "office:12"; values must be JSON-ready.

    Old and new values belong into `values` where a number or a name was replaced.
    """
    pghistory.context(deed=deed, user=by.user_id)
    return Deed.objects.create(
        name=deed,
        about=about,
        about_label=label[:300],
        user_id=by.user_id,
        posting_id=by.posting_id,
        acting_for_id=by.acting_for_id,
        actor_label=by.label[:300],
        office_path=by.office_path,
        values=dict(values or {}),
    )
