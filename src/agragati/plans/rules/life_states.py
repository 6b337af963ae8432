"""The life of a plan by table: draft → discussed → signed → in force → half-year feedback → closed → published."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear

from .moves import Move, Table, Who


class Stage(StrEnum):
    """Where a plan stands in its year (same words as the database)."""

    DRAFT = "draft"
    DISCUSSED = "discussed"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    AMENDING = "amending"
    HALF_YEAR = "half_year"
    CLOSED = "closed"
    PUBLISHED = "published"


class LifeDeed(StrEnum):
    """What is done with a plan as a whole."""

    DISCUSS = "discuss"
    REVISE = "revise"
    SIGN_OWN = "sign_own"
    SIGN_HIGHER = "sign_higher"
    ENFORCE = "enforce"
    OPEN_AMENDMENT = "open_amendment"
    APPROVE_AMENDMENT = "approve_amendment"
    REFUSE_AMENDMENT = "refuse_amendment"
    WITHDRAW_AMENDMENT = "withdraw_amendment"
    HALF_YEAR = "half_year"
    CLOSE = "close"
    REOPEN = "reopen"
    PUBLISH = "publish"


S, D = Stage, LifeDeed
LIFE_MOVES: Table = (
    Move(D.DISCUSS, S.DRAFT, S.DISCUSSED, Who.OFFICE),
    Move(D.REVISE, S.DISCUSSED, S.DRAFT, Who.HIGHER, reason=True),
    Move(D.SIGN_OWN, S.DISCUSSED, S.DISCUSSED, Who.OFFICE),
    Move(D.SIGN_HIGHER, S.DISCUSSED, S.SIGNED, Who.HIGHER),
    Move(D.ENFORCE, S.SIGNED, S.IN_FORCE, Who.HIGHER),
    Move(D.OPEN_AMENDMENT, S.IN_FORCE, S.AMENDING, Who.OFFICE, reason=True),
    Move(D.APPROVE_AMENDMENT, S.AMENDING, S.IN_FORCE, Who.HIGHER),
    Move(D.REFUSE_AMENDMENT, S.AMENDING, S.IN_FORCE, Who.HIGHER, reason=True),
    Move(D.WITHDRAW_AMENDMENT, S.AMENDING, S.IN_FORCE, Who.OFFICE),
    Move(D.HALF_YEAR, S.IN_FORCE, S.HALF_YEAR, Who.HIGHER, reason=True),
    Move(D.CLOSE, S.HALF_YEAR, S.CLOSED, Who.HIGHER),
    Move(D.REOPEN, S.CLOSED, S.HALF_YEAR, Who.HIGHER, reason=True),
    Move(D.PUBLISH, S.CLOSED, S.PUBLISHED, Who.HIGHER),
)
UNSIGNED = (S.DRAFT, S.DISCUSSED)
OVER = (S.CLOSED, S.PUBLISHED)
RUNNING = (S.IN_FORCE, S.AMENDING, S.HALF_YEAR)


def amend_until(year: FiscalYear) -> date:
    """Last day on which an amendment may be proposed: 30 September (domain §3.6, the agreement's calendar)."""
    return date(year.start_year, 9, 30)


def half_year_from(year: FiscalYear) -> date:
    """First day of half-yearly feedback: 1 January."""
    return date(year.start_year + 1, 1, 1)


def check_day(deed: str, year: FiscalYear, on: date) -> None:
    """Raise BadInput when the calendar does not allow the deed on this day."""
    if deed == D.OPEN_AMENDMENT and on > amend_until(year):
        raise BadInput("An amendment may be proposed until %(day)s.", day=amend_until(year))
    if deed == D.HALF_YEAR and on < half_year_from(year):
        raise BadInput("Half-yearly feedback begins on %(day)s.", day=half_year_from(year))
    if deed == D.CLOSE and on <= year.end:
        raise BadInput("The year can be closed after %(day)s.", day=year.end)


def check_signing(day: date | None, year: FiscalYear, on: date) -> date:
    """The date on the signed paper: stated, not in the future, not long before the year. Raises BadInput."""
    if day is None:
        raise BadInput("Give the date of signing.", field="day")
    if day > on:
        raise BadInput("The date of signing lies in the future.", field="day")
    if day < date(year.start_year, 1, 1) or day > year.end:
        raise BadInput("The date of signing does not belong to the fiscal year %(year)s.", field="day", year=year.label)
    return day
