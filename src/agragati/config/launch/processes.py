"""Processes as the system shows them: which ones belong to this installation, and how to end them."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

MARK = "AGRAGATI_UP"  # in the environment of every web and worker process: the data folder it serves
PROC = Path("/proc")
_SET_DEATH_SIGNAL = 1  # prctl(PR_SET_PDEATHSIG)

try:
    _libc: ctypes.CDLL | None = ctypes.CDLL(None) if PROC.exists() else None
except OSError:  # a system without a shared C library: the next start recovers all the same
    _libc = None


def end_with_parent(number: signal.Signals) -> Callable[[], None]:
    """What a child runs before its program: ask the kernel for this signal when the parent is killed."""

    def ask() -> None:
        if _libc is not None and hasattr(_libc, "prctl"):
            _libc.prctl(_SET_DEATH_SIGNAL, int(number))

    return ask


def all_pids() -> Iterator[int]:
    """Every process that the system lists."""
    if PROC.exists():
        yield from (int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit())


def is_alive(pid: int) -> bool:
    """Whether the process exists and is no zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False


def serving(home: Path) -> list[int]:
    """Web and worker processes of this data folder, whoever started them; never this process itself."""
    wanted = f"{MARK}={home}".encode()
    return [pid for pid in all_pids() if pid != os.getpid() and wanted in _environment(pid)]


def _environment(pid: int) -> list[bytes]:
    try:
        return (PROC / str(pid) / "environ").read_bytes().split(b"\0")
    except OSError:
        return []


def databases_over(data: Path) -> list[int]:
    """PostgreSQL processes at work in this data folder; they overwrite their environment but stay in the folder."""
    return [pid for pid in all_pids() if _works_in(pid, data)]


def _works_in(pid: int, data: Path) -> bool:
    try:
        name = (PROC / str(pid) / "comm").read_text().strip()
        return name == "postgres" and Path(os.readlink(PROC / str(pid) / "cwd")) == data
    except OSError:
        return False


def parent_of(pid: int) -> int:
    """The parent's number; 0 when the process is gone."""
    try:
        return int((PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def tell(pids: list[int], number: signal.Signals) -> None:
    """Send one signal to each; those already gone are fine."""
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue


def end_all(find: Callable[[], list[int]], *, number: signal.Signals, patience: float) -> None:
    """Ask the processes that `find` lists to end; after `patience` seconds kill those that are left."""
    tell(find(), number)
    if not gone_within(find, patience):
        tell(find(), signal.SIGKILL)
        gone_within(find, 5)


def gone_within(find: Callable[[], list[int]], seconds: float) -> bool:
    """Wait until `find` lists no living process."""
    deadline = time.monotonic() + seconds
    while any(is_alive(pid) for pid in find()):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.03)
    return True
