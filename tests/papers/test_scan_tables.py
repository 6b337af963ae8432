"""Ruled lines of a scan: narrow columns, specks of paper over lines, and cells that are merged indeed."""

from __future__ import annotations

from PIL import Image, ImageDraw

from agragati.papers.renderers.extract.rules_of_table import Net
from agragati.papers.renderers.extract.scan import nets_of

XS, YS = (100, 160, 460, 900, 1300), (100, 240, 420, 600)  # the first column is narrower than any line looked for
MERGED = (1, 1, 2, 1)  # the second column goes down over two rows


def _drawn(specks: tuple[tuple[int, int, int, int], ...] = ()) -> list[Net]:
    page = Image.new("L", (1400, 800), 255)
    pen = ImageDraw.Draw(page)
    for y in YS:
        for left, right in ((XS[0], XS[1]), (XS[1], XS[2]), (XS[2], XS[4])):
            if (y, left) != (YS[2], XS[1]):
                pen.line((left, y, right, y), fill=0, width=3)
    for x in XS:
        pen.line((x, YS[0], x, YS[3]), fill=0, width=3)
    for speck in specks:
        pen.rectangle(speck, fill=255)
    return nets_of(page)


def test_a_cell_is_merged_only_where_no_line_is_drawn() -> None:
    (net,) = _drawn()
    assert (len(net.xs), len(net.ys)) == (5, 4)
    assert net.spans() == [MERGED]


def test_specks_merge_no_cells() -> None:
    specks = (
        (600, 234, 660, 246),  # over the line under the header
        (1150, 414, 1200, 426),
        (894, 100, 906, 130),  # the upper end of an upright line
        (454, 480, 466, 510),
        (100, 594, 118, 606),  # a corner
    )
    (net,) = _drawn(specks)
    assert (len(net.xs), len(net.ys)) == (5, 4)
    assert net.spans() == [MERGED]
