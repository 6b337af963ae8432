"""Children that die, and one supervisor for a data folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from agragati.config.launch import claim, fingerprint, processes
from agragati.config.launch.children import LONGEST_PAUSE, Child
from agragati.config.launch.trouble import Trouble

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


def died(child: Child) -> bool:
    """Wait for its end."""
    deadline = time.monotonic() + 5
    while not child.has_died():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def test_a_child_that_keeps_dying_is_started_ever_more_rarely(tmp_path: Path) -> None:
    child = Child("short", ["false"], tmp_path / "log")
    pauses = []
    for _ in range(8):
        child.start()
        assert died(child)
        assert not child.is_due()
        pauses.append(round(child.again_at - time.monotonic(), 1))
    assert pauses[:3] == [0.5, 1.0, 2.0]
    assert max(pauses) == pauses[-1] == LONGEST_PAUSE


def test_what_a_killed_child_leaves_behind_is_ended_too(tmp_path: Path) -> None:
    child = Child("parent", ["sh", "-c", "sleep 60 & echo $!; wait"], tmp_path / "log")
    child.start()
    while not (tmp_path / "log").read_text().strip():
        time.sleep(0.01)
    grandchild = int((tmp_path / "log").read_text())
    assert processes.is_alive(grandchild)
    assert child.process is not None
    child.process.kill()
    assert died(child)
    assert processes.gone_within(lambda: [grandchild], 5)


@pytest.mark.skipif(not processes.PROC.exists(), reason="reads Linux's list of processes")
def test_web_servers_of_this_folder_are_found_and_no_others(tmp_path: Path) -> None:
    mine, other = (
        subprocess.Popen(["sleep", "60"], env={**os.environ, processes.MARK: str(tmp_path / name)}) for name in "ab"
    )
    try:
        until = time.monotonic() + 5  # a process begins with the environment of the one that made it
        while not processes.serving(tmp_path / "a") and time.monotonic() < until:
            time.sleep(0.01)
        assert processes.serving(tmp_path / "a") == [mine.pid]
        processes.end_all(lambda: processes.serving(tmp_path / "a"), number=signal.SIGTERM, patience=5)
        assert mine.wait(5) == -signal.SIGTERM
        assert other.poll() is None
    finally:
        for process in (mine, other):
            process.kill()
            process.wait()


HOLD = """
import sys, time, pathlib
from agragati.config.launch import claim
home = pathlib.Path(sys.argv[1])
with claim.only_one(home):
    claim.tell(home, url="http://127.0.0.1:8000/")
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_supervisor_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    assert claim.running(tmp_path) == {}
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert claim.running(tmp_path) == {"pid": holder.pid, "url": "http://127.0.0.1:8000/"}
        with pytest.raises(Trouble, match=r"already runs over this folder: .* http://127\.0\.0\.1:8000/"):
            claim.only_one(tmp_path).__enter__()
        holder.kill()
    assert claim.running(tmp_path) == {}
    with claim.only_one(tmp_path):
        pass


def test_a_folder_that_takes_no_data_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match=r"The data folder cannot be written: .* AGRAGATI_HOME"):
        claim.only_one(tmp_path / "file").__enter__()


def test_preparation_is_repeated_when_a_file_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, home = tmp_path / "src", tmp_path / "home"
    (source / "app" / "migrations").mkdir(parents=True)
    home.mkdir()
    monkeypatch.setattr(fingerprint, "SOURCE", source)
    assert not fingerprint.is_unchanged(home)
    fingerprint.keep(home)
    assert fingerprint.is_unchanged(home)
    (source / "app" / "migrations" / "0002_more.py").write_text("")
    assert not fingerprint.is_unchanged(home)
    fingerprint.keep(home)
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/x")
    assert not fingerprint.is_unchanged(home)
