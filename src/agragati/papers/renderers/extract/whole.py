"""A whole paper as plain values: what `agragati read_paper --json` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract.blocks import Block, Page
from agragati.papers.renderers.extract.open import NO_TEXT, OpenPaper
from agragati.papers.rules.findings import Finding, findings, language_of


def read_paper(data: bytes) -> dict[str, Any]:
    """Read every page of a paper.

    Gives kind, pages (number, width and height in points, source, confidence, angle, blocks with bbox in points from
    the top left), language, encoding, dates, memo_numbers and numbers with needs_confirmation, warnings. Raises
    BadInput with one sentence when the file cannot be opened or not one page could be read.
    """
    with OpenPaper(data) as paper:
        pages = list(paper.pages())
        kind, encoding = paper.kind, encoding_of(paper.encoding, pages)
    if not any(block.words.strip() for page in pages for block in page.blocks):
        raise BadInput(next((said for page in pages for said in page.warnings), NO_TEXT))
    found = [one for page in pages for one in findings_of(page)]
    return {
        "kind": kind,
        "pages": [page_json(page) for page in pages],
        "language": language_of("\n".join(page.text for page in pages)),
        "encoding": encoding,
        "dates": [_finding(one) for one in found if one.kind == "date"],
        "memo_numbers": [_finding(one) for one in found if one.kind == "memo"],
        "numbers": [_finding(one) for one in found if one.kind == "number"],
        "warnings": [{"page": page.number, "message": said} for page in pages for said in page.warnings],
    }


def encoding_of(said: str, pages: list[Page]) -> str:
    """How the letters are stored: what the file says, or "picture", "bijoy", "mixed" by where the pages came from."""
    sources = {page.source for page in pages} - {"none"}
    if said not in ("unicode", "picture") or not sources or sources == {"text"}:
        return said
    names = {"ocr": "picture", "bijoy": "bijoy", "text": "unicode"}
    return names[next(iter(sources))] if len(sources) == 1 else "mixed"


def findings_of(page: Page) -> list[Finding]:
    """The dates and numbers of a page, cell by cell in tables."""
    text = "\n".join(block.text or "\n".join("\n".join(row) for row in block.rows) for block in page.blocks)
    return findings(text, page=page.number, from_picture=page.source == "ocr")


def page_json(page: Page) -> dict[str, Any]:
    """A page as plain values."""
    return {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "source": page.source,
        "confidence": page.confidence,
        "angle": page.angle,
        "blocks": [_block(block) for block in page.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "text": block.text,
        "rows": [list(row) for row in block.rows],
        "bbox": list(block.bbox) if block.bbox else None,
        "confidence": block.confidence,
        "doubtful": list(block.doubtful),
    }


def _finding(one: Finding) -> dict[str, Any]:
    values = asdict(one)
    del values["kind"]
    return {**values, "warnings": list(one.warnings)}
