"""The letters of a PDF page: text inside a box, the place of a line, and Bijoy glyphs turned into letters.

Bijoy is told by the font of each letter. Where a font has no telling name, the words themselves are asked.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict, deque
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

import pypdfium2 as pdfium

from agragati.kernel.bijoy import to_unicode
from agragati.papers.renderers.extract.blocks import Box
from agragati.papers.renderers.extract.fonts_of_bijoy import is_bijoy_font, is_bijoy_text

_MOST_LETTERS = 60_000  # of one page
raw: Any = pdfium.raw  # its names are made when it is loaded: no checker knows them
_LONGEST_NAME = 200
_HYPHEN_OF_A_LINE = (0x02, 0xFFFE)  # what pdfium gives for the hyphen at which a line broke, and no line end behind it


@dataclass(frozen=True)
class Glyph:
    """A letter as the PDF has it, its box (left, bottom, right, top) from the foot, and whether its font is Bijoy."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    bijoy: bool


class Glyphs:
    """The text of one page."""

    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> None:
        self._page, self._text = page, text
        self._turned = page.get_rotation() != 0
        self._top = page.get_cropbox()[3]
        self._left = page.get_cropbox()[0]
        whole = text.get_text_range(0, min(text.count_chars(), _MOST_LETTERS))
        self._fonts = _has_bijoy_font(page)
        self._guess = not self._fonts and is_bijoy_text(whole)
        self.is_bijoy = self._fonts or self._guess

    def within(self, left: float, bottom: float, right: float, top: float) -> str:
        """The text inside a box, a line for each line; Bijoy comes out as Unicode."""
        # pdfium's own question for a box loses signs of joined letters; its letters one by one are whole.
        inside = [glyph for glyph, box in zip(self._glyphs, self._anchors, strict=True)
                  if glyph.sign == "\n" or (left <= box[0] <= right and bottom <= box[1] <= top)]  # fmt: skip
        return self._spelled(inside)

    @cached_property
    def _anchors(self) -> list[tuple[float, float]]:
        """The middle of each letter; a sign without a box of its own stands with the letter before it."""
        anchors: list[tuple[float, float]] = []
        last = (0.0, 0.0)
        for glyph in self._glyphs:
            if glyph.right > glyph.left and glyph.top > glyph.bottom:
                last = ((glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2)
            anchors.append(last)
        return anchors

    def from_top(self, box: Box) -> Box | None:
        """A box (left, bottom, right, top) as left, top, right, bottom from the top left; None on turned pages."""
        if self._turned:
            return None
        left, bottom, right, top = box
        across, down = self._left, self._top
        return (round(left - across, 1), round(down - top, 1), round(right - across, 1), round(down - bottom, 1))

    def place_of(self, line: str) -> Box | None:
        """Where a line stands (asked in reading order), joined lines as one; None when it is not found again."""
        wanted, boxes = "".join(line.split()), []
        while wanted:
            piece = next((key for key in self._keys(wanted) if self._places.get(key)), None)
            if piece is None:
                break
            boxes.append(self._places[piece].popleft())
            wanted = wanted[len(piece) :]
        if not boxes:
            return None
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        return self.from_top((min(lefts), min(bottoms), max(rights), max(tops)))

    @staticmethod
    def _keys(wanted: str) -> list[str]:
        return [wanted, *(wanted[:end] for end in range(len(wanted) - 1, 3, -1))]

    @cached_property
    def _places(self) -> dict[str, deque[Box]]:
        places: dict[str, deque[Box]] = defaultdict(deque)
        for ends, run in groupby(self._glyphs, key=lambda glyph: glyph.sign == "\n"):
            signs = [glyph for glyph in run if glyph.sign.strip()]
            if not ends and signs:
                hull = (min(g.left for g in signs), min(g.bottom for g in signs), max(g.right for g in signs),
                        max(g.top for g in signs))  # fmt: skip
                places["".join(self._spelled(signs).split())].append(hull)
        return places

    def _spelled(self, signs: list[Glyph]) -> str:
        if self._guess:
            return to_unicode("".join(glyph.sign for glyph in signs))
        runs = groupby(signs, key=lambda glyph: glyph.bijoy)
        parts = [(bijoy, "".join(glyph.sign for glyph in run)) for bijoy, run in runs]
        return "".join(to_unicode(part, detect=False) if bijoy else part for bijoy, part in parts)

    @cached_property
    def _glyphs(self) -> list[Glyph]:
        return [self._glyph(at) for at in range(min(self._text.count_chars(), _MOST_LETTERS))]

    def _glyph(self, at: int) -> Glyph:
        code = raw.FPDFText_GetUnicode(self._text.raw, at)
        sign = "-" if code in _HYPHEN_OF_A_LINE else chr(code) if 0 < code < 0x110000 else ""
        if sign in "\r\n":
            return Glyph("\n" if sign == "\n" else "", 0, 0, 0, 0, bijoy=False)
        bijoy = self._fonts and is_bijoy_font(self._font(at))
        if bijoy and 0xF020 <= code <= 0xF0FF:  # a symbol font: Windows-1252 in the private area
            sign = bytes([code - 0xF000]).decode("cp1252", errors="replace")
        left, bottom, right, top = self._text.get_charbox(at)
        return Glyph(sign, left, bottom, right, top, bijoy)

    def _font(self, at: int) -> str:
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        raw.FPDFText_GetFontInfo(self._text.raw, at, name, _LONGEST_NAME, ctypes.c_int())
        return name.value.decode("utf-8", errors="replace")


def _has_bijoy_font(page: pdfium.PdfPage) -> bool:
    seen: set[int] = set()
    for count, found in enumerate(page.get_objects(filter=[1], max_depth=4)):
        font = raw.FPDFTextObj_GetFont(found.raw)
        address = ctypes.addressof(font.contents) if font else 0
        if not address or address in seen:
            continue
        seen.add(address)
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        raw.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
        if is_bijoy_font(name.value.decode("utf-8", errors="replace")):
            return True
        if count > 5000:
            break
    return False
