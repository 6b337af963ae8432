"""Papers of a plan: half-yearly self-assessment, annual evaluation with three numbers, and the evidence index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.utils import timezone

from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access, P
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.blocks import Column, Note, Row, Table, head, row
from agragati.papers.rules.paper import Paper, short_date
from agragati.records.models import Attachment
from agragati.records.selectors import content_of_file, earlier_versions

from ..choices import EvidenceKind
from ..models import Claim, Evidence, Plan
from ..renderers import Bundled, join_pdfs
from ..rules.rounding import fixed, short
from ..rules.wording import value_text
from .evidence import files_of_plan
from .plan_paper import official_table
from .report import ESTIMATED, UNKNOWN, letterhead_of
from .sheets import PlanSheet, SheetRow, plan_sheet
from .single import plan_to_read

Place = tuple[int, int] | None
KINDS = ("plan", "half-year", "annual", "evidence")
_TITLES = {
    "plan": "কর্মপরিকল্পনার ছক",
    "half-year": "অর্ধবার্ষিক স্ব-মূল্যায়ন প্রতিবেদন",
    "annual": "বার্ষিক মূল্যায়ন প্রতিবেদন",
    "evidence": "প্রমাণকের সূচি",
}


def paper_of(*, by: Access, plan_id: int, kind: str) -> Paper:
    """One of `KINDS` as a paper. Claimed, verified and awarded marks that nobody has given stay blank."""
    by.require(P.PLAN_PRINT)
    plan = plan_to_read(by=by, plan_id=plan_id)
    if kind == "evidence":
        return _index(plan, _indexed(by, plan), {})
    if kind == "plan":
        sheet = plan_sheet(by=by, plan_id=plan_id)
        return _paper(plan, kind, official_table(sheet), _estimated(sheet))
    year = FiscalYear(plan.fiscal_year)
    as_of = Quarter(year, 2).end if kind == "half-year" else None
    sheet = plan_sheet(by=by, plan_id=plan_id, as_of=as_of)
    return _half_year(sheet) if kind == "half-year" else _annual(sheet)


def _paper(plan: Plan, kind: str, table: Table, notes: Sequence[str] = ()) -> Paper:
    year = to_bn(FiscalYear(plan.fiscal_year).label)
    return Paper(
        kind=f"plan_{kind}", letterhead=letterhead_of(plan.office),
        title=f"{plan.edition.title}\n{_TITLES[kind]}, {year}",
        memo_place="none", blocks=(table, *(Note(note) for note in notes)), landscape=True, size=11,
        fonts=tuple(settings.PAPER_FONTS), watermark="নমুনা" if plan.is_demo else "",
    )  # fmt: skip


def _half_year(sheet: PlanSheet) -> Paper:
    columns = (
        Column(width=14),
        Column(3),
        Column(width=22),
        Column(width=26),
        Column(width=26),
        Column(width=22),
        Column(2),
    )
    title = head("কোড", "সূচক", "মান", "লক্ষ্যমাত্রা (১০০%)", "অর্জন (ডিসেম্বর পর্যন্ত)", "স্ব-মূল্যায়িত নম্বর", "মন্তব্য")
    lines = [
        row(f"[{to_bn(r.indicator.code)}]", r.indicator.text, _weight(r.indicator.weight), goal_text(r), _figure(r),
            _marks(r.scored.score.points), "")
        for r in sheet.rows
    ]  # fmt: skip
    lines.append(row("", "মোট", to_bn(short(sheet.framework.total)), "", "", _marks(sheet.score.total), "", bold=True))
    return _paper(sheet.plan, "half-year", Table(columns, (title,), tuple(lines)), _estimated(sheet))


def _annual(sheet: PlanSheet) -> Paper:
    """The newest number of each kind per row, taken from the last quarter claimed; the totals only of full columns."""
    latest: dict[int, Claim] = {}
    for claim in Claim.objects.filter(submission__plan=sheet.plan).order_by("quarter"):
        latest[claim.indicator_id] = claim
    widths = (18, 26, 26, 20, 20, 20)
    columns = (Column(width=14), Column(3), *(Column(width=width) for width in widths), Column(1.6))
    numbers = ("দাবিকৃত নম্বর", "যাচাইকৃত নম্বর", "প্রদত্ত নম্বর")
    title = head("কোড", "সূচক", "মান", "লক্ষ্যমাত্রা (১০০%)", "অর্জন", *numbers, "মন্তব্য")
    lines, sums = [], [Decimal(0)] * 3
    for r in sheet.rows:
        mine = latest.get(r.record.pk)
        three = [mine.claimed_points, mine.verified_points, mine.awarded_points] if mine else [None] * 3
        sums = [total + (points or 0) for total, points in zip(sums, three, strict=True)]
        cells = [_marks(points) for points in three]
        lines.append(row(f"[{to_bn(r.indicator.code)}]", r.indicator.text, _weight(r.indicator.weight), goal_text(r),
                         _figure(r), *cells, ""))  # fmt: skip
    totals = [_marks(total) if latest else "" for total in sums]
    lines.append(row("", "মোট", to_bn(short(sheet.framework.total)), "", "", *totals, "", bold=True))
    blank = [] if latest else ["দাবি, যাচাই ও প্রদত্ত নম্বর এখনো নেই; ঘর ফাঁকা রাখা হয়েছে।"]
    return _paper(sheet.plan, "annual", Table(columns, (title,), tuple(lines)), [*_estimated(sheet), *blank])


@dataclass(frozen=True)
class _Indexed:
    """One line of the index: a piece with its file, or an earlier version of that file (`age` 1 = the last before)."""

    piece: Evidence
    file: Attachment | None
    age: int = 0

    @property
    def is_shown(self) -> bool:
        """Whether its pages can stand in the bundle: a file, and none that is put apart for a virus."""
        return self.file is not None and not self.file.is_infected


def _indexed(by: Access, plan: Plan) -> list[_Indexed]:
    """Every piece in the table's order, each followed by the earlier versions of its file."""
    pieces = files_of_plan(by=by, plan=plan)
    earlier = earlier_versions(by=by, attachments=[piece.attachment for piece in pieces if piece.attachment])
    found = []
    for piece in pieces:
        found.append(_Indexed(piece, piece.attachment))
        old = earlier.get(piece.attachment_id or 0, ())
        found += [_Indexed(piece, file, age) for age, file in enumerate(old, 1)]
    return found


