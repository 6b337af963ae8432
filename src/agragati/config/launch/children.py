"""The processes under the supervisor: started, watched, started again when they die."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from . import processes

LONGEST_PAUSE = 30.0
HEALTHY_AFTER = 60.0
BIGGEST_LOG = 10 * 1024 * 1024


@dataclass
class Child:
    """A program that must keep running. After each death it waits twice as long, from half a second to thirty."""

    name: str
    words: list[str]
    log: Path
    env: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = 0.5
    again_at: float = 0.0

    def start(self) -> None:
        """Start it in a process group of its own, so that Ctrl-C reaches only the supervisor."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > BIGGEST_LOG:
            self.log.replace(self.log.with_suffix(".old.log"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                env={**os.environ, **self.env}, cwd="/",
                preexec_fn=processes.end_with_parent(signal.SIGTERM),  # noqa: PLW1509 (no threads here)
            )  # fmt: skip
        self.started = time.monotonic()

    def has_died(self) -> bool:
        """Whether it ended by itself since the last look; then what is left of its group is ended as well."""
        if self.process is None or self.process.poll() is None:
            return False
        self._end_group(signal.SIGKILL)
        self.process = None
        if time.monotonic() - self.started > HEALTHY_AFTER:
            self.pause = 0.5
        self.again_at = time.monotonic() + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)
        return True

    def is_due(self) -> bool:
        """Whether it is down and its pause is over."""
        return self.process is None and time.monotonic() >= self.again_at

    def ask_to_stop(self) -> None:
        """First, politely."""
        if self.process is not None:
            self.process.terminate()

    def stop(self, patience: float) -> None:
        """Wait for its end at most `patience` seconds, then end the whole group."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        self._end_group(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def _end_group(self, number: signal.Signals) -> None:
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, number)

    def last_words(self) -> str:
        """The end of its log, for the terminal."""
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-4:])
        except OSError:
            return ""
