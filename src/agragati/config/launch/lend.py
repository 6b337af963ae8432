"""`python -m agragati.config.launch.lend COMMAND …`: run a command with a fresh throw-away database (./test does)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from . import claim
from .server import THROWAWAY, Server
from .trouble import Trouble


def lend(home: Path, words: list[str]) -> int:
    """Run `words` with DATABASE_URL naming a new empty server below `home`; its exit code.

    Raises Trouble when the server cannot start or `home` is in use.
    """
    with claim.only_one(home):
        server = Server(home, THROWAWAY)
        server.clear_leftovers()
        server.forget()
        try:
            server.start()
            environment = {**os.environ, "DATABASE_URL": server.url}
            return subprocess.run(words, check=False, env=environment).returncode
        finally:
            server.stop()


if __name__ == "__main__":
    try:
        sys.exit(lend(Path(os.environ["AGRAGATI_HOME"]), sys.argv[1:]))
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
