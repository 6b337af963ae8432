"""Deeds on people, posts, postings and delegations: effects and refusals."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org import actions, selectors
from agragati.org.access import Access, system
from agragati.org.models import Delegation, Duty, Office, Post, Posting, RoleGrant, User
from agragati.org.selectors import access_of_posting, postings_of
from tests.people import SINCE, Cast, Person, person

DAY = datetime.date(2024, 7, 1)
TODAY = timezone.localdate


def local_admin(cast: Cast, where: Office | None = None) -> Person:
    return person("localadmin", "স্থানীয় প্রশাসক", where or cast.district, "প্রোগ্রামার", "office_admin")


def vacant(office: Office, title: str = "সহকারী", *roles: str) -> Post:
    post = Post.objects.create(office=office, title_bn=title, valid_from=SINCE)
    for role in roles:
        RoleGrant.objects.create(post=post, role=role)
    return post


def new_user(name: str = "newcomer") -> User:
    return User.objects.create(username=name, name_bn="নবাগত", email=f"{name}@example.org")


def test_a_person_is_made_and_cannot_sign_in_without_a_password(cast: Cast) -> None:
    made = actions.add_user(by=cast.admin.access, username="new.one", name_bn="নতুন", email="New@Example.org",
                            phone="০১৭১১ ০০০০০০", nothi_id="১২৩৪৫৬৭৮৯০১২")  # fmt: skip
    assert (made.email, made.phone, made.nothi_id) == ("new@example.org", "01711000000", "123456789012")
    assert not made.has_usable_password()
    assert Deed.objects.get(name="org.add_user").values == {"username": "new.one"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"username": "bad name"}, "username"),
        ({"username": ""}, "username"),
        ({"username": "UPAZILA"}, "username"),
        ({"email": "UPAZILA@example.org"}, "email"),
        ({"email": "nobody"}, "email"),
        ({"phone": "call me"}, "phone"),
        ({"nothi_id": "12"}, "nothi_id"),
        ({"name_bn": ""}, "name_bn"),
    ],
)
def test_bad_facts_of_a_person_name_the_field(cast: Cast, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refusal:
        actions.add_user(by=cast.admin.access, **{"username": "x", "name_bn": "ক", **changes})
    assert refusal.value.field == field


def test_only_administrators_make_people(cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.add_user(by=cast.district_officer.access, username="x", name_bn="ক")


def test_one_post_one_holder_one_regular_posting(cast: Cast) -> None:
    admin, post = cast.admin.access, vacant(cast.upazila)
    someone, other = new_user(), new_user("other")
    first = actions.post_person(by=admin, user_id=someone.pk, post_id=post.pk, since=DAY)
    assert actions.post_person(by=admin, user_id=someone.pk, post_id=post.pk, since=DAY) == first
    with pytest.raises(BadInput, match="holds this post"):
        actions.post_person(by=admin, user_id=other.pk, post_id=post.pk, since=datetime.date(2025, 1, 1))
    second = vacant(cast.upazila, "আরেকটি")
    with pytest.raises(BadInput, match="regular post"):
        actions.post_person(by=admin, user_id=someone.pk, post_id=second.pk, since=DAY)
    charge = actions.post_person(by=admin, user_id=someone.pk, post_id=second.pk, since=DAY, kind="additional")
    assert [row.pk for row in postings_of(by=someone)] == [first.pk, charge.pk]
    with pytest.raises(IntegrityError), transaction.atomic():
        Posting.objects.create(user=other, post=post, since=DAY)


def test_a_handover_moves_every_duty_with_one_posting(cast: Cast) -> None:
    old, post = cast.upazila_officer, cast.upazila_officer.posting.post
    Duty.objects.create(post=post, kind="focal", about="indicator:EFILE")
    new = new_user()
    made = actions.hand_over(by=cast.admin.access, posting_id=old.posting.pk, to_user_id=new.pk, on=DAY)
    again = actions.hand_over(by=cast.admin.access, posting_id=old.posting.pk, to_user_id=new.pk, on=DAY)
    assert made == again
    assert Posting.objects.get(pk=old.posting.pk).until == datetime.date(2024, 6, 30)
    [holder] = selectors.duty_holders(by=cast.admin.access, office_id=cast.upazila.pk, about="indicator:EFILE")
    assert holder.user == new
    assert postings_of(by=old.user) == []
    day_before = selectors.holders_on(by=cast.admin.access, office_id=cast.upazila.pk, day=datetime.date(2024, 6, 30))
    assert [row.user for row in day_before] == [old.user]
    assert Deed.objects.get(name="org.hand_over").values["duties"] == 1


def test_nobody_posts_themselves_or_fills_a_post_of_rights_they_cannot_give(cast: Cast) -> None:
    local = local_admin(cast)
    with pytest.raises(Refused, match="themselves"):
        actions.post_person(by=local.access, user_id=local.user.pk, post_id=vacant(cast.upazila).pk, since=DAY)
    powerful = vacant(cast.upazila, "প্রোগ্রামার", "system_admin")
    with pytest.raises(Refused, match="may not give"):
        actions.post_person(by=local.access, user_id=new_user().pk, post_id=powerful.pk, since=DAY)


def test_nobody_changes_the_roles_of_a_post_they_hold(cast: Cast) -> None:
    for deed in (actions.grant_role, actions.revoke_role):
        with pytest.raises(Refused, match="hold themselves"):
            deed(by=cast.admin.access, post_id=cast.admin.posting.post_id, role="viewer")


def test_nor_of_a_post_held_as_an_additional_charge(cast: Cast) -> None:
    extra = vacant(cast.upazila)
    Posting.objects.create(user=cast.admin.user, post=extra, since=SINCE, kind="additional")
    with pytest.raises(Refused, match="hold themselves"):
        actions.grant_role(by=cast.admin.access, post_id=extra.pk, role="viewer")


@pytest.mark.parametrize(
    ("role", "allowed"),
    [("clerk", True), ("head", True), ("office_admin", True), ("coordinator", False), ("system_admin", False)],
)
def test_a_local_administrator_gives_desk_roles_but_nothing_wider(cast: Cast, role: str, allowed: bool) -> None:
    local, post = local_admin(cast), vacant(cast.upazila)
    if allowed:
        actions.grant_role(by=local.access, post_id=post.pk, role=role)
        actions.grant_role(by=local.access, post_id=post.pk, role=role)
        assert [row.role for row in selectors.roles_of(by=local.access, post_id=post.pk)] == [role]
        actions.revoke_role(by=local.access, post_id=post.pk, role=role)
        assert Deed.objects.filter(name__in=["org.grant_role", "org.revoke_role"]).count() == 2
    else:
        with pytest.raises(Refused, match="may not give"):
            actions.grant_role(by=local.access, post_id=post.pk, role=role)
    with pytest.raises(BadInput):
        actions.grant_role(by=local.access, post_id=post.pk, role="king")


def test_a_head_of_office_gives_no_roles(cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.grant_role(by=cast.district_officer.access, post_id=vacant(cast.district).pk, role="viewer")


def test_a_small_administrator_cannot_take_over_a_greater_account(cast: Cast) -> None:
    local = local_admin(cast, cast.upazila)
    greater = person("greater", "বড়", cast.directorate, "পরিচালক", "reviewer")
    Posting.objects.create(user=greater.user, post=vacant(cast.upazila), since=SINCE, kind="additional")
    for deed in (actions.password_link, actions.deactivate_user):
        with pytest.raises(Refused):
            deed(by=local.access, user_id=greater.user.pk)
    link = actions.password_link(by=local.access, user_id=cast.upazila_officer.user.pk)
    assert link.startswith("/accounts/password/reset/key/")


def test_switching_off_ends_access_and_leaves_history(cast: Cast) -> None:
    someone = cast.upazila_officer.user
    actions.deactivate_user(by=cast.admin.access, user_id=someone.pk)
    actions.deactivate_user(by=cast.admin.access, user_id=someone.pk)
    assert not User.objects.get(pk=someone.pk).is_active
    assert Posting.objects.filter(user=someone).exists()
    assert Deed.objects.filter(name="org.deactivate_user").count() == 1
    with pytest.raises(Refused):
        actions.deactivate_user(by=cast.admin.access, user_id=cast.admin.user.pk)
    assert actions.reactivate_user(by=cast.admin.access, user_id=someone.pk).is_active


def delegated(cast: Cast, to: User, **more: Any) -> Delegation:
    values = {"since": TODAY(), "until": TODAY() + datetime.timedelta(days=5), "reason": "প্রশিক্ষণ", **more}
    return actions.delegate(by=cast.district_officer.access, to_user_id=to.pk, **values)


def test_who_acts_for_another_carries_both_names_and_that_post_only(cast: Cast) -> None:
    deputy = cast.upazila_officer.user
    made = delegated(cast, deputy)
    assert delegated(cast, deputy) == made
    posting = next(row for row in postings_of(by=deputy) if row.user_id != deputy.pk)
    acting = access_of_posting(by=deputy, posting=posting)
    assert acting.label == f"{deputy} → {cast.district_officer.user}, জেলা কর্মকর্তা"
    assert acting.acting_for_id == posting.pk
    assert acting.permissions == cast.district_officer.access.permissions
    actions.form_committee(by=acting, office_id=cast.district.pk, name_bn="টিম", formed_on=DAY,
                           members=[actions.Member("chair", post_id=posting.post_id)])  # fmt: skip
    deed = Deed.objects.get(name="org.form_committee")
    assert (deed.user_id, deed.acting_for_id) == (deputy.pk, posting.pk)
    assert cast.district_officer.user.name_bn in deed.actor_label
    assert deputy.name_bn in deed.actor_label
    with pytest.raises(Refused, match="Only the holder"):
        actions.delegate(by=acting, to_user_id=cast.reviewer.user.pk, since=TODAY(), until=TODAY(), reason="ক")


@pytest.mark.parametrize(
    "more",
    [
        {"until": datetime.date(2020, 1, 1)},
        {"until": datetime.date(2999, 1, 1)},
        {"reason": " "},
    ],
)
def test_a_delegation_has_a_reason_and_an_end(cast: Cast, more: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        delegated(cast, cast.upazila_officer.user, **more)


def test_a_delegation_lapses_by_date_by_withdrawal_and_with_the_posting(cast: Cast) -> None:
    deputy = cast.upazila_officer.user
    made = delegated(cast, deputy)
    assert len(postings_of(by=deputy)) == 2
    with pytest.raises(NotFound):
        actions.withdraw_delegation(by=cast.outsider.access, delegation_id=made.pk)
    with pytest.raises(Refused):
        actions.withdraw_delegation(by=cast.upazila_officer.access, delegation_id=made.pk)
    actions.withdraw_delegation(by=cast.district_officer.access, delegation_id=made.pk)
    assert len(postings_of(by=deputy)) == 1
    delegated(cast, deputy)
    actions.end_posting(by=cast.admin.access, posting_id=cast.district_officer.posting.pk,
                        until=TODAY() - datetime.timedelta(days=1))  # fmt: skip
    assert len(postings_of(by=deputy)) == 1


def test_only_who_has_a_post_delegates(cast: Cast) -> None:
    for access in (cast.outsider.access, Access(user_id=cast.admin.user.pk), system()):
        with pytest.raises(Refused):
            actions.delegate(by=access, to_user_id=cast.reviewer.user.pk, since=TODAY(), until=TODAY(), reason="ক")


def test_a_post_closes_only_when_empty(cast: Cast) -> None:
    admin = cast.admin.access
    with pytest.raises(BadInput, match="holds this post"):
        actions.close_post(by=admin, post_id=cast.upazila_officer.posting.post_id)
    post = actions.add_post(by=admin, office_id=cast.upazila.pk, title_bn="নতুন পদ", on=DAY)
    duty = actions.assign_duty(by=admin, post_id=post.pk, kind="maker", about="report:1")
    with pytest.raises(BadInput, match="duties"):
        actions.close_post(by=admin, post_id=post.pk)
    actions.move_duty(by=admin, duty_id=duty.pk, to_post_id=cast.upazila_officer.posting.post_id)
    assert actions.close_post(by=admin, post_id=post.pk).valid_to == TODAY()
    with pytest.raises(BadInput, match="head already"):
        actions.add_post(by=admin, office_id=cast.upazila.pk, title_bn="প্রধান", is_head=True)


def test_maker_and_checker_of_one_report_are_two_posts(cast: Cast) -> None:
    by, post = cast.upazila_officer.access, vacant(cast.upazila)
    actions.assign_duty(by=by, post_id=post.pk, kind="maker", about="report:1")
    actions.assign_duty(by=by, post_id=post.pk, kind="approver", about="report:2")
    with pytest.raises(BadInput, match="both make and check"):
        actions.assign_duty(by=by, post_id=post.pk, kind="checker", about="report:1")
    with pytest.raises(BadInput, match="both make and check"):
        actions.assign_duty(by=by, post_id=post.pk, kind="maker", about="report:2")
    mine = access_of_posting(by=cast.upazila_officer.user, posting=cast.upazila_officer.posting)
    assert not selectors.has_duty(by=mine, about="report:1", kind="maker")
    with pytest.raises(NotFound):
        actions.assign_duty(by=cast.outsider.access, post_id=post.pk, kind="maker", about="report:3")


def test_sections_open_change_and_close(cast: Cast) -> None:
    admin = cast.admin.access
    section = actions.add_section(by=admin, office_id=cast.upazila.pk, name_bn="প্রশাসন", code="০১৭")
    assert section.code == "017"
    with pytest.raises(BadInput):
        actions.add_section(by=admin, office_id=cast.upazila.pk, name_bn="খ", code="17")
    post = actions.add_post(by=admin, office_id=cast.upazila.pk, title_bn="ক", section_id=section.pk)
    with pytest.raises(BadInput, match="section"):
        actions.add_post(by=admin, office_id=cast.district.pk, title_bn="ক", section_id=section.pk)
    with pytest.raises(BadInput, match="still open"):
        actions.close_section(by=admin, section_id=section.pk)
    actions.close_post(by=admin, post_id=post.pk)
    actions.rename_section(by=admin, section_id=section.pk, name_bn="সাধারণ")
    assert actions.close_section(by=admin, section_id=section.pk).name_bn == "সাধারণ"
    with pytest.raises(NotFound):
        actions.close_section(by=cast.outsider.access, section_id=section.pk)