def _index(plan: Plan, entries: Sequence[_Indexed], pages: Mapping[int, Place]) -> Paper:
    columns = (Column(width=12), Column(width=18), Column(2), Column(3), Column(width=24), Column(width=20), Column(3))
    title = head("ক্রম", "সূচক", "প্রমাণকের ধরন", "ফাইল/লিংক/স্মারক", "তারিখ", "পৃষ্ঠা", "SHA-256")
    lines = [_line(number, entry, pages.get(number)) for number, entry in enumerate(entries, 1)]
    note = "পৃষ্ঠা নম্বর এই সংকলনের; পৃষ্ঠা না থাকলে প্রমাণকটি সংকলনে নেই (লিংক, স্মারক বা অন্য ধরনের ফাইল)।"
    old = "বদলানো ফাইলের আগের সংস্করণও হ্যাশসহ তালিকায় আছে।" if any(entry.age for entry in entries) else ""
    return _paper(plan, "evidence", Table(columns, (title,), tuple(lines)), [note, *filter(None, [old])])


def _line(number: int, entry: _Indexed, place: Place) -> Row:
    piece, file = entry.piece, entry.file
    name = file.name if file else piece.url or piece.memo_no or piece.note
    where = "" if place is None else to_bn(f"{place[0]}-{place[1]}" if place[0] != place[1] else place[0])
    day = piece.day
    if entry.age and file:
        day = timezone.localdate(file.uploaded_at)
        name = f"{name} (আগের সংস্করণ {to_bn(entry.age)})"
    return row(to_bn(number), f"[{to_bn(piece.indicator.code)}]", str(EvidenceKind(piece.kind).label), name,
               short_date(day) if day else "", where, _broken(file.sha256) if file else "")  # fmt: skip


