"""Finding papers that were read: by an office's own fields, by kept searches, by likeness, while one types."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity

from agragati.kernel.dates import parse_day
from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.numbers import parse_number
from agragati.kernel.text import normalise
from agragati.org.access import Access, P

from ..choices import FieldKind, LetterState
from ..models import Letter, PaperField, PaperFieldValue, PaperReading, ReadPage, SavedSearch
from ..models.reading import PaperReadingQuerySet
from ..models.searching import PaperFieldQuerySet, SavedSearchQuerySet
from ..rules.likeness import most_like
from ..rules.page_keys import SOUND
from .reading import readings

MOST_COMPARED, ASKED_BY = 500, 40
LEAST_ALIKE = 0.3  # of 1: trigrams that two subjects share
_WORD = re.compile("[\u0980-\u09ff\u200c\u200dA-Za-z]{2,40}")


def fields(*, by: Access) -> PaperFieldQuerySet:
    """The own office's fields that stand, by name."""
    by.require(P.PAPER_VIEW)
    return PaperField.objects.visible_to(by).filter(office_id=by.office_id or 0, removed_at__isnull=True)


def field(*, by: Access, field_id: int) -> PaperField:
    """One field of the own office; raises NotFound."""
    found = fields(by=by).select_related("office").filter(pk=field_id).first()
    if found is None:
        raise NotFound("There is no such field.")
    return found


def values_at(*, by: Access, reading: PaperReading) -> dict[int, str]:
    """What the fields say of a paper at hand: field id → text."""
    by.require(P.PAPER_VIEW)
    return dict(PaperFieldValue.objects.visible_to(by).filter(reading=reading).values_list("field_id", "text"))


def values_shown(*, by: Access, reading: PaperReading) -> list[PaperFieldValue]:
    """What standing fields say of a paper at hand, by name."""
    by.require(P.PAPER_VIEW)
    rows = PaperFieldValue.objects.visible_to(by).filter(reading=reading, field__removed_at__isnull=True)
    return list(rows.select_related("field").order_by("field__name"))


def narrowed(
    *, by: Access, field_id: int | None, has: str = "", least: str = "", most: str = ""
) -> PaperReadingQuerySet:
    """Papers of which a field says what is asked: text that has `has`, a number or day from `least` to `most`.

    Nothing asked of the field means that it says anything. Raises BadInput at "least" or "most".
    """
    rows = readings(by=by)
    if field_id is None:
        return rows
    asked = field(by=by, field_id=field_id)
    values = PaperFieldValue.objects.visible_to(by).filter(field=asked)
    if asked.kind in (FieldKind.NUMBER, FieldKind.DAY):
        for name, typed, compare in (("least", least, "gte"), ("most", most, "lte")):
            if typed.strip():
                values = values.filter(**{f"{asked.kind}__{compare}": _bound(asked.kind, typed, name)})
    elif words := normalise(has).strip():
        values = values.filter(text__icontains=words)
    return rows.filter(pk__in=values.values("reading"))


def _bound(kind: str, typed: str, name: str) -> Any:
    try:
        return parse_number(typed) if kind == FieldKind.NUMBER else parse_day(typed)
    except BadInput as error:
        raise BadInput(error.key, field=name, **error.params) from error


def saved_searches(*, by: Access) -> SavedSearchQuerySet:
    """Searches one kept, and those shared in the own office, by name."""
    by.require(P.PAPER_VIEW)
    return SavedSearch.objects.visible_to(by).filter(office_id=by.office_id or 0).select_related("user")


def search_to_remove(*, by: Access, search_id: int) -> SavedSearch:
    """A search of one's own; raises NotFound."""
    found = saved_searches(by=by).filter(pk=search_id, user_id=by.user_id or 0).first()
    if found is None:
        raise NotFound("There is no such search.")
    return found


def suggestions(*, by: Access, text: str, limit: int = 8) -> list[str]:
    """Words of confirmed pages and subjects of letters that begin with what is being typed, the commoner first."""
    typed = normalise(text).strip()
    if len(typed) < 2 or not by.may(P.PAPER_VIEW):
        return []
    *before, begun = typed.split()
    pages = ReadPage.objects.visible_to(by).filter(confirmed_at__isnull=False, text__icontains=begun)
    texts = list(pages.order_by("-pk").values_list("text", flat=True)[:60])
    own = Letter.objects.visible_to(by).filter(subject__icontains=begun).exclude(state=LetterState.DROPPED)
    texts += own.order_by("-pk").values_list("subject", flat=True)[:60]
    words = Counter(word for one in texts for word in _WORD.findall(one) if word.startswith(begun))
    common = sorted(words, key=lambda word: (-words[word], len(word), word))[:limit]
    return [" ".join([*before, word]) for word in common]


def pages_like(*, by: Access, page: ReadPage, limit: int = 5) -> list[ReadPage]:
    """Confirmed pages of other papers of the own office that are like a confirmed page, best first."""
    own = [key for key in page.keys if not key.startswith(SOUND)]
    asked = sorted(own, key=len, reverse=True)[:ASKED_BY]  # longer words are rarer
    if not asked:
        return []
    rows = ReadPage.objects.visible_to(by).filter(confirmed_at__isnull=False, keys__overlap=asked)
    rows = rows.exclude(reading_id=page.reading_id).order_by("-pk")
    near = {pk: [key for key in keys if not key.startswith(SOUND)]
            for pk, keys in rows.values_list("pk", "keys")[:MOST_COMPARED]}  # fmt: skip
    best = most_like(own, near, limit)
    found = ReadPage.objects.select_related("reading__file").defer("blocks", "found", "text").in_bulk(best)
    return [found[pk] for pk in best]


def letters_like(*, by: Access, letter: Letter, limit: int = 5) -> list[Letter]:
    """Issued letters within the view whose subject is like that of a letter at hand, best first."""
    by.require(P.PAPER_VIEW)
    rows = Letter.objects.visible_to(by).filter(state=LetterState.ISSUED).exclude(pk=letter.pk)
    alike = rows.annotate(alike=TrigramSimilarity("subject", letter.subject)).filter(alike__gte=LEAST_ALIKE)
    return list(alike.select_related("office").order_by("-alike", "-pk")[:limit]) if letter.subject else []
