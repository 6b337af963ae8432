"""One supervisor per data folder; who it is can be asked from outside."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .trouble import Trouble, writing_to


@contextmanager
def only_one(home: Path) -> Iterator[None]:
    """Hold the data folder. The system lets go of it even after kill -9. Trouble when another holds it."""
    with writing_to(home):
        home.mkdir(parents=True, exist_ok=True)
        claim = (home / "up.lock").open("a")
    with claim:
        try:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            url = running(home).get("url", "")
            raise Trouble(
                f"অগ্রগতি এই ফোল্ডারে আগে থেকেই চলছে: {home} {url}",
                f"Agragati already runs over this folder: {home} {url}",
            ) from None
        try:
            yield
        finally:
            (home / "up.json").unlink(missing_ok=True)


def tell(home: Path, **facts: object) -> None:
    """Write down what runs, for `agragati status`."""
    fresh = home / "up.json.new"
    with writing_to(home):
        fresh.write_text(json.dumps({"pid": os.getpid(), **facts}))
        fresh.replace(home / "up.json")


def running(home: Path) -> dict[str, Any]:
    """The facts of the running supervisor; empty when none runs."""
    try:
        with (home / "up.lock").open("a") as claim:
            fcntl.flock(claim, fcntl.LOCK_SH | fcntl.LOCK_NB)
            return {}
    except BlockingIOError:
        pass
    except OSError:
        return {}
    try:
        facts: dict[str, Any] = json.loads((home / "up.json").read_text())
    except (OSError, ValueError):
        return {"url": ""}
    return facts
