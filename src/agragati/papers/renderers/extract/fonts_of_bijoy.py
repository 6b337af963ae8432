"""Bijoy, told by the names of fonts, or by the words themselves where no font is known."""

from __future__ import annotations

import re

from agragati.kernel.bijoy import looks_like_bijoy

_BIJOY = re.compile(r"(?i)mj(?:[-, ]?(?:bold|italic|regular|normal|roman|ps|mt))*$|^bijoy|^sutonny")
_UNICODE = re.compile(r"(?i)omj|unicode")  # SutonnyOMJ is a Unicode font

_BANGLA, _LATIN = re.compile("[\u0985-\u09b9]"), re.compile("[A-Za-z\u00a1-\u00ff]")
_LIKELY = 0.5
_SAMPLE = 20_000  # letters by which a text is judged


def is_bijoy_text(text: str) -> bool:
    """Whether a whole text is Bijoy: mostly Latin signs, and these read like Bijoy."""
    sample = text[:_SAMPLE]
    latin, bangla = len(_LATIN.findall(sample)), len(_BANGLA.findall(sample))
    return latin > 2 * bangla and looks_like_bijoy(sample) > _LIKELY


def is_bijoy_font(name: str) -> bool:
    """Whether a font of this name holds Bijoy glyphs: SutonnyMJ, ABCDEF+SutonnyMJ-Bold; not SutonnyOMJ."""
    bare = name.partition("+")[2] or name
    return bool(_BIJOY.search(bare)) and not _UNICODE.search(bare)
