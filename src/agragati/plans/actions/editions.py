"""Drafting, changing and publishing the official tables. A published edition is never changed: it is drafted anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access, P

from ..choices import EditionStatus
from ..models import FrameworkEdition
from ..rules.cloning import clone_document
from ..rules.constants import with_constants
from ..rules.lint import has_errors, lint
from ..rules.reading import read_framework
from ..rules.reading_values import as_code


@transaction.atomic
def draft_edition(*, by: Access, key: str, document: Mapping[str, object]) -> FrameworkEdition:
    """Keep a document as a draft of the table `key` (a short name such as egov-2025-26).

    Raises BadInput for a document that cannot be read; linter errors may stay in a draft.
    """
    by.require(P.FRAMEWORK_MANAGE)
    framework = read_framework(document, name=key)
    newest = FrameworkEdition.objects.filter(key=key).order_by("-version").first()
    text, digest = _text(document)
    edition = FrameworkEdition.objects.create(
        key=key, version=newest.version + 1 if newest else 1, fiscal_year=framework.fiscal_year.start_year,
        kind=framework.kind, title=framework.title[:300], document=json.loads(text), digest=digest,
    )  # fmt: skip
    record(by=by, deed="plans.draft_edition", about=f"framework:{edition.pk}", label=str(edition))
    return edition


@transaction.atomic
def clone_edition(*, by: Access, edition: FrameworkEdition, year: FiscalYear) -> FrameworkEdition:
    """Draft another year's table from this one, dates moved. Raises BadInput for the same year."""
    if year.start_year == edition.fiscal_year:
        raise BadInput("This is the table's own year.", field="fiscal_year")
    document = with_constants(edition.document, edition.constants)
    return draft_edition(by=by, key=f"{edition.kind}-{year.latin}", document=clone_document(document, year))


@transaction.atomic
def change_edition(
    *, by: Access, edition: FrameworkEdition, document: Mapping[str, object], seen: str = ""
) -> FrameworkEdition:
    """Replace a draft's document. `seen` is the digest the writer started from.

    Raises BadInput for a published edition or an unreadable document; Conflict when someone changed it meanwhile.
    """
    by.require(P.FRAMEWORK_MANAGE)
    kept = FrameworkEdition.objects.select_for_update().get(pk=edition.pk)
    if kept.status != EditionStatus.DRAFT:
        raise BadInput("A published table cannot be changed. Make a draft from it.")
    if seen and kept.digest != seen:
        raise Conflict("Someone changed this draft meanwhile. Look at it again before you save.")
    framework = read_framework(document, name=kept.key)
    text, kept.digest = _text(document)
    kept.document, kept.title, kept.kind = json.loads(text), framework.title[:300], framework.kind
    kept.fiscal_year = framework.fiscal_year.start_year
    kept.save()
    record(by=by, deed="plans.change_edition", about=f"framework:{kept.pk}", label=str(kept),
           values={"digest": kept.digest})  # fmt: skip
    return kept


@transaction.atomic
def put_indicator(
    *, by: Access, edition: FrameworkEdition, code: str, row: Mapping[str, object], seen: str = ""
) -> FrameworkEdition:
    """Replace the row `code` of a draft by `row`; an empty `code` adds it in the order of codes."""
    rows = _rows(edition)
    places = [place for place, old in enumerate(rows) if as_code(old["code"]) == code] if code else []
    if code and not places:
        raise BadInput("This framework has no indicator [%(code)s].", field="code", code=code)
    if places:
        rows[places[0]] = dict(row)
    else:
        rows.append(dict(row))
    rows.sort(key=lambda found: [int(part) for part in as_code(found["code"]).split(".")])
    return change_edition(by=by, edition=edition, document={**edition.document, "indicators": rows}, seen=seen)


@transaction.atomic
def drop_indicator(*, by: Access, edition: FrameworkEdition, code: str) -> FrameworkEdition:
    """Take a row out of a draft."""
    rows = [row for row in _rows(edition) if as_code(row["code"]) != code]
    return change_edition(by=by, edition=edition, document={**edition.document, "indicators": rows})


@transaction.atomic
def publish_edition(*, by: Access, edition: FrameworkEdition) -> FrameworkEdition:
    """Publish a draft. Linter errors block it (BadInput); warnings are published with it."""
    by.require(P.FRAMEWORK_MANAGE)
    kept = FrameworkEdition.objects.select_for_update().get(pk=edition.pk)
    if kept.status != EditionStatus.DRAFT:
        raise BadInput("This table is published already.")
    findings = lint(read_framework(kept.document, name=kept.key))
    if has_errors(findings):
        raise BadInput("The table has errors. Mend them first; they are listed on its page.")
    kept.status, kept.published_at = EditionStatus.PUBLISHED, timezone.now()
    kept.save(update_fields=["status", "published_at"])
    record(by=by, deed="plans.publish_edition", about=f"framework:{kept.pk}", label=str(kept),
           values={"warnings": len(findings)})  # fmt: skip
    return kept


def _rows(edition: FrameworkEdition) -> list[dict[str, object]]:
    return [dict(row) for row in edition.document.get("indicators", [])]


def _text(document: Mapping[str, object]) -> tuple[str, str]:
    text = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
    return text, hashlib.sha256(text.encode()).hexdigest()
