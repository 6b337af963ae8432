"""A browser page that shows what the test client got: no server, no committed rows, one browser for all tests.

`Stage.show(client, path)` opens a page of the product; everything the page asks for afterwards (files, htmx) is
answered by the same client or straight from the static folders.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextvars import copy_context
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page, Route

from tests.browser import DESK, LOOKS, PHONE, RULES

# Two of the four looks, unless AGRAGATI_LOOKS=all.
CHOSEN = LOOKS if os.environ.get("AGRAGATI_LOOKS") == "all" else [("dark", PHONE), ("light", DESK)]
HOST = "http://localhost"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
JUDGE = """async (rules) => (await axe.run(document, {runOnly: rules, resultTypes: ["violations"]})).violations
    .map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)}`)"""


class Stage:
    """One browser page on which any page of the product can be set up and judged."""

    def __init__(self, page: Page) -> None:
        """Take over all requests of `page`."""
        self.page, self.client, self.complaints = page, Client(), list[str]()
        self.around = copy_context()
        page.route("**/*", self._answer)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def show(self, client: Client, path: str) -> None:
        """Open `path` as the person signed in to `client`, and bring the judge along."""
        self.client, self.complaints, self.around = client, [], copy_context()
        self.page.goto(HOST + path)
        self.page.evaluate("document.fonts.ready")
        self.page.evaluate(AXE)

    def look(self, theme: str, width: int) -> None:
        """Change theme and width of the page that stands there."""
        self.page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
        self.page.set_viewport_size({"width": width, "height": 800})

    def faults(self) -> list[str]:
        """What axe finds, and how far the page slides sideways."""
        found: list[str] = self.page.evaluate(JUDGE, RULES)
        if over := self.page.evaluate("document.documentElement.scrollWidth - innerWidth"):
            found.append(f"slides sideways by {over} px")
        return found

    def judged(self, looks: Sequence[tuple[str, int]], name: str, expected: tuple[str, ...] = ()) -> list[str]:
        """What is wrong with the page in these themes and widths, and what its console said beside the expected.

        `AGRAGATI_SHOTS` names a folder to keep a picture of each look in.
        """
        found = []
        for theme, width in looks:
            self.look(theme, width)
            found += [f"{theme} {width}: {fault}" for fault in self.faults()]
            if folder := os.environ.get("AGRAGATI_SHOTS"):
                self.page.screenshot(path=Path(folder) / f"{name}-{theme}-{width}.png", full_page=True)
        return found + [said for said in self.complaints if not any(code in said for code in expected)]

    def _answer(self, route: Route) -> None:
        parts = urlsplit(route.request.url)
        if parts.path.startswith("/static/"):
            found = finders.find(parts.path.removeprefix("/static/"))
            route.fulfill(path=found) if isinstance(found, str) else route.fulfill(status=404)
            return
        # Playwright calls from a greenlet of its own, which would get a database connection of its own.
        answer = self.around.copy().run(self.client.get, parts.path + (f"?{parts.query}" if parts.query else ""))
        body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[call-overload]
        headers = {name: value for name, value in answer.headers.items() if name != "Content-Length"}
        route.fulfill(status=answer.status_code, headers=headers, body=body)


@pytest.fixture(scope="session")
def _stage(chromium: Browser) -> Iterator[Stage]:
    context = chromium.new_context(viewport={"width": DESK, "height": 800}, service_workers="block")
    context.set_default_timeout(15_000)
    yield Stage(context.new_page())
    context.close()


@pytest.fixture
def stage(_stage: Stage, plain_static: None) -> Stage:
    """The stage; what the test before left on it goes with the next `show`."""
    return _stage


def fresh(user: Any) -> Client:
    """A client signed in as `user`."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
