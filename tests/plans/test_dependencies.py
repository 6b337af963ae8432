"""What an indicator needs from another office: asked, told, answered; and remarks on single values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.outbox.models import Message, Obligation
from agragati.plans.actions.dependencies import answer_dependency, ask_office, drop_dependency
from agragati.plans.models import Dependency, Plan
from agragati.plans.selectors.dependencies import dependency
from tests.people import Cast
from tests.plans.test_actions import add, plan  # noqa: F401
from tests.plans.test_pages import BACKEND, row_id
from tests.plans.year import row

WHAT = "আওতাধীন অফিসের ত্রৈমাসিক প্রত্যয়ন"


def asked(cast: Cast, plan: Plan) -> Dependency:
    """The divisional office asks the upazila for a certificate."""
    return ask_office(by=cast.divisional_officer.access, indicator=row(plan, "1.6.1"), office=cast.upazila, what=WHAT,
                      due=date(2021, 10, 5))  # fmt: skip


def test_the_office_asked_gets_a_duty_and_its_answer_is_told_back(cast: Cast, plan: Plan) -> None:
    made = asked(cast, plan)
    duty = Obligation.objects.get(about=f"dependency:{made.pk}")
    assert (duty.office_id, duty.due) == (cast.upazila.pk, date(2021, 10, 5))
    assert duty.url == f"/plans/dependencies/{made.pk}/"
    assert WHAT in duty.title
    with pytest.raises(Refused):
        answer_dependency(by=cast.divisional_officer.access, dependency=made, answer="নিজেই")
    answer_dependency(by=cast.upazila_officer.access, dependency=made, answer="প্রত্যয়ন পাঠানো হলো")
    duty.refresh_from_db()
    assert duty.done_at is not None
    told = Message.objects.filter(dispatch__about=f"dependency:{made.pk}", office=cast.divisional)
    assert told.filter(channel="in_app").exists()
    with pytest.raises(Refused):
        drop_dependency(by=cast.divisional_officer.access, dependency=made, reason="আর দরকার নেই")


def test_what_is_no_longer_needed_is_taken_back(cast: Cast, plan: Plan) -> None:
    made = asked(cast, plan)
    with pytest.raises(BadInput):
        drop_dependency(by=cast.divisional_officer.access, dependency=made, reason=" ")
    drop_dependency(by=cast.divisional_officer.access, dependency=made, reason="ভিন্ন উৎস থেকে পাওয়া গেছে")
    assert Obligation.objects.get(about=f"dependency:{made.pk}").withdrawn_at is not None


def test_own_office_strangers_and_empty_words_are_refused(cast: Cast, plan: Plan) -> None:
    where, by = row(plan, "1.6.1"), cast.divisional_officer.access
    for office, what in ((cast.divisional, WHAT), (cast.upazila, "  ")):
        with pytest.raises(BadInput):
            ask_office(by=by, indicator=where, office=office, what=what)
    with pytest.raises(Refused):
        ask_office(by=cast.outsider.access, indicator=where, office=cast.upazila, what=WHAT)
    with pytest.raises(NotFound):
        dependency(by=cast.outsider.access, dependency_id=asked(cast, plan).pk)


def test_the_background_page_shows_the_other_office_definition_and_earlier_years(
    cast: Cast, plan: Plan, client: Client,
) -> None:  # fmt: skip
    made = asked(cast, plan)
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    page = client.get(f"/plans/dependencies/{made.pk}/").content.decode()
    assert WHAT in page
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    page = client.get(f"/plans/indicators/{row_id(plan, '1.6.1')}/background/").content.decode()
    assert WHAT in page
    assert f"/plans/dependencies/{made.pk}/" in page


def test_a_remark_may_stand_on_one_value(cast: Cast, plan: Plan, client: Client) -> None:
    first = add(cast, plan, "2.2.1", date(2021, 9, 1), quantity=Decimal(1))
    add(cast, plan, "2.2.1", date(2021, 10, 1), quantity=Decimal(2))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    address = f"/plans/indicators/{row_id(plan, '2.2.1')}/background/"
    key = client.get(address).context["form"]["submit_key"].value()
    given = {"about": f"progress_event:{first.pk}", "text": "উপস্থিতি পত্র মিলিয়ে দেখুন", "submit_key": key}
    assert client.post(address, given).status_code == 302
    page = client.get(address)
    remark = page.context["remarks"][0]
    assert remark.value.startswith("০১/০৯/২০২১ · ১")
    assert "উপস্থিতি পত্র মিলিয়ে দেখুন" in page.content.decode()
    key = page.context["form"]["submit_key"].value()
    strange = client.post(address, {"about": "progress_event:999999", "text": "x", "submit_key": key})
    assert strange.status_code == 422
