"""Who PostgreSQL runs as: it refuses to run as root, so root lends it a plain user."""

from __future__ import annotations

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .trouble import Trouble

PLAIN_USERS = ("postgres", "nobody")


@dataclass(frozen=True)
class Owner:
    """A user and group by number."""

    uid: int
    gid: int

    def may_pass(self, folder: Path) -> bool:
        """Whether this user can go through one folder, by its plain permission bits."""
        about = folder.stat()
        if about.st_uid == self.uid:
            return bool(about.st_mode & stat.S_IXUSR)
        if about.st_gid == self.gid:
            return bool(about.st_mode & stat.S_IXGRP)
        return bool(about.st_mode & stat.S_IXOTH)

    def reaches(self, folder: Path) -> bool:
        """Whether this user can reach `folder` from the root."""
        resolved = folder.resolve()
        return all(self.may_pass(step) for step in (resolved, *resolved.parents))

    def as_process(self) -> dict[str, Any]:
        """Arguments for subprocess to start a program as this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def is_root() -> bool:
    """Whether this process may lend users at all."""
    return os.geteuid() == 0


def owner_of(data: Path) -> Owner | None:
    """Whom the server over `data` must run as; None = as this process.

    Raises Trouble when the folder is someone else's, or when root has no plain user to lend.
    """
    about = data.stat() if data.exists() else None
    if not is_root():
        if about and about.st_uid != os.geteuid():
            raise Trouble(
                f"ডাটাবেজের ফোল্ডারটি অন্য ব্যবহারকারীর: {data}; সেই ব্যবহারকারী হয়ে চালান অথবা AGRAGATI_HOME দিন।",
                f"The database folder belongs to another user: {data}; run as that user, or set AGRAGATI_HOME.",
            )
        return None
    if about and about.st_uid != 0:
        return Owner(about.st_uid, about.st_gid)
    return plain_user()


def plain_user() -> Owner:
    """The user root lends to PostgreSQL."""
    for name in PLAIN_USERS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Owner(entry.pw_uid, entry.pw_gid)
    raise Trouble(
        "রুট হিসেবে PostgreSQL চলে না এবং postgres বা nobody ব্যবহারকারী নেই; সাধারণ ব্যবহারকারী হয়ে চালান।",
        "PostgreSQL does not run as root and there is no user postgres or nobody; run as a plain user.",
    )
