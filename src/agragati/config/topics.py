"""What a duty may be about, in words: one visible table of the apps that offer topics, in the order shown."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.org.access import Access
from agragati.plans.selectors.topics import duty_topics

# topics(by=access) → (what the duty stores, the words people choose).
Topics = Callable[..., list[tuple[str, str]]]

TOPICS: list[tuple[str | Promise, Topics]] = [
    (_("Indicators"), duty_topics),
]


def offered(*, by: Access) -> list[tuple[str | Promise, list[tuple[str, str]]]]:
    """Each heading with its topics."""
    return [(label, topics(by=by)) for label, topics in TOPICS]
