"""Rows that belong to the cast's offices, by the name an address gives them: what an outsider must never reach.

A new address with a new `<int:thing_id>` gets one line here (`"thing_id"`, or `"app:thing_id"` where two apps use one
name): a function that makes a row owned by an office of the cast and returns what goes into the address. What several
of them stand on is made once for one cast.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from typing import cast as typed

from django.conf import settings
from django.utils import timezone

from agragati.meetings.models import Decision, DecisionDuty, ImportDraft
from agragati.meetings.rules.read import read_minutes
from agragati.org.access import system
from agragati.org.models import ApiToken, Committee, Delegation, Duty, GroupSet, Office, OfficeGroup, Section
from agragati.outbox.actions import Draft, TemplateText, oblige, write_draft, write_template
from agragati.outbox.models import Message
from agragati.outbox.rules.recipients import RecipientRule
from agragati.papers.actions import (
    add_address,
    draft_letter,
    issue_letter,
    open_file,
    reserve_number,
    sign_letter,
)
from agragati.papers.actions.mail import take_mail
from agragati.papers.actions.searching import make_field, save_search
from agragati.papers.models import (
    FileRecord,
    Letter,
    LetterAddress,
    LetterAnnex,
    LetterRecipient,
    PaperReading,
    ReadPage,
)
from agragati.papers.renderers.extract import extract
from agragati.papers.rules.letter_text import LetterText
from agragati.plans.actions import Entry, adopt_framework, load_framework, record_progress
from agragati.plans.actions.editions import draft_edition
from agragati.plans.actions.evidence import NewProof, add_evidence
from agragati.plans.actions.follow_ups import mark_for_follow_up
from agragati.plans.actions.integrity import check_plan
from agragati.plans.models import (
    Appeal,
    Claim,
    Dependency,
    Evidence,
    Plan,
    PlanDoubt,
    PlanIndicator,
    ProgressEvent,
    Reuse,
    SampleDraw,
    SampleItem,
    Submission,
)
from agragati.records.models import Attachment
from tests.meetings.made import issued
from tests.meetings.made import motion as _motion
from tests.meetings.made import standing as _series
from tests.people import SINCE, Cast

Row = TypeVar("Row")
SCOPE_DAY = datetime.date(2021, 12, 1)


def once(make: Callable[[Cast], Row]) -> Callable[[Cast], Row]:
    """The same row for one cast however often it is asked for."""

    @wraps(make)
    def kept(cast: Cast) -> Row:
        if make not in cast.made:
            cast.made[make] = make(cast)
        return typed(Row, cast.made[make])

    return kept


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


@once
def _group(cast: Cast) -> OfficeGroup:
    grouping, _ = GroupSet.objects.get_or_create(key="project", defaults={"name_bn": "গোপন প্রকল্প"})
    group, _ = OfficeGroup.objects.get_or_create(set=grouping, key="hidden", defaults={"name_bn": "গোপন দল"})
    group.offices.add(cast.upazila)
    return group


@once
def _plan(cast: Cast) -> Plan:
    document = tomllib.loads((settings.FRAMEWORKS / "egov-2021-22.toml").read_text(encoding="utf-8"))
    edition = load_framework(by=system(), key="egov-2021-22", document=document)
    return adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=edition)


@once
def _indicator(cast: Cast) -> PlanIndicator:
    return PlanIndicator.objects.select_related("plan__office", "plan__edition").get(plan=_plan(cast), code="1.4.1")


@once
def _progress(cast: Cast) -> int:
    entry = Entry(day=SCOPE_DAY)
    return record_progress(by=cast.divisional_officer.access, indicator=_indicator(cast), entry=entry).pk


@once
def _submission(cast: Cast) -> Submission:
    plan, now = _plan(cast), timezone.now()
    return Submission.objects.create(plan=plan, fiscal_year=2021, quarter=1, path=plan.path, state="submitted",
                                     due=SCOPE_DAY, first_sent_at=now, submitted_at=now)  # fmt: skip


@once
def _claim(cast: Cast) -> Claim:
    sent = _submission(cast)
    row = PlanIndicator.objects.get(plan=sent.plan, code="1.4.1")
    return Claim.objects.create(submission=sent, indicator=row, path=sent.path, fiscal_year=2021, quarter=1,
                                position=1, as_of=SCOPE_DAY)  # fmt: skip


def _appeal(cast: Cast) -> int:
    claim = _claim(cast)
    return Appeal.objects.create(indicator=claim.indicator, claim=claim, reason="x", filed_at=timezone.now(),
                                 decider_path=cast.ministry.path).pk  # fmt: skip


@once
def _draw(cast: Cast) -> SampleDraw:
    return SampleDraw.objects.create(office=cast.directorate, fiscal_year=2021, quarter=1, how="risk", percent=5,
                                     seed="x", population=1)  # fmt: skip


def _sample_row(cast: Cast) -> int:
    return SampleItem.objects.create(draw=_draw(cast), claim=_claim(cast)).pk


@once
def _attachment(cast: Cast) -> int:
    return Attachment.objects.create(office=cast.upazila, file="00/0", name="x.txt", mime="text/plain", size=1,
                                     sha256="0" * 64).pk  # fmt: skip


@once
def _decision(cast: Cast) -> Decision:
    return issued(cast)


def _import_draft(cast: Cast) -> int:
    found = read_minutes(extract("সভার কার্যবিবরণী\nসভাপতি : আবদুল করিম, জেলা কর্মকর্তা\n".encode())).as_json()
    return ImportDraft.objects.create(office=cast.upazila, owner=cast.upazila_officer.user, name="x", content=b"x",
                                      blocks=[], found=[found]).pk  # fmt: skip


def _letter(cast: Cast) -> Letter:
    """A draft of its own for each: what is signed would change the others' pages."""
    text = LetterText(subject="গোপন পত্র", paragraphs=("গোপন কথা",))
    return draft_letter(by=cast.district_officer.access, kind="office_order", text=text, file=_file(cast))


