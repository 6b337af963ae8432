"""Files, submits, numbers and remarks in the database."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction
from django.test import Client

from agragati.audit.actions import claim_submit, finish_submit
from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org.access import system
from agragati.records.actions import add_comment, keep_file, next_number
from agragati.records.models import Attachment
from agragati.records.selectors import file_to_read
from tests.people import Cast


def test_a_kept_file_is_the_offices_own(cast: Cast, client: Client) -> None:
    kept = keep_file(
        by=cast.upazila_officer.access, office=cast.upazila, name="নোটিশ.txt", content="নোটিশ".encode(), about="x:1"
    )
    assert Deed.objects.get(name="records.keep_file").values["sha256"] == kept.sha256
    assert file_to_read(by=cast.district_officer.access, attachment_id=kept.pk) == kept
    with pytest.raises(NotFound):
        file_to_read(by=cast.outsider.access, attachment_id=kept.pk)
    client.force_login(cast.upazila_officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get(f"/files/{kept.pk}/")
    assert b"".join(answer.streaming_content).decode() == "নোটিশ"
    assert "attachment" in answer["Content-Disposition"]


def test_files_are_handed_in_only_for_ones_own_office(cast: Cast) -> None:
    with pytest.raises(Refused):
        keep_file(by=cast.upazila_officer.access, office=cast.other_upazila, name="a.txt", content=b"a")
    assert not Attachment.objects.exists()


def test_a_submit_is_done_once(cast: Cast) -> None:
    by = cast.upazila_officer.access
    assert claim_submit(by=by, key="k1", deed="plans.add") is None
    finish_submit(by=by, key="k1", answer="/plans/1/")
    assert claim_submit(by=by, key="k1", deed="plans.add") == "/plans/1/"
    with pytest.raises(BadInput):
        claim_submit(by=by, key="", deed="plans.add")


def test_a_remark_needs_words_and_sight(cast: Cast) -> None:
    add_comment(by=cast.district_officer.access, office=cast.upazila, about="x:1", text=" দেখুন ")
    with pytest.raises(BadInput):
        add_comment(by=cast.district_officer.access, office=cast.upazila, about="x:1", text="  ")
    with pytest.raises(Refused):
        add_comment(by=cast.outsider.access, office=cast.upazila, about="x:1", text="দেখুন")


@pytest.mark.django_db(transaction=True)
def test_numbers_have_no_gap_and_no_double_under_many_hands() -> None:
    given: list[int] = []

    def take(count: int) -> None:
        for turn in range(count):
            try:
                with transaction.atomic():
                    number = next_number(by=system(), key="file:1:2024")
                    if turn % 5 == 4:
                        raise ValueError  # rolled back: its number must come again
                    given.append(number)
            except ValueError:
                pass
        connection.close()

    threads = [threading.Thread(target=take, args=(25,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == list(range(1, len(given) + 1))
    assert len(given) == 8 * 20
