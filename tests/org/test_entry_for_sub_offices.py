"""An officer of the higher office enters for offices below in the own name: no shared password, both names kept."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from agragati.audit.models import Deed
from agragati.kernel.errors import Refused
from agragati.org.access import P
from agragati.plans.models import PlanIndicator, ProgressEvent
from agragati.plans.selectors.independence import require_independent
from tests.org.test_pages import signed_in
from tests.owned import OWNED
from tests.people import Cast, Person, person


@pytest.fixture
def indicator(cast: Cast) -> PlanIndicator:
    """A row of the divisional office's plan."""
    return PlanIndicator.objects.select_related("plan__office").get(pk=OWNED["indicator_id"](cast))


def editor(cast: Cast, role: str = "line_editor") -> Person:
    return person("section", "নাসরিন আক্তার", cast.directorate, "শাখা কর্মকর্তা", role)


def test_the_officer_above_enters_and_both_names_stand_in_the_entry_and_the_log(
    cast: Cast, indicator: PlanIndicator
) -> None:
    client, who = signed_in(editor(cast)), "নাসরিন আক্তার, শাখা কর্মকর্তা, উদাহরণ অধিদপ্তর"
    data = {"submit_key": "k", "day": "০১/১২/২০২১", "standing": "done"}
    answer = client.post(reverse("plans:enter", args=[indicator.pk]), data)
    assert answer.status_code == 302, answer.context["form"].errors
    event = ProgressEvent.objects.get(indicator=indicator)
    assert (event.entered_by.username, event.entered_label) == ("section", who)
    assert (
        who in signed_in(cast.divisional_officer).get(reverse("plans:indicator", args=[indicator.pk])).content.decode()
    )
    deed = Deed.objects.get(name="plans.record_progress")
    assert (deed.user_id, deed.acting_for_id) == (event.entered_by_id, None)
    assert deed.actor_label.startswith("নাসরিন আক্তার")
    assert indicator.plan.office.name_bn in deed.about_label
    log = signed_in(cast.admin).get(reverse("org:deeds"), {"name": "plans.record_progress"}).content.decode()
    assert all(name in log for name in ("নাসরিন আক্তার", cast.directorate.name_bn, indicator.plan.office.name_bn))


def test_whoever_entered_does_not_review(cast: Cast, indicator: PlanIndicator) -> None:
    by = editor(cast).access
    ProgressEvent.objects.create(indicator=indicator, entered_by_id=by.user_id, entered_in_id=by.posting_id,
                                 entered_label=by.label, day=datetime.date(2021, 12, 1))  # fmt: skip
    with pytest.raises(Refused):
        require_independent(by=by, plan=indicator.plan)


@pytest.mark.parametrize(
    ("role", "reached"),
    [("line_editor", {"directorate", "divisional", "upazila"}), ("next_level_editor", {"directorate", "divisional"}),
     ("clerk", {"directorate"})],
)  # fmt: skip
def test_the_role_reaches_its_own_line_only(cast: Cast, role: str, reached: set[str]) -> None:
    by = editor(cast, role).access
    offices = ("ministry", "directorate", "divisional", "upazila", "stranger_office")
    assert {name for name in offices if by.may_enter(P.PROGRESS_ENTER, getattr(cast, name).path)} == reached
    assert not by.may_enter(P.PROGRESS_SUBMIT, cast.divisional.path)
    assert not by.may_enter(P.PROGRESS_REVIEW, cast.divisional.path)


def test_the_own_office_keeps_a_short_label(cast: Cast) -> None:
    assert cast.upazila_officer.access.label_at(cast.upazila.path) == "রোকেয়া বেগম, উপজেলা কর্মকর্তা"
