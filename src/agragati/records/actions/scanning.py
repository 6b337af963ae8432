"""Showing kept files to the virus scanner. What is infected is put apart at once, under every name it was handed in.

Outside the database a file lies once under its hash, so one verdict holds for all its rows.
"""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.errors import BadInput
from agragati.org.access import Access

from ..choices import CopyState, ScanState
from ..effects import has_scanner, scan
from ..models import Attachment
from ..rules.scanning import NoVerdict
from ..selectors.files import hashes_to_scan, place_apart, raw_content

BATCH = 200


@transaction.atomic
def ask_for_scan(*, by: Access, attachment: Attachment) -> None:
    """Queue the scan of a new file, once its row is committed; without a scanner nothing is queued. `by` hands it in.

    Raises BadInput for a file that is known to be infected: it is not taken in a second time.
    """
    by.require_signed_in()
    if Attachment.objects.filter(sha256=attachment.sha256, scan=ScanState.INFECTED).exists():
        raise BadInput("A virus was found in this very file before. It is not accepted.", field="file")
    if has_scanner():
        defer("records.tasks.scan_file", sha256=attachment.sha256)


@transaction.atomic
def scan_file(*, by: Access, sha256: str) -> str:
    """Ask the scanner about one file; its state afterwards. No answer leaves a file as it was, with the reason.

    `by` is the product's own job; no right of its own is needed. Safe to repeat.
    """
    rows = list(Attachment.objects.select_for_update(of=("self",)).filter(sha256=sha256).order_by("pk"))
    content = raw_content(by=by, sha256=sha256) if rows else None
    if content is None:
        return ""
    try:
        verdict = scan(content)
    except NoVerdict as problem:
        held = ScanState.INFECTED if any(row.is_infected for row in rows) else ScanState.UNSCANNED
        _note(rows, held, str(problem))
        return held
    if verdict.infected:
        _put_apart(by, rows, sha256, content, verdict.name)
        return ScanState.INFECTED
    if any(row.is_infected for row in rows):
        _take_back(by, rows, sha256, content)
    _note(rows, ScanState.CLEAN, "")
    return ScanState.CLEAN


def _note(rows: list[Attachment], state: ScanState, says: str) -> None:
    Attachment.objects.filter(pk__in=[row.pk for row in rows]).update(
        scan=state, scanned_at=timezone.now(), scan_says=says[:200]
    )


def _put_apart(by: Access, rows: list[Attachment], sha256: str, content: bytes, name: str) -> None:
    """Out of the store, into the place apart; its archival copies go with it. Then whom it concerns is told."""
    apart, new = place_apart(sha256), [row for row in rows if not row.is_infected]
    if not default_storage.exists(apart):
        default_storage.save(apart, ContentFile(content))
    copies = {str(row.copy.name) for row in rows if row.copy}
    _note(rows, ScanState.INFECTED, name)
    Attachment.objects.filter(pk__in=[row.pk for row in rows]).update(
        copy="", copy_sha256="", copy_state=CopyState.NONE, copy_way="", copy_level=""
    )
    for path in {str(row.file.name) for row in rows} | copies:
        transaction.on_commit(lambda path=path: default_storage.delete(path))  # type: ignore[misc]
    for row in new:
        record(by=by, deed="records.put_apart", about=f"attachment:{row.pk}", label=row.name,
               values={"sha256": sha256, "virus": name})  # fmt: skip
    if new:
        defer("outbox.tasks.tell_infected", attachment_ids=[row.pk for row in new])
        defer("plans.tasks.proof_infected", attachment_ids=[row.pk for row in new])


def _take_back(by: Access, rows: list[Attachment], sha256: str, content: bytes) -> None:
    """A later verdict finds nothing (the signature was wrong): the file goes back to its place."""
    path = str(rows[0].file.name)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    transaction.on_commit(lambda: default_storage.delete(place_apart(sha256)))
    for row in rows:
        record(by=by, deed="records.take_back", about=f"attachment:{row.pk}", label=row.name,
               values={"sha256": sha256})  # fmt: skip


@transaction.atomic
def defer_scans(*, by: Access) -> int:
    """Queue files that nobody has judged yet, at most 200; how many. 0 without scanner.

    The longest unasked come first, so that a scanner that was away is asked about all in turn.
    """
    if not has_scanner():
        return 0
    wanted = hashes_to_scan(by=by, limit=BATCH)
    for sha256 in wanted:
        defer("records.tasks.scan_file", sha256=sha256, lock=f"scan:{sha256}")
    return len(wanted)
