"""`agragati up`: everything started in order, kept running, and stopped in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

from agragati.config.env import Env

from . import claim, fingerprint, processes
from .address import Address
from .banner import banner
from .children import Child
from .server import Server
from .trouble import Trouble, writing_to

LOOK = 0.2  # seconds between two looks at the children
STOPPERS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Supervisor:
    """The three parts of one installation: database (unless external), web server, job worker."""

    def __init__(self, home: Path, address: Address, *, external: bool) -> None:
        self.home = home.absolute()
        self.address = address
        self.server = None if external else Server(self.home)
        self.mark = {processes.MARK: str(self.home), "AGRAGATI_HOME": str(self.home), "PYTHONUNBUFFERED": "1"}
        self.web = Child("web", web_words(address), self.home / "logs" / "web.log", self.mark)
        self.worker = Child("worker", worker_words(), self.home / "logs" / "worker.log", self.mark)
        self.database_again_at = 0.0

    def run(self) -> None:
        """Until a stop signal. Raises Trouble when something cannot start."""
        with claim.only_one(self.home), writing_to(self.home):
            for number in STOPPERS:
                signal.signal(number, _interrupt)
            try:
                self.start()
                self.keep()
            except KeyboardInterrupt:
                say("বন্ধ করা হচ্ছে…", "Stopping…")
            finally:
                self.stop()

    def start(self) -> None:
        """Recover from whatever was left, then database, schema, web and worker."""
        processes.end_all(lambda: processes.serving(self.home), number=signal.SIGTERM, patience=5)
        self.address.check_free()
        if self.server:
            self.server.start()
        as_before = fingerprint.is_unchanged(self.home)
        if not as_before:
            self.prepare()
        self.web.start()
        self.wait_for_first_page()
        claim.tell(self.home, url=self.address.url)
        sys.stdout.write(banner(self.address, self.home))
        sys.stdout.flush()
        if as_before:  # nothing to do as far as the files tell; the database itself is asked once the page is there
            self.prepare()
        self.worker.start()

    def prepare(self) -> None:
        """Schema, first data, static files, texts: in a process of its own, so that this one stays small."""
        words = [sys.executable, "-m", "agragati.config.cli", "prepare"]
        done = subprocess.run(
            words, check=False, env={**os.environ, **self.mark}, preexec_fn=processes.end_with_parent(signal.SIGTERM)
        )
        if done.returncode:
            raise SystemExit(done.returncode)  # it has said why
        fingerprint.keep(self.home)

    def wait_for_first_page(self, patience: float = 60) -> None:
        """Until /healthz answers; Trouble with the server's last words when it ends instead."""
        deadline = time.monotonic() + patience
        while not answers(self.address):
            if self.web.has_died() or time.monotonic() > deadline:
                raise Trouble(
                    f"ওয়েব সার্ভার চালু হয়নি; বিস্তারিত {self.web.log} ফাইলে।\n{self.web.last_words()}",
                    f"The web server did not start; details are in {self.web.log}.",
                )
            time.sleep(0.03)

    def keep(self) -> None:
        """Look at every part and start again what died."""
        while True:
            time.sleep(LOOK)
            self.keep_database()
            for child in (self.web, self.worker):
                if child.has_died():
                    say(
                        f"{child.name} থেমে গেছে, আবার চালু হচ্ছে; {child.log}",
                        f"{child.name} ended and is started again; see {child.log}",
                    )
                if child.is_due():
                    child.start()

    def keep_database(self) -> None:
        """The database first of all: without it the others only wait."""
        if self.server is None or self.server.process is None or self.server.process.poll() is None:
            return
        if time.monotonic() < self.database_again_at:
            return
        say("ডাটাবেজ থেমে গেছে, আবার চালু হচ্ছে।", "The database ended and is started again.")
        try:
            self.server.start()
        except Trouble as trouble:
            say(trouble.bn, trouble.en)
            self.database_again_at = time.monotonic() + 5

    def stop(self) -> None:
        """Web and worker first, the database last; a second Ctrl-C does not wait."""
        patience = Patience(10)
        for number in STOPPERS:
            signal.signal(number, patience.lose)
        for child in (self.web, self.worker):
            child.ask_to_stop()
        for child in (self.web, self.worker):
            patience.wait_for(child)
        if self.server:
            self.server.stop()


def up(env: Env, host: str = "", port: int = 0) -> None:
    """Serve what the environment says, at another address if given, until stopped. Raises Trouble."""
    address = Address(host or env.host, port or env.port)
    Supervisor(env.home, address, external=bool(env.database_url)).run()


class Patience:
    """How long a stop may take; a second signal ends it."""

    def __init__(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds

    def lose(self, number: int, frame: FrameType | None) -> None:
        """A signal handler: wait no longer."""
        self.until = 0.0

    def wait_for(self, child: Child) -> None:
        """Let the child end by itself while patience lasts."""
        while child.process is not None and child.process.poll() is None and time.monotonic() < self.until:
            time.sleep(0.03)
        child.stop(0)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def web_words(address: Address) -> list[str]:
    """The web server's command line."""
    workers = str(min(2, os.cpu_count() or 1))
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", address.host, "--port", str(address.port),
        "--workers", workers, "--blocking-threads", "4", "--no-ws", "--respawn-failed-workers",
        "--workers-kill-timeout", "8", "agragati.config.wsgi:application",
    ]  # fmt: skip


def worker_words() -> list[str]:
    """The job worker's command line."""
    return [
        sys.executable, "-m", "agragati.config.cli", "procrastinate", "worker",
        "--concurrency", "2", "--shutdown-graceful-timeout", "8",
    ]  # fmt: skip


def answers(address: Address) -> bool:
    """Whether /healthz says 200."""
    try:
        with urllib.request.urlopen(f"{address.url}healthz", timeout=2) as reply:  # noqa: S310 (our own http address)
            return int(reply.status) == 200
    except (urllib.error.URLError, OSError):
        return False


def say(bn: str, en: str) -> None:
    """One line for the person at the terminal."""
    sys.stderr.write(f"{bn} {en}\n")
    sys.stderr.flush()
