"""The steps of a meeting: notice, start, close, sign, issue, publish."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.kernel.memo import parse_memo
from agragati.kernel.text import normalise
from agragati.org.access import Access, system
from agragati.org.selectors import holders_by_post
from agragati.papers.actions import issue_number
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.paper import Paper
from agragati.papers.rules.stored import to_data
from agragati.papers.selectors import file_to_keep
from agragati.records.actions import keep_file

from ..access import may_move, may_run, require
from ..choices import MeetingState, PaperKind, Seniority
from ..models import AgendaItem, Decision, FrozenPaper, Invitation, Meeting
from ..rules.states import MEETING_MOVES, find_move
from ..selectors.attendance import attendance
from ..selectors.meetings import held_later
from ..selectors.meetings import meeting as meeting_of
from ..selectors.papers import distribution_of, draft_minutes, draft_notice, frozen, signer
from .fanout import give_duties
from .running import carry_to_next
from .telling import duties_given, mail_agenda, mail_minutes, meeting_called, meeting_called_off, meeting_over


@transaction.atomic
def notify(*, by: Access, meeting_id: int, memo_no: str = "", day: date | None = None) -> Meeting:
    """Send the notice: its paper is frozen and everyone asked has the meeting in the calendar.

    Raises BadInput for a broken memo number, nobody invited, or an empty agenda.
    """
    held = _hold(by, meeting_id, "notify")
    if not Invitation.objects.filter(meeting=held).exists():
        raise BadInput("Nobody is invited yet.")
    if not AgendaItem.objects.filter(meeting=held).exists():
        raise BadInput("The agenda is empty.")
    held.notice_memo_no = _memo(memo_no, "memo_no")
    held.notice_day = day or timezone.localdate()
    held.state = MeetingState.NOTICED
    held.save()
    _freeze(by, held, PaperKind.NOTICE, draft_notice(by=by, meeting=held))
    meeting_called(by=by, meeting=held)
    mail_agenda(by=by, meeting=held)
    return _told(by, held, "notify")


@transaction.atomic
def start(*, by: Access, meeting_id: int) -> Meeting:
    """Open the meeting: the check-in code appears, and posts stand on the list with today's holders."""
    held = _hold(by, meeting_id, "start")
    held.state, held.check_code = MeetingState.IN_PROGRESS, f"{secrets.randbelow(10**6):06d}"
    held.save()
    _name_holders(by, held)
    return _told(by, held, "start")


def _name_holders(by: Access, held: Meeting) -> None:
    rows = list(Invitation.objects.filter(meeting=held, post__isnull=False))
    day = timezone.localtime(held.starts_at).date()
    names = holders_by_post(by=by, post_ids=[row.post_id or 0 for row in rows], day=day)
    for row in rows:
        found = names.get(row.post_id or 0)
        row.name = str(found.user)[:200] if found else row.name
    Invitation.objects.bulk_update(rows, ["name"])


@transaction.atomic
def close(*, by: Access, meeting_id: int) -> Meeting:
    """End the meeting; the check-in code is no longer valid, and the minutes are in draft."""
    held = _hold(by, meeting_id, "close")
    held.state, held.check_code = MeetingState.DRAFT, ""
    if held.ends_at is None and timezone.now() > held.starts_at:
        held.ends_at = timezone.now()
    held.save()
    meeting_over(by=by, meeting=held)
    return _told(by, held, "close")


@transaction.atomic
def resume(*, by: Access, meeting_id: int, reason: str) -> Meeting:
    """Open a meeting again that was closed too early; the reason stays with it and in the log.

    Only the latest meeting of its kind goes on: a later one builds on what was closed. Raises BadInput for an earlier
    one, or without a reason.
    """
    held = _hold(by, meeting_id, "resume")
    if held_later(by=by, meeting=held):
        raise BadInput("A later meeting was held already. Only the latest can be opened again.")
    held.reopened_because = _reason(reason, BadInput("Write why the meeting is opened again.", field="reason"))
    held.state, held.check_code = MeetingState.IN_PROGRESS, f"{secrets.randbelow(10**6):06d}"
    held.save()
    return _told(by, held, "resume", reason=held.reopened_because)


