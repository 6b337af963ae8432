"""The built-in PostgreSQL server of one data folder."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from agragati.config.database import PORT, socket_dir

from . import initdb, processes, programs
from .owner import Owner, is_root, owner_of, plain_user
from .trouble import Trouble, disk_full, writing_to

ROOMY = {"shared_buffers": "256MB", "max_connections": "100"}
# For tests: a crash of the machine may lose everything, and nothing is kept anyway.
THROWAWAY = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "wal_level": "minimal",
    "max_wal_senders": "0", "shared_buffers": "256MB", "max_connections": "100",
}  # fmt: skip


class Server:
    """Makes, starts and stops the server below `home`; safe after any kill."""

    def __init__(self, home: Path, settings: dict[str, str] | None = None) -> None:
        self.home = home.absolute()
        self.settings = ROOMY if settings is None else settings
        self.process: subprocess.Popen[bytes] | None = None
        self.owner: Owner | None = None

    @property
    def data(self) -> Path:
        """The data folder itself; `home/pg`, which may be a link to a place the server's user can reach."""
        return (self.home / "pg").resolve()

    @property
    def sockets(self) -> Path:
        """Where clients find it."""
        return socket_dir(self.home)

    @property
    def url(self) -> str:
        """DATABASE_URL of the product's database in it."""
        return f"postgresql://postgres@/agragati?host={quote(str(self.sockets))}&port={PORT}"

    def start(self, patience: float = 60) -> None:
        """Bring the server up, whatever state the last one was left in; returns when it answers.

        Raises Trouble when it does not.
        """
        self.prepare()
        self.launch()
        self.wait(patience)

    def prepare(self) -> None:
        """Data folder, socket folder and rights in place; leftovers of a killed start ended."""
        with writing_to(self.home):
            self.home.mkdir(parents=True, exist_ok=True)
            self._choose_place()
            self.owner = owner_of(self.data)
            if not (self.data / "PG_VERSION").exists():
                initdb.make(self.data, self.programs, self.owner)
            self._check_version()
            self.clear_leftovers()
            self._make_socket_folder()

    @cached_property
    def programs(self) -> Path:
        """Where this server's user can run PostgreSQL's programs."""
        return programs.for_owner(self.owner)

    def _choose_place(self) -> None:
        """As root below a closed folder, the data goes to a place that the lent user can reach, linked from home."""
        link = self.home / "pg"
        if link.is_symlink() and not link.parent.joinpath(os.readlink(link)).parent.exists():
            raise Trouble(
                f"ডাটাবেজের ফোল্ডারটি আর নেই: {self.data}; ফিরিয়ে আনুন, অথবা {link} মুছে নতুন করে শুরু করুন।",
                f"The database folder is gone: {self.data}; put it back, or delete {link} to begin anew.",
            )
        if link.exists() or link.is_symlink() or not is_root() or plain_user().reaches(self.home):
            return
        place = Path(tempfile.mkdtemp(prefix="agragati-", dir=programs.SHARED))
        place.chmod(0o711)
        link.symlink_to(place / "pg")

    def _check_version(self) -> None:
        kept = (self.data / "PG_VERSION").read_text().strip()
        words = [str(self.programs / "postgres"), "--version"]
        shown = subprocess.run(words, check=True, capture_output=True, text=True, **self._as()).stdout.split()[-1]
        if not shown.startswith(f"{kept}."):
            raise Trouble(
                f"ডাটাবেজটি PostgreSQL {kept}-এর, প্রোগ্রাম {shown}; আগে pg_dump দিয়ে তথ্য স্থানান্তর করুন।",
                f"The database is of PostgreSQL {kept}, the program is {shown}; move the data with pg_dump first.",
            )

    def clear_leftovers(self) -> None:
        """End a server that a killed supervisor left behind, and a lock file that names somebody else's process."""
        data = self.data
        left = processes.databases_over(data)
        heads = [pid for pid in left if processes.parent_of(pid) not in left]
        processes.tell(heads, signal.SIGINT)
        if not processes.gone_within(lambda: processes.databases_over(data), 30):
            processes.end_all(lambda: processes.databases_over(data), number=signal.SIGQUIT, patience=5)
        lock = data / "postmaster.pid"
        if processes.PROC.exists() and lock.exists() and processes.is_alive(_first_number(lock)):
            lock.unlink()  # numbers are given again after a restart of the machine; the server would refuse for ever

    def _make_socket_folder(self) -> None:
        folder = self.sockets
        if folder == self.data:
            return
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.owner is not None and folder.stat().st_uid == 0:
            os.chown(folder, self.owner.uid, self.owner.gid)
        if folder.is_symlink() or folder.stat().st_uid != (self.owner.uid if self.owner else os.geteuid()):
            raise Trouble(
                f"{folder} ফোল্ডারটি অন্য কারও; সেটি সরিয়ে আবার চালু করুন।",
                f"The folder {folder} is someone else's; remove it and start again.",
            )

    def _as(self) -> dict[str, Any]:
        lent = self.owner.as_process() if self.owner else {}
        return {"cwd": "/", "env": {**os.environ, "LC_ALL": "C.UTF-8"}, **lent}

    def launch(self) -> subprocess.Popen[bytes]:
        """Start the process; it is not yet ready when this returns."""
        sockets = str(self.sockets).replace('"', '""')
        words = [str(self.programs / "postgres"), "-D", str(self.data), "-k", f'"{sockets}"', "-p", str(PORT)]
        for name, value in {"listen_addresses": "", **self.settings}.items():
            words += ["-c", f"{name}={value}"]
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                preexec_fn=processes.end_with_parent(signal.SIGINT), **self._as(),  # noqa: PLW1509 (no threads yet)
            )  # fmt: skip
        return self.process

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.home / "logs" / "database.log"

    def is_ready(self) -> bool:
        """Whether it answers."""
        words = [str(self.programs / "pg_isready"), "-q", "-U", "postgres", "-d", "postgres"]
        words += ["-h", str(self.sockets), "-p", str(PORT)]
        return subprocess.run(words, check=False, **self._as()).returncode == 0

    def wait(self, patience: float) -> None:
        """Until it answers; Trouble with its own last words when it ends or stays silent."""
        deadline = time.monotonic() + patience
        while not self.is_ready():
            ended = self.process is not None and self.process.poll() is not None
            if ended or time.monotonic() > deadline:
                last = self.last_words()
                if "No space left" in last:
                    raise disk_full()
                raise Trouble(
                    f"ডাটাবেজ চালু হয়নি; বিস্তারিত {self.log} ফাইলে।\n{last}",
                    f"The database did not start; details are in {self.log}.",
                )
            time.sleep(0.02)

    def last_words(self) -> str:
        """The end of the log."""
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-3:])
        except OSError:
            return ""

    def stop(self) -> None:
        """Fast shutdown; open transactions are rolled back, committed ones are safe."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(10)

    def forget(self) -> None:
        """Delete the data of a throw-away server that is not running."""
        shutil.rmtree(self.data, ignore_errors=True)


def _first_number(lock: Path) -> int:
    """The process number in the lock file; an impossible one when the file is broken."""
    try:
        return int(lock.read_text().splitlines()[0])
    except (OSError, IndexError, ValueError):
        return 2**30
