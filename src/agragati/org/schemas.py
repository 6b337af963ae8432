"""Shapes of the API's answers about offices."""

from __future__ import annotations

from datetime import date

from ninja import Schema


class OfficeOut(Schema):
    """One office."""

    id: int
    code: str
    kind: str
    name_bn: str
    name_en: str
    path: str
    parent_id: int | None
    area_id: str | None
    valid_from: date
    valid_to: date | None


class OfficesOut(Schema):
    """A page of offices; `next_after` goes into the next request, null at the end."""

    items: list[OfficeOut]
    next_after: str | None


class Me(Schema):
    """Whose token this is and what it allows."""

    user_id: int
    label: str
    office_path: str
    permissions: list[str]
