"""Whom a decision may name: posts, sections, offices, groups and levels, and which of them a printed name means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from agragati.kernel.sound import same_person, sound_key
from agragati.kernel.text import search_key
from agragati.org.access import Access
from agragati.org.choices import OfficeKind
from agragati.org.models import Office, OfficeGroup
from agragati.org.selectors import children, post_options, posts_of, sections_of
from agragati.ui.renderers import number

from ..choices import LEVEL_BN, TargetKind
from ..models import Invitation, Meeting
from ..rules.people import person_of

SURE_ENOUGH = 0.85
MOST_OFFICES = 100


@dataclass(frozen=True)
class Option:
    """One choice: `key` is what a form sends ("post:12"), `text` what the minutes print, `label` what is shown."""

    key: str
    text: str
    label: str
    kind: str


def implementer_options(*, by: Access, meeting: Meeting) -> list[Option]:
    """Everyone whom a decision of this meeting may name."""
    here = meeting.office
    found = [Option(f"post:{row.pk}", row.title_bn, row.title_bn, TargetKind.POST)
             for row in posts_of(by=by, office_id=here.pk)[:100]]  # fmt: skip
    found += _invited(meeting, {option.key for option in found})
    found += [Option(f"section:{row.pk}", row.name_bn, row.name_bn, TargetKind.SECTION)
              for row in sections_of(by=by, office_id=here.pk)]  # fmt: skip
    found.append(Option("concerned", "সংশ্লিষ্ট সকল", _("All concerned (everyone invited)"), TargetKind.CONCERNED))
    found += _levels(here)
    found += [Option(f"office:{row.pk}", row.name_bn, row.name_bn, TargetKind.OFFICE)
              for row in children(by=by, office_id=here.pk)[:MOST_OFFICES]]  # fmt: skip
    return found + _groups(by)


def _invited(meeting: Meeting, have: set[str]) -> list[Option]:
    rows = Invitation.objects.filter(meeting_id=meeting.pk or 0, post__isnull=False).select_related("post__office")
    named = [(f"post:{row.post_id}", f"{row.post.title_bn}, {row.post.office}") for row in rows if row.post is not None]
    return [Option(key, text, text, TargetKind.POST) for key, text in named if key not in have]


def _levels(here: Office) -> list[Option]:
    rows = Office.objects.within(here.path).open_on(timezone.localdate()).exclude(pk=here.pk)
    counts = rows.order_by().values_list("kind").annotate(n=Count("pk"))
    return [_level(kind, n) for kind, n in sorted(counts) if n > 1]


def _level(kind: str, count: int) -> Option:
    label = _("All: %(kind)s (%(n)s)") % {"kind": OfficeKind(kind).label, "n": number(count)}
    return Option(f"level:{kind}", f"সকল {LEVEL_BN[kind]}", label, TargetKind.LEVEL)


def _groups(by: Access) -> list[Option]:
    seen = Office.objects.visible_to(by).values("pk")
    rows = OfficeGroup.objects.filter(offices__in=seen).annotate(n=Count("offices")).order_by("name_bn")
    return [
        Option(f"group:{row.pk}", row.name_bn, f"{row.name_bn} ({number(row.n)})", TargetKind.GROUP)
        for row in rows[:100]
    ]


def match_implementer(*, by: Access, options: list[Option], text: str, homes: Sequence[str] = ()) -> Option | None:
    """The option that a printed name most likely means: the same words, the same sound, or nearly so; else None.

    "জনাব ক খ, প্রোগ্রামার" means the programmer; "প্রোগ্রামার, <own office>" too, for the names of the own office in `homes`.
    """
    by.require_signed_in()
    return next((found for words in _variants(text, homes) if (found := _match(options, words))), None)


def _variants(text: str, homes: Sequence[str]) -> Iterable[str]:
    yield text
    head, _, tail = text.partition(",")
    if tail and any(search_key(home) == search_key(tail) for home in homes if home):
        yield head
    person = person_of(text)
    if person and person.name and person.designation:
        yield person.designation


def _match(options: list[Option], text: str) -> Option | None:
    wanted, heard = search_key(text), sound_key(text)
    if not wanted:
        return None
    for option in options:
        if search_key(option.text) == wanted:
            return option
    for option in options:
        if heard and sound_key(option.text) == heard:
            return option
    likely = [(same_person(option.text, text), option) for option in options]
    best = max(likely, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= SURE_ENOUGH else None


def post_choices(*, by: Access, office_id: int) -> list[tuple[int, str]]:
    """Posts of an office with who holds them, for choosing one."""
    return post_options(by=by, office_id=office_id)


def office_choices(*, by: Access, office_id: int) -> list[tuple[int, str]]:
    """Offices directly below, for inviting their heads."""
    return [(row.pk, row.name_bn) for row in children(by=by, office_id=office_id)[:MOST_OFFICES]]
