"""Type-ahead over all offices: at most twenty answers, in either script, by spelling or by sound."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, IntegerField, Value, When
from django.utils import timezone

from agragati.kernel.text import search_key

from ..access import Access, P
from ..models import Office, User
from ..models.offices import OfficeQuerySet
from ..rules.names import sound_of
from .people import people

MOST = 20
FEW = 500


@dataclass(frozen=True)
class OfficeOption:
    """One answer: what is chosen and what tells it from its namesakes."""

    pk: int
    name: str
    above: str
    code: str


def office_options(
    *, by: Access, query: str, within: str = "search", kind: str = "", limit: int = MOST
) -> list[OfficeOption]:
    """Open offices whose names or code begin words with the words of `query`; by sound or likeness when none do.

    `within`: "search" (default), "view" or "enter" scope, or "directory" = every office by name (for addressees
    of letters; needs the right to view offices). Fewer than two letters give nothing.
    """
    words = search_key(query).split()
    if len("".join(words)) < 2:
        return []
    rows = _within(by, within).open_on(timezone.localdate())
    if kind:
        rows = rows.filter(kind=kind)
    limit = min(limit, MOST)
    found = _by_words(rows, words, limit) or _by_sound(rows, words, limit) or _by_likeness(rows, words, limit)
    return [OfficeOption(row.pk, row.name_bn, row.parent.name_bn if row.parent else "", row.code) for row in found]


def _within(by: Access, within: str) -> OfficeQuerySet:
    if within == "directory":
        by.require(P.OFFICE_VIEW)
        return Office.objects.all()
    scopes = {"view": Office.objects.visible_to, "enter": Office.objects.enterable_by}
    return scopes.get(within, Office.objects.findable_by)(by)


def _by_words(rows: OfficeQuerySet, words: list[str], limit: int) -> list[Office]:
    for word in words:
        rows = rows.filter(search_key__contains=f" {word}")
    return _best(rows, "search_key", f" {words[0]}", limit)


def _best(rows: OfficeQuerySet, key: str, first: str, limit: int) -> list[Office]:
    """The best of a small answer: names that begin with `first`, then the shortest. Of a word that fits everywhere,
    the first in the tree: sorting 40,000 rows for twenty costs more than it tells. Ranked as bare values, for making
    five hundred offices out of them took ten times as long as finding them."""
    few = list(rows.values_list("pk", "path", key)[: FEW + 1])
    if len(few) > FEW:
        return list(rows.select_related("parent").order_by("path")[:limit])
    few.sort(key=lambda row: (not row[2].startswith(first), len(row[2]), row[1]))
    chosen = Office.objects.select_related("parent").in_bulk([row[0] for row in few[:limit]])
    return [chosen[row[0]] for row in few[:limit]]


def _by_sound(rows: OfficeQuerySet, words: list[str], limit: int) -> list[Office]:
    sounds = [sound_of(word) for word in words]
    if not all(sounds):
        return []
    for sound in sounds:
        rows = rows.filter(sound_key__contains=f" {sound}")
    return _best(rows, "sound_key", "", limit)


def _by_likeness(rows: OfficeQuerySet, words: list[str], limit: int) -> list[Office]:
    """The likest of the first few hundred that are like it at all: likeness is worked out row by row."""
    asked = " ".join(words)
    near = list(rows.filter(search_key__trigram_word_similar=asked).values_list("pk", flat=True)[:FEW])
    if not near:
        return []
    likeness = TrigramWordSimilarity(asked, "search_key")
    found = Office.objects.filter(pk__in=near).select_related("parent").annotate(likeness=likeness)
    return list(found.order_by("-likeness", "path")[:limit])


def people_options(*, by: Access, query: str) -> list[User]:
    """Active people within the view whose names or user name begin with the words of `query`."""
    if len(search_key(query)) < 2:
        return []
    exact = Case(
        When(search_key__startswith=f" {search_key(query)}", then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    rows = people(by=by, query=query).filter(is_active=True).annotate(exact=exact)
    return list(rows.order_by("exact", "name_bn", "pk")[:MOST])
