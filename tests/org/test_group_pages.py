"""Groups of offices through their pages: made by the country's administrator, filled by who manages the office."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, NotFound
from agragati.org import actions, selectors
from agragati.org.models import OfficeGroup
from tests.org.test_pages import signed_in
from tests.people import Cast, person


@pytest.fixture
def admin(cast: Cast) -> Client:
    return signed_in(cast.admin)


def made_by_forms(admin: Client) -> None:
    region = {"submit_key": "s", "key": "region", "name_bn": "অঞ্চল", "is_exclusive": "on"}
    assert admin.post(reverse("org:add_group_set"), region).status_code == 302
    for key in ("north", "south"):
        data = {"submit_key": key, "key": key, "name_bn": f"দল {key}"}
        assert admin.post(reverse("org:add_group", args=["region"]), data).status_code == 302


def test_a_group_is_made_filled_found_and_emptied_by_its_pages(cast: Cast, admin: Client) -> None:
    made_by_forms(admin)
    answer = admin.post(reverse("org:put_in_group", args=["north"]), {"submit_key": "p", "office": cast.upazila.pk})
    assert answer["Location"] == reverse("org:group", args=["north"])
    assert cast.upazila.name_bn in admin.get(answer["Location"]).content.decode()
    filtered = admin.get(reverse("org:offices"), {"group": "north"})
    assert [row.pk for row in filtered.context["page"]] == [cast.upazila.pk]
    shown = admin.get(reverse("org:office", args=[cast.upazila.pk])).content.decode()
    assert reverse("org:group", args=["north"]) in shown
    gone = admin.post(reverse("org:take_from_group", args=["north", cast.upazila.pk]), {"submit_key": "t"})
    assert gone.status_code == 302
    assert not OfficeGroup.objects.get(key="north").offices.exists()
    names = set(Deed.objects.values_list("name", flat=True))
    assert {"org.add_group_set", "org.add_group", "org.put_in_group", "org.take_from_group"} <= names


def test_the_own_administrator_puts_the_office_in_from_its_page(cast: Cast, admin: Client) -> None:
    made_by_forms(admin)
    keeper = person("keeper", "অফিস প্রশাসক", cast.district, "প্রোগ্রামার", "office_admin")
    client = signed_in(keeper)
    address = reverse("org:join_group", args=[cast.upazila.pk])
    assert client.post(address, {"submit_key": "1", "group": "north"}).status_code == 302
    second = client.post(address, {"submit_key": "2", "group": "south"})
    assert second.status_code == 422
    assert "group" in second.context["form"].errors
    for away in ("add_group_set", "add_group"):
        args = ["region"] if away == "add_group" else []
        assert client.get(reverse(f"org:{away}", args=args)).status_code == 403
    foreign = client.post(reverse("org:put_in_group", args=["north"]), {"submit_key": "3", "office": cast.ministry.pk})
    assert foreign.status_code == 404


def test_a_group_shows_to_those_who_see_an_office_of_it(cast: Cast, admin: Client) -> None:
    made_by_forms(admin)
    actions.put_in_group(by=cast.admin.access, office_id=cast.upazila.pk, group_key="north")
    actions.put_in_group(by=cast.admin.access, office_id=cast.ministry.pk, group_key="north")
    client = signed_in(cast.district_officer)
    page = client.get(reverse("org:group", args=["north"]))
    assert [row.pk for row in page.context["page"]] == [cast.upazila.pk]
    assert client.get(reverse("org:group", args=["south"])).status_code == 404
    [sheet] = selectors.group_sheets(by=cast.district_officer.access)
    assert [(row.group.key, row.offices) for row in sheet.groups] == [("north", 1)]
    with pytest.raises(NotFound):
        selectors.group(by=cast.outsider.access, key="north")


@pytest.mark.parametrize("key", ["", "উত্তর", "a b", "-x", "x" * 51])
def test_a_short_name_is_latin_and_short(cast: Cast, key: str) -> None:
    with pytest.raises(BadInput) as refusal:
        actions.add_group_set(by=cast.admin.access, key=key, name_bn="অঞ্চল")
    assert refusal.value.field == "key"


def test_a_short_name_belongs_to_one_group(cast: Cast, admin: Client) -> None:
    made_by_forms(admin)
    again = admin.post(reverse("org:add_group", args=["region"]), {"submit_key": "x", "key": "north", "name_bn": "অন্য"})
    assert again.status_code == 422
    assert "key" in again.context["form"].errors
