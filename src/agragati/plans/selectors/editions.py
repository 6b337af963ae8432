"""Framework editions, read once and kept."""

from __future__ import annotations

import json
from functools import lru_cache

from django.db.models import QuerySet

from agragati.kernel.errors import NotFound
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access

from ..choices import EditionStatus
from ..models import FrameworkEdition
from ..rules.constants import with_constants
from ..rules.framework import Framework, lineage
from ..rules.reading import read_framework


def editions(*, by: Access) -> QuerySet[FrameworkEdition]:
    """Published editions, newest year first. Anyone signed in may read them."""
    by.require_signed_in()
    return FrameworkEdition.objects.filter(status=EditionStatus.PUBLISHED)


def newest_editions(*, by: Access) -> list[FrameworkEdition]:
    """The newest published version of each table, the newest year first."""
    rows = editions(by=by).order_by("key", "-version").distinct("key")
    return sorted(rows, key=lambda row: (-row.fiscal_year, row.kind, row.key))


def edition_by_key(*, by: Access, key: str) -> FrameworkEdition:
    """The newest published edition under a key; raise NotFound."""
    found = editions(by=by).filter(key=key).order_by("-version").first()
    if found is None:
        raise NotFound("There is no published framework %(name)s.", name=key)
    return found


def framework_of(*, by: Access, edition: FrameworkEdition, tier: str = "") -> Framework:
    """The framework as plain values, narrowed to a tier where it knows that tier. `by` is unused: it is public."""
    return _KEPT.get(_key(edition, tier)) or _read(edition, tier)


_KEPT: dict[tuple[int, str, str, str], Framework] = {}


def _key(edition: FrameworkEdition, tier: str) -> tuple[int, str, str, str]:
    changed = json.dumps(edition.constants, sort_keys=True) if edition.constants else ""
    return edition.pk, edition.digest, tier, changed


def _read(edition: FrameworkEdition, tier: str) -> Framework:
    framework = read_framework(with_constants(edition.document, edition.constants), name=edition.key)
    if tier in framework.tiers:
        framework = framework.for_tier(tier)
    if len(_KEPT) > 200:
        _KEPT.clear()
    _KEPT[_key(edition, tier)] = framework
    return framework


def lineage_of(*, by: Access, concept: str) -> tuple[tuple[FiscalYear, str, str], ...]:
    """One concept through the years: (year, code, wording), oldest first."""
    found = tuple(framework_of(by=by, edition=edition) for edition in newest_editions(by=by))
    return _lineage(found).get(concept, ())


@lru_cache(maxsize=8)
def _lineage(frameworks: tuple[Framework, ...]) -> dict[str, tuple[tuple[FiscalYear, str, str], ...]]:
    return lineage(frameworks)
