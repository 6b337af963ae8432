"""The codes of one embedded font: which glyph each draws and which letters it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Name

from agragati.papers.renderers.font_program import FontProgram
from agragati.papers.renderers.runs import WORD_JOINER, Runs

_BFCHAR = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_BFRANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class FontCodes:
    """Reads a Type 0 font with Identity-H and gives new codes to glyphs that stand for several texts."""

    def __init__(self, font: Any) -> None:
        self.font = font
        self.texts: dict[int, str] = {
            code: text.replace(WORD_JOINER, "") for code, text in _texts(font.ToUnicode.read_bytes())
        }
        self.widths: dict[int, float] = {}
        self._descendant: Any = font.DescendantFonts[0]
        self._default = float(self._descendant.get("/DW", 1000))
        self._read_widths()
        self.runs = Runs(dict(self.texts), self.width)
        self._codes = {(code, text, 0, 0): code for code, text in self.texts.items()}
        self._glyphs: dict[int, int] = {}
        self._moved: dict[tuple[int, int, int], int] = {}
        self._program: FontProgram | None = None
        self._next = max([*self.texts, *self.widths], default=0) + 1

    @staticmethod
    def can_read(font: Any) -> bool:
        """Tell whether the font is of the one kind typst embeds TrueType fonts as."""
        if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H" or "/ToUnicode" not in font:
            return False
        descendant = font.DescendantFonts[0]
        identity = descendant.get("/CIDToGIDMap", Name("/Identity")) == "/Identity"
        return bool(descendant.get("/Subtype") == "/CIDFontType2" and identity)

    def width(self, code: int) -> float:
        """Give the advance of a glyph in thousandths of the size."""
        return self.widths.get(code, self._default)

    def code_for(self, glyph: int, text: str, move: tuple[float, float] = (0, 0)) -> int:
        """Give the code that draws `glyph`, moved by thousandths of the size, and stands for `text`."""
        dx, dy = (round(move[0]), round(move[1])) if move[0] or move[1] else (0, 0)
        code = self._codes.get((glyph, text, dx, dy))
        if code is None:
            code = self._codes[glyph, text, dx, dy] = self._next
            self._glyphs[code] = self._glyph(glyph, dx, dy)
            self.widths[code] = self.width(glyph)
            self.texts[code] = text
            self._next += 1
        return code

    def _glyph(self, glyph: int, dx: int, dy: int) -> int:
        """Give the number of the moved copy, the glyph itself when it is not moved."""
        if dx == dy == 0:
            return glyph
        if self._program is None:
            self._program = FontProgram(self._descendant.FontDescriptor.FontFile2.read_bytes())
        if (glyph, dx, dy) not in self._moved:
            scale = self._program.units / 1000
            self._moved[glyph, dx, dy] = self._program.add_moved(glyph, round(dx * scale), round(dy * scale))
        return self._moved[glyph, dx, dy]

    def write(self, document: pikepdf.Pdf) -> None:
        """Put the codes into the font: ToUnicode, CIDToGIDMap and widths. The optional CIDSet no longer fits."""
        self.font.ToUnicode = document.make_stream(self._to_unicode())
        if not self._glyphs:
            return
        to_glyph = b"".join(self._glyphs.get(code, code).to_bytes(2, "big") for code in range(self._next))
        self._descendant[Name.CIDToGIDMap] = document.make_stream(to_glyph)
        widths: Any = self._descendant.get("/W", Array())
        first = min(self._glyphs)
        widths.append(first)
        widths.append(Array([self.width(code) for code in range(first, self._next)]))
        self._descendant[Name.W] = widths
        descriptor = self._descendant.FontDescriptor
        if self._program:
            program = self._program.build()
            descriptor[Name.FontFile2] = document.make_stream(program, Length1=len(program))
        if "/CIDSet" in descriptor:
            del descriptor["/CIDSet"]

    def _to_unicode(self) -> bytes:
        named = ((code, text.encode("utf-16-be").hex().upper()) for code, text in sorted(self.texts.items()))
        lines = [f"<{code:04X}> <{letters}>" for code, letters in named]
        # A CMap may list at most a hundred codes at a time.
        chunks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
        listed = "".join(f"{len(part)} beginbfchar\n{chr(10).join(part)}\nendbfchar\n" for part in chunks)
        return (_HEAD + listed + _TAIL).encode()

    def _read_widths(self) -> None:
        entries = list(self._descendant.get("/W", Array()))
        at = 0
        while at + 1 < len(entries):
            first, second = int(entries[at]), entries[at + 1]
            if isinstance(second, Array):
                self.widths.update((first + n, float(width)) for n, width in enumerate(second))
                at += 2
            else:
                self.widths.update((code, float(entries[at + 2])) for code in range(first, int(second) + 1))
                at += 3


def _texts(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Read code → letters from a ToUnicode CMap."""
    for block in _BFCHAR.findall(cmap):
        values = _HEX.findall(block)
        yield from ((int(code, 16), _letters(text)) for code, text in zip(values[::2], values[1::2], strict=True))
    for block in _BFRANGE.findall(cmap):
        values = _HEX.findall(block)
        for low, high, text in zip(values[::3], values[1::3], values[2::3], strict=True):
            start = _letters(text)
            for at in range(int(high, 16) - int(low, 16) + 1):
                yield int(low, 16) + at, start[:-1] + chr(ord(start[-1]) + at)


def _letters(value: bytes) -> str:
    return bytes.fromhex(value.decode()).decode("utf-16-be", errors="replace")
