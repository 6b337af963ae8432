"""A scan made ready: upright, of a bounded size, and the ruled lines of its tables."""

from __future__ import annotations

import re
from itertools import pairwise

from PIL import Image

from agragati.papers.renderers.extract.rules_of_table import Line

_SMALL = 900  # pixels across of the copy whose slant is measured
_STEEPEST = 3.0  # degrees
_DARK = 140  # grey level under which a pixel is ink
_STRIP = 8  # pixels: ruled lines are looked for strip by strip
_FULL = 190  # darkness (of two rows together, 255 is black) that makes a strip a piece of a line
_WIDE, _HIGH = 96, 48  # pixels at 300 dpi: shorter pieces are strokes of letters
_NEAR = 24  # pixels by which a line may fall short of one that stands on it
_END = 10  # pixels between the end of a line and the line it ends on
_CORNER = 30  # pixels of a corner that a speck of paper may hide
_ROWS = 3  # rows between pieces of one line
_THICK = 24  # pixels from the first to the last row of a line, its slant included
_SPECK = 80  # pixels of a line that a speck of paper may hide
_INKED = 0.75  # of a line at least
_TOUCHED = 25  # mean darkness of the few rows over a line that it leaves
_MOST_LINES = 400  # a picture with more is a drawing, not a table


def slant(picture: Image.Image) -> float:
    """By how many degrees to turn a grey picture so that its lines lie level; 0 when it is straight.

    The right angle is the one at which rows of ink and rows of paper differ most.
    """
    ratio = min(1.0, _SMALL / max(picture.size))
    small = picture.resize(
        (max(1, int(picture.width * ratio)), max(1, int(picture.height * ratio))), Image.Resampling.BOX
    )
    ink = small.point(lambda grey: 255 if grey < _DARK + 40 else 0)
    coarse = max(
        (step / 2 for step in range(-int(_STEEPEST * 2), int(_STEEPEST * 2) + 1)), key=lambda a: _level(ink, a)
    )
    best = max((coarse + step / 10 for step in range(-4, 5)), key=lambda a: _level(ink, a))
    return best if _level(ink, best) > _level(ink, 0) * 1.02 else 0.0


def _level(ink: Image.Image, angle: float) -> float:
    turned = ink.rotate(angle, Image.Resampling.BILINEAR) if angle else ink
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(rows)) + 1e-9


def upright(picture: Image.Image) -> tuple[Image.Image, float]:
    """The grey picture turned level, and the angle."""
    grey = picture.convert("L")
    angle = round(slant(grey), 1)
    return (grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255) if angle else grey), angle


def ruled_lines(picture: Image.Image) -> tuple[list[Line], list[Line]]:
    """Horizontal lines (y, from x, to x) and vertical ones (x, from y, to y) of an upright grey picture, in pixels.

    The head strokes of Bangla words are long and level too. A ruled line of a table is one whose both ends stand
    on ruled lines of the other direction, or an upright one that touches two level ones; everything else is dropped,
    again and again until nothing changes.
    """
    ink = ink_of(picture)
    pieces = _long_runs(ink, _WIDE), _long_runs(ink.transpose(Image.Transpose.TRANSPOSE), _HIGH)
    across, down = _bridged(*pieces), _bridged(*reversed(pieces))
    while True:
        level = [line for line in across if _is_held(line, down)]
        upright_ones = [line for line in down if _is_held(line, level) or _is_crossed(line, level)]
        if (len(level), len(upright_ones)) == (len(across), len(down)):
            return (across, down) if len(across) + len(down) <= _MOST_LINES else ([], [])
        across, down = level, upright_ones


def _bridged(pieces: list[Line], others: list[Line]) -> list[Line]:
    """Lines whose pieces a speck of paper parted, whole again; a gap from one line of the table to the next stays."""
    kept: list[list[float]] = []  # place, from, to, inked
    for place, begin, end in sorted(pieces, key=lambda line: line[1]):
        home = next((one for one in kept if abs(one[0] - place) <= _ROWS + 1 and _is_speck(one, begin, others)), None)
        if home is None:
            kept.append([place, begin, end, end - begin])
        else:
            home[0], home[2], home[3] = place, max(home[2], end), home[3] + end - begin
    return [(place, begin, end) for place, begin, end, inked in kept if inked >= (end - begin) * _INKED]


