"""Rights: the roles themselves, the truth table of scopes, and roles that do not lend each other their reach."""

from __future__ import annotations

import pytest

from agragati.kernel.errors import NotFound, Refused
from agragati.org import selectors
from agragati.org.access import FIELDS, ROLES, P, Reach, Role, may_hand_out, may_see_field, reach_of, system
from agragati.org.models import Area, Office
from agragati.org.scope import Scope
from tests.people import Cast, office, person


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.key)
def test_what_is_entered_is_seen_and_what_is_seen_is_found(role: Role) -> None:
    assert role.enter.within(role.view)
    assert role.view.within(role.search)
    assert role.hands_out <= set(ROLES)


def test_every_permission_of_a_role_is_a_named_one() -> None:
    named = {value for name, value in vars(P).items() if name.isupper()}
    assert {permission for role in ROLES.values() for permission in role.permissions} <= named
    assert set(FIELDS.values()) <= named


ME, CHILD, GRANDCHILD, SIBLING, LIKE = "01.02", "01.02.03", "01.02.03.04", "01.03", "01.021"


@pytest.mark.parametrize(
    ("reach", "seen"),
    [
        (Reach.NONE, set()),
        (Reach.OWN, {ME}),
        (Reach.CHILDREN, {ME, CHILD}),
        (Reach.BELOW, {ME, CHILD, GRANDCHILD}),
        (Reach.ALL, {ME, CHILD, GRANDCHILD, SIBLING, LIKE}),
    ],
)
def test_the_reaches_from_one_office(reach: Reach, seen: set[str]) -> None:
    scope = reach_of(reach, ME)
    assert {path for path in (ME, CHILD, GRANDCHILD, SIBLING, LIKE) if scope.covers(path)} == seen


def test_an_area_office_sees_every_line_in_its_area_and_nothing_beside_it(cast: Cast) -> None:
    """The second, geographic line: an upazila office answers to its department and is coordinated by the district."""
    district = Area.objects.get(code="BD5081")
    other = Area.objects.create(code="BD5082", parent_id="BD50", path="BD.BD50.BD5082", level="district",
                                name_bn="অন্য", name_en="Other")  # fmt: skip
    coordinator = person("dc", "জেলা প্রশাসক", office(None, "0009", "district", "জেলা প্রশাসন", district), "ডিসি",
                         "coordinator", head=True)  # fmt: skip
    office(cast.stranger_office, "0002.0001", "upazila", "অন্য মন্ত্রণালয়ের জেলা কার্যালয়", district)
    office(cast.stranger_office, "0002.0002", "upazila", "পাশের জেলার কার্যালয়", other)
    seen = set(Office.objects.visible_to(coordinator.access).values_list("path", flat=True))
    assert seen == {"0009", cast.district.path, cast.upazila.path, cast.other_upazila.path, "0002.0001"}
    assert not coordinator.access.may_enter(P.MEETING_RUN, cast.upazila.path, district.path)


def test_one_role_does_not_lend_its_reach_to_another(cast: Cast) -> None:
    """The district head reviews the upazilas below, but edits and submits only the own plan."""
    officer = cast.district_officer.access
    assert officer.may_enter(P.PROGRESS_REVIEW, cast.upazila.path)
    assert officer.may_enter(P.PLAN_EDIT, cast.district.path)
    assert not officer.may_enter(P.PLAN_EDIT, cast.upazila.path)
    assert set(Office.objects.enterable_by(officer, P.PLAN_EDIT)) == {cast.district}
    assert set(Office.objects.enterable_by(officer, P.PROGRESS_REVIEW)) == {
        cast.district,
        cast.upazila,
        cast.other_upazila,
    }


def test_not_visible_is_not_found_and_visible_but_not_allowed_is_refused(cast: Cast) -> None:
    with pytest.raises(NotFound):
        selectors.office_to_change(by=cast.outsider.access, office_id=cast.upazila.pk)
    with pytest.raises(Refused):
        selectors.office_to_change(by=cast.upazila_officer.access, office_id=cast.upazila.pk)
    assert selectors.office_to_change(by=cast.admin.access, office_id=cast.upazila.pk) == cast.upazila


def test_contact_fields_need_their_own_right(cast: Cast) -> None:
    reader = person("reader", "পাঠক", cast.upazila, "পাঠক", "viewer").access
    here = (cast.upazila.path, cast.upazila.area_path)
    assert not may_see_field(reader, "user.phone", *here)
    assert may_see_field(reader, "user.name_bn", *here)
    assert may_see_field(cast.district_officer.access, "user.phone", *here)
    assert not may_see_field(cast.outsider.access, "user.phone", *here)
    assert not may_see_field(cast.district_officer.access, "user.nothi_id", *here)
    seen = selectors.person(by=reader, user_id=cast.upazila_officer.user.pk)
    assert (seen.phone, seen.email) == (None, None)
    assert "user.phone" in selectors.hidden_fields(by=reader)


def test_the_system_hands_out_every_role_and_a_visitor_none(cast: Cast) -> None:
    assert all(may_hand_out(system(), role) for role in ROLES.values())
    assert not any(may_hand_out(cast.district_officer.access, role) for role in [ROLES["office_admin"]])


def test_the_union_of_scopes_covers_what_any_covers() -> None:
    whole = Scope.union([Scope(offices=("1",)), Scope(subtrees=("2",)), Scope(children_of=("3",))])
    assert all(whole.covers(path) for path in ("1", "2.9", "3.1"))
    assert not any(whole.covers(path) for path in ("1.1", "3.1.1", "4"))


def test_the_log_shows_deeds_of_the_own_line_only(cast: Cast) -> None:
    from agragati.audit.actions import record

    for who in (cast.upazila_officer, cast.outsider, cast.admin):
        record(by=who.access, deed="test.deed", about="x:1")
    local = person("localadmin", "প্রশাসক", cast.district, "প্রোগ্রামার", "office_admin").access
    names = {deed.user_id for deed in selectors.deeds(by=local, name="test.deed")}
    assert names == {cast.upazila_officer.user.pk}
    assert selectors.deeds(by=cast.admin.access, name="test.deed").count() == 3
    with pytest.raises(Refused):
        selectors.deeds(by=cast.upazila_officer.access)
