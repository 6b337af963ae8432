"""Rows that belong to the cast's offices, by the name an address gives them: what an outsider must never reach.

A new address with a new `<int:thing_id>` gets one line here (`"thing_id"`, or `"app:thing_id"` where two apps use one
name): a function that makes a row owned by an office of the cast and returns what goes into the address.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable

from django.conf import settings

from agragati.org.access import system
from agragati.org.models import ApiToken, Committee, Delegation, Duty, Section
from agragati.plans.actions import Entry, adopt_framework, load_framework, record_progress
from agragati.plans.models import Plan, PlanIndicator
from agragati.records.models import Attachment
from tests.people import SINCE, Cast

SCOPE_DAY = datetime.date(2021, 12, 1)


def _section(cast: Cast) -> int:
    return Section.objects.create(office=cast.upazila, name_bn="গোপন শাখা", valid_from=SINCE).pk


def _duty(cast: Cast) -> int:
    return Duty.objects.create(post=cast.upazila_officer.posting.post, kind="focal", about="x").pk


def _committee(cast: Cast) -> int:
    return Committee.objects.create(office=cast.upazila, name_bn="গোপন টিম", formed_on=SINCE).pk


def _token(cast: Cast) -> int:
    return ApiToken.objects.create(posting=cast.upazila_officer.posting, name="x", prefix="0" * 8, digest="0" * 64,
                                   permissions=[], expires_on=datetime.date(2999, 1, 1)).pk  # fmt: skip


def _delegation(cast: Cast) -> int:
    return Delegation.objects.create(posting=cast.upazila_officer.posting, to=cast.district_officer.user,
                                     since=SINCE, until=datetime.date(2999, 1, 1), reason="x").pk  # fmt: skip


def _plan(cast: Cast) -> Plan:
    document = tomllib.loads((settings.FRAMEWORKS / "egov-2021-22.toml").read_text(encoding="utf-8"))
    edition = load_framework(by=system(), key="egov-2021-22", document=document)
    return adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=edition)


def _indicator(cast: Cast) -> PlanIndicator:
    return PlanIndicator.objects.select_related("plan__office", "plan__edition").get(plan=_plan(cast), code="1.4.1")


def _progress(cast: Cast) -> int:
    entry = Entry(day=SCOPE_DAY)
    return record_progress(by=cast.divisional_officer.access, indicator=_indicator(cast), entry=entry).pk


def _attachment(cast: Cast) -> int:
    return Attachment.objects.create(office=cast.upazila, file="00/0", name="x.txt", mime="text/plain", size=1,
                                     sha256="0" * 64).pk  # fmt: skip


OWNED: dict[str, Callable[[Cast], object]] = {
    "office_id": lambda cast: cast.upazila.pk,
    "parent_id": lambda cast: cast.upazila.pk,
    "post_id": lambda cast: cast.upazila_officer.posting.post_id,
    "posting_id": lambda cast: cast.upazila_officer.posting.pk,
    "user_id": lambda cast: cast.upazila_officer.user.pk,
    "section_id": _section,
    "duty_id": _duty,
    "committee_id": _committee,
    "token_id": _token,
    "delegation_id": _delegation,
    "person_id": lambda cast: cast.upazila_officer.user.pk,
    "group_id": lambda cast: "head",
    "plan_id": lambda cast: _plan(cast).pk,
    "indicator_id": lambda cast: _indicator(cast).pk,
    "plans:event_id": _progress,
    "quarter": lambda cast: 2,
    "attachment_id": _attachment,
}