def _reason(text: str, missing: BadInput) -> str:
    words = normalise(text).strip()[:300]
    if not words:
        raise missing
    return words


@transaction.atomic
def call_off(*, by: Access, meeting_id: int, reason: str) -> Meeting:
    """Call a meeting off; the reason stays with it."""
    held = _hold(by, meeting_id, "call_off")
    held.called_off_because = _reason(reason, BadInput("Write why the meeting is called off.", field="reason"))
    held.state = MeetingState.CALLED_OFF
    held.save()
    meeting_called_off(by=by, meeting=held)
    return _told(by, held, "call_off", reason=held.called_off_because)


@transaction.atomic
def sign(*, by: Access, meeting_id: int) -> Meeting:
    """The chair signs: the minutes are frozen with their hash, and every decision becomes a duty of its offices.

    Raises BadInput without a decision, or while members are missing to the quorum.
    """
    held = _hold(by, meeting_id, "sign")
    if not Decision.objects.filter(meeting=held).exists():
        raise BadInput("The minutes hold no decision yet.")
    if short := attendance(by=by, meeting=held).short:
        raise BadInput("The quorum was not reached: %(short)s more members must have been present.", short=short)
    if not held.chair:
        raise BadInput("Name the chair of the meeting first.")
    _seal(by, held)
    carry_to_next(by=by, meeting=held)
    return _told(by, held, "sign")


def _seal(by: Access, held: Meeting) -> None:
    """Freeze the minutes as they stand and give the duties."""
    _freeze(by, held, PaperKind.SIGNED, draft_minutes(by=by, meeting=held, watermark=""))
    held.state = MeetingState.SIGNED
    held.save()
    duties_given(by=by, meeting=held, duties=give_duties(by=by, meeting=held))


@transaction.atomic
def issue(
    *, by: Access, meeting_id: int, memo_no: str = "", day: date | None = None, distribution: str = "",
    seniority: str = Seniority.UNORDERED, file_id: int | None = None,
) -> Meeting:  # fmt: skip
    """The member-secretary issues the signed minutes under a memo number, on `day` (today), to `distribution`.

    With `file_id` the number is the next of that file, drawn without gap and noted in its register; else it is typed.
    The body is the signed one, bit by bit. Raises BadInput for a broken memo number, a day before the meeting, or
    minutes that are not signed or issued already.
    """
    held = _lock(by, meeting_id)
    require(may_run(by, held))
    signed = frozen(by=by, meeting=held, kind=PaperKind.SIGNED)
    if signed is None or held.is_issued:
        raise BadInput("Minutes are issued once, after the chair has signed.", field="memo_no")
    held.issue_date = day or timezone.localdate()
    if held.issue_date < timezone.localtime(held.starts_at).date():
        raise BadInput("Minutes cannot be issued before the meeting.", field="day")
    held.memo_no = _drawn(by, held, file_id) if file_id else _memo(memo_no, "memo_no")
    if not held.memo_no:
        raise BadInput("Write the memo number.", field="memo_no")
    held.distribution, held.seniority = normalise(distribution).strip() or held.distribution, seniority
    held.save()
    _issue(by, held, signed)
    mail_minutes(by=by, meeting=held)
    return _told(by, held, "issue")


def _drawn(by: Access, held: Meeting, file_id: int) -> str:
    """The next number of a file of the register, issued for these minutes at once."""
    file = file_to_keep(by=by, file_id=file_id)
    return issue_number(by=by, file=file, about=f"meeting:{held.pk}:minutes", purpose=held.title,
                        on=held.issue_date).memo_no  # fmt: skip


