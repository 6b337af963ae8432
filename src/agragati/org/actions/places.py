"""Steps that the deeds on the tree share: checks of days and places, locks, and hanging a subtree elsewhere."""

from __future__ import annotations

import datetime

from django.utils import timezone

from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput, Conflict, NotFound, Refused
from agragati.kernel.text import normalise

from ..access import Access, P
from ..models import Area, Office, OfficeSpell
from ..rules.names import sounds_key, words_key
from ..rules.paths import child_path, root_of
from ..selectors.offices import area_of, office_to_change


def day_or_today(on: datetime.date | None, *, field: str = "on") -> datetime.date:
    """The day of a change to the tree; raises BadInput for a day still to come."""
    today = timezone.localdate()
    if on and on > today:
        raise BadInput("A change of the tree cannot be dated in the future.", field=field)
    return on or today


def clean_name(value: str, *, field: str) -> str:
    """The name in stored form; raises BadInput when nothing is left or it is too long."""
    name = normalise(value)
    if not name:
        raise BadInput("Write the name.", field=field)
    if len(name) > 250:
        raise BadInput("The name is longer than 250 letters.", field=field)
    return name


def require_line(by: Access, here: Office) -> None:
    """Raise Refused unless `by` manages the office above `here` too: nobody moves or closes the own top."""
    if here.parent is None:
        if not by.enter_scope(P.OFFICE_MANAGE).everything:
            raise Refused("Only an administrator of the whole country changes an office at the top.")
        return
    by.require(P.OFFICE_MANAGE, here.parent.path, here.parent.area_path)


def require_open(place: Office, day: datetime.date, *, field: str) -> None:
    """Raise BadInput unless `place` is open on `day` and stays so."""
    if place.valid_to is not None or place.valid_from > day:
        raise BadInput("%(office)s is not open on this day.", field=field, office=str(place))


def require_after_last_change(here: Office, day: datetime.date, *, below: bool = False) -> None:
    """Raise BadInput when the history of `here` (or of anything `below` it) already knows a later change."""
    touched = Office.objects.within(here.path) if below else Office.objects.filter(pk=here.pk)
    if here.valid_from > day or OfficeSpell.objects.filter(office__in=touched, since__gt=day).exists():
        raise BadInput("The office has changed after this day; give a later date.", field="on")


def parent_to_change(by: Access, parent_id: int | None) -> Office | None:
    """The office that gets a new child, locked against moves of its line; None = at the top."""
    if parent_id is None:
        if not by.enter_scope(P.OFFICE_MANAGE).everything:
            raise Refused("Only an administrator of the whole country changes an office at the top.")
        return None
    parent = office_to_change(by=by, office_id=parent_id)
    Office.objects.lock_lines(parent.path, alone=False)
    return as_locked(by, [parent])[0]


def as_locked(by: Access, read: list[Office]) -> list[Office]:
    """The offices as they are now that their lines are held: read again, with rights, if they moved meanwhile.

    Raises Conflict when one went to another line before the lock was given: that line is not held.
    """
    now = dict(Office.objects.filter(pk__in=[here.pk for here in read]).values_list("pk", "path"))
    if all(now.get(here.pk) == here.path for here in read):
        return read
    if any(root_of(now.get(here.pk, "")) != root_of(here.path) for here in read):
        raise Conflict("The tree changed while you worked. Look again and repeat.")
    return [office_to_change(by=by, office_id=here.pk) for here in read]


def same_office(code: str, parent_id: int | None, name: str) -> Office | None:
    """The office already made by an equal submit; raises BadInput when the code belongs to another."""
    if not code:
        raise BadInput("Write the code of the office.", field="code")
    existing = Office.objects.filter(code=code).first()
    if existing and (existing.parent_id, existing.name_bn) != (parent_id, name):
        raise BadInput("The code %(code)s is in use for another office.", field="code", code=code)
    return existing


def area_for(by: Access, code: str) -> Area | None:
    """The area of a code; raises BadInput naming the field when it is unknown."""
    try:
        return area_of(by=by, code=to_latin(code).strip().upper())
    except NotFound as error:
        raise BadInput(error.key, field="area", **error.params) from error


def keys_of(name_bn: str, name_en: str, code: str) -> dict[str, str]:
    """The two search columns of an office."""
    return {"search_key": words_key(name_bn, name_en, code), "sound_key": sounds_key(name_bn, name_en)}


def both_places(by: Access, office_id: int, parent_id: int | None) -> tuple[Office, Office | None]:
    """The office and its new parent, as they are after both their lines are held alone."""
    here = office_to_change(by=by, office_id=office_id)
    if parent_id is None:
        parent_to_change(by, None)
        Office.objects.lock_lines(here.path, alone=True)
        return as_locked(by, [here])[0], None
    target = office_to_change(by=by, office_id=parent_id)
    Office.objects.lock_lines(here.path, target.path, alone=True)
    here, target = as_locked(by, [here, target])
    return here, target


def place(here: Office, target: Office | None, day: datetime.date, change: str) -> str:
    """Hang `here` and its subtree under `target`; the lines must be held. Returns the new path."""
    path = child_path(target.path if target else "", here.pk)
    Office.objects.filter(pk=here.pk).update(parent=target)
    Office.objects.rebase(here.path, path)
    OfficeSpell.objects.all().turn(path, day, change)
    return path
