"""Recording, correcting and cancelling progress events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict
from agragati.kernel.fiscal import FiscalYear
from agragati.kernel.memo import parse_memo
from agragati.org.access import Access, P
from agragati.records.actions import defer_copy, keep_file

from ..choices import EvidenceKind, Standing
from ..models import Evidence, PlanIndicator, ProgressEvent
from ..rules.achievement import Achievement, check, check_result
from ..rules.choices import Unit
from ..rules.entries import Entry
from ..rules.entry_checks import faults_of, table_of
from ..rules.framework import Indicator
from ..rules.wording import day_text, value_text
from ..selectors.editions import framework_of
from ..selectors.holders import RowRights, require_entry
from ..selectors.life import require_open_for_entry
from ..selectors.sheets import as_signed
from .evidence import ARCHIVE, remember_fingerprint
from .integrity import check_plan
from .rescore import rescore_plan


@dataclass(frozen=True)
class Proof:
    """A file handed in with an event: its name, its bytes and what kind of proof it is."""

    name: str
    content: bytes
    kind: str = EvidenceKind.OTHER
    reference: str = ""


@transaction.atomic
def record_progress(
    *, by: Access, indicator: PlanIndicator, entry: Entry, proofs: Sequence[Proof] = ()
) -> ProgressEvent:
    """Add one event with its proof and re-score the plan.

    Raises BadInput naming the field: a day outside the plan's year, in the future or in a locked quarter, a numerator
    over its denominator, a negative amount, a broken memo number or file; Refused without the right to enter this row.
    """
    require_entry(by=by, indicator=indicator)
    event = _add(by, indicator, entry)
    _keep(by, event, proofs)
    rescore_plan(by=by, plan=indicator.plan)
    check_plan(by=by, plan=indicator.plan)
    record(by=by, deed="plans.record_progress", about=f"plan:{indicator.plan_id}", label=str(indicator),
           values={"event": event.pk, **_facts(event)})  # fmt: skip
    return event


@transaction.atomic
def correct_event(
    *, by: Access, event: ProgressEvent, entry: Entry, reason: str, proofs: Sequence[Proof] = ()
) -> ProgressEvent:
    """Put a corrected event in the place of `event`; the old one stays readable. `reason` is required.

    Raises Conflict with both values when someone corrected or cancelled it since it was read.
    """
    indicator = event.indicator
    require_entry(by=by, indicator=indicator)
    _need_reason(reason)
    _require_newest(event, entry)
    require_open_for_entry(by=by, indicator=indicator, day=event.day)
    new = _add(by, indicator, entry, corrects=event)
    Evidence.objects.filter(event=event).update(event=new)
    _keep(by, new, proofs)
    rescore_plan(by=by, plan=indicator.plan)
    check_plan(by=by, plan=indicator.plan)
    record(by=by, deed="plans.correct_event", about=f"plan:{indicator.plan_id}", label=str(indicator),
           values={"old": _facts(event), "new": _facts(new), "event": new.pk, "reason": reason})  # fmt: skip
    return new


@transaction.atomic
def cancel_event(*, by: Access, event: ProgressEvent, reason: str) -> ProgressEvent:
    """Take an event out of the count; it stays readable with the reason, which is required."""
    by.require(P.PROGRESS_CANCEL, event.indicator.plan.office.path)
    _need_reason(reason)
    require_open_for_entry(by=by, indicator=event.indicator, day=event.day)
    event.cancelled_at = timezone.now()
    event.cancel_reason = reason[:300]
    event.save(update_fields=["cancelled_at", "cancel_reason"])
    rescore_plan(by=by, plan=event.indicator.plan)
    check_plan(by=by, plan=event.indicator.plan)
    record(by=by, deed="plans.cancel_event", about=f"plan:{event.indicator.plan_id}", label=str(event.indicator),
           values={"event": event.pk, "reason": reason, **_facts(event)})  # fmt: skip
    return event


@transaction.atomic
def add_event(
    *, by: Access, indicator: PlanIndicator, entry: Entry, corrects: ProgressEvent | None = None,
    rights: RowRights | None = None, proofs: Sequence[Proof] = (),
) -> ProgressEvent:  # fmt: skip
    """Add one event of many, with its proof; the caller re-scores, checks and logs once. Refuses as `record_progress`.

    `rights` are the caller's to the plan's rows, when they were asked already.
    """
    require_entry(by=by, indicator=indicator, rights=rights)
    if corrects is not None:
        require_open_for_entry(by=by, indicator=indicator, day=corrects.day)
    made = _add(by, indicator, entry, corrects)
    if corrects is not None:
        Evidence.objects.filter(event=corrects).update(event=made)
    _keep(by, made, proofs)
    return made


def _require_newest(event: ProgressEvent, entry: Entry) -> None:
    held = ProgressEvent.objects.select_for_update(of=["self"]).get(pk=event.pk)
    newer = ProgressEvent.objects.filter(corrects=held).first()
    if newer is None and held.cancelled_at is None:
        return
    raise Conflict(
        "Someone else changed this meanwhile. It now says: %(theirs)s. You typed: %(yours)s.",
        theirs=_words(newer) if newer else held.cancel_reason, yours=_words(entry),
    )  # fmt: skip


def _words(what: ProgressEvent | Entry) -> str:
    given = (what.quantity, what.numerator, what.denominator, *(Decimal(n) for n in what.figures.values()))
    figures = " / ".join(value_text(number) for number in given if number is not None)
    return " · ".join(filter(None, (day_text(what.day), figures, what.text)))


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise BadInput("Write why.", field="reason")


def _add(by: Access, row: PlanIndicator, entry: Entry, corrects: ProgressEvent | None = None) -> ProgressEvent:
    plan = row.plan
    printed = framework_of(by=by, edition=plan.edition, tier=plan.tier).indicator(row.code)
    signed = as_signed(printed, row)
    for fault in faults_of(table_of(signed, FiscalYear(plan.fiscal_year)), _values(entry), timezone.localdate()):
        raise fault.error
    require_open_for_entry(by=by, indicator=row, day=entry.day)
    if entry.standing == Standing.DONE:
        _check_figure(signed, entry)
    has_figure = entry.standing == Standing.DONE
    return ProgressEvent.objects.create(
        indicator=row, day=entry.day, standing=entry.standing,
        quantity=entry.quantity if has_figure else None,
        numerator=entry.numerator if has_figure else None,
        denominator=entry.denominator if has_figure else None,
        figures={name: str(number) for name, number in entry.figures.items()} if has_figure else {},
        text=entry.text.strip()[:1000], place=entry.place.strip()[:200], memo_no=_memo(entry.memo_no),
        source=entry.source, source_ref=entry.source_ref, corrects=corrects,
        entered_by_id=by.user_id, entered_in_id=by.posting_id,
        entered_label=by.label_at(plan.office.path)[:300],
    )  # fmt: skip


def _values(entry: Entry) -> dict[str, object]:
    """An entry by the names of its form."""
    return asdict(entry) | {f"figure_{name}": number for name, number in entry.figures.items()}


def _check_figure(indicator: Indicator, entry: Entry) -> None:
    if indicator.measure is Unit.DATE:
        check(indicator, Achievement(day=entry.day, value=entry.quantity, numerator=entry.numerator,
                                     denominator=entry.denominator, figures=tuple(entry.figures.items())))  # fmt: skip
        return
    given = Achievement(value=entry.quantity, numerator=entry.numerator, denominator=entry.denominator,
                        figures=tuple(entry.figures.items()))  # fmt: skip
    try:
        check(indicator, given)
        check_result(indicator, given)
    except BadInput as error:
        field = "quantity" if error.field == "value" else error.field.replace("figures.", "figure_")
        raise BadInput(error.key, field=field, **error.params) from error
    if indicator.formula and not entry.figures:
        first = indicator.figures[0].name if indicator.figures else ""
        raise BadInput("Give the named figures; the result is computed from them.", field=f"figure_{first}")


def _memo(text: str) -> str:
    return parse_memo(text).canonical if text.strip() else ""


def _keep(by: Access, event: ProgressEvent, proofs: Sequence[Proof]) -> None:
    office = event.indicator.plan.office
    for proof in proofs:
        kept = keep_file(
            by=by, office=office, name=proof.name, content=proof.content, about=f"progress_event:{event.pk}"
        )
        defer_copy(by=by, attachment=kept, job=ARCHIVE)
        piece = Evidence.objects.create(
            indicator=event.indicator, event=event, kind=proof.kind, attachment=kept, day=event.day,
            reference=proof.reference,
            added_by_id=by.user_id, added_label=by.label[:300],
        )  # fmt: skip
        remember_fingerprint(by=by, piece=piece)


def _facts(event: ProgressEvent) -> dict[str, str]:
    names = ("day", "standing", "quantity", "numerator", "denominator", "text", "memo_no", "figures")
    return {name: str(value) for name in names if (value := getattr(event, name)) not in (None, "", {})}
