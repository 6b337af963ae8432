"""The office picker: either script, by spelling, sound or likeness, within the searching scope."""

from __future__ import annotations

import pytest

from agragati.kernel.errors import Refused
from agragati.org import actions, selectors
from agragati.org.access import Access
from tests.people import Cast


@pytest.fixture
def named(cast: Cast) -> Cast:
    for here, name_bn, name_en in (
        (cast.upazila, "উপজেলা কার্যালয়, গোদাগাড়ী", "Upazila Office, Godagari"),
        (cast.other_upazila, "উপজেলা কার্যালয়, পুঠিয়া", "Upazila Office, Puthia"),
    ):
        actions.rename_office(by=cast.admin.access, office_id=here.pk, name_bn=name_bn, name_en=name_en)
    return cast


def names(by: Access, query: str, **more: str) -> list[str]:
    return [option.name.rpartition(", ")[2] for option in selectors.office_options(by=by, query=query, **more)]


@pytest.mark.parametrize("query", ["গোদা", "গোদাগাড়ি", "godagari", "GODA", "উপজেলা গোদা", "gudagari", "godagary", "গোদাগারী"])
def test_one_office_is_found_in_many_spellings(named: Cast, query: str) -> None:
    assert names(named.district_officer.access, query)[:1] == ["গোদাগাড়ী"]


def test_only_the_searching_scope_is_offered(named: Cast) -> None:
    assert names(named.upazila_officer.access, "উপজেলা") == ["গোদাগাড়ী"]
    assert names(named.outsider.access, "উপজেলা") == []
    assert len(names(named.outsider.access, "উপজেলা", within="directory")) == 2
    with pytest.raises(Refused):
        names(Access(user_id=1), "উপজেলা", within="directory")


@pytest.mark.parametrize("query", ["", "গ", " ", "%", "_", "'; drop table"])
def test_too_little_or_nonsense_finds_nothing(named: Cast, query: str) -> None:
    assert names(named.district_officer.access, query) == []


def test_closed_offices_are_not_offered(named: Cast) -> None:
    made = actions.add_office(
        by=named.admin.access, parent_id=named.district.pk, kind="other", name_bn="বন্ধ অফিস", code="B"
    )
    assert names(named.admin.access, "বন্ধ") == ["বন্ধ অফিস"]
    actions.merge_offices(by=named.admin.access, office_id=made.pk, into_id=named.district.pk)
    assert selectors.offices(by=named.admin.access, query="বন্ধ", closed=True).count() == 1
