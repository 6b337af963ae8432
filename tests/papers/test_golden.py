"""Each kind of paper looks as it was last approved: `python -m tests.papers.test_golden` draws the pictures anew."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from agragati.papers.renderers.pages import page_count, to_png
from agragati.papers.renderers.pdf import to_pdf
from tests.papers.samples import SAMPLES

FOLDER = Path(__file__).parent / "golden"
DPI = 50
# Darkness (0-255) that may differ after a slight blur, and the part of the page that may differ more than that.
SHADE, PART = 40, 0.002


def pictures(name: str) -> list[bytes]:
    pdf = to_pdf(SAMPLES[name]())
    return [to_png(pdf, page, DPI, gray=True) for page in range(1, page_count(pdf) + 1)]


def part_that_differs(one: bytes, other: bytes) -> float:
    with Image.open(io.BytesIO(one)) as a, Image.open(io.BytesIO(other)) as b:
        if a.size != b.size:
            return 1.0
        soft = [picture.convert("L").filter(ImageFilter.BoxBlur(1)) for picture in (a, b)]
        counts = ImageChops.difference(*soft).histogram()
        return sum(counts[SHADE:]) / (a.width * a.height)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_paper_looks_as_approved(name: str) -> None:
    drawn = pictures(name)
    approved = sorted(FOLDER.glob(f"{name}-*.png"))
    assert len(drawn) == len(approved)
    for page, path in zip(drawn, approved, strict=True):
        assert part_that_differs(page, path.read_bytes()) < PART, path.name


def test_two_different_papers_are_told_apart() -> None:
    assert part_that_differs(pictures("letter")[0], pictures("order")[0]) > 5 * PART
    assert part_that_differs(pictures("minutes3")[0], pictures("minutes4")[0]) > 2 * PART


if __name__ == "__main__":
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for sample in SAMPLES:
        for at, made in enumerate(pictures(sample), 1):
            (FOLDER / f"{sample}-{at}.png").write_bytes(made)
