"""The virus scanner: its protocol, what becomes of an infected file, and a scanner that is away."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import system
from agragati.outbox.actions.infected import tell_infected
from agragati.outbox.models import Message
from agragati.records.actions import defer_scans, keep_file, scan_file
from agragati.records.effects import scan
from agragati.records.models import Attachment
from agragati.records.rules.scanning import NoVerdict, Verdict, framed, read_address, read_reply
from agragati.records.selectors import content_of_file, file_to_read
from tests.people import Cast
from tests.records.fake_clamd import EICAR, Scanner, running

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def scanner(settings) -> Iterator[Scanner]:
    with running() as (address, fake):
        settings.VIRUS_SCANNER, settings.VIRUS_SCANNER_SECONDS = address, 5.0
        yield fake


def kept(cast: Cast, content: bytes, name: str = "নোটিশ.txt") -> Attachment:
    return keep_file(by=cast.upazila_officer.access, office=cast.upazila, name=name, content=content, about="x:1")


def test_addresses_and_answers_are_read() -> None:
    assert read_address(" ") is None
    assert read_address("unix:/run/clamav/clamd.ctl").path == "/run/clamav/clamd.ctl"  # type: ignore[union-attr]
    here = read_address("tcp://[::1]:33")
    assert here is not None
    assert (here.host, here.port) == ("::1", 33)
    assert framed(b"abc") == b"\0\0\0\x03abc"
    assert read_reply(b"stream: OK\0") == Verdict(False)
    assert read_reply(b"stream: Win.X FOUND\0") == Verdict(True, "Win.X")
    for wrong in (b"", b"stream: OK FOUND me", b"INSTREAM size limit exceeded. ERROR\0"):
        with pytest.raises(NoVerdict):
            read_reply(wrong)
    for wrong_address in ("clamd", "http://x:1", "tcp://", "unix:"):
        with pytest.raises(NoVerdict):
            read_address(wrong_address)


def real_or_fake() -> list[str]:
    """The stand-in over TCP and a unix socket; a real clamd too where AGRAGATI_TEST_CLAMD names one."""
    return ["tcp", "unix", *filter(None, [os.environ.get("AGRAGATI_TEST_CLAMD", "")])]


@pytest.mark.parametrize("where", real_or_fake())
def test_the_contract_of_instream(where: str, settings) -> None:
    settings.VIRUS_SCANNER_SECONDS = 20.0
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "s" if where == "unix" else None) as (fake, _):
        settings.VIRUS_SCANNER = fake if where in ("tcp", "unix") else where
        assert scan(b"x" * 200_000) == Verdict(False)
        found = scan(EICAR)
    assert found.infected
    assert "eicar" in found.name.lower()


def test_without_a_scanner_nothing_is_called_clean(cast: Cast) -> None:
    file = kept(cast, b"hello")
    assert (file.scan, defer_scans(by=system())) == ("unscanned", 0)
    assert scan_file(by=system(), sha256=file.sha256) == "unscanned"
    assert not ProcrastinateJob.objects.filter(task_name="records.tasks.scan_file").exists()
    with pytest.raises(CommandError, match="AGRAGATI_CLAMD"):
        call_command("scan_files")


def test_an_infected_file_is_put_apart_and_told(cast: Cast, scanner: Scanner, client: Client,
                                                django_capture_on_commit_callbacks) -> None:  # fmt: skip
    by = cast.upazila_officer.access
    good, bad = kept(cast, b"good"), kept(cast, EICAR, "তালিকা.txt")
    assert ProcrastinateJob.objects.filter(task_name="records.tasks.scan_file").count() == 2
    with django_capture_on_commit_callbacks(execute=True):
        states = [scan_file(by=system(), sha256=file.sha256) for file in (good, bad)]
    assert states == ["clean", "infected"]
    bad.refresh_from_db()
    assert (bad.scan_says, default_storage.exists(bad.file.name)) == ("Win.Test.EICAR_HDB-1", False)
    assert default_storage.exists(f"apart/{bad.sha256}")
    for reading in (lambda: file_to_read(by=by, attachment_id=bad.pk), lambda: content_of_file(by=by, attachment=bad)):
        with pytest.raises(Refused, match="virus"):
            reading()
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    assert client.get(f"/files/{bad.pk}/").status_code == 403
    assert b"".join(client.get(f"/files/{good.pk}/").streaming_content) == b"good"
    with pytest.raises(BadInput, match="before"):
        kept(cast, EICAR, "আবার.txt")
    assert Deed.objects.get(name="records.put_apart").values["virus"] == "Win.Test.EICAR_HDB-1"
    wanted = {"outbox.tasks.tell_infected", "plans.tasks.proof_infected"}
    assert wanted <= set(ProcrastinateJob.objects.values_list("task_name", flat=True))
    assert [tell_infected(by=system(), attachment_ids=[bad.pk]) for _ in range(2)] == [1, 1]
    told = Message.objects.filter(post=cast.upazila_officer.posting.post, channel="in_app")
    assert "তালিকা.txt" in told.get().text


def test_a_scanner_that_is_away_or_slow_leaves_the_file_unscanned(cast: Cast, scanner: Scanner, settings) -> None:
    file = kept(cast, b"hello")
    scanner.mute, settings.VIRUS_SCANNER_SECONDS = True, 0.2
    assert scan_file(by=system(), sha256=file.sha256) == "unscanned"
    scanner.mute, settings.VIRUS_SCANNER_SECONDS, scanner.limit = False, 5.0, 3
    assert scan_file(by=system(), sha256=file.sha256) == "unscanned"
    file.refresh_from_db()
    assert file.scanned_at is not None
    address, settings.VIRUS_SCANNER = settings.VIRUS_SCANNER, "tcp://127.0.0.1:1"
    assert scan_file(by=system(), sha256=file.sha256) == "unscanned"
    assert defer_scans(by=system()) == 1
    settings.VIRUS_SCANNER, scanner.limit = address, 1000
    call_command("scan_files")
    file.refresh_from_db()
    assert (file.scan, defer_scans(by=system())) == ("clean", 0)


def test_a_wrong_signature_is_taken_back_on_the_next_look(cast: Cast, scanner: Scanner,
                                                          django_capture_on_commit_callbacks) -> None:  # fmt: skip
    file = kept(cast, b"innocent")
    scanner.says = b"stream: Wrong.Signature FOUND\0"
    with django_capture_on_commit_callbacks(execute=True):
        assert scan_file(by=system(), sha256=file.sha256) == "infected"
    scanner.says = b"stream: ERROR\0"
    assert scan_file(by=system(), sha256=file.sha256) == "infected"
    scanner.says = b""
    with django_capture_on_commit_callbacks(execute=True):
        call_command("scan_files", "--again")
    read = file_to_read(by=cast.upazila_officer.access, attachment_id=file.pk)
    assert content_of_file(by=cast.upazila_officer.access, attachment=read) == b"innocent"
    assert not default_storage.exists(f"apart/{file.sha256}")
