"""Cuts the packaged Bangla font down to what pages need and writes it as WOFF2."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

PACKAGE = "fontpkg_hind_siliguri"
WEIGHTS = {400: "HindSiliguri-Regular.ttf", 600: "HindSiliguri-SemiBold.ttf"}
# The same ranges stand in tokens.css: a browser fetches the Latin file only for a page that shows Latin letters.
RANGES = {
    "bn": [*range(0x0951, 0x0953), 0x0964, 0x0965, *range(0x0980, 0x0A00), 0x200C, 0x200D, 0x20B9, 0x25CC, 0x0020],
    "latin": [*range(0x0020, 0x0100), *range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2212],
}
TARGET = Path(__file__).resolve().parents[1] / "static" / "ui" / "fonts"
STAMP = "stamp"


def build_fonts(target: Path = TARGET) -> list[Path]:
    """Write the four font files, unless they were made from the same font by the same rules; gives those written.

    Raises ModuleNotFoundError when the font package is not installed.
    """
    folder = _packaged_fonts()
    mark = _mark(folder)
    stamp = target / STAMP
    if stamp.exists() and stamp.read_text() == mark:
        return []
    target.mkdir(parents=True, exist_ok=True)
    written = [
        _cut(folder / name, target / f"hind-{weight}-{script}.woff2", RANGES[script])
        for weight, name in WEIGHTS.items()
        for script in RANGES
    ]
    stamp.write_text(mark)
    return written


def _packaged_fonts() -> Path:
    found = find_spec(PACKAGE)
    if found is None or not found.origin:
        raise ModuleNotFoundError(f"The font package {PACKAGE} is not installed.")
    return Path(found.origin).parent / "files"


def _mark(folder: Path) -> str:
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for name in WEIGHTS.values():
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def _cut(source: Path, target: Path, letters: list[int]) -> Path:
    font = TTFont(source)
    options = subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True, hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    return target
