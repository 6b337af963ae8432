"""Deeds on the office tree: the effect, the refusals, the history and the log."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org import actions, selectors
from agragati.org.access import Access
from agragati.org.actions import NewOffice
from agragati.org.models import Committee, Duty, Office, Post, Posting, Section
from tests.people import SINCE, Cast, person

DAY = datetime.date(2024, 7, 1)


def add(by: Access, parent: Office | None, code: str, **more: Any) -> Office:
    values = {"kind": "other", "name_bn": f"অফিস {code}", "on": DAY, **more}
    return actions.add_office(by=by, parent_id=parent.pk if parent else None, code=code, **values)


def office_admin(cast: Cast, where: Office, name: str = "localadmin") -> Access:
    return person(name, "স্থানীয় প্রশাসক", where, "প্রোগ্রামার", "office_admin").access


def deeds(name: str) -> list[dict[str, Any]]:
    return list(Deed.objects.filter(name=name).values_list("values", flat=True))


def test_an_added_office_stands_below_its_parent_and_is_logged(cast: Cast) -> None:
    made = add(cast.admin.access, cast.district, "X1", name_bn="নতুন  অফিস", name_en="New office")
    assert made.path == f"{cast.district.path}.{made.pk:06d}"
    assert made.name_bn == "নতুন অফিস"
    assert made.search_key == " নতুন অফিস new office x1"
    assert [(s.path, s.change, s.since) for s in made.spells.all()] == [(made.path, "added", DAY)]
    assert Deed.objects.get(name="org.add_office").about == f"office:{made.pk}"


def test_adding_twice_gives_the_same_office(cast: Cast) -> None:
    first, second = (add(cast.admin.access, cast.district, "X1") for _ in range(2))
    assert first.pk == second.pk
    assert Deed.objects.filter(name="org.add_office").count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name_bn": " "}, "name_bn"),
        ({"name_bn": "ক" * 251}, "name_bn"),
        ({"kind": "castle"}, "kind"),
        ({"area_code": "BD9999"}, "area"),
        ({"code": " "}, "code"),
        ({"code": "0002"}, "code"),
        ({"on": datetime.date(2999, 1, 1)}, "on"),
    ],
)
def test_adding_names_the_field_at_fault(cast: Cast, changes: dict[str, Any], field: str) -> None:
    values = {"code": "X1", **changes}
    with pytest.raises(BadInput) as refusal:
        add(cast.admin.access, cast.district, **values)
    assert refusal.value.field == field


def test_only_who_manages_the_line_adds(cast: Cast) -> None:
    with pytest.raises(Refused):
        add(cast.district_officer.access, cast.district, "X1")
    with pytest.raises(NotFound):
        add(cast.outsider.access, cast.district, "X1")
    local = office_admin(cast, cast.district)
    assert add(local, cast.upazila, "X1").parent == cast.upazila
    with pytest.raises(NotFound):
        add(local, cast.divisional, "X2")
    with pytest.raises(Refused):
        add(local, None, "X3")


def test_a_new_name_keeps_the_old_one_in_the_history(cast: Cast) -> None:
    made = add(cast.admin.access, cast.district, "X1", name_bn="পুরোনো")
    later = datetime.date(2025, 1, 1)
    actions.rename_office(by=cast.admin.access, office_id=made.pk, name_bn="নতুন", on=later)
    actions.rename_office(by=cast.admin.access, office_id=made.pk, name_bn="নতুন", on=later)
    spells = [(s.name_bn, s.since, s.until, s.change, s.ended) for s in made.spells.all()]
    assert spells == [
        ("পুরোনো", DAY, datetime.date(2024, 12, 31), "added", "renamed"),
        ("নতুন", later, None, "renamed", ""),
    ]
    assert deeds("org.rename_office")[0]["before"] == {"name_bn": "পুরোনো", "name_en": ""}
    assert len(deeds("org.rename_office")) == 1


def test_a_name_changed_twice_on_a_day_leaves_no_empty_spell(cast: Cast) -> None:
    made = add(cast.admin.access, cast.district, "X1")
    for name in ("এক", "দুই"):
        actions.rename_office(by=cast.admin.access, office_id=made.pk, name_bn=name, on=DAY)
    assert [(s.name_bn, s.until) for s in made.spells.all()] == [("দুই", None)]


def test_a_change_before_the_last_one_is_refused(cast: Cast) -> None:
    made = add(cast.admin.access, cast.district, "X1")
    actions.rename_office(by=cast.admin.access, office_id=made.pk, name_bn="ক", on=datetime.date(2025, 1, 1))
    with pytest.raises(BadInput, match="later date"):
        actions.rename_office(by=cast.admin.access, office_id=made.pk, name_bn="খ", on=datetime.date(2024, 8, 1))


def test_a_move_takes_the_whole_subtree_and_old_days_keep_the_old_tree(cast: Cast) -> None:
    admin = cast.admin.access
    top = add(admin, cast.upazila, "X1")
    leaf = add(admin, top, "X2")
    moved = datetime.date(2025, 3, 1)
    actions.move_office(by=admin, office_id=top.pk, parent_id=cast.other_upazila.pk, on=moved)
    leaf.refresh_from_db()
    assert leaf.path == f"{cast.other_upazila.path}.{top.pk:06d}.{leaf.pk:06d}"
    before = selectors.path_on(by=admin, office_id=leaf.pk, day=datetime.date(2025, 2, 28))
    assert before == f"{cast.upazila.path}.{top.pk:06d}.{leaf.pk:06d}"
    assert selectors.path_on(by=admin, office_id=leaf.pk, day=moved) == leaf.path
    below = selectors.tree_on(by=admin, day=datetime.date(2025, 2, 28)).filter(path__startswith=cast.upazila.path)
    assert {spell.office_id for spell in below} == {top.pk, leaf.pk}
    assert deeds("org.move_office") == [{"before": cast.upazila.pk, "after": cast.other_upazila.pk, "on": "2025-03-01"}]


def test_a_ring_is_refused(cast: Cast) -> None:
    with pytest.raises(BadInput, match="below itself"):
        actions.move_office(by=cast.admin.access, office_id=cast.directorate.pk, parent_id=cast.upazila.pk)


def test_nobody_moves_or_closes_the_top_of_their_own_line(cast: Cast) -> None:
    local = office_admin(cast, cast.district)
    with pytest.raises(Refused):
        actions.move_office(by=local, office_id=cast.district.pk, parent_id=cast.upazila.pk)
    with pytest.raises(Refused):
        actions.close_office(by=local, office_id=cast.district.pk)
    actions.move_office(by=local, office_id=cast.upazila.pk, parent_id=cast.other_upazila.pk, on=DAY)
    assert Office.objects.get(pk=cast.upazila.pk).path.startswith(cast.other_upazila.path)


def test_a_closed_parent_takes_nobody_in(cast: Cast) -> None:
    admin = cast.admin.access
    closed = add(admin, cast.district, "X1")
    actions.close_office(by=admin, office_id=closed.pk, on=DAY)
    with pytest.raises(BadInput, match="not open"):
        actions.move_office(by=admin, office_id=cast.upazila.pk, parent_id=closed.pk)
    with pytest.raises(BadInput, match="not open"):
        add(admin, closed, "X2")


def test_closing_names_what_is_still_open(cast: Cast) -> None:
    with pytest.raises(BadInput) as refusal:
        actions.close_office(by=cast.admin.access, office_id=cast.district.pk)
    assert cast.upazila.name_bn in str(refusal.value)
    assert "জেলা কর্মকর্তা" in str(refusal.value)


def test_a_successor_takes_everything_over(cast: Cast) -> None:
    admin = cast.admin.access
    Duty.objects.create(post=cast.upazila_officer.posting.post, kind="focal", about="indicator:X")
    Section.objects.create(office=cast.upazila, name_bn="প্রশাসন", valid_from=SINCE)
    Committee.objects.create(office=cast.upazila, name_bn="টিম", formed_on=SINCE)
    Committee.objects.create(office=cast.other_upazila, name_bn="টিম", formed_on=SINCE)
    child = add(admin, cast.upazila, "X1")
    today = timezone.localdate()
    merged = actions.merge_offices(by=admin, office_id=cast.upazila.pk, into_id=cast.other_upazila.pk)
    actions.merge_offices(by=admin, office_id=cast.upazila.pk, into_id=cast.other_upazila.pk)
    assert (merged.valid_to, merged.merged_into) == (today, cast.other_upazila)
    post = Post.objects.get(pk=cast.upazila_officer.posting.post_id)
    assert post.office == cast.other_upazila
    assert post.duties.get().about == "indicator:X"
    assert Posting.objects.get(post=post).user == cast.upazila_officer.user
    child.refresh_from_db()
    assert child.parent == cast.other_upazila
    assert set(Committee.objects.values_list("office_id", flat=True)) == {cast.other_upazila.pk}
    assert [s.name_bn for s in selectors.sections_of(by=admin, office_id=cast.other_upazila.pk)] == ["প্রশাসন"]
    assert deeds("org.merge_offices") == [
        {"into": cast.other_upazila.pk, "on": str(today), "offices": 1, "posts": 1, "committees": 1}
    ]


def test_a_successor_below_is_refused(cast: Cast) -> None:
    with pytest.raises(BadInput, match="lies below"):
        actions.merge_offices(by=cast.admin.access, office_id=cast.district.pk, into_id=cast.upazila.pk)


def test_a_closed_office_opens_again_and_its_gap_shows(cast: Cast) -> None:
    admin = cast.admin.access
    made = add(admin, cast.district, "X1")
    actions.close_office(by=admin, office_id=made.pk, on=datetime.date(2024, 12, 31))
    actions.close_office(by=admin, office_id=made.pk, on=datetime.date(2024, 12, 31))
    actions.reopen_office(by=admin, office_id=made.pk, on=datetime.date(2025, 7, 1))
    assert [(s.since, s.until) for s in made.spells.all()] == [
        (DAY, datetime.date(2024, 12, 31)),
        (datetime.date(2025, 7, 1), None),
    ]
    with pytest.raises(NotFound):
        selectors.path_on(by=admin, office_id=made.pk, day=datetime.date(2025, 3, 1))
    assert len(deeds("org.close_office")) == 1


def test_a_split_shares_children_and_posts_out(cast: Cast) -> None:
    admin = cast.admin.access
    desk = Post.objects.create(office=cast.district, title_bn="সহকারী", valid_from=SINCE)
    part = NewOffice("নতুন জেলা", "X1", child_ids=(cast.upazila.pk,), post_ids=(desk.pk,))
    [made] = actions.split_office(by=admin, office_id=cast.district.pk, into=[part])
    assert made.parent == cast.divisional
    assert Office.objects.get(pk=cast.upazila.pk).path == f"{made.path}.{cast.upazila.pk:06d}"
    assert Post.objects.get(pk=desk.pk).office == made
    assert made.spells.get().change == "split"
    with pytest.raises(BadInput, match="does not lie below"):
        actions.split_office(by=admin, office_id=cast.district.pk, into=[NewOffice("ক", "X2", child_ids=(made.pk,))])


def law(statement: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("path", ["0001.0001.0001.0009", "7777", "0001.0001.0001.0001.0001.0001", "0002.0001"])
def test_the_database_refuses_a_path_that_does_not_follow_the_parent(cast: Cast, path: str) -> None:
    with pytest.raises(IntegrityError, match="does not follow"):
        law("UPDATE org_office SET path = %s WHERE id = %s", path, cast.district.pk)


def test_the_database_refuses_a_ring(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="does not follow"):
        law("UPDATE org_office SET parent_id = %s WHERE id = %s", cast.upazila.pk, cast.district.pk)
