"""`agragati` itself: the list, unknown names, and errors as one sentence."""

from __future__ import annotations

import pytest
from django.core import management
from django.db.utils import OperationalError
from django.test import Client

from agragati.config import cli, command_list
from agragati.config.launch.trouble import Trouble
from agragati.kernel.errors import AgragatiError, BadInput


def test_help_lists_our_commands_before_djangos(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0
    text = capsys.readouterr().out
    assert "Start Agragati in this terminal" in text
    assert text.index("  score_plan ") < text.index("Django's own") < text.index("makemigrations")


def test_every_command_of_ours_says_what_it_does() -> None:
    assert [name for name, (_, text) in command_list.ours().items() if len(text) < 15] == []


def test_an_unknown_command_is_answered_with_a_guess(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["scor_plan"]) == 2
    assert " score_plan" in capsys.readouterr().err


def test_commands_of_libraries_are_known() -> None:
    assert command_list.is_known("procrastinate")
    assert not command_list.is_known("nonsense")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (BadInput("The file %(name)s is empty.", name="a.csv", field="file"), "file: The file a.csv is empty."),
        (AgragatiError("100% wrong"), "100% wrong"),
        (Trouble("বাংলা", "English"), "বাংলা\nEnglish"),
        (OperationalError("no socket\nmore"), "(no socket)"),
    ],
)
def test_an_error_for_people_is_one_sentence_and_exit_two(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(words: list[str]) -> None:
        raise error

    monkeypatch.setattr(management, "execute_from_command_line", fail)
    assert cli.run(["status"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told


def test_a_fault_of_the_program_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(words: list[str]) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(management, "execute_from_command_line", fail)
    with pytest.raises(ZeroDivisionError):
        cli.run(["status"])


def test_a_wrong_port_is_told_without_a_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from agragati.config import env

    monkeypatch.setenv("PORT", "abc")
    monkeypatch.setattr(env, "env", env.Env)
    assert cli.run(["up"]) == 2
    assert "PORT: Input should be a valid integer" in capsys.readouterr().err


@pytest.mark.django_db
def test_healthz_answers_anyone_with_json(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
