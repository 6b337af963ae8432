"""A picture of a page → lines and tables with places and confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from PIL import Image, ImageDraw, ImageOps

from agragati.papers.renderers.extract import blocks as shapes
from agragati.papers.renderers.extract.blocks import UNSURE, Block, Page
from agragati.papers.renderers.extract.rules_of_table import Box, Net, nets
from agragati.papers.renderers.extract.said import gettext_noop
from agragati.papers.renderers.extract.straighten import has_ink, ink_of, is_ruled, ruled_lines, upright
from agragati.papers.renderers.extract.tesseract import Word, words_of

DPI = 300
_LEVEL = 0.4  # of a line's height: pieces whose middles differ by less stand at one height
MOST_CELLS = 60  # of a page, read once more by themselves
_NET_NEAR = 20.0  # pixels: ruled lines of a scan this near are one
TO_CHECK = gettext_noop("Read off a picture: compare every word, date and number with the page before you use them.")
FEW_SURE = gettext_noop("This page was read badly (much of it under 60 percent sure). Scan it again, or type it.")


def read_picture(picture: Image.Image, number: int = 1, *, dpi: int = DPI) -> Page:
    """Read a picture of a page. `dpi` tells its size on paper. Raises BadInput when tesseract is absent or fails."""
    level, angle = upright(picture)
    found = nets_of(level)
    clean = _without(level, found)
    words = words_of(clean, dpi=dpi)
    words += _missed(clean, words, found, dpi)
    scale = 72 / dpi
    blocks = _blocks(words, found, number, scale)
    sure = _confidence(words)
    warnings = [TO_CHECK] if words else []
    if words and sure < UNSURE:
        warnings.append(FEW_SURE)
    size = (round(level.width * scale, 1), round(level.height * scale, 1))
    return Page(number, *size, "ocr", sure, tuple(blocks), angle, tuple(warnings))


def nets_of(level: Image.Image) -> list[Net]:
    """The tables of an upright grey picture, by their ruled lines."""
    across, down = ruled_lines(level)
    ink = ink_of(level)
    return [_completed(net, ink) for net in nets(across, down, near=_NET_NEAR, upside=True)]


def _completed(net: Net, ink: Image.Image) -> Net:
    """The net with the borders too short or too broken to be found as lines, where the picture shows them."""
    across, down = net.missing()
    level = [line for line in across if is_ruled(ink, (-line[0], line[1], line[2]))]
    upright_ones = [line for line in down if is_ruled(ink, (line[0], -line[2], -line[1]), upright=True)]
    return replace(net, across=(*net.across, *level), down=(*net.down, *upright_ones))


def _missed(clean: Image.Image, words: Sequence[Word], found: Sequence[Net], dpi: int) -> list[Word]:
    """Words of cells that the reading of the whole page left out: each cell with ink but no word is read alone."""
    more: list[Word] = []
    left = MOST_CELLS
    for box in (box for net in found for box in net.cells()):
        edges = (int(box.left) + 6, int(-box.top) + 6, int(box.right) - 6, int(-box.bottom) - 6)
        if left == 0 or edges[2] - edges[0] < 20 or edges[3] - edges[1] < 20 or _in_box(words, box):
            continue
        piece = clean.crop(edges)
        if has_ink(piece):
            left -= 1
            framed = ImageOps.expand(piece, border=20, fill=255)
            more += [_moved(word, edges[0] - 20, edges[1] - 20) for word in words_of(framed, dpi=dpi, layout=6)]
    return more


def _moved(word: Word, x: int, y: int) -> Word:
    return replace(word, left=word.left + x, right=word.right + x, top=word.top + y, bottom=word.bottom + y)


def _in_box(words: Iterable[Word], box: Box) -> list[Word]:
    """The words whose middle lies in a cell."""
    return [
        word for word in words
        if box.left <= (word.left + word.right) / 2 < box.right
        and box.bottom < -(word.top + word.bottom) / 2 <= box.top
    ]  # fmt: skip


def _without(picture: Image.Image, found: Iterable[Net]) -> Image.Image:
    """The picture with the ruled lines of its tables painted over: they are read as letters otherwise."""
    clean = picture.copy()
    pen = ImageDraw.Draw(clean)
    for net in found:
        for y, left, right in net.across:
            pen.rectangle((left - 8, -y - 5, right + 8, -y + 5), fill=255)
        for x, low, high in net.down:
            pen.rectangle((x - 5, -high - 8, x + 5, -low + 8), fill=255)
    return clean


def _blocks(words: Sequence[Word], found: Sequence[Net], number: int, scale: float) -> list[Block]:
    """Lines and tables from the top of the page down; a word inside a net belongs to its table."""
    homes = [next((at for at, net in enumerate(found) if _is_within(word, net)), None) for word in words]
    placed: list[tuple[float, Block]] = []
    free = [word for word, home in zip(words, homes, strict=True) if home is None]
    for group in _side_by_side([list(group) for _, group in groupby(free, key=lambda word: word.line)]):
        line = _line(group, number, scale)
        placed.append((line.bbox[1] if line.bbox else 0.0, line))
    for at, net in enumerate(found):
        inside = [word for word, home in zip(words, homes, strict=True) if home == at]
        if inside:
            placed.append((-net.top * scale, _table(inside, net, number, scale)))
    return [block for _, block in sorted(placed, key=lambda pair: pair[0])]


def _side_by_side(lines: list[list[Word]]) -> list[list[Word]]:
    """Lines from the top down; pieces at one height ("সভাপতি" and its name, memo number and date) are one line."""
    joined: list[list[Word]] = []
    for line in sorted(lines, key=_middle):
        last = joined[-1] if joined else None
        if last and _is_beside(last, line):
            joined[-1] = sorted([*last, *line], key=lambda word: word.left)
        else:
            joined.append(line)
    return joined


def _middle(line: Sequence[Word]) -> float:
    return sum(word.top + word.bottom for word in line) / len(line) / 2


def _is_beside(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two pieces are nearly at one height and do not overlap from left to right."""
    height = min(max(word.bottom - word.top for word in line) for line in (one, other))
    apart = max(w.right for w in one) <= min(w.left for w in other) or max(w.right for w in other) <= min(
        w.left for w in one
    )
    return apart and abs(_middle(one) - _middle(other)) < height * _LEVEL


