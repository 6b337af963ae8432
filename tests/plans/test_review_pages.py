"""Pages of life, quarters, reviews and appeals: what they show, what they refuse, what they lead to."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils.translation import gettext

from agragati.plans.actions.claims import submit_quarter
from agragati.plans.actions.life import move_plan
from agragati.plans.actions.review import accept_quarter
from agragati.plans.actions.sampling import draw_sample
from agragati.plans.models import Appeal, Claim, Plan, SampleItem, Submission, Window
from agragati.plans.rules.life_states import LifeDeed
from tests.people import Cast, Person
from tests.plans.year import claim, decide_all, new_plan, row, running_plan, sent, worked

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def as_person(client: Client, one: Person) -> Client:
    client.force_login(one.user, backend=BACKEND)
    return client


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def send(client: Client, address: str, **values: object) -> str:
    """Fill the form of a page and send it; gives where it led."""
    form = client.get(address).context["form"]
    answer = client.post(address, {"submit_key": form["submit_key"].value(), **values})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


@pytest.fixture
def quarter(cast: Cast) -> Submission:
    plan = running_plan(cast)
    worked(cast, plan)
    return sent(cast, plan)


def test_a_plan_walks_through_its_life_by_pages(cast: Cast, client: Client) -> None:
    plan = new_plan(cast.upazila, cast.upazila_officer)
    as_person(client, cast.upazila_officer)
    assert "পেশ" in text(client, f"/plans/{plan.pk}/life/")
    assert send(client, f"/plans/{plan.pk}/life/discuss/") == f"/plans/{plan.pk}/life/"
    assert client.get(f"/plans/{plan.pk}/life/sign_higher/").status_code == 404
    send(client, f"/plans/{plan.pk}/life/sign_own/", day="২৪/০৬/২০২১")
    as_person(client, cast.district_officer)
    form = client.get(f"/plans/{plan.pk}/life/sign_higher/").context["form"]
    values = {"submit_key": form["submit_key"].value(), "day": "24/06/2021"}
    assert client.post(f"/plans/{plan.pk}/life/sign_higher/", values).status_code == 422
    assert Plan.objects.get(pk=plan.pk).stage == "discussed"


def test_the_quarter_page_shows_what_will_be_claimed_and_sends_it_once(cast: Cast, client: Client) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    address = f"/plans/{plan.pk}/quarters/1/"
    as_person(client, cast.upazila_officer)
    page = text(client, address)
    assert "৫.৪০ / ৬" in page
    assert "প্রমাণক" in page
    key = client.get(address).context["form"]["submit_key"].value()
    first, second = (client.post(address, {"submit_key": key}) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert Submission.objects.get(plan=plan).round == 1
    assert Submission.objects.get(plan=plan).is_late  # sent years later
    assert gettext("Late") in text(client, address)
    assert client.get(f"/plans/{plan.pk}/quarters/5/").status_code == 404


def test_the_reviewer_goes_from_claim_to_claim(cast: Cast, client: Client, quarter: Submission) -> None:
    as_person(client, cast.district_officer)
    queue = text(client, "/plans/reviews/")
    assert "১৩" in queue
    assert cast.upazila.name_bn in queue
    first, second = Claim.objects.filter(submission=quarter).order_by("position")[:2]
    address = f"/plans/reviews/{first.pk}/?quarter=2021-1"
    assert send(client, address, verdict="accept", reason="") == f"/plans/reviews/{second.pk}/?quarter=2021-1"
    first.refresh_from_db()
    assert (first.state, first.decided_by) == ("accepted", cast.district_officer.user)
    assert "plans/review" in text(client, address)
    form = client.get(f"/plans/reviews/{second.pk}/").context["form"]
    values = {"submit_key": form["submit_key"].value(), "verdict": "return", "reason": ""}
    assert client.post(f"/plans/reviews/{second.pk}/", values).status_code == 422
    assert send(client, f"/plans/reviews/{first.pk}/undo/", reason="ভুল") == f"/plans/reviews/{first.pk}/"


def test_bulk_and_filters(cast: Cast, client: Client, quarter: Submission) -> None:
    as_person(client, cast.district_officer)
    page = text(client, "/plans/reviews/?mark=clean&quarter=২০২১-১")
    clean = Claim.objects.filter(submission=quarter, proof_complete=True, has_flag=False)
    assert page.count('name="claim"') == clean.count()
    answer = client.post("/plans/reviews/accept/?mark=clean", {"claim": [str(one.pk) for one in clean]}, follow=True)
    assert "গৃহীত" in answer.content.decode()
    assert Claim.objects.filter(submission=quarter, state="accepted").count() == clean.count()
    assert client.get("/plans/reviews/accept/").status_code == 405


def test_claimants_and_strangers_are_kept_out(cast: Cast, client: Client, quarter: Submission) -> None:
    one = claim(quarter, "1.4.1")
    as_person(client, cast.upazila_officer)
    assert client.get("/plans/reviews/").status_code == 403
    assert client.get(f"/plans/reviews/{one.pk}/").status_code == 403
    as_person(client, cast.outsider)
    addresses = [
        f"/plans/reviews/{one.pk}/", f"/plans/reviews/{one.pk}/undo/", f"/plans/reviews/{one.pk}/appeal/",
        f"/plans/{quarter.plan_id}/life/", f"/plans/{quarter.plan_id}/quarters/1/", f"/plans/{quarter.plan_id}/award/",
        f"/plans/reviews/quarters/{quarter.pk}/accept_quarter/",
    ]  # fmt: skip
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 404)


def test_a_quarter_is_accepted_and_the_differences_are_seen(cast: Cast, client: Client, quarter: Submission) -> None:
    as_person(client, cast.district_officer)
    part = claim(quarter, "1.5.1")
    send(
        client, f"/plans/reviews/{part.pk}/", verdict="accept_part", numerator="২৬", denominator="৪০", reason="দুবার গোনা"
    )
    decide_all(cast.district_officer, quarter)
    as_person(client, cast.divisional_officer)
    assert cast.upazila.name_bn in text(client, "/plans/reviews/quarters/")
    send(client, f"/plans/reviews/quarters/{quarter.pk}/accept_quarter/", reason="")
    page = text(client, f"/plans/indicators/{part.indicator_id}/")
    assert "৫.৪০" in page
    assert "৪.২০" in page
    assert "দুবার গোনা" in page
    assert "১০.০০" in text(client, f"/plans/{quarter.plan_id}/")
    send(client, f"/plans/reviews/quarters/{quarter.pk}/unaccept_quarter/", reason="আবার দেখা হবে")
    send(client, f"/plans/reviews/quarters/{quarter.pk}/reopen_quarter/", reason="প্রমাণক বাদ", codes=["1.5.1"])
    quarter.refresh_from_db()
    assert quarter.state == "returned"


def test_award_and_appeal_by_pages(cast: Cast, client: Client, quarter: Submission) -> None:
    plan = quarter.plan
    last = submit_quarter(by=cast.upazila_officer.access, plan=plan, quarter=4)
    decide_all(cast.district_officer, last)
    accept_quarter(by=cast.divisional_officer.access, submission=last)
    as_person(client, cast.divisional_officer)
    assert send(client, f"/plans/{plan.pk}/award/", agreed="on") == f"/plans/{plan.pk}/life/"
    as_person(client, cast.upazila_officer)
    assert "আপিল" in text(client, f"/plans/{plan.pk}/quarters/4/")
    one = claim(last, "2.2.1")
    where = send(client, f"/plans/reviews/{one.pk}/appeal/", value="৪", reason="চারটি প্রশিক্ষণ হয়েছে")
    assert "চারটি প্রশিক্ষণ" in text(client, where)
    as_person(client, cast.reviewer)
    assert cast.upazila.name_bn in text(client, "/plans/appeals/")
    send(client, where, decision="uphold", value="৩", reason="তিনটির প্রমাণক আছে")
    assert Appeal.objects.get().state == "upheld"
    assert "২.৪০" in text(client, where)


def test_samples_by_pages(cast: Cast, client: Client, quarter: Submission) -> None:
    as_person(client, cast.district_officer)
    values = {"fiscal_year": "2021", "quarter": "1", "percent": "৩০", "how": "risk", "seed": "abc"}
    where = send(client, "/plans/reviews/samples/", **values)
    assert "abc" in text(client, where)
    item = SampleItem.objects.first()
    assert item is not None
    assert send(client, f"/plans/reviews/samples/rows/{item.pk}/", finding="confirmed", note="") == where
    again = draw_sample(by=cast.district_officer.access, fiscal_year=2021, quarter=1, percent=30, seed="abc")
    assert again.items.filter(claim=item.claim).exists()


def test_windows_terms_extensions_and_dates(cast: Cast, client: Client) -> None:
    plan = running_plan(cast)
    as_person(client, cast.admin)
    send(
        client, "/plans/windows/2021/", tier="upazila", quarter="4", opens="০১/০৭/২০২২", closes="০৬/০৭/২০২২", reason=""
    )
    assert Window.objects.get().closes == date(2022, 7, 6)
    send(client, "/plans/windows/2021/review/", remaining_weight="redistribute", accept_step="on", appeal_days="১০")
    as_person(client, cast.district_officer)
    assert "৬ জুলাই ২০২২" in text(client, "/plans/windows/2021/")
    send(client, f"/plans/{plan.pk}/quarters/4/extend/", until="20/07/2030", reason="বন্যা")
    assert "বন্যা" in text(client, f"/plans/{plan.pk}/life/")
    code = row(plan, "1.1.1")
    send(client, f"/plans/indicators/{code.pk}/dates/", day="28/02/2022")
    assert "২৮ ফেব্রুয়ারি ২০২২" in text(client, f"/plans/indicators/{code.pk}/")
    assert client.get("/plans/windows/9999/").status_code == 404


def test_an_amendment_by_page(cast: Cast, client: Client) -> None:
    plan = running_plan(cast)
    own = cast.upazila_officer
    move_plan(by=own.access, plan=plan, deed=LifeDeed.OPEN_AMENDMENT, reason="বরাদ্দ কমেছে", on=date(2021, 9, 20))
    as_person(client, own)
    address = f"/plans/indicators/{row(plan, '2.2.1').pk}/amend/"
    assert "৪" in text(client, address)
    form = client.get(address).context["form"]
    values = {
        "submit_key": form["submit_key"].value(),
        "level_100": "3",
        "level_80": "2",
        "level_60": "1",
        "reason": "কম",
    }
    assert client.post(address, values).status_code == 422  # the window of amendments is over today
