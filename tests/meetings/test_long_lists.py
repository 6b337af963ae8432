"""Lists ask for the keys of a few pages; what they leave out is told, and nothing that fits is missed."""

from __future__ import annotations

import pytest
from tests.meetings.made import decided
from tests.people import Cast

from agragati.meetings import actions, selectors
from agragati.meetings.models import Decision, DecisionDuty
from agragati.meetings.selectors import keys

pytestmark = pytest.mark.django_db


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """One row a page, one page ahead, at most four rows."""
    for name, value in {"PER_PAGE": 1, "PAGES_AHEAD": 1, "MOST_LISTED": 4}.items():
        monkeypatch.setattr(keys, name, value)


def ten_decisions(cast: Cast, with_duty: set[int]) -> list[Decision]:
    """Ten decisions of one signed meeting; those at `with_duty` are waited for."""
    first = decided(cast, targets=[])
    place = {"office_id": first.office_id, "meeting_id": first.meeting_id, "item_id": first.item_id}
    rest = [Decision(**place, number=n, text=f"{n}") for n in range(2, 11)]
    rows = [first, *Decision.objects.bulk_create(rest)]
    actions.sign(by=cast.district_officer.access, meeting_id=first.meeting_id)
    DecisionDuty.objects.all().delete()  # what nobody is named for falls to the office that decided
    DecisionDuty.objects.bulk_create(DecisionDuty(decision=rows[at], office=cast.upazila) for at in with_duty)
    return rows


def test_what_fits_is_found_however_far_down_it_stands(cast: Cast, short_pages: None) -> None:
    rows = ten_decisions(cast, {8})
    by, nothing = cast.district_officer.access, selectors.DecisionFilter()
    assert list(selectors.decisions_page(by=by, wanted=nothing, own=True)) == [rows[8]]
    late_ones = selectors.DecisionFilter(status="not_started")
    assert list(selectors.decisions_page(by=by, wanted=late_ones)) == [rows[8]]


def test_a_list_says_that_there_is_more_and_where_it_ends(cast: Cast, short_pages: None) -> None:
    rows = ten_decisions(cast, {0, 2, 3, 5, 7, 8})
    by, found = cast.district_officer.access, list[Decision]()
    for number, count, cut in ((1, 2, False), (2, 3, False), (3, 4, True), (4, 4, True)):
        page = selectors.decisions_page(by=by, wanted=selectors.DecisionFilter(), page=number, own=True)
        pages = page.paginator
        assert isinstance(pages, keys.Listed)
        assert (pages.count, pages.has_more, pages.is_cut) == (count, True, cut)
        found += page.object_list
    assert found == [rows[at] for at in (0, 2, 3, 5)]


def test_a_list_that_ends_says_how_many_there_are(cast: Cast, short_pages: None) -> None:
    ten_decisions(cast, {4, 6})
    page = selectors.decisions_page(
        by=cast.district_officer.access, wanted=selectors.DecisionFilter(), page=2, own=True
    )
    assert isinstance(page.paginator, keys.Listed)
    assert (page.paginator.count, page.paginator.has_more, page.paginator.is_cut) == (2, False, False)
