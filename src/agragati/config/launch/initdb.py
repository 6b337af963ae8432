"""Making a new database cluster, all or nothing."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from pathlib import Path
from typing import Any

from .owner import Owner
from .trouble import Trouble, disk_full

FLAGS = (
    "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--auth-local=trust", "--auth-host=scram-sha-256",
    "--no-instructions", "--data-checksums",
)  # fmt: skip
NOBODY = "65534"


def make(data: Path, programs: Path, owner: Owner | None) -> None:
    """Make the cluster beside its final place and move it there; a killed attempt leaves nothing behind.

    Raises Trouble with initdb's own last words.
    """
    fresh = data.with_name(f"{data.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    how: dict[str, Any] = {"cwd": "/", "env": {**os.environ, "LC_ALL": "C.UTF-8"}}
    if owner is not None:
        os.chown(fresh, owner.uid, owner.gid)
        how |= owner.as_process()
    words = [*_with_a_name(), str(programs / "initdb"), *FLAGS, f"--pgdata={fresh}"]
    done = subprocess.run(words, check=False, capture_output=True, text=True, errors="replace", **how)
    if done.returncode:
        raise _why(done.stderr)
    fresh.rename(data)


def _with_a_name() -> list[str]:
    """A user without a passwd entry borrows the name of `nobody` inside a user namespace; files stay the user's own."""
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        unshare = shutil.which("unshare")
        return [unshare, "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}"] if unshare else []
    return []


def _why(said: str) -> Trouble:
    if "No space left" in said:
        return disk_full()
    if "could not look up effective user" in said or "unshare" in said:
        uid = os.geteuid()
        return Trouble(
            f"ব্যবহারকারী {uid}-এর নাম এই যন্ত্রে নেই (passwd); প্রশাসককে যোগ করতে বলুন অথবা DATABASE_URL দিন।",
            f"User {uid} has no name on this machine (passwd entry); ask for one, or set DATABASE_URL.",
        )
    last = said.strip().splitlines()[-1:] or [""]
    return Trouble(f"ডাটাবেজ তৈরি হয়নি: {last[0]}", f"The database could not be made: {last[0]}")
