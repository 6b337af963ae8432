"""Rows that are counted by themselves: happenings of the product's own records become events with their proof."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access, P, system

from ..choices import Source, Standing
from ..measures import MEASURES, Measure, kind_for
from ..models import Evidence, Plan, PlanIndicator, ProgressEvent, RowMeasure
from ..rules.countable import fits, split
from ..rules.entries import Entry
from ..rules.framework import Framework, Indicator
from ..rules.life_states import RUNNING
from ..rules.measured import REF_SPLIT, Kept, Measured, by_quarter, plain, steps
from ..selectors.measured import Proven, rows_to_count
from ..selectors.sheets import indicator_sheet
from .integrity import check_plan
from .progress import Proof, add_event, cancel_event, correct_event
from .rescore import rescore_plan
from .versions import replace_evidence

COUNT = "plans.tasks.count_measures"
TYPED = (Source.TYPED, Source.IMPORTED)
UNDONE = "নিজস্ব নথিতে এটি আর বহাল নেই।"
CHANGED = "নিজস্ব নথির হিসাব বদলেছে।"


@transaction.atomic
def choose_measure(*, by: Access, indicator: PlanIndicator, measure: str, of: str = "") -> RowMeasure | None:
    """Count a row by itself from now on, as `MEASURES` names it and narrowed by `of`; "" ends it. Counts at once.

    Events made so far stay. Raises BadInput for a measure that does not fit the row; Refused without the right to
    change the plan.
    """
    by.require(P.PLAN_EDIT, indicator.plan.office.path)
    if not measure:
        RowMeasure.objects.filter(indicator=indicator).delete()
        row = None
    else:
        row = _choose(by, indicator, measure, of)
        count_row(by=_counter(), row=row)
    record(by=by, deed="plans.choose_measure", about=f"plan:{indicator.plan_id}", label=str(indicator),
           values={"measure": measure, "of": of})  # fmt: skip
    if row is None:
        check_plan(by=by, plan=indicator.plan)
    return row


def _choose(by: Access, indicator: PlanIndicator, measure: str, of: str) -> RowMeasure:
    found, printed = MEASURES.get(measure), indicator_sheet(by=by, indicator_id=indicator.pk).row.indicator
    words = dict(found.options(by=by, plan=indicator.plan)) if found and fits(measure, printed) else {}
    if of not in words:
        raise BadInput("This row cannot be counted so.", field="measure")
    chosen = {"measure": measure, "of": of, "of_words": str(words[of])[:300], "set_label": by.label[:300],
              "from_table": False, "figures": {}}  # fmt: skip
    row, _ = RowMeasure.objects.update_or_create(indicator=indicator, defaults=chosen)
    return row


@transaction.atomic
def count_as_the_table_says(*, by: Access, plan: Plan, framework: Framework) -> list[str]:
    """Give a new plan's rows what its framework counts them from; their codes. The office may change it later."""
    by.require(P.PLAN_EDIT, plan.office.path)
    named = {row.code: split(row.counted_from) for row in framework.indicators if row.counted_from}
    rows = [
        RowMeasure(indicator=row, measure=name, of=of, of_words=str(dict(MEASURES[name].general)[of])[:300],
                   from_table=True, set_label=by.label[:300])
        for row in plan.indicators.filter(code__in=named)
        for name, of in [named[row.code]]
    ]  # fmt: skip
    RowMeasure.objects.bulk_create(rows)
    return sorted(named)


def _counter() -> Access:
    return system("নিজস্ব নথি থেকে স্বয়ংক্রিয় গণনা")


@transaction.atomic
def count_row(*, by: Access, row: RowMeasure) -> int:
    """Bring the events of one row in line with the records; how many changed. Safe to repeat; locked quarters stay.

    `by` is the product's own job; the figures of the records are kept beside, and every difference is a finding (O5).
    """
    indicator, plan = row.indicator, row.indicator.plan
    measure = MEASURES.get(row.measure)
    if measure is None or plan.stage not in RUNNING:
        return 0
    found = {one.measured.reference: one for one in measure.count(by=by, plan=plan, of=row.of)}
    told = [one.measured for one in found.values()]
    kept, typed = _standing(row, measure.source)
    wanted = steps(told, kept, typed)
    figures = by_quarter(told, FiscalYear(plan.fiscal_year), timezone.localdate())
    if row.from_table and not told:
        figures = {}  # the office keeps no such records here: that says nothing against what it types
    RowMeasure.objects.filter(pk=row.pk).update(figures=figures, counted_at=timezone.now())
    added = _add_all(by, row, measure, [found[one.reference] for one in wanted.add])
    done = added + sum(_correct(by, event, one, found[one.reference]) for event, one in wanted.correct)
    done += sum(_withdraw(by, event) for event in wanted.withdraw)
    if added or figures != row.figures:
        rescore_plan(by=by, plan=plan)
        check_plan(by=by, plan=plan)
    if added:
        record(by=by, deed="plans.count_row", about=f"plan:{plan.pk}", label=str(indicator),
               values={"measure": row.measure, "added": added})  # fmt: skip
    return done


