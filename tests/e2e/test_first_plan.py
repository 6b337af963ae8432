"""The main job in a real browser: sign in, open the plan, add one event with a file, see why, print."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from agragati.kernel.text import normalise
from agragati.plans.actions import adopt_framework
from tests.browser import Open
from tests.people import Cast
from tests.plans.test_actions import add, edition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "একটি দীর্ঘ পাসওয়ার্ড"


@pytest.fixture
def plan_id(cast: Cast) -> int:
    made = adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=edition())
    add(cast, made, "1.4.1", date(2021, 8, 25))
    user = cast.divisional_officer.user
    user.set_password(PASSWORD)
    user.save()
    return made.pk


def sign_in(visit: object) -> object:
    page = visit.open("/accounts/login/")
    page.fill("input[name=login]", "divisional")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/accounts/login" not in url)
    return visit.settle()


@pytest.mark.parametrize(("width", "javascript"), [(360, True), (1366, False)])
def test_an_officer_enters_progress_and_prints_the_report(
    plan_id: int, open_page: Open, tmp_path: Path, width: int, javascript: bool
) -> None:
    visit = open_page(width=width, javascript=javascript)
    sign_in(visit)
    page = visit.open("/plans/")
    page.click(f"main a[href='/plans/{plan_id}/']")
    visit.settle()
    assert "৪.০০" in page.inner_text("main")
    page.click("main a:has-text('[১.৬.১]')")
    visit.settle()
    page.click("main a[href$='/events/add/']")
    visit.settle()
    proof = tmp_path / "নোটিশ.txt"
    proof.write_text("কর্মশালার নোটিশ", encoding="utf-8")
    page.fill("input[name=day]", "২৬/০৯/২০২১")
    page.fill("input[name=quantity]", "৩")
    page.fill("textarea[name=text]", "কর্মশালা আয়োজিত")
    page.set_input_files("input[name=file]", proof)
    page.click("main form button")
    page.wait_for_url(re.compile(r"/plans/indicators/\d+/$"))
    visit.settle()
    shown = page.inner_text("main")
    assert "৩.৬০" in shown
    assert "নোটিশ.txt" in shown
    assert "৪ × ৯০%" in shown.replace("\u00a0", " ")
    assert visit.overflow() == 0
    visit.open(f"/plans/{plan_id}/report/1/")
    answer = page.request.get(f"{visit.base}/plans/{plan_id}/report/1/pdf/")
    text = "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(answer.body()))
    assert normalise("কর্মসম্পাদন সূচক") in normalise(text)
    assert "২৫/০৮/২০২১" in text
    assert not visit.complaints


def test_plan_pages_are_light(plan_id: int, open_page: Open) -> None:
    visit = open_page()
    sign_in(visit)
    for address in ("/plans/", f"/plans/{plan_id}/"):
        visit.open(address)
        assert visit.weight() <= 25 * 1024
        assert len(visit.answers) <= 12
