"""Taking in the official tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.org.access import Access, P

from ..choices import EditionStatus
from ..models import FrameworkEdition
from ..rules.choices import Level
from ..rules.lint import lint
from ..rules.reading import read_framework


@transaction.atomic
def load_framework(*, by: Access, key: str, document: Mapping[str, object]) -> FrameworkEdition:
    """Publish a framework file as an edition; the same content again changes nothing, other content is a new version.

    Raises BadInput for a file that cannot be read or that has linter errors (warnings are published with it).
    """
    by.require(P.FRAMEWORK_MANAGE)
    framework = read_framework(document, name=key)
    errors = [finding for finding in lint(framework) if finding.level is Level.ERROR]
    if errors:
        raise BadInput(
            "The framework %(name)s has %(count)s errors; run lint_plan to see them.", name=key, count=len(errors)
        )
    text = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    newest = FrameworkEdition.objects.filter(key=key).order_by("-version").first()
    if newest and newest.digest == digest:
        return newest
    edition = FrameworkEdition.objects.create(
        key=key, version=newest.version + 1 if newest else 1, fiscal_year=framework.fiscal_year.start_year,
        kind=framework.kind, title=framework.title, document=dict(document), digest=digest,
        status=EditionStatus.PUBLISHED, published_at=timezone.now(),
    )  # fmt: skip
    edition.refresh_from_db()
    record(by=by, deed="plans.load_framework", about=f"framework:{edition.pk}", label=str(edition))
    return edition