@once
def _file(cast: Cast) -> FileRecord:
    Office.objects.filter(pk=cast.district.pk).update(memo_code="05.43.8100")
    cast.district.refresh_from_db()
    return open_file(by=cast.district_officer.access, office=cast.district, title="গোপন নথি", subject_code="07")


def _number(cast: Cast) -> int:
    return reserve_number(by=cast.district_officer.access, file=_file(cast)).pk


def _address(cast: Cast) -> LetterAddress:
    letter = _letter(cast)
    return add_address(by=cast.district_officer.access, letter=letter, kind="office", place="to", office=cast.upazila)


def _annex(cast: Cast) -> int:
    kept = Attachment.objects.get(pk=_attachment(cast))
    return LetterAnnex.objects.create(letter=_letter(cast), attachment=kept, title="গোপন ছবি", position=1).pk


def _field(cast: Cast) -> int:
    return make_field(by=cast.district_officer.access, name="গোপন ক্ষেত্র", kind="text").pk


def _search(cast: Cast) -> int:
    return save_search(by=cast.district_officer.access, name="গোপন অনুসন্ধান", query="q=x").pk


def _copy(cast: Cast) -> int:
    by, address = cast.district_officer.access, _address(cast)
    issue_letter(by=by, letter=sign_letter(by=by, letter=address.letter))
    return LetterRecipient.objects.get(address=address).pk


def _draft_table(cast: Cast) -> int:
    document = tomllib.loads((settings.FRAMEWORKS / "egov-2021-22.toml").read_text(encoding="utf-8"))
    days = {"name": "working_days", "label": "কর্মদিবস", "value": "240", "unit": "দিন", "source": "ছুটির তালিকা"}
    return draft_edition(by=system(), key="egov-draft", document={**document, "constants": [days]}).pk


@once
def _note_as_proof(cast: Cast) -> Evidence:
    proof = NewProof("other", note="গোপন")
    return add_evidence(by=cast.divisional_officer.access, indicator=_indicator(cast), proof=proof)[0]


def _dependency(cast: Cast) -> int:
    return Dependency.objects.create(indicator=_indicator(cast), office=cast.district, what="গোপন", asked_label="x").pk


def _mark(cast: Cast) -> int:
    event = ProgressEvent.objects.select_related("indicator__plan__office").get(pk=_progress(cast))
    post = cast.divisional_officer.posting.post
    return mark_for_follow_up(by=cast.divisional_officer.access, about=event, note="গোপন", post=post,
                              due=datetime.date(2999, 1, 1)).pk  # fmt: skip


def _pair(cast: Cast) -> int:
    one = _note_as_proof(cast)
    other = Evidence.objects.create(indicator=one.indicator, kind="other", note="x")
    return Reuse.objects.create(one=one, other=other, bits=0, same_file=True).pk


