"""Windows by tier, more time for one office, the ministry's own date, and the terms of review."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access, P

from ..access import may_review
from ..choices import QuarterState, RemainingWeight
from ..models import Extension, Plan, PlanIndicator, ReviewTerms, Submission, Window
from ..rules.windows import check_earlier, dates_of, usual_windows
from ..selectors.editions import edition_by_key, framework_of
from .steps import moment


@transaction.atomic
def set_window(
    *, by: Access, fiscal_year: int, tier: str, quarter: int, opens: date, closes: date, reason: str = "",
    kind: str = "egov",
) -> Window:  # fmt: skip
    """Open and close a tier's quarter; changing a window that exists needs a reason. Both days count as open."""
    by.require(P.FRAMEWORK_MANAGE)
    if closes < opens:
        raise BadInput("The last day cannot be before the first.", field="closes")
    key: dict[str, Any] = {"fiscal_year": fiscal_year, "kind": kind, "tier": tier, "quarter": quarter}
    old = Window.objects.select_for_update().filter(**key).first()
    if old and not reason.strip():
        raise BadInput("Write why.", field="reason")
    given: dict[str, Any] = {
        "opens": opens,
        "closes": closes,
        "reason": reason.strip()[:300],
        "set_label": by.label[:300],
    }
    window, _ = Window.objects.update_or_create(**key, defaults=given)
    before = {"opens": old.opens.isoformat(), "closes": old.closes.isoformat()} if old else {}
    record(by=by, deed="plans.set_window", about=f"window:{window.pk}", label=str(window),
           values={"old": before, "opens": opens.isoformat(), "closes": closes.isoformat(),
                   "reason": window.reason})  # fmt: skip
    return window


@transaction.atomic
def load_usual_windows(*, by: Access, fiscal_year: int, kind: str = "egov") -> int:
    """Set the fourth quarter's usual windows, upazila first, where none is set. Returns how many were added."""
    have = set(Window.objects.filter(fiscal_year=fiscal_year, kind=kind, quarter=4).values_list("tier", flat=True))
    rows = [row for row in usual_windows(FiscalYear(fiscal_year)) if row.tier not in have]
    for row in rows:
        set_window(by=by, fiscal_year=fiscal_year, tier=row.tier, quarter=4, opens=row.opens, closes=row.closes,
                   kind=kind)  # fmt: skip
    return len(rows)


@transaction.atomic
def extend_time(*, by: Access, plan: Plan, quarter: int, until: date, reason: str, on: date | None = None) -> Extension:
    """Give one office more time for a quarter, with a reason. Raises Refused unless `by` reviews it from above."""
    by.require(P.PROGRESS_REVIEW, plan.office.path)
    if not may_review(by, plan):
        raise Refused("Only the office above gives more time.")
    if not reason.strip():
        raise BadInput("Write why.", field="reason")
    period = Quarter(FiscalYear(plan.fiscal_year), quarter)
    if until <= period.start:
        raise BadInput("This day lies before the quarter.", field="until")
    sent = Submission.objects.filter(plan=plan, quarter=quarter).first()
    if sent and sent.state != QuarterState.RETURNED:
        raise BadInput("This quarter was sent already.")
    given = Extension.objects.create(
        plan=plan, quarter=quarter, until=until, reason=reason.strip()[:500], given_by_id=by.user_id,
        given_label=by.label[:300], given_at=moment(on),
    )  # fmt: skip
    record(by=by, deed="plans.extend_time", about=f"plan:{plan.pk}", label=str(plan),
           values={"quarter": quarter, "until": until.isoformat(), "reason": given.reason})  # fmt: skip
    return given


@transaction.atomic
def set_ministry_due(*, by: Access, edition_key: str, code: str, day: date | None) -> int:
    """Set (or with None clear) the higher office's own earlier date for one indicator in every plan below it.

    The official date stays what it is. Raises BadInput for a day after the last official one (R12). Returns how many.
    """
    by.require(P.PROGRESS_REVIEW)
    edition = edition_by_key(by=by, key=edition_key)
    framework = framework_of(by=by, edition=edition)
    indicator = framework.indicator(code)
    official = max(dates_of(indicator, quarter).official for quarter in framework.fiscal_year.quarters)
    check_earlier(day, official, "day")
    rows = PlanIndicator.objects.enterable_by(by, P.PROGRESS_REVIEW).filter(plan__edition=edition, code=code)
    changed = rows.exclude(plan__office__path=by.office_path).update(ministry_due=day)
    record(by=by, deed="plans.set_ministry_due", about=f"framework:{edition.pk}", label=code,
           values={"day": day.isoformat() if day else None, "plans": changed})  # fmt: skip
    return changed


@transaction.atomic
def set_review_terms(
    *, by: Access, fiscal_year: int, remaining_weight: str, accept_step: bool, hide_unaccepted: bool,
    appeal_days: int, kind: str = "egov",
) -> ReviewTerms:  # fmt: skip
    """Set how a kind of plan is reviewed in a year: one or two steps, the weight of what does not apply, appeals."""
    by.require(P.FRAMEWORK_MANAGE)
    if remaining_weight not in RemainingWeight.values:
        raise BadInput("Choose what becomes of the weight.", field="remaining_weight")
    if not 1 <= appeal_days <= 90:
        raise BadInput("Give 1 to 90 days.", field="appeal_days")
    given = {"remaining_weight": remaining_weight, "accept_step": accept_step, "hide_unaccepted": hide_unaccepted,
             "appeal_days": appeal_days}  # fmt: skip
    terms, _ = ReviewTerms.objects.update_or_create(fiscal_year=fiscal_year, kind=kind, defaults=given)
    record(by=by, deed="plans.set_review_terms", about=f"review_terms:{terms.pk}", label=str(terms), values=given)
    return terms
