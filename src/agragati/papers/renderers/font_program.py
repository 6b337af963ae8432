"""Adds glyphs to an embedded TrueType font: copies of a glyph moved by some units.

Only the tables that count glyphs are touched (glyf, loca, hmtx, hhea, maxp); everything else is copied.
"""

from __future__ import annotations

import struct

# Component flags of the glyf table: arguments are words, arguments are x and y.
_WORDS, _XY = 0x0001, 0x0002


class FontProgram:
    """An embedded font of `units` units an em that can be given moved copies of its glyphs."""

    def __init__(self, data: bytes) -> None:
        """Read the table directory. Raises KeyError or struct.error for a font that is not TrueType."""
        self._version = data[:4]
        count = struct.unpack_from(">H", data, 4)[0]
        self._tables: dict[bytes, bytes] = {}
        for at in range(count):
            tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * at)
            self._tables[tag] = data[offset : offset + length]
        self.units: int = struct.unpack_from(">H", self._tables[b"head"], 18)[0]
        self._long = struct.unpack_from(">h", self._tables[b"head"], 50)[0] == 1
        self._glyphs: int = struct.unpack_from(">H", self._tables[b"maxp"], 4)[0]
        self._offsets = self._read_offsets()
        self._metrics = self._read_metrics()
        self._added: list[bytes] = []

    def add_moved(self, glyph: int, dx: int, dy: int) -> int:
        """Add a copy of a glyph moved by (dx, dy) units, with the same advance; give its number."""
        box = self._box(glyph)
        moved = (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)
        component = struct.pack(">HHhh", _WORDS | _XY, glyph, dx, dy)
        self._added.append(struct.pack(">hhhhh", -1, *moved) + component + b"\0\0")
        advance, bearing = self._metrics[glyph]
        self._metrics.append((advance, bearing + dx))
        return self._glyphs + len(self._added) - 1

    def build(self) -> bytes:
        """Give the font with the added glyphs."""
        tables = dict(self._tables)
        glyf = tables[b"glyf"] + b"\0" * (-len(tables[b"glyf"]) % 4)
        offsets = self._offsets[:-1]
        for added in self._added:
            offsets.append(len(glyf))
            glyf += added
        offsets.append(len(glyf))
        tables[b"glyf"] = glyf
        tables[b"loca"] = struct.pack(f">{len(offsets)}L", *offsets)
        tables[b"hmtx"] = b"".join(struct.pack(">Hh", *metric) for metric in self._metrics)
        tables[b"hhea"] = tables[b"hhea"][:34] + struct.pack(">H", len(self._metrics))
        tables[b"maxp"] = self._maxp(tables[b"maxp"])
        head = tables[b"head"]
        tables[b"head"] = head[:8] + b"\0\0\0\0" + head[12:50] + struct.pack(">h", 1) + head[52:]
        return _assemble(self._version, tables)

    def _box(self, glyph: int) -> tuple[int, int, int, int]:
        start, end = self._offsets[glyph], self._offsets[glyph + 1]
        if end - start < 10:
            return (0, 0, 0, 0)
        left, low, right, high = struct.unpack_from(">hhhh", self._tables[b"glyf"], start + 2)
        return left, low, right, high

    def _read_offsets(self) -> list[int]:
        form = ">" + ("L" if self._long else "H") * (self._glyphs + 1)
        found = struct.unpack_from(form, self._tables[b"loca"])
        return [offset if self._long else offset * 2 for offset in found]

    def _read_metrics(self) -> list[tuple[int, int]]:
        full: int = struct.unpack_from(">H", self._tables[b"hhea"], 34)[0]
        table = self._tables[b"hmtx"]
        metrics: list[tuple[int, int]] = [struct.unpack_from(">Hh", table, 4 * at) for at in range(full)]
        rest = range(full, self._glyphs)
        last = metrics[-1][0]
        return metrics + [(last, struct.unpack_from(">h", table, 4 * full + 2 * (at - full))[0]) for at in rest]

    def _maxp(self, table: bytes) -> bytes:
        fields = list(struct.unpack(">LHHHHHHHHHHHHHH", table[:32]))
        fields[1] = self._glyphs + len(self._added)
        # A copy has the points and contours of what it copies, one component, and one level more.
        fields[4], fields[5] = max(fields[2], fields[4]), max(fields[3], fields[5])
        fields[13], fields[14] = max(fields[13], 1), fields[14] + 1
        return struct.pack(">LHHHHHHHHHHHHHH", *fields)


def _assemble(version: bytes, tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    header = version + struct.pack(">HHHH", count, 16 << power, power, 16 * count - (16 << power))
    offset = 12 + 16 * count
    directory, body = b"", b""
    for tag in sorted(tables):
        data = tables[tag]
        directory += struct.pack(">4sLLL", tag, _checksum(data), offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    whole = header + directory + body
    at = struct.unpack_from(">L", directory, 16 * sorted(tables).index(b"head") + 8)[0] + 8
    return whole[:at] + struct.pack(">L", (0xB1B0AFBA - _checksum(whole)) & 0xFFFFFFFF) + whole[at + 4 :]


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
