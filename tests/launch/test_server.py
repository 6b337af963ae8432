"""The built-in PostgreSQL: made, killed, recovered."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from agragati.config.launch import processes
from agragati.config.launch.server import Server

pytestmark = [
    pytest.mark.skipif(not processes.PROC.exists(), reason="reads Linux's list of processes"),
    # A child of the tests is forked beside the runner's own threads; the supervisor itself has none.
    pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning"),
]
SMALL = {"shared_buffers": "16MB", "max_connections": "10"}


@pytest.fixture
def home() -> Iterator[Path]:
    """A data folder with a space and Bangla letters that every user can reach; emptied of servers afterwards."""
    base = Path(tempfile.mkdtemp(prefix="agragati-test-"))
    base.chmod(0o755)
    yield from _folder(base / "তথ্য ১")
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture
def closed_home(tmp_path: Path) -> Iterator[Path]:
    """A data folder below one that only its owner can pass, as a checkout below /root is."""
    tmp_path.chmod(0o700)
    yield from _folder(tmp_path / "home")


def _folder(home: Path) -> Iterator[Path]:
    yield home
    data = (home / "pg").resolve()
    processes.end_all(lambda: processes.databases_over(data), number=signal.SIGQUIT, patience=5)
    if (home / "pg").is_symlink():
        shutil.rmtree(data.parent)


def start(home: Path) -> Server:
    """A running server."""
    server = Server(home, SMALL)
    server.start()
    return server


def ask(server: Server, query: str) -> list[tuple[object, ...]]:
    """One statement as the superuser."""
    where = {"host": str(server.sockets), "port": "5432", "user": "postgres", "dbname": "postgres"}
    with psycopg.connect(**where, autocommit=True) as connection:
        cursor = connection.execute(query)  # type: ignore[call-overload]
        return cursor.fetchall() if cursor.description else []


def test_what_was_committed_survives_kill_of_the_server(home: Path) -> None:
    first = start(home)
    ask(first, "CREATE TABLE kept AS SELECT generate_series(1, 300) AS n")
    assert first.process is not None
    first.process.kill()
    first.process.wait()
    second = start(home)
    assert ask(second, "SELECT count(*) FROM kept") == [(300,)]
    second.stop()
    assert processes.databases_over(second.data) == []


def test_a_server_left_by_a_killed_supervisor_is_replaced(home: Path) -> None:
    first = start(home)
    assert first.process is not None
    second = start(home)
    assert second.process is not None
    assert first.process.wait(5) is not None
    assert ask(second, "SELECT 1") == [(1,)]
    second.stop()


def test_a_lock_file_that_names_a_strangers_process_is_no_obstacle(home: Path) -> None:
    start(home).stop()
    lock = home / "pg" / "postmaster.pid"
    lock.write_text(f"{os.getppid()}\n{home / 'pg'}\n1\n5432\n{home / 'pg'}\n\n  0 0\nready   \n")
    server = start(home)
    assert ask(server, "SELECT 1") == [(1,)]
    server.stop()


def test_a_killed_initdb_leaves_nothing_in_the_way(home: Path) -> None:
    (home / "pg.new" / "base").mkdir(parents=True)
    server = start(home)
    assert ask(server, "SELECT 1") == [(1,)]
    server.stop()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends PostgreSQL another user")
def test_root_below_a_closed_folder_puts_the_data_where_the_lent_user_reaches_it(closed_home: Path) -> None:
    server = start(closed_home)
    assert ask(server, "SELECT 1") == [(1,)]
    assert (closed_home / "pg").is_symlink()
    assert server.data.stat().st_uid != 0
    server.stop()