def _is_speck(line: list[float], begin: float, others: list[Line]) -> bool:
    """Whether the gap from a line to the next piece is small, and no missing border of a cell."""
    crossing = [other[0] for other in others if other[1] - _NEAR <= line[0] <= other[2] + _NEAR]
    bounded = all(any(abs(at - edge) <= _END for at in crossing) for edge in (line[2], begin))
    return 0 <= begin - line[2] <= _SPECK and not bounded


def is_ruled(ink: Image.Image, line: Line, *, upright: bool = False) -> bool:
    """Whether a picture (ink white on black) has a ruled line here: nearly all of it inked, and up to both its ends."""
    place, begin, end = line
    edges = (begin + _END / 2, place - _END / 2, end - _END / 2, place + _END / 2)
    if edges[2] - edges[0] < _END:
        return False
    box = (edges[1], edges[0], edges[3], edges[2]) if upright else edges
    piece = ink.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))
    piece = piece.transpose(Image.Transpose.TRANSPOSE) if upright else piece
    inked = [grey > _TOUCHED for grey in piece.resize((piece.width, 1), Image.Resampling.BOX).tobytes()]
    ends = inked[:_END], inked[-_END:]
    return sum(inked) >= len(inked) * _INKED and all(sum(end) * 2 >= len(end) for end in ends)


def ink_of(picture: Image.Image) -> Image.Image:
    """Ink white on black."""
    return picture.point(lambda grey: 255 if grey < _DARK + 30 else 0)


def _is_held(line: Line, others: list[Line]) -> bool:
    """Whether both ends of a line stand on lines of the other direction; a speck may hide the corner at one of them."""
    place, begin, end = line
    near = [other[0] for other in others if other[1] - _NEAR <= place <= other[2] + _NEAR]
    short, long = sorted(min((abs(at - edge) for at in near), default=_CORNER + 1) for edge in (begin, end))
    return short <= _END and long <= _CORNER


def _is_crossed(line: Line, others: list[Line]) -> bool:
    """Whether an upright line touches two level ones: no stroke of a letter does, and specks may hide its ends."""
    place, begin, end = line
    touched = [
        at for at, left, right in others if left - _NEAR <= place <= right + _NEAR and begin - _END <= at <= end + _END
    ]
    return bool(touched) and max(touched) - min(touched) > _HIGH


def _long_runs(ink: Image.Image, least: int) -> list[Line]:
    """Lines that run left to right: rows where strips of ink follow each other for `least` pixels."""
    columns = ink.width // _STRIP
    if not columns:
        return []
    strips = ink.crop((0, 0, columns * _STRIP, ink.height)).resize((columns, ink.height), Image.Resampling.BOX)
    # A line a little aslant passes through neighbouring rows: a strip is full when two rows together are.
    dark = strips.tobytes()
    found: list[Line] = []
    for y in range(ink.height - 1):
        upper, lower = dark[y * columns : (y + 1) * columns], dark[(y + 1) * columns : (y + 2) * columns]
        if upper.count(0) < columns:
            full = bytes(a + b >= _FULL for a, b in zip(upper, lower, strict=True))
            found += [(float(y), float(at * _STRIP), float(end * _STRIP)) for at, end in _runs(full, least // _STRIP)]
    return _joined(found)


def _runs(full: bytes, needed: int) -> list[tuple[int, int]]:
    """From where to where (strips) there are at least `needed` ones in a row."""
    return [found.span() for found in re.finditer(rb"\x01{%d,}" % needed, full)]


def _joined(lines: list[Line]) -> list[Line]:
    """Pieces of neighbouring rows that overlap or follow each other are one line; thick ones are no lines."""
    kept: list[list[float]] = []
    recent: list[list[float]] = []  # pieces whose last row is near: [sum of rows, rows, last row, from, to, first row]
    for y, left, right in lines:
        recent = [piece for piece in recent if y - piece[2] <= _ROWS]
        home = next((p for p in recent if left <= p[4] + _STRIP and right >= p[3] - _STRIP), None)
        if home is None:
            recent.append([y, 1, y, left, right, y])
            kept.append(recent[-1])
        else:
            home[0], home[1], home[2] = home[0] + y, home[1] + 1, y
            home[3], home[4] = min(home[3], left), max(home[4], right)
    return [(total / rows, left, right) for total, rows, last, left, right, first in kept if last - first <= _THICK]


def has_ink(picture: Image.Image) -> bool:
    """Whether something is written on a piece of a grey picture."""
    dark = picture.point(lambda grey: 255 if grey < _DARK - 20 else 0).resize((1, 1), Image.Resampling.BOX)
    return bool(dark.getpixel((0, 0)))
