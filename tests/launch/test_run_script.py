"""./run and ./test as a shell sees them, up to the point where packages would be fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("sh", "cat", "cksum", "dirname", "tr", "rm", "mkdir", "sed", "grep", "tail", "mv", "id")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The scripts and locks alone, in a folder with a space, beside a PATH without any Python."""
    folder = tmp_path / "a b"
    folder.mkdir()
    for name in ("run", "test", "requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or "")
    return folder


def run(folder: Path, *words: str, script: str = "run") -> subprocess.CompletedProcess[str]:
    """The script with nothing in its environment but that PATH."""
    return subprocess.run(
        ["sh", f"./{script}", *words], cwd=folder, env={"PATH": str(folder.parent / "bin")}, capture_output=True,
        text=True, check=False, timeout=20,
    )  # fmt: skip


@pytest.mark.parametrize("script", ["run", "test"])
def test_help(checkout: Path, script: str) -> None:
    done = run(checkout, "--help", script=script)
    assert done.returncode == 0
    assert "AGRAGATI_HOME" in done.stdout


def test_an_unknown_word_is_told(checkout: Path) -> None:
    done = run(checkout, "--stup")
    assert (done.returncode, done.stdout) == (2, "")
    assert '"--stup" is not understood' in done.stderr


def test_a_missing_python_gets_one_sentence(checkout: Path) -> None:
    done = run(checkout)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("Python 3.11 or newer was not found; install it")
    assert len(done.stderr.splitlines()) == 2


def test_an_old_python_is_not_taken(checkout: Path) -> None:
    old = checkout.parent / "bin" / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    assert "Python 3.11 or newer was not found" in run(checkout).stderr


def test_a_python_without_venv_gets_one_sentence(checkout: Path) -> None:
    bare = checkout.parent / "bin" / "python3"
    bare.write_text('#!/bin/sh\ncase "$*" in -c*) exit 0 ;; esac\nexit 1\n')
    bare.chmod(0o755)
    done = run(checkout)
    assert done.returncode == 2
    assert "Python's venv part is missing" in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_gets_one_sentence(checkout: Path) -> None:
    checkout.chmod(0o555)
    try:
        assert "This folder cannot be written" in run(checkout).stderr
    finally:
        checkout.chmod(0o755)


@pytest.mark.parametrize("script", ["run", "test", ".ci/run"])
def test_the_scripts_are_plain_sh(script: str) -> None:
    shell = shutil.which("dash") or "sh"
    assert subprocess.run([shell, "-n", ROOT / script], check=False).returncode == 0
    assert (ROOT / script).read_text().startswith("#!/bin/sh\n")
    assert os.access(ROOT / script, os.X_OK)
