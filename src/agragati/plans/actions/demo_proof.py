"""Believable proof for the demo's main plans: small papers, photographs and pictures, made by the product itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from django.conf import settings
from django.db import transaction

from agragati.kernel.memo import parse_memo
from agragati.org.access import Access
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.blocks import Column, Paragraph, Table, head, row
from agragati.papers.rules.paper import Letterhead, Paper
from agragati.records.actions import defer_copy, keep_file

from ..choices import EvidenceKind, Standing
from ..models import Evidence, Plan, PlanIndicator, ProgressEvent
from ..renderers.demo_pictures import photograph, screenshot
from ..rules.demo_proof import BY_MEMO, PAPERS, PICTURES, PROVEN_EVENTS, demo_paper
from ..rules.framework import Indicator
from ..selectors.editions import framework_of
from ..selectors.report import letterhead_of
from .evidence import ARCHIVE, remember_fingerprint
from .integrity import check_plan

BY_WHOM = "নমুনা তথ্য"
PLACE = (24.3720, 88.6250)  # the demo line lies in Rajshahi
LINK = "https://service.example.gov.bd/apply"


@transaction.atomic
def prove_demo_plan(*, by: Access, plan: Plan) -> int:
    """Give the first events of every row the proof its indicator asks for; how many pieces. Only for demo plans.

    One photograph of a hall is handed in a second time for another event, smaller and lighter: the product finds it.
    """
    if not plan.is_demo or Evidence.objects.filter(indicator__plan=plan, kind=EvidenceKind.PHOTOGRAPH).exists():
        return 0
    framework = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    frame, made = letterhead_of(plan.office), []
    for held in plan.indicators.order_by("position"):
        held.plan = plan
        events = ProgressEvent.objects.in_force().filter(indicator=held, standing=Standing.DONE).order_by("day", "pk")
        indicator = framework.indicator(held.code)
        for event in events[:PROVEN_EVENTS]:
            made += _proof_of(by, frame, held, indicator, event)
    made += _handed_in_again(by, made)
    for piece in made:
        remember_fingerprint(by=by, piece=piece)
    check_plan(by=by, plan=plan)
    return len(made)


def _proof_of(
    by: Access, frame: Letterhead, held: PlanIndicator, indicator: Indicator, event: ProgressEvent
) -> list[Evidence]:
    kinds = dict.fromkeys(asked.kind for asked in indicator.evidence)
    made = []
    for number, kind in enumerate(kinds):
        if kind in BY_MEMO and (held.position + event.day.month) % 3 == 0:
            made.append(_piece(held, event, kind, memo_no=_memo(held, event, number)))
        elif kind in PICTURES:
            made.append(_with_file(by, held, event, kind, *_picture(held, event, kind)))
        elif kind in PAPERS:
            content, memo = _pdf(frame, indicator, event, kind), _order_memo(held, event, kind)
            made.append(_with_file(by, held, event, kind, f"{kind}-{event.day}.pdf", content, memo))
        elif kind == EvidenceKind.SERVICE_LINK:
            made.append(_piece(held, event, kind, url=LINK))
    return made


def _memo(held: PlanIndicator, event: ProgressEvent, number: int) -> str:
    year = event.day.year % 100
    return parse_memo(f"05.43.0000.017.07.{held.position + 1:03}.{year}.{event.day.month * 10 + number}").canonical


def _order_memo(held: PlanIndicator, event: ProgressEvent, kind: str) -> str:
    return _memo(held, event, 9) if kind == EvidenceKind.OFFICE_ORDER else ""


def _picture(held: PlanIndicator, event: ProgressEvent, kind: str) -> tuple[str, bytes]:
    seed = f"{held.plan.office.code}:{held.code}:{event.day}"
    if kind != EvidenceKind.PHOTOGRAPH:
        return f"screenshot-{event.day}.png", screenshot(seed)
    moment = datetime.combine(event.day, time(11, 20))
    return f"photo-{event.day}.jpg", photograph(seed, taken=moment, place=PLACE)


def _pdf(frame: Letterhead, indicator: Indicator, event: ProgressEvent, kind: str) -> bytes:
    told = demo_paper(kind, text=indicator.text, day=event.day, part=event.numerator, whole=event.denominator)
    blocks: list[Paragraph | Table] = [Paragraph(told.text)]
    if told.heads:
        columns = tuple(Column(1 if place == 0 else 2) for place in range(len(told.heads)))
        blocks.append(Table(columns, (head(*told.heads),), tuple(row(*line) for line in told.lines)))
    paper = Paper(kind="demo_proof", letterhead=frame, title=told.title, blocks=tuple(blocks), memo_place="none",
                  fonts=tuple(settings.PAPER_FONTS), watermark="নমুনা")  # fmt: skip
    return to_pdf(paper, creation=event.day)


def _with_file(
    by: Access, held: PlanIndicator, event: ProgressEvent, kind: str, name: str, content: bytes, memo_no: str = ""
) -> Evidence:
    kept = keep_file(by=by, office=held.plan.office, name=name, content=content, about=f"plan:{held.plan_id}")
    defer_copy(by=by, attachment=kept, job=ARCHIVE)
    return _piece(held, event, kind, attachment=kept, memo_no=memo_no)


def _piece(held: PlanIndicator, event: ProgressEvent, kind: str, **more: object) -> Evidence:
    return Evidence.objects.create(
        indicator=held, event=event, kind=kind, day=event.day, added_label=BY_WHOM, **more,
    )  # fmt: skip


def _handed_in_again(by: Access, made: Sequence[Evidence]) -> list[Evidence]:
    """The first photograph again, for the first event of another row that has photographs of its own."""
    photos = [piece for piece in made if piece.kind == EvidenceKind.PHOTOGRAPH and piece.event is not None]
    first = photos[0] if photos else None
    other = next((piece for piece in photos if first and piece.indicator_id != first.indicator_id), None)
    if first is None or first.event is None or other is None or other.event is None:
        return []
    seed = f"{first.indicator.plan.office.code}:{first.indicator.code}:{first.event.day}"
    moment = datetime.combine(first.event.day, time(11, 20))
    content = photograph(seed, taken=moment, place=PLACE, again=True)
    return [_with_file(by, other.indicator, other.event, EvidenceKind.PHOTOGRAPH, "IMG_2043.jpg", content)]
