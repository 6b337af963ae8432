"""The chain of seals over the log of deeds."""

from __future__ import annotations

from threading import Event, Thread

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from hypothesis import given
from hypothesis import strategies as st

from agragati.audit.actions import record, seal_deeds, sealing
from agragati.audit.models import Deed
from agragati.audit.rules import seal_of
from agragati.audit.selectors import check_seals
from agragati.org.access import system

ROWS = st.dictionaries(st.text(max_size=5), st.one_of(st.none(), st.integers(), st.text(max_size=9)), max_size=4)


def log(count: int) -> list[Deed]:
    """Some deeds, unsealed."""
    return [record(by=system(), deed="org.rename_office", about=f"office:{n}", values={"নাম": n}) for n in range(count)]


def tamper(statement: str, *values: object) -> None:
    """What someone with the database's own rights could do: past the triggers."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_deed DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        cursor.execute("ALTER TABLE audit_deed ENABLE TRIGGER USER")


@given(ROWS, ROWS, st.text(alphabet="0123456789abcdef", max_size=64))
def test_other_rows_have_other_seals(one: dict[str, object], two: dict[str, object], before: str) -> None:
    same = seal_of(before=before, row=one) == seal_of(before=before, row=two)
    assert same == (one == two)


@pytest.mark.django_db
def test_each_deed_is_sealed_once() -> None:
    log(3)
    assert seal_deeds(by=system()) == 3
    assert seal_deeds(by=system()) == 0
    log(1)
    assert check_seals(by=system()).waiting == 1
    assert seal_deeds(by=system()) == 1
    found = check_seals(by=system())
    assert (found.sealed, found.waiting, found.broken) == (4, 0, None)


@pytest.mark.django_db
def test_a_changed_deed_breaks_the_chain_at_its_place() -> None:
    deeds = log(4)
    seal_deeds(by=system())
    tamper("UPDATE audit_deed SET actor_label = 'someone else' WHERE id = %s", deeds[2].pk)
    assert check_seals(by=system()).broken == deeds[2].pk


@pytest.mark.django_db
def test_a_lost_deed_breaks_the_chain_after_it() -> None:
    deeds = log(4)
    seal_deeds(by=system())
    tamper("DELETE FROM audit_deed WHERE id = %s", deeds[1].pk)
    assert check_seals(by=system()).broken == deeds[2].pk


@pytest.mark.django_db
def test_a_sealed_deed_is_final_for_the_product_itself() -> None:
    deed = log(1)[0]
    seal_deeds(by=system())
    with pytest.raises(ProgrammingError, match="Cannot update rows from audit_deed"):
        Deed.objects.filter(pk=deed.pk).update(seal="")


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sealed_past_a_writer_who_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "PATIENCE", 0.1)
    written, let_go = Event(), Event()

    def write_slowly() -> None:
        try:
            with transaction.atomic():
                log(1)
                written.set()
                let_go.wait(10)
        finally:
            connection.close()

    writer = Thread(target=write_slowly)
    writer.start()
    written.wait(10)
    log(1)
    before = seal_deeds(by=system())
    let_go.set()
    writer.join(10)
    assert (before, seal_deeds(by=system())) == (0, 2)