def _broken(digest: str) -> str:
    """A hash in groups of eight, so that a narrow column can break it."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def evidence_bundle(*, by: Access, plan_id: int) -> bytes:
    """The index and every PDF and picture behind it as one PDF, with the page numbers of the bundle in the index.

    Earlier versions of replaced files stand behind the newest. The index is typeset twice: first to learn how many
    pages it takes, then with the page numbers.
    """
    by.require(P.PLAN_PRINT)
    plan = plan_to_read(by=by, plan_id=plan_id)
    entries = _indexed(by, plan)
    shown = [number for number, entry in enumerate(entries, 1) if entry.is_shown]
    files = [_bundled(by, entries[number - 1]) for number in shown]
    day = timezone.localdate()
    _, alone = join_pdfs(files)
    guess = dict(zip(shown, alone, strict=True))
    first = to_pdf(_index(plan, entries, guess), creation=day)
    _, (own, *_rest) = join_pdfs([Bundled("", "application/pdf", first)])
    ahead = own[1] if own else 0
    moved = {number: None if place is None else (place[0] + ahead, place[1] + ahead) for number, place in guess.items()}
    index = to_pdf(_index(plan, entries, moved), creation=day)
    whole, _places = join_pdfs([Bundled(_TITLES["evidence"], "application/pdf", index), *files])
    return whole


def _bundled(by: Access, entry: _Indexed) -> Bundled:
    file = entry.file
    assert file is not None
    old = f" (আগের সংস্করণ {to_bn(entry.age)})" if entry.age else ""
    content = content_of_file(by=by, attachment=file)
    return Bundled(f"[{to_bn(entry.piece.indicator.code)}] {file.name}{old}", file.mime, content)


def _weight(weight: Decimal | None) -> str:
    return UNKNOWN if weight is None else to_bn(short(weight))


def _marks(points: Decimal | None) -> str:
    return "" if points is None else to_bn(fixed(points))


def goal_text(r: SheetRow) -> str:
    """The best target of a row, as it is printed."""
    indicator = r.indicator
    return value_text(indicator.targets[0][1], indicator.measure) if indicator.targets else UNKNOWN


def _figure(r: SheetRow) -> str:
    found = r.scored.score.achieved
    return "" if found is None else value_text(found, r.indicator.measure, places=2)


def _estimated(sheet: PlanSheet) -> list[str]:
    return [ESTIMATED] if sheet.score.estimated else []


def apams_like(*, by: Access, plan_id: int) -> tuple[list[str], list[list[str]]]:
    """The columns an office types into the present marking software: head and rows (docs/howto/apams-like.md)."""
    by.require(P.PLAN_EXPORT)
    sheet = plan_sheet(by=by, plan_id=plan_id)
    year = FiscalYear(sheet.plan.fiscal_year)
    ends = [Quarter(year, number).end for number in range(1, 5)]
    by_quarter = [plan_sheet(by=by, plan_id=plan_id, as_of=end) for end in ends]
    names = ["Indicator code", "Indicator", "Unit", "Weight", "Target 100%", "Q1", "Q2", "Q3", "Q4", "Year", "Score"]
    rows = [
        [r.indicator.code, r.indicator.text, r.indicator.printed_unit, _latin(_weight(r.indicator.weight)),
         _latin(goal_text(r)), *(_latin(_figure(q.rows[place])) for q in by_quarter), _latin(_figure(r)),
         "" if r.scored.score.points is None else fixed(r.scored.score.points)]
        for place, r in enumerate(sheet.rows)
    ]  # fmt: skip
    return names, rows


def _latin(text: str) -> str:
    return "" if text == UNKNOWN else to_latin(text)
