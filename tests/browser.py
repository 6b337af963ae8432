"""A real browser for tests: Debian's chromium, one page per test, in both themes and two widths.

Use the fixtures `open_page` (a visitor) and `open_page_as` (a signed-in person) in tests marked `browser`.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Response, sync_playwright

from agragati.org.models import User
from agragati.ui.management.fonts import build_fonts

CHROMIUM = Path("/usr/bin/chromium")
ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
THEMES = ("light", "dark")
PHONE, DESK = 360, 1366
LOOKS = [(theme, width) for theme in THEMES for width in (PHONE, DESK)]


@dataclass
class Visit:
    """One browser page on the running product, with what it fetched."""

    page: Page
    base: str
    answers: list[Response] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a path of the product and wait until it stands still."""
        self.answers.clear()
        self.page.goto(self.base + path)
        return self.settle()

    def settle(self) -> Page:
        """Wait for files and fonts; a page judged in mid-flight is judged wrongly."""
        self.page.wait_for_load_state("networkidle")
        self.page.evaluate("document.fonts.ready")
        return self.page

    def violations(self) -> list[str]:
        """What axe finds wrong: rule and the first element of each."""
        found = Axe().run(self.page, options={"runOnly": RULES}).response["violations"]
        return [f"{v['id']}: {len(v['nodes'])} × {v['nodes'][0]['html'][:160]}" for v in found]

    def overflow(self) -> int:
        """How many pixels the page can be moved sideways; 0 is right."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def weight(self) -> int:
        """Bytes of everything fetched but fonts, each file compressed alone."""
        return sum(len(gzip.compress(a.body(), 9)) for a in self.answers if not a.url.endswith(".woff2") and a.ok)

    def shot(self, name: str) -> None:
        """Keep a picture of the whole page when AGRAGATI_SHOTS names a folder."""
        if folder := os.environ.get("AGRAGATI_SHOTS"):
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once; tests that need it are skipped where it is not installed."""
    if not CHROMIUM.exists():
        pytest.skip("no /usr/bin/chromium: install it with `apt-get install chromium`")
    # The browser's own event loop must not make Django believe that the tests are asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def plain_static(settings: Any) -> None:
    """Static files straight from their folders, so that a test sees today's CSS and not the last build's."""
    build_fonts()
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def open_page(chromium: Browser, plain_static: None, live_server: Any) -> Iterator[Open]:
    """Make a visitor's page: `open_page(theme="dark", width=360, javascript=False, language="en")`."""
    contexts: list[BrowserContext] = []

    def make(*, theme: str = "light", width: int = DESK, javascript: bool = True, language: str = "bn") -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if theme == "dark" else "light",
            java_script_enabled=javascript,
            has_touch=width == PHONE,
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        context.add_cookies([{"name": "agragati_language", "value": language, "url": live_server.url}])
        visit = Visit(context.new_page(), live_server.url)
        visit.page.on("response", lambda answer: visit.answers.append(answer))
        visit.page.on("console", lambda said: visit.complaints.append(said.text) if said.type == "error" else None)
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        return visit

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def open_page_as(open_page: Open) -> Callable[..., Visit]:
    """Make the page of a signed-in user: `open_page_as(cast.reviewer.user, theme="dark")`."""

    def make(user: User, **how: Any) -> Visit:
        visit = open_page(**how)
        client = Client()
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        visit.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": visit.base}])
        return visit

    return make