def _standing(row: RowMeasure, source: Source) -> tuple[Mapping[str, Kept], set[int]]:
    """Events in force that the records made, by reference, and the quarters in which a hand typed a figure."""
    kept, typed = {}, set()
    for event in ProgressEvent.objects.in_force().filter(indicator=row.indicator_id, standing=Standing.DONE):
        if event.source == source and event.source_ref:
            kept[plain(event.source_ref)] = Kept(event.pk, event.day, event.numerator, event.denominator)
        elif event.source in TYPED:
            typed.add(Quarter.of(event.day).number)
    return kept, typed


def _entry(one: Measured, source: str, reference: str) -> Entry:
    return Entry(day=one.day, numerator=one.numerator, denominator=one.denominator, text=one.text[:1000],
                 memo_no=one.memo_no, source=source, source_ref=reference)  # fmt: skip


def _add_all(by: Access, row: RowMeasure, measure: Measure, wanted: list[Proven]) -> int:
    """Add them with their proof; how many were taken. The caller scores and checks once."""
    if not wanted:
        return 0
    printed = indicator_sheet(by=by, indicator_id=row.indicator_id).row.indicator
    return sum(_add(by, row.indicator, measure, printed, proven) for proven in wanted)


def _add(by: Access, indicator: PlanIndicator, measure: Measure, printed: Indicator, proven: Proven) -> bool:
    one = proven.measured
    before = ProgressEvent.objects.filter(indicator=indicator, source=measure.source, corrects__isnull=True)
    times = before.filter(source_ref__startswith=one.reference).values_list("source_ref", flat=True)
    count = sum(plain(ref) == one.reference for ref in times)
    reference = f"{one.reference}{REF_SPLIT}{count + 1}" if count else one.reference
    proof = Proof(proven.name, proven.content(), kind_for(measure, printed), reference=one.reference)
    try:
        with transaction.atomic():
            add_event(by=by, indicator=indicator, entry=_entry(one, measure.source, reference), proofs=[proof])
    except BadInput:  # a locked quarter: the difference is found by O5
        return False
    return True


def _event(pk: int) -> ProgressEvent:
    rows = ProgressEvent.objects.select_related("indicator__plan__office__area", "indicator__plan__edition")
    return rows.get(pk=pk)


def _correct(by: Access, pk: int, one: Measured, proven: Proven) -> bool:
    event = _event(pk)
    try:
        with transaction.atomic():
            entry = _entry(one, event.source, event.source_ref)
            new = correct_event(by=by, event=event, entry=entry, reason=CHANGED)
            for piece in Evidence.objects.filter(event=new, reference=one.reference, withdrawn_at__isnull=True):
                replace_evidence(by=by, piece=piece, name=proven.name, content=proven.content(), reason=CHANGED)
    except BadInput:
        return False
    return True


def _withdraw(by: Access, pk: int) -> bool:
    try:
        with transaction.atomic():
            cancel_event(by=by, event=_event(pk), reason=UNDONE)
    except BadInput:
        return False
    return True


@transaction.atomic
def defer_count(*, by: Access, office_id: int) -> None:
    """Ask for a count of an office's rows, once its deed is committed. `by` is whose deed it was."""
    by.require_signed_in()
    defer(COUNT, office_id=office_id)


@transaction.atomic
def count_measures(*, by: Access, office_id: int | None = None) -> int:
    """Count every row of one office, or of all, that is counted by itself; how many events changed."""
    counter = _counter()
    return sum(count_row(by=counter, row=row) for row in rows_to_count(by=by, office_id=office_id))
