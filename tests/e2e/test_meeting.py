"""A meeting in a real browser: from the notice to signed minutes to an upazila that answers on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest

from agragati.meetings.models import AgendaItem, DecisionDuty, Meeting
from tests.browser import Visit
from tests.meetings.made import plan
from tests.people import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OpenAs = Callable[..., Visit]


def step(visit: Visit, made: Meeting, deed: str, **fields: str) -> None:
    """Open the meeting, press the deed's button, fill in what is asked, confirm."""
    page = visit.open(f"/meetings/{made.pk}/")
    page.click(f"main a[href$='/do/{deed}/']")
    visit.settle()
    for name, value in fields.items():
        page.fill(f"[name={name}]", value)
    page.click("main form .ends button")
    page.wait_for_url(re.compile(rf"/meetings/{made.pk}/$"))
    visit.settle()


def type_without_network(visit: Visit, made: Meeting) -> None:
    """Type the discussion offline; it is kept over a reload and a lost session, and never sent over another's."""
    item, page, network = AgendaItem.objects.get(meeting=made), visit.page, visit.page.context.set_offline
    address, area = f"/meetings/items/{item.pk}/text/discussion/", "textarea[name=text]"
    visit.open(address)
    network(True)
    page.fill(area, "লাইন ছাড়া লেখা")
    page.click("main form .ends button")
    page.wait_for_selector("[data-say=offline]:visible")
    network(False)
    page.wait_for_url(re.compile(rf"/meetings/{made.pk}/(#.*)?$"))
    assert AgendaItem.objects.get(pk=item.pk).discussion == "লাইন ছাড়া লেখা"
    visit.open(address)
    network(True)
    page.fill(area, "আমার কথা")
    network(False)
    page.reload()
    assert page.input_value(area) == "আমার কথা"
    AgendaItem.objects.filter(pk=item.pk).update(discussion="অন্যের কথা", versions={"discussion": 9})
    page.click("main form .ends button")
    page.wait_for_selector("main .grid >> text=অন্যের কথা")
    assert page.input_value(area) == "আমার কথা"
    page.fill(area, "অন্যের কথা ও আমার কথা")
    page.click("main form .ends button")
    page.wait_for_url(re.compile(rf"/meetings/{made.pk}/(#.*)?$"))
    assert AgendaItem.objects.get(pk=item.pk).discussion == "অন্যের কথা ও আমার কথা"
    page = visit.open(address)
    assert page.input_value(area) == "অন্যের কথা ও আমার কথা"
    signed_in = page.context.cookies()
    page.fill(area, "সবার কথা")
    page.context.clear_cookies(name="sessionid")
    page.click("main form .ends button")
    page.wait_for_url(re.compile("/accounts/login/"))
    page.context.add_cookies(signed_in)
    page.goto(urljoin(page.url, address), wait_until="commit")
    page.wait_for_url(re.compile(rf"/meetings/{made.pk}/(#.*)?$"))
    assert AgendaItem.objects.get(pk=item.pk).discussion == "সবার কথা"
    visit.complaints.clear()  # the browser itself complains about the lost network and the 409


def test_from_notice_to_an_upazila_that_answers_on_a_phone(cast: Cast, open_page_as: OpenAs) -> None:
    made = plan(cast)
    visit = open_page_as(cast.district_officer.user)
    page = visit.open(f"/meetings/{made.pk}/items/add/")
    page.fill("[name=topic]", "তথ্য বাতায়ন হালনাগাদ")
    page.click("main form .ends button")
    page.wait_for_url(re.compile(rf"/meetings/{made.pk}/$"))
    page = visit.open(f"/meetings/{made.pk}/invite/")
    page.check(f"input[name=posts][value='{cast.district_officer.posting.post_id}']")
    page.click("main form .ends button")
    page.wait_for_url(re.compile(r"/attendance/$"))
    step(visit, made, "notify")
    step(visit, made, "start")
    type_without_network(visit, made)
    visit.open(f"/meetings/{made.pk}/")
    page.click("main a[href$='/decide/']")
    visit.settle()
    page.fill("[name=text]", "বাতায়ন হালনাগাদ করে প্রতিবেদন দিতে হবে।")
    page.fill("[name=due_text]", "১৫ দিনের মধ্যে")
    page.check("input[value='level:upazila']")
    page.click("main form .ends button")
    page.wait_for_url(re.compile(rf"/meetings/{made.pk}/(#.*)?$"))
    step(visit, made, "close")
    step(visit, made, "sign")
    assert "কার্যবিবরণী স্বাক্ষরিত" in page.inner_text("main")
    visit.shot("meeting_signed")
    phone = open_page_as(cast.upazila_officer.user, width=360)
    page = phone.open("/meetings/decisions/")
    page.click("main table a")
    phone.settle()
    page.check("input[name=status][value=done]")
    page.fill("[name=text]", "হালনাগাদ করা হয়েছে")
    assert phone.overflow() == 0
    phone.shot("duty_phone")
    page.click("main form .ends button")
    page.wait_for_load_state("networkidle")
    assert "হালনাগাদ করা হয়েছে" in page.inner_text("main")
    assert DecisionDuty.objects.get(office=cast.upazila).status == "done"
    assert not visit.complaints + phone.complaints
