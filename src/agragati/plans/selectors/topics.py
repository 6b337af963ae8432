"""What a duty may be about: the concepts of the frameworks, and who answers for one of them."""

from __future__ import annotations

from agragati.org.access import Access
from agragati.org.choices import DutyKind, DutyTopic
from agragati.org.models import Posting
from agragati.org.selectors import duty_holders

from .editions import editions, framework_of
from .history import concept_lines


def about_concept(concept: str) -> str:
    """How a duty names an indicator: by its concept, which stays the same through the years."""
    return f"indicator:{concept}"


def duty_topics(*, by: Access) -> list[tuple[str, str]]:
    """Every concept of the published frameworks with its newest wording, newest year's order first."""
    oldest_first = editions(by=by).order_by("fiscal_year", "version")
    found = tuple(framework_of(by=by, edition=edition) for edition in oldest_first)
    lines = sorted(concept_lines(by=by, frameworks=found), key=lambda line: not line.codes[-1])
    once = {line.text: about_concept(line.concept) for line in reversed(lines)}
    return [(about, text) for text, about in reversed(once.items())]


def focal_points(*, by: Access, office_id: int, concept: str) -> list[Posting]:
    """Who answers today for an indicator in an office; else who answers for the office's plan as a whole."""
    asked = [about_concept(concept)] if concept else []
    for about in (*asked, DutyTopic.PLAN):
        if held := duty_holders(by=by, office_id=office_id, about=about, kind=DutyKind.FOCAL):
            return held
    return []
