"""Has anything changed since the last preparation? Told from file names, sizes and times, in milliseconds."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from .trouble import writing_to

SOURCE = Path(__file__).parents[2]


def is_unchanged(home: Path) -> bool:
    """Whether the code, the database's address and the data folder are those of the last `keep`."""
    try:
        return (home / "prepared").read_text() == _now(home)
    except OSError:
        return False


def keep(home: Path) -> None:
    """Remember the present state as prepared."""
    with writing_to(home):
        (home / "prepared").write_text(_now(home))


def _now(home: Path) -> str:
    lines = [os.environ.get("DATABASE_URL", ""), *sorted(_files(SOURCE)), *_files(home / "static", deep=False)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _files(folder: Path, *, deep: bool = True) -> Iterator[str]:
    """A line for each file; compiled Python is left out, it changes by itself."""
    if not folder.exists():
        return
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if deep and entry.name != "__pycache__":
                yield from _files(Path(entry.path))
        else:
            about = entry.stat()
            yield f"{entry.path}:{about.st_size}:{about.st_mtime_ns}"
