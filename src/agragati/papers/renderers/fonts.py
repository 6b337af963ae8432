"""Finds the fonts of papers: the packaged one, and those an office has put into a folder of its own."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def packaged_folder() -> Path:
    """Give the folder of the packaged Bangla font. Raises ModuleNotFoundError when the package is not installed."""
    spec = find_spec("fontpkg_hind_siliguri")
    if spec is None or not spec.origin:
        raise ModuleNotFoundError("fontpkg_hind_siliguri")
    return Path(spec.origin).parent / "files"
