"""The side navigation, one visible table, and what the page frame shows on every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.dashboards.selectors import work_count
from agragati.org.access import Access, P
from agragati.org.models import Posting
from agragati.org.selectors import postings_of_session
from agragati.papers.selectors import waiting_count
from agragati.ui.views import THEME_COOKIE, THEMES

Count = Callable[[Access], int]


@dataclass(frozen=True)
class Row:
    """One line: words, named address, icon of icons.svg, the permission it needs, and a count of what waits."""

    label: str | Promise
    address: str
    icon: str
    permission: str = ""
    badge: Count | None = None


@dataclass(frozen=True)
class Section:
    """A heading and its lines."""

    title: str | Promise
    rows: tuple[Row, ...]


SECTIONS: tuple[Section, ...] = (
    Section(
        _("My work"),
        (
            Row(_("Work today"), "dashboards:work", "home", badge=lambda access: work_count(by=access)),
            Row(_("Dashboard"), "dashboards:home", "grid"),
            Row(_("Notices"), "outbox:inbox", "bell", P.MESSAGE_VIEW),
        ),
    ),
    Section(
        _("Action plan"),
        (
            Row(_("Plans and progress"), "plans:list", "chart", P.PLAN_VIEW),
            Row(_("Reviews"), "plans:reviews", "check", P.PROGRESS_REVIEW),
            Row(_("Frameworks"), "plans:frameworks", "list", P.PLAN_VIEW),
        ),
    ),
    Section(
        _("Meetings and papers"),
        (
            Row(_("Meetings and minutes"), "meetings:list", "people", P.MEETING_VIEW),
            Row(_("Decisions"), "meetings:decisions", "clock", P.MEETING_VIEW),
            Row(_("Papers"), "papers:list", "doc", P.PAPER_VIEW, badge=lambda access: waiting_count(by=access)),
            Row(_("Papers that were read"), "papers:readings", "search", P.PAPER_VIEW),
        ),
    ),
    Section(
        _("Administration"),
        (
            Row(_("Offices"), "org:offices", "building", P.OFFICE_VIEW),
            Row(_("Groups of offices"), "org:groups", "grid", P.OFFICE_VIEW),
            Row(_("People and posts"), "org:people", "person", P.PEOPLE_VIEW),
            Row(_("Committees"), "org:committees", "folder", P.OFFICE_VIEW),
            Row(_("Log of deeds"), "org:deeds", "shield", P.AUDIT_VIEW),
        ),
    ),
)


@dataclass(frozen=True)
class Link:
    """A line ready to show; `count` is 0 when nothing waits."""

    label: str | Promise
    url: str
    icon: str
    count: int
    current: bool


class Shell:
    """What the frame shows. Everything is worked out when a template asks, so that fragments and errors pay nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.access: Access | None = getattr(request, "access", None)

    @cached_property
    def signed_in(self) -> bool:
        """Whether the reader is known."""
        return self.access is not None and not self.access.is_anonymous and self.access.token_id is None

    @cached_property
    def theme(self) -> str:
        """ "auto", "light" or "dark"."""
        chosen = self.request.COOKIES.get(THEME_COOKIE, "")
        return chosen if chosen in THEMES else "auto"

    @cached_property
    def other_language(self) -> tuple[str, str]:
        """Code and own name of the language one may switch to."""
        now = getattr(self.request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
        return next(pair for pair in settings.LANGUAGES if pair[0] != now)

    @cached_property
    def postings(self) -> list[Posting]:
        """Posts the reader may work in now."""
        return postings_of_session(by=self.request) if self.signed_in else []

    @cached_property
    def posting(self) -> Posting | None:
        """The post worked in at this moment."""
        now = self.access.posting_id if self.access else None
        return next((posting for posting in self.postings if posting.pk == now), None)

    @cached_property
    def sections(self) -> list[tuple[str | Promise, list[Link]]]:
        """The navigation this reader may use; sections without a line are left out."""
        if self.access is None or not self.signed_in:
            return []
        addresses = {row.address: _address(row.address) for section in SECTIONS for row in section.rows}
        here = max((url for url in addresses.values() if url and self._is_under(url)), key=len, default="")
        shown = [(s.title, [self._link(row, addresses[row.address], here) for row in s.rows if self._sees(row)])
                 for s in SECTIONS]  # fmt: skip
        return [(title, links) for title, links in ((t, [x for x in ls if x.url]) for t, ls in shown) if links]

    @cached_property
    def links(self) -> str:
        """The navigation as it stands in the menu of a phone and beside the page: written once, shown twice."""
        return render_to_string("ui/parts/nav_links.html", {"shell": self})

    def _sees(self, row: Row) -> bool:
        return self.access is not None and (not row.permission or self.access.may(row.permission))

    def _is_under(self, url: str) -> bool:
        return self.request.path == url if url == "/" else self.request.path.startswith(url)

    def _link(self, row: Row, url: str, here: str) -> Link:
        count = row.badge(self.access) if row.badge and url and self.access else 0
        return Link(row.label, url, row.icon, count, bool(url) and url == here)


def _address(name: str) -> str:
    """The address of a named page; empty while that page does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: `access`, and `shell` for the frame."""
    return {"access": getattr(request, "access", None), "shell": Shell(request)}