def _is_within(word: Word, net: Net) -> bool:
    x, y = (word.left + word.right) / 2, -(word.top + word.bottom) / 2
    return net.xs[0] <= x <= net.xs[-1] and net.bottom <= y <= net.top


def _line(words: list[Word], number: int, scale: float) -> Block:
    return Block("line", text=" ".join(word.text for word in words), page=number, bbox=_around(words, scale),
                 confidence=_confidence(words), doubtful=_doubtful(words))  # fmt: skip


def _table(words: Sequence[Word], net: Net, number: int, scale: float) -> Block:
    rows = [[""] * (len(net.xs) - 1) for _ in range(len(net.ys) - 1)]
    for box in net.cells():
        lines = _cell_lines(_in_box(words, box))
        rows[box.row][box.column] = "\n".join(" ".join(word.text for word in line) for line in lines)
    bbox = (net.xs[0] * scale, -net.top * scale, net.xs[-1] * scale, -net.bottom * scale)
    return Block("table", rows=tuple(map(tuple, rows)), page=number, bbox=_rounded(bbox),
                 confidence=_confidence(words), doubtful=_doubtful(words), spans=tuple(net.spans()))  # fmt: skip


def _cell_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words of one cell as lines: a word whose middle lies under the foot of a line begins the next one."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        middle = (word.top + word.bottom) / 2
        if lines and middle < sum(w.bottom for w in lines[-1]) / len(lines[-1]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _confidence(words: Sequence[Word]) -> float:
    """The mean over letters; 0 when nothing was read."""
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters, 3) if letters else 0.0


def _doubtful(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words if word.confidence < UNSURE))


def _around(words: Sequence[Word], scale: float) -> shapes.Box:
    left, top = min(word.left for word in words), min(word.top for word in words)
    right, bottom = max(word.right for word in words), max(word.bottom for word in words)
    return _rounded((left * scale, top * scale, right * scale, bottom * scale))


def _rounded(box: shapes.Box) -> shapes.Box:
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
