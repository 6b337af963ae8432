"""Fonts, colours, icons and styles: what the pages lean on is there, readable and light."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from agragati.ui.management import fonts

UI = Path(fonts.__file__).parents[1]
STATIC = UI / "static" / "ui"
TOKENS = (STATIC / "tokens.css").read_text()
TEMPLATES = "\n".join(path.read_text() for path in UI.parent.rglob("templates/**/*.html"))


def test_fonts_are_cut_once(tmp_path: Path) -> None:
    written = fonts.build_fonts(tmp_path)
    assert sorted(path.name for path in written) == [
        "hind-400-bn.woff2", "hind-400-latin.woff2", "hind-600-bn.woff2", "hind-600-latin.woff2",
    ]  # fmt: skip
    assert fonts.build_fonts(tmp_path) == []
    bangla = TTFont(tmp_path / "hind-400-bn.woff2")
    assert {ord(letter) for letter in "কখঅআািীুৃেৈোৌ্ৎংঃঁ০৯।৳‌‍"} <= set(bangla.getBestCmap())
    assert "GSUB" in bangla  # without it conjuncts fall apart
    assert ord("A") not in bangla.getBestCmap()
    assert sum(path.stat().st_size for path in written) < 110_000


def test_styles_name_only_fonts_that_are_built() -> None:
    named = set(re.findall(r"url\(fonts/([\w.-]+)\)", TOKENS))
    assert named == {f"hind-{weight}-{script}.woff2" for weight in fonts.WEIGHTS for script in fonts.RANGES}


def test_styles_are_light() -> None:
    assert len(gzip.compress((STATIC / "tokens.css").read_bytes() + (STATIC / "app.css").read_bytes(), 9)) <= 10 * 1024


def test_nothing_is_smaller_than_thirteen_pixels() -> None:
    sizes = re.findall(r"(?:--fs-\w+|font-size):([\d.]+)rem", TOKENS + (STATIC / "app.css").read_text())
    assert min(float(size) for size in sizes) * 16 >= 13


def palette(dark: bool) -> dict[str, str]:
    block = re.search(r"data-theme=dark\]\{(.*?)\n\}" if dark else r":root\{(.*?)\n\}", TOKENS, re.DOTALL)
    assert block
    return dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", block[1]))


def luminance(colour: str) -> float:
    full = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(full[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT = [
    *((ink, ground) for ink in ("ink", "ink-2", "link", "bad") for ground in ("bg", "surface", "surface-2")),
    *((tone, f"{tone}-soft") for tone in ("ok", "warn", "bad", "info")),
    *(("ink", f"{tone}-soft") for tone in ("ok", "warn", "bad", "info")),
    ("on-brand", "brand"), ("brand", "soft"), ("brand", "surface"),
]  # fmt: skip
FILLS = [
    (fill, ground)
    for fill in ("line-strong", "brand", "warn-fill", "bad")
    for ground in ("bg", "surface", "surface-2")
]  # fmt: skip


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_contrast_holds(dark: bool) -> None:
    colours = {**palette(False), **palette(dark)}
    weak = [pair for pair in TEXT if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]
    weak += [pair for pair in FILLS if contrast(colours[pair[0]], colours[pair[1]]) < 3]
    assert weak == []


def test_both_dark_blocks_are_alike() -> None:
    first, second = re.findall(r"color-scheme:dark;(.*?)\n\}", TOKENS, re.DOTALL)
    assert first.split() == second.split()


def test_every_icon_is_drawn() -> None:
    drawn = set(re.findall(r'id="(\w+)"', (STATIC / "icons.svg").read_text()))
    named = set(re.findall(r'(?:c-icon name|\bicon)="(\w+)"', TEMPLATES))
    named |= set(re.findall(r'Row\([^)]*?\), "[\w:]+", "(\w+)"', (UI.parent / "config" / "nav.py").read_text()))
    assert named - drawn == set()
    assert len(named) > 20
