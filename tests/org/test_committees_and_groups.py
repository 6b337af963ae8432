"""Committees, groups across the tree."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org import actions, selectors
from agragati.org.actions import Member
from agragati.org.models import Committee
from tests.people import Cast

DAY = datetime.date(2024, 7, 1)


def form(cast: Cast, members: Sequence[Member] | None = None, quorum: int = 2) -> Committee:
    seats = members or [
        Member("convener", post_id=cast.upazila_officer.posting.post_id),
        Member("member", outsider_bn="মোঃ আলী, শিক্ষক প্রতিনিধি"),
        Member("member_secretary", post_id=cast.district_officer.posting.post_id),
    ]
    return actions.form_committee(by=cast.upazila_officer.access, office_id=cast.upazila.pk, name_bn="ইনোভেশন টিম",
                                  members=seats, formed_on=DAY, quorum=quorum)  # fmt: skip


def test_a_committee_of_posts_and_outsiders(cast: Cast) -> None:
    made = form(cast)
    assert form(cast) == made
    seats = selectors.seats_of(by=cast.upazila_officer.access, committee_id=made.pk)
    assert [(seat.member.role, seat.name) for seat in seats] == [
        ("convener", "রোকেয়া বেগম"),
        ("member", "মোঃ আলী, শিক্ষক প্রতিনিধি"),
        ("member_secretary", "আবদুল করিম"),
    ]
    assert Deed.objects.filter(name="org.form_committee").count() == 1
    with pytest.raises(NotFound):
        selectors.committee(by=cast.outsider.access, committee_id=made.pk)


@pytest.mark.parametrize(
    "members",
    [
        [Member("member", outsider_bn="ক")],
        [Member("chair", outsider_bn="ক"), Member("chair", outsider_bn="খ")],
        [Member("chair", outsider_bn=" ")],
        [Member("chair", post_id=999_999)],
        [Member("king", outsider_bn="ক"), Member("chair", outsider_bn="খ")],
    ],
)
def test_an_impossible_committee_is_refused(cast: Cast, members: list[Member]) -> None:
    with pytest.raises(BadInput) as refusal:
        form(cast, members, quorum=0)
    assert refusal.value.field == "members"


def test_a_quorum_above_the_members_is_refused(cast: Cast) -> None:
    with pytest.raises(BadInput) as refusal:
        form(cast, quorum=4)
    assert refusal.value.field == "quorum"


def test_members_change_and_the_committee_ends(cast: Cast) -> None:
    by, made = cast.upazila_officer.access, form(cast)
    actions.change_members(by=by, committee_id=made.pk, members=[Member("chair", outsider_bn="ক")], quorum=1)
    assert len(selectors.seats_of(by=by, committee_id=made.pk)) == 1
    with pytest.raises(BadInput):
        actions.dissolve_committee(by=by, committee_id=made.pk, on=datetime.date(2020, 1, 1))
    actions.dissolve_committee(by=by, committee_id=made.pk, on=DAY)
    assert list(selectors.committees(by=by)) == []
    assert list(selectors.committees(by=by, dissolved=True)) == [made]
    with pytest.raises(BadInput, match="dissolved"):
        actions.change_members(by=by, committee_id=made.pk, members=[Member("chair", outsider_bn="ক")])


def test_only_the_own_office_forms_committees(cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.form_committee(by=cast.district_officer.access, office_id=cast.upazila.pk, name_bn="ক",
                               members=[Member("chair", outsider_bn="ক")], formed_on=DAY)  # fmt: skip


def test_an_exclusive_grouping_takes_an_office_once(cast: Cast) -> None:
    admin = cast.admin.access
    actions.add_group_set(by=admin, key="region", name_bn="অঞ্চল", is_exclusive=True)
    actions.add_group_set(by=admin, key="project", name_bn="প্রকল্প")
    for grouping, group in (("region", "north"), ("region", "south"), ("project", "p1"), ("project", "p2")):
        actions.add_group(by=admin, set_key=grouping, key=group, name_bn=group)
    for group in ("north", "north", "p1", "p2"):
        actions.put_in_group(by=admin, office_id=cast.upazila.pk, group_key=group)
    with pytest.raises(BadInput, match="allows one"):
        actions.put_in_group(by=admin, office_id=cast.upazila.pk, group_key="south")
    assert [o.pk for o in selectors.offices(by=admin, group="north")] == [cast.upazila.pk]
    actions.take_from_group(by=admin, office_id=cast.upazila.pk, group_key="north")
    actions.put_in_group(by=admin, office_id=cast.upazila.pk, group_key="south")
    assert list(selectors.offices(by=cast.outsider.access, group="south")) == []


def test_groupings_are_national(cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.add_group_set(by=cast.district_officer.access, key="region", name_bn="অঞ্চল")
    with pytest.raises(NotFound):
        actions.add_group(by=cast.admin.access, set_key="none", key="x", name_bn="ক")
