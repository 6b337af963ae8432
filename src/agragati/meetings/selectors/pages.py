"""What single pages ask besides the rows themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.text import search_key
from agragati.org.access import Access
from agragati.org.models import Office, Post
from agragati.org.selectors import children, holders_by_post, post_options
from agragati.outbox.rules.feed import Entry, calendar
from agragati.papers.renderers.extract import kind_of

from ..access import may_move, may_run, require
from ..choices import FROZEN_STATES, OPEN_STATES, PaperKind
from ..models import AgendaItem, Correction, Decision, DecisionDuty, DecisionUpdate, FrozenPaper, ImportDraft, Meeting
from ..renderers import qr_svg
from ..rules.states import MEETING_MOVES
from .choosing import Option, implementer_options, match_implementer
from .decisions import decision
from .importing import import_draft
from .listing import DecisionFilter, decisions_to_export
from .meetings import meeting, meeting_to_edit
from .original import layout_of

MOST_PICTURES = 40  # pages shown beside the fields


def agenda_of(*, by: Access, meeting: Meeting) -> list[AgendaItem]:
    """The items of a visible meeting with their decisions, implementers, and where they were carried to."""
    by.require_signed_in()
    rows = AgendaItem.objects.filter(meeting=meeting).select_related("carried_from__meeting")
    return list(rows.prefetch_related("decisions__implementers", "carried_to__meeting"))


def decision_of_item(*, by: Access, item: AgendaItem, decision_id: str) -> Decision | None:
    """A decision under a visible item by its number in an address; None when it is none of its own."""
    by.require_signed_in()
    return Decision.objects.filter(item=item, pk=int(decision_id) if decision_id.isdecimal() else 0).first()


def appointment_file(*, by: Access, meeting: Meeting, answer_url: str) -> str:
    """A visible meeting as a calendar file (RFC 5545); its address leads to the answer."""
    by.require_signed_in()
    entry = Entry(uid=f"meeting-{meeting.pk}@agragati", title=meeting.title, begins=meeting.starts_at,
                  ends=meeting.ends_at, place=meeting.place or meeting.link, url=answer_url)  # fmt: skip
    return calendar([entry], name=meeting.title, now=timezone.now())


def corrections_of(*, by: Access, meeting: Meeting) -> tuple[list[Correction], list[Correction]]:
    """Corrections that this meeting makes, and those that later meetings made to its minutes."""
    by.require_signed_in()
    rows = Correction.objects.select_related("meeting", "corrects")
    return list(rows.filter(meeting=meeting)), list(rows.filter(corrects=meeting))


def earlier_minutes(*, by: Access, meeting: Meeting) -> list[tuple[int, str]]:
    """Signed minutes of the same office before this meeting, newest first, for choosing one."""
    rows = Meeting.objects.visible_to(by).filter(office_id=meeting.office_id, state__in=FROZEN_STATES)
    rows = rows.filter(starts_at__lt=meeting.starts_at)[:50]
    return [(row.pk, f"{timezone.localtime(row.starts_at):%d/%m/%Y} {row.title}") for row in rows]


def next_meeting(*, by: Access, item: AgendaItem) -> Meeting:
    """The next open meeting of the same series, else of the office; raises BadInput when none is planned."""
    if item.meeting is None:
        raise BadInput("A matter of the backlog is put on an agenda at the meeting.")
    rows = Meeting.objects.visible_to(by).filter(state__in=OPEN_STATES, starts_at__gt=item.meeting.starts_at)
    same = rows.filter(series_id=item.meeting.series_id) if item.meeting.series_id else rows
    found = same.filter(office_id=item.office_id).order_by("starts_at").first()
    if found is None:
        raise BadInput("Plan the next meeting first.")
    return found


def posts_to_invite(*, by: Access, meeting: Meeting) -> list[tuple[int, str]]:
    """Posts of the office, then heads of the offices above and directly below, each with its holder."""
    own = post_options(by=by, office_id=meeting.office_id)
    near = [row.pk for row in children(by=by, office_id=meeting.office_id)[:100]]
    above = Office.objects.filter(pk=meeting.office.parent_id or 0).values_list("pk", flat=True)
    posts = list(Post.objects.findable_by(by).filter(office__in=[*above, *near], is_head=True, valid_to__isnull=True)
                 .select_related("office").order_by("office__path"))  # fmt: skip
    names = holders_by_post(by=by, post_ids=[post.pk for post in posts])
    return own + [(post.pk, _post_label(post, str(names[post.pk].user) if post.pk in names else "")) for post in posts]


def _post_label(post: Post, name: str) -> str:
    return f"{post.title_bn}, {post.office}" + (f" ({name})" if name else "")


def check_in_picture(*, by: Access, meeting: Meeting) -> tuple[str, SafeString] | None:
    """The check-in code and its QR picture for whoever runs a meeting in progress; else None."""
    if not meeting.check_code or not may_run(by, meeting):
        return None
    address = f"{settings.SITE}/meetings/check-in/?code={meeting.check_code}"
    return meeting.check_code, mark_safe(qr_svg(address))


def meeting_to_move(*, by: Access, meeting_id: int, deed: str) -> Meeting:
    """A meeting in whose life `by` may do `deed` at all; raises NotFound or Refused."""
    found = meeting(by=by, meeting_id=meeting_id)
    wanted = [move for move in MEETING_MOVES if move.deed == deed]
    require(may_run(by, found) if not wanted else may_move(by, found, wanted[0]))
    return found


def decision_to_edit(*, by: Access, decision_id: int) -> Decision:
    """A decision of an open meeting that `by` may change; raises NotFound, Refused or BadInput."""
    found = decision(by=by, decision_id=decision_id)
    meeting_to_edit(by=by, meeting_id=found.meeting_id)
    return found


def target_choices(*, by: Access, item: AgendaItem) -> list[tuple[str, str]]:
    """Whom a decision under an item may name, for choosing."""
    if item.meeting_id is None:
        return []
    options = implementer_options(by=by, meeting=meeting(by=by, meeting_id=item.meeting_id))
    return [(option.key, option.label) for option in options]


def updates_of(*, by: Access, duty: DecisionDuty) -> list[DecisionUpdate]:
    """Everything said on a visible duty, latest first."""
    by.require_signed_in()
    return list(DecisionUpdate.objects.filter(duty=duty).select_related("attachment")[:100])


def sheet_rows(*, by: Access, wanted: DecisionFilter, tab: str) -> list[tuple[str | int | date | None, ...]]:
    """The duties behind a list that fit as rows of a sheet, in the order of `forms.export_heads`."""
    return [
        (
            timezone.localtime(row.decision.meeting.starts_at).date(), row.decision.meeting.title, row.decision.text,
            f"{row.office}, {row.post}" if row.post else str(row.office), row.decision.official_due, row.due,
            row.get_status_display(), row.done_on, row.note,
        )
        for row in decisions_to_export(by=by, wanted=wanted, tab=tab)
    ]  # fmt: skip


def issued_pdf(*, by: Access, meeting: Meeting) -> bytes:
    """The PDF of published minutes as it was issued; `by` may be a visitor. Raises NotFound for others."""
    kept = FrozenPaper.objects.filter(meeting=meeting, kind=PaperKind.ISSUED, meeting__state="published")
    found = kept.select_related("pdf").first()
    if found is None:
        raise NotFound("These minutes are not published.")
    with default_storage.open(str(found.pdf.file.name)) as file:
        return bytes(file.read())


@dataclass(frozen=True)
class Reading:
    """One meeting of an uploaded file as read, with what its printed names may mean.

    `sources` are the blocks of the file as (text, rows); `shown` gives for each item the places of its own blocks;
    `pages` are the pages of which there is a picture.
    """

    draft: ImportDraft
    found: dict[str, Any]
    options: list[tuple[str, str]]
    matches: dict[str, str]
    layout: str
    sources: list[dict[str, Any]]
    shown: list[str]
    pages: list[int]


def reading(*, by: Access, draft_id: int, place: int) -> Reading:
    """One reading of the reader's own file; raises NotFound."""
    draft = import_draft(by=by, draft_id=draft_id)
    if not 0 <= place < len(draft.found):
        raise NotFound("There is no such meeting in the file.")
    found = draft.found[place]
    options = implementer_options(by=by, meeting=Meeting(office=draft.office))
    homes = (draft.office.name_bn, found.get("office") or "")
    printed = {name for item in found["items"] for row in item["decisions"] for name in row["implementers"]}
    layout = layout_of(found.get("printed", {}).get("heads", ()))
    matches = {name: match for name in sorted(printed) if (match := _match(by, options, name, homes))}
    return Reading(draft, found, [(option.key, option.label) for option in options], matches, layout,
                   draft.blocks, [_source(item, draft.blocks) for item in found["items"]], _pages(draft))  # fmt: skip


def _pages(draft: ImportDraft) -> list[int]:
    if kind_of(bytes(draft.content)) not in {"pdf", "image"}:
        return []
    return sorted({int(block.get("page") or 1) for block in draft.blocks})[:MOST_PICTURES]


def _match(by: Access, options: list[Option], name: str, homes: Sequence[str]) -> str:
    found = match_implementer(by=by, options=options, text=name, homes=homes)
    return found.key if found else ""


def _source(item: dict[str, Any], blocks: list[dict[str, Any]]) -> str:
    """The row or line of the file in which an item stands: the one that holds the first words of its texts."""
    wanted = [search_key(text)[:40] for text in (item["topic"], *(row["text"] for row in item["decisions"])) if text]
    lines = [" | ".join(row) for block in blocks for row in block["rows"]] + [block["text"] for block in blocks]
    for words in wanted:
        for line in lines:
            if words and words in search_key(line):
                return str(line)
    return ""