def _doubt(cast: Cast) -> int:
    check_plan(by=system(), plan=_indicator(cast).plan)
    return PlanDoubt.objects.values_list("pk", flat=True)[0]


def _reading(cast: Cast) -> int:
    kept = Attachment.objects.get(pk=_attachment(cast))
    reading = PaperReading.objects.create(office=cast.upazila, file=kept, state="to_confirm", kind="text", page_count=1)
    ReadPage.objects.create(reading=reading, number=1, source="text", confidence=1)
    return reading.pk


def _mail(cast: Cast) -> int:
    content = "From: stranger@example.org\nSubject: গোপন\n\nগোপন কথা".encode()
    return take_mail(by=system(), office=cast.upazila, content=content)[0].pk


@once
def _obligation(cast: Cast) -> int:
    return oblige(by=cast.district_officer.access, about="x:1", office_id=cast.upazila.pk, title="গোপন কাজ").pk


def _message(cast: Cast) -> int:
    return Message.objects.filter(mentions__obligation=_obligation(cast)).values_list("pk", flat=True)[0]


def _dispatch(cast: Cast) -> int:
    rule = RecipientRule("below", office_id=cast.district.pk)
    return write_draft(by=cast.district_officer.access, draft=Draft("গোপন বার্তা", "গোপন কথা", rule)).pk


def _template(cast: Cast) -> int:
    words = TemplateText("গোপন", "গোপন", "গোপন")
    by = cast.district_officer.access
    return write_template(by=by, office_id=cast.district.pk, key="hidden", words=words).pk


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
    "set_key": lambda cast: _group(cast).set.key,
    "group_key": lambda cast: _group(cast).key,
    "plan_id": lambda cast: _plan(cast).pk,
    "indicator_id": lambda cast: _indicator(cast).pk,
    "event_id": _progress,
    "submission_id": lambda cast: _submission(cast).pk,
    "dependency_id": _dependency,
    "plans:mark_id": _mark,
    "claim_id": lambda cast: _claim(cast).pk,
    "appeal_id": _appeal,
    "draw_id": lambda cast: _draw(cast).pk,
    "plans:item_id": _sample_row,
    "plans:deed": lambda cast: "accept_quarter",
    "plans:year": lambda cast: 2021,
    "quarter": lambda cast: 2,
    "attachment_id": _attachment,
    "edition_id": _draft_table,
    "evidence_id": lambda cast: _note_as_proof(cast).pk,
    "reuse_id": _pair,
    "doubt_id": _doubt,
    "plans:code": lambda cast: "1.1.1",
    "plans:name": lambda cast: "working_days",
    "plans:form": lambda cast: "xlsx",
    "plans:kind": lambda cast: "annual",
    "plans:page": lambda cast: 1,
    "letter_id": lambda cast: _letter(cast).pk,
    "file_id": lambda cast: _file(cast).pk,
    "number_id": _number,
    "address_id": lambda cast: _address(cast).pk,
    "recipient_id": _copy,
    "annex_id": _annex,
    "field_id": _field,
    "search_id": _search,
    "papers:page": lambda cast: 1,
    "papers:reading_id": _reading,
    "mail_id": _mail,
    "papers:number": lambda cast: 1,
    "papers:box": lambda cast: "issued",
    "papers:kind": lambda cast: "office",
    "papers:key": lambda cast: "own-1",
    "papers:code": lambda cast: "0" * 20,
    "obligation_id": _obligation,
    "message_id": _message,
    "dispatch_id": _dispatch,
    "template_id": _template,
    "outbox:key": lambda cast: "standard",
    "outbox:text": lambda cast: "1-aaaaaaaaaaaaa",
    "outbox:secret": lambda cast: "0" * 32,
    "outbox:gateway": lambda cast: "file",
    "meeting_id": lambda cast: _decision(cast).meeting_id,
    "item_id": lambda cast: _decision(cast).item_id,
    "decision_id": lambda cast: _decision(cast).pk,
    "meetings:duty_id": lambda cast: DecisionDuty.objects.filter(decision=_decision(cast)).values_list("pk", flat=True)[
        0
    ],
    "meetings:draft_id": _import_draft,
    "meetings:place": lambda cast: 0,
    "meetings:number": lambda cast: 1,
    "series_id": lambda cast: _series(cast).pk,
    "motion_id": lambda cast: _motion(cast).pk,
    "meetings:deed": lambda cast: "drop",
    "meetings:field": lambda cast: "topic",
    "meetings:kind": lambda cast: "minutes",
}
