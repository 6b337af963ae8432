"""Who sees which office: the truth table."""

from __future__ import annotations

from agragati.org.models import Office
from tests.people import Cast


def seen(access: object) -> set[str]:
    return set(Office.objects.visible_to(access).values_list("path", flat=True))  # type: ignore[arg-type]


def test_each_person_sees_own_line_and_no_other(cast: Cast) -> None:
    assert seen(cast.upazila_officer.access) == {cast.upazila.path}
    assert seen(cast.district_officer.access) == {cast.district.path, cast.upazila.path, cast.other_upazila.path}
    assert seen(cast.outsider.access) == {cast.stranger_office.path}
    assert len(seen(cast.admin.access)) == 7
