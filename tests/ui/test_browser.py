"""The look in a real browser: accessible in both themes and widths, light, and whole without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser import LOOKS, PHONE, Open, Visit
from tests.people import Cast

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


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_gallery_is_accessible(open_page_as: OpenAs, cast: Cast, theme: str, width: int) -> None:
    visit = open_page_as(cast.divisional_officer.user, theme=theme, width=width)
    visit.open("/gallery/")
    judge(visit, f"gallery-{theme}-{width}")


@pytest.mark.parametrize(("theme", "width"), LOOKS)
@pytest.mark.parametrize("path", ["/accounts/login/", "/nowhere/", "/accounts/signup/"])
@pytest.mark.django_db(transaction=True)
def test_visitor_pages_are_accessible(open_page: Open, theme: str, width: int, path: str) -> None:
    visit = open_page(theme=theme, width=width)
    visit.open(path)
    visit.complaints = [said for said in visit.complaints if "404" not in said]
    judge(visit, f"{path.strip('/').replace('/', '-')}-{theme}-{width}")


@pytest.mark.parametrize("path", ["/accounts/password/change/", "/accounts/2fa/", "/accounts/sessions/", "/search/?q=x"])
def test_account_pages_are_accessible(open_page_as: OpenAs, cast: Cast, path: str) -> None:
    visit = open_page_as(cast.reviewer.user, width=PHONE)
    visit.open(path)
    judge(visit, path.strip("/").replace("/", "-").replace("?", "-"))


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


def test_a_form_is_sent_once(open_page_as: OpenAs, cast: Cast) -> None:
    page = open_page_as(cast.admin.user).open("/gallery/")
    page.evaluate("window.sent = 0; document.addEventListener('submit', (e) => { if (!e.defaultPrevented) window.sent++; e.preventDefault(); })")
    page.evaluate("document.querySelectorAll('form[data-once]')[1].querySelector('button').click()")
    page.evaluate("document.querySelectorAll('form[data-once]')[1].querySelector('button').click()")
    assert page.evaluate("window.sent") == 1


def test_a_large_file_is_refused_before_it_travels(open_page_as: OpenAs, cast: Cast) -> None:
    page = open_page_as(cast.admin.user).open("/gallery/")
    page.evaluate("document.querySelector('#id_proof').dataset.limit = '10'")
    page.set_input_files("#id_proof", {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"x" * 11})
    assert "20" in page.inner_text(".err[data-own]") or "২০" in page.inner_text(".err[data-own]")
    assert page.input_value("#id_proof") == ""
