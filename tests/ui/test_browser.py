"""The look in a real browser: accessible in both themes and widths, light, and whole without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.browser import PHONE, Open, Visit
from tests.people import Cast
from tests.stage import CHOSEN, Stage, fresh
from tests.ui.faulty_urls import OPTIONS

OpenAs = Callable[..., Visit]
pytestmark = pytest.mark.browser
HEAVIEST = 25 * 1024
MOST_REQUESTS = 12


def judge(visit: Visit, name: str) -> None:
    """A page is right when axe is silent, nothing slides sideways and the console is quiet."""
    visit.shot(name)
    assert visit.violations() == []
    assert visit.overflow() == 0
    assert visit.complaints == []


@pytest.mark.parametrize("path", ["/accounts/login/", "/nowhere/", "/accounts/signup/"])
def test_pages_of_visitors_are_right(stage: Stage, db: None, path: str) -> None:
    stage.show(Client(), path)
    assert stage.judged(CHOSEN, path.strip("/").replace("/", "-"), expected=("404", "403")) == []


@pytest.mark.parametrize(
    "path", ["/accounts/password/change/", "/accounts/2fa/", "/accounts/sessions/", "/search/?q=x"]
)
def test_pages_of_the_account_are_right(stage: Stage, cast: Cast, path: str) -> None:
    stage.show(fresh(cast.reviewer.user), path)
    assert stage.judged(CHOSEN, path.strip("/").replace("/", "-").replace("?", "-")) == []


def test_open_menus_are_accessible(open_page_as: OpenAs, cast: Cast) -> None:
    visit = open_page_as(cast.reviewer.user, width=PHONE, theme="dark")
    page = visit.open("/gallery/")
    for summary in page.locator("details.drop > summary:visible").all():
        summary.click()
        judge(visit, "menu-open")
        page.keyboard.press("Escape")
    assert page.locator("details.drop[open]").count() == 0


@pytest.mark.parametrize("path", ["/gallery/", "/accounts/login/"])
def test_pages_are_light(open_page_as: OpenAs, open_page: Open, cast: Cast, path: str) -> None:
    visit = open_page() if "login" in path else open_page_as(cast.admin.user)
    visit.open(path)
    assert visit.weight() <= HEAVIEST
    assert len(visit.answers) <= MOST_REQUESTS


def test_sign_in_and_switches_work_without_javascript(open_page: Open, cast: Cast) -> None:
    user = cast.reviewer.user
    user.set_password("দীর্ঘ-গোপন-শব্দ-১২৩")
    user.save()
    visit = open_page(javascript=False, width=PHONE)
    page = visit.open("/accounts/login/?next=/gallery/")
    page.fill("input[name=login]", user.username)
    page.fill("input[name=password]", "দীর্ঘ-গোপন-শব্দ-১২৩")
    page.click("main button[type=submit]")
    assert page.url.endswith("/gallery/")
    page.click("header .chip")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("details.drop > summary.who").click()
    page.click("button[name=theme][value=dark]")
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_error_summary_takes_the_focus_and_leads_to_the_field(open_page_as: OpenAs, cast: Cast) -> None:
    page = open_page_as(cast.admin.user).open("/gallery/")
    assert page.evaluate("document.activeElement.matches('.summary')")
    page.click(".summary a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "id_f-settled"
    assert page.input_value("#id_f-settled") == "1318"


COUNT_SUBMITS = """
window.sent = 0;
document.addEventListener("submit", (event) => { if (!event.defaultPrevented) window.sent++; event.preventDefault(); });
"""


def test_a_form_is_sent_once(open_page_as: OpenAs, cast: Cast) -> None:
    page = open_page_as(cast.admin.user).open("/gallery/")
    page.evaluate(COUNT_SUBMITS)
    for _ in range(2):
        page.evaluate("document.querySelectorAll('main form[data-once] button')[0].click()")
    assert page.evaluate("window.sent") == 1


def test_a_large_file_is_refused_before_it_travels(open_page_as: OpenAs, cast: Cast) -> None:
    page = open_page_as(cast.admin.user).open("/gallery/")
    page.evaluate("document.querySelector('#id_proof').dataset.limit = '10'")
    page.set_input_files("#id_proof", {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"x" * 11})
    assert "20" in page.inner_text(".err[data-own]") or "২০" in page.inner_text(".err[data-own]")
    assert page.input_value("#id_proof") == ""


def test_office_box_works_by_keyboard(open_page_as: OpenAs, cast: Cast) -> None:
    visit = open_page_as(cast.admin.user)
    visit.page.route("**/ui-test-offices/**", lambda route: route.fulfill(content_type="text/html", body=OPTIONS * 2))
    page = visit.open("/gallery/")
    page.evaluate("document.querySelectorAll('[data-combo]')[1].dataset.combo = '/ui-test-offices/'")
    page.evaluate("import('/static/ui/combo.js').then((part) => part.start())")
    box = page.locator("#id_office_text")
    box.fill("পবা")
    page.wait_for_selector("[role=option]")
    assert box.get_attribute("aria-expanded") == "true"
    assert visit.violations() == []
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == page.locator("[role=option] >> nth=0").get_attribute("id")
    box.press("Enter")
    assert page.input_value("input[name=office]") == "7"
    assert box.input_value() == "পবা"
    assert box.get_attribute("aria-expanded") == "false"
    box.press("x")
    assert page.input_value("input[name=office]") == ""
