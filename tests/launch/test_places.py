"""Where the data, the socket and the signing key are."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from agragati.config.database import LONGEST_SOCKET, connection, from_url, socket_dir
from agragati.config.env import Env


def test_socket_is_in_the_data_folder_while_its_path_is_short() -> None:
    assert socket_dir(Path("/srv/অগ্রগতি ১")) == Path("/srv/অগ্রগতি ১/pg")


@pytest.mark.parametrize("name", ["ক" * 40, "x" * 100, "one,two", 'a"b', "it's"])
def test_socket_moves_when_a_client_could_not_name_the_folder(name: str) -> None:
    found = socket_dir(Path("/srv") / name)
    assert found.parent == Path("/tmp")
    assert len(str(found).encode()) < LONGEST_SOCKET


def test_two_folders_have_two_sockets() -> None:
    assert socket_dir(Path("/srv") / ("x" * 100)) != socket_dir(Path("/srv") / ("y" * 100))


def test_socket_follows_a_linked_data_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "pg").symlink_to(tmp_path / "elsewhere")
    assert socket_dir(tmp_path / "home") == (tmp_path / "elsewhere").resolve()


def test_database_url_with_escapes_and_a_socket() -> None:
    found = from_url("postgresql://কর্মী:p%40ss@/plans?host=%2Fsrv%2Fa%20b&port=5433")
    assert found == {"NAME": "plans", "USER": "কর্মী", "PASSWORD": "p@ss", "HOST": "/srv/a b", "PORT": "5433"}


def test_without_a_url_the_built_in_server_is_meant() -> None:
    found = connection("", Path("/srv/a"))
    assert (found["HOST"], found["USER"], found["NAME"]) == ("/srv/a/pg", "postgres", "agragati")


def test_processes_that_start_together_share_one_signing_key(tmp_path: Path) -> None:
    home = tmp_path / "new"
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: Env(AGRAGATI_HOME=home).secret_key(), range(64)))
    assert keys == {(home / "secret_key").read_text()}
    assert len(keys.pop()) > 50
    assert (home / "secret_key").stat().st_mode & 0o077 == 0
    assert [path.name for path in home.iterdir()] == ["secret_key"]


def test_a_folder_that_cannot_be_made_still_lets_commands_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(Env(AGRAGATI_HOME=tmp_path / "file" / "home").secret_key()) > 50


def test_data_folder_is_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AGRAGATI_HOME", "data")
    assert Env().home == tmp_path / "data"
