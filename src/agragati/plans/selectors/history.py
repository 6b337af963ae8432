"""Editions with their findings, and concepts through the years."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access, P

from ..choices import EditionStatus
from ..models import FrameworkEdition, PlanIndicator
from ..rules.formula_terms import Constant
from ..rules.framework import Framework, Value
from ..rules.lint import has_errors, lint
from ..rules.official_table import Grid, official_grid
from ..rules.quality import Quality, rate
from ..rules.reading_values import as_code
from ..rules.reasons import Finding
from .editions import editions, framework_of
from .sheets import achieved, as_signed


@dataclass(frozen=True)
class ConceptLine:
    """One concept through the years: the code in each year of `years`, "" where it has none, and its newest words."""

    concept: str
    text: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class EditionSheet:
    """A whole edition: the framework, its table, what the linter says, and its concepts through the years."""

    edition: FrameworkEdition
    framework: Framework
    grid: Grid
    findings: tuple[Finding, ...]
    years: tuple[FiscalYear, ...]
    lines: tuple[ConceptLine, ...]
    quality: Quality

    @property
    def has_errors(self) -> bool:
        """Whether it may not be published."""
        return has_errors(self.findings)

    @property
    def is_draft(self) -> bool:
        """Whether it may be changed."""
        return self.edition.status == EditionStatus.DRAFT


def editions_to_read(*, by: Access) -> QuerySet[FrameworkEdition]:
    """Published editions for everyone signed in; drafts too for those who manage them. Newest year first."""
    by.require(P.PLAN_VIEW)
    if by.may(P.FRAMEWORK_MANAGE):
        return FrameworkEdition.objects.order_by("-fiscal_year", "kind", "-version")
    return editions(by=by).order_by("-fiscal_year", "kind", "-version")


def edition_to_read(*, by: Access, edition_id: int) -> FrameworkEdition:
    """One edition that may be read; raise NotFound."""
    found = editions_to_read(by=by).filter(pk=edition_id).first() if by.may(P.PLAN_VIEW) else None
    if found is None:
        raise NotFound("There is no such table, or it is still being drafted.")
    return found


def edition_to_manage(*, by: Access, edition_id: int) -> FrameworkEdition:
    """One edition for those who manage them; NotFound when unseen, Refused when only seen."""
    found = edition_to_read(by=by, edition_id=edition_id)
    by.require(P.FRAMEWORK_MANAGE)
    return found


def draft_to_change(*, by: Access, edition_id: int) -> FrameworkEdition:
    """A draft to write in; raise BadInput for a published one."""
    found = edition_to_manage(by=by, edition_id=edition_id)
    if found.status != EditionStatus.DRAFT:
        raise BadInput("A published table cannot be changed. Make a draft from it.")
    return found


def constant_of(*, by: Access, edition: FrameworkEdition, name: str) -> Constant:
    """A shared constant of a table as it is now; raise NotFound."""
    found = framework_of(by=by, edition=edition).shared.constant(name)
    if found is None:
        raise NotFound("This framework has no such constant.")
    return found


def draft_row(*, by: Access, edition: FrameworkEdition, code: str) -> dict[str, object]:
    """One row of a draft as its document has it; an empty one for "new". Raises NotFound."""
    by.require(P.FRAMEWORK_MANAGE)
    if code == "new":
        return {}
    rows = edition.document.get("indicators", [])
    found = next((row for row in rows if as_code(row["code"]) == code), None)
    if found is None:
        raise NotFound("This framework has no such indicator.")
    return dict(found)


def edition_sheet(*, by: Access, edition_id: int) -> EditionSheet:
    """An edition in full."""
    edition = edition_to_read(by=by, edition_id=edition_id)
    framework = framework_of(by=by, edition=edition)
    same_kind = editions(by=by).filter(kind=edition.kind).order_by("fiscal_year", "version")
    known = {row.fiscal_year: framework_of(by=by, edition=row) for row in same_kind}
    known[edition.fiscal_year] = framework
    years = tuple(FiscalYear(year) for year in sorted(known))
    return EditionSheet(
        edition=edition,
        framework=framework,
        grid=official_grid(framework),
        findings=lint(framework),
        years=years,
        lines=concept_lines(by=by, frameworks=tuple(known[year.start_year] for year in years)),
        quality=rate(framework),
    )


def concept_lines(*, by: Access, frameworks: tuple[Framework, ...]) -> tuple[ConceptLine, ...]:
    """Each concept of these frameworks (oldest first) as one line of history. `by` is unused: the tables are public."""
    found: dict[str, dict[int, tuple[str, str]]] = {}
    for place, framework in enumerate(frameworks):
        for row in framework.indicators:
            for concept in filter(None, (row.concept, *row.also_concepts)):
                codes, _ = found.setdefault(concept, {}).get(place, ("", ""))
                found[concept][place] = (f"{codes}, {row.code}" if codes else row.code, row.text)
    return tuple(
        ConceptLine(concept, places[max(places)][1], tuple(places.get(n, ("", ""))[0] for n in range(len(frameworks))))
        for concept, places in found.items()
    )


@dataclass(frozen=True)
class YearFigure:
    """What one office achieved for one concept in one year."""

    year: FiscalYear
    code: str
    achieved: Value | None
    points: Decimal | None
    weight: Decimal | None
    plan_id: int
    indicator_id: int
    measure: str


def concept_figures(*, by: Access, indicator: PlanIndicator) -> list[YearFigure]:
    """The same concept in this office's other years, newest first (at most 12): the trend behind one row."""
    if not indicator.concept:
        return []
    rows = (
        PlanIndicator.objects.visible_to(by)
        .filter(plan__office_id=indicator.plan.office_id, concept=indicator.concept)
        .select_related("plan__edition", "plan__office").order_by("-plan__fiscal_year")[:12]
    )  # fmt: skip
    return [_figure(by, row) for row in rows]


def _figure(by: Access, record: PlanIndicator) -> YearFigure:
    plan = record.plan
    framework = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    indicator = as_signed(framework.indicator(record.code), record)
    figure = achieved(indicator, record, record.events.in_force()).figure(indicator)
    return YearFigure(FiscalYear(plan.fiscal_year), record.code, figure, record.points, indicator.weight, plan.pk,
                      record.pk, indicator.measure.value)  # fmt: skip