def _issue(by: Access, held: Meeting, signed: Paper) -> None:
    issuer = signed.issuer if held.printed else signer(held.secretary or by.label)
    whole = replace(signed, memo_no=held.memo_no, day=held.issue_date, distribution=distribution_of(held),
                    issuer=issuer, memo_place="bottom")  # fmt: skip
    _freeze(by, held, PaperKind.ISSUED, whole)


@transaction.atomic
def seal_imported(*, by: Access, meeting: Meeting, memo_no: str, day: date | None) -> Meeting:
    """Freeze minutes that were signed on paper before: as confirmed, with the memo number and day they carry."""
    held = _lock(by, meeting.pk)
    require(may_run(by, held) and held.imported_from_id is not None and not held.is_frozen)
    _seal(by, held)
    signed = frozen(by=by, meeting=held, kind=PaperKind.SIGNED)
    if signed is not None and (memo_no.strip() or day):
        held.memo_no, held.issue_date = _memo_as_printed(memo_no), day
        held.save()
        _issue(by, held, signed)
    return _told(by, held, "seal_imported")


@transaction.atomic
def publish(*, by: Access, meeting_id: int) -> Meeting:
    """Put the issued minutes on the public page."""
    held = _hold(by, meeting_id, "publish")
    if not held.is_issued:
        raise BadInput("Issue the minutes under a memo number first.")
    held.state, held.published_at = MeetingState.PUBLISHED, timezone.now()
    held.save()
    return _told(by, held, "publish")


@transaction.atomic
def withdraw(*, by: Access, meeting_id: int) -> Meeting:
    """Take the minutes off the public page; they stay signed."""
    held = _hold(by, meeting_id, "withdraw")
    held.state, held.published_at = MeetingState.SIGNED, None
    held.save()
    return _told(by, held, "withdraw")


def _lock(by: Access, meeting_id: int) -> Meeting:
    seen = meeting_of(by=by, meeting_id=meeting_id)
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("office__area", "chair_post", "previous")
    return rows.get(pk=seen.pk)


def _hold(by: Access, meeting_id: int, deed: str) -> Meeting:
    held = _lock(by, meeting_id)
    require(may_move(by, held, find_move(MEETING_MOVES, deed, held.state)))
    return held


def _told(by: Access, held: Meeting, deed: str, **values: str) -> Meeting:
    record(by=by, deed=f"meetings.{deed}", about=f"meeting:{held.pk}", label=held.title,
           values={"state": held.state, "memo_no": held.memo_no, **values})  # fmt: skip
    return held


def _memo(text: str, field: str) -> str:
    if not text.strip():
        return ""
    try:
        return parse_memo(text).canonical
    except BadInput as error:
        raise BadInput(error.key, field=field, **error.params) from error


def _memo_as_printed(text: str) -> str:
    """A memo number of old paper: digital where it is one, else as it stands there."""
    try:
        return _memo(text, "memo_no")
    except BadInput:
        return to_bn(normalise(text).strip()[:60])


def _freeze(by: Access, held: Meeting, kind: str, paper: Paper) -> FrozenPaper:
    """Keep a paper for good: its parts, its PDF and the PDF's hash."""
    pdf = to_pdf(paper, creation=paper.day or timezone.localtime(held.starts_at).date())
    keeper = by if by.enter.covers(held.office.path) else system(by.label)
    kept = keep_file(by=keeper, office=held.office, name=f"{kind}-{held.pk}.pdf", content=pdf,
                     about=f"meeting:{held.pk}")  # fmt: skip
    if kind != PaperKind.NOTICE:
        defer("plans.tasks.count_measures", office_id=held.office_id)
    return FrozenPaper.objects.create(
        meeting=held, kind=kind, content=to_data(paper), pdf=kept, sha256=hashlib.sha256(pdf).hexdigest(),
        by_id=by.user_id, posting_id=by.posting_id, by_label=by.label[:300],
    )  # fmt: skip
