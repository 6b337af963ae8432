"""Two people at once: moves that would make a ring, an office opened while its line moves."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from agragati.kernel.errors import AgragatiError
from agragati.org import actions
from agragati.org.access import system
from agragati.org.models import Office

pytestmark = pytest.mark.django_db(transaction=True)


def add(code: str, parent: Office | None = None) -> Office:
    return actions.add_office(
        by=system(), parent_id=parent.pk if parent else None, kind="other", name_bn=code, code=code
    )


@pytest.fixture
def pair(transactional_db: None) -> tuple[Office, Office]:
    top = add("T")
    return add("A", top), add("B", top)


def together(*deeds: Callable[[], object]) -> list[str]:
    """Run the deeds at the same moment, each in its own connection; returns how each ended."""
    start, ends = threading.Barrier(len(deeds)), [""] * len(deeds)

    def run(number: int, deed: Callable[[], object]) -> None:
        start.wait()
        try:
            deed()
            ends[number] = "done"
        except AgragatiError as error:
            ends[number] = type(error).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def holds() -> bool:
    """Every path follows from the parents alone."""
    rows = {row.pk: row for row in Office.objects.all()}
    return all(
        row.path == (f"{rows[row.parent_id].path}." if row.parent_id else "") + f"{row.pk:06d}" for row in rows.values()
    )


def test_two_moves_never_make_a_ring(pair: tuple[Office, Office]) -> None:
    a, b = pair
    ends = together(
        lambda: actions.move_office(by=system(), office_id=a.pk, parent_id=b.pk),
        lambda: actions.move_office(by=system(), office_id=b.pk, parent_id=a.pk),
    )
    assert sorted(ends) == ["BadInput", "done"]
    assert holds()


def test_an_office_opened_while_its_line_moves_ends_at_the_right_place(pair: tuple[Office, Office]) -> None:
    a, b = pair
    ends = together(
        lambda: actions.move_office(by=system(), office_id=a.pk, parent_id=b.pk),
        *(lambda n=n: add(f"C{n}", a) for n in range(4)),
    )
    assert ends == ["done"] * 5
    assert holds()
    assert Office.objects.filter(path__startswith=f"{b.path}.{a.pk:06d}.").count() == 4


def test_other_lines_are_not_waited_for(pair: tuple[Office, Office]) -> None:
    """A lock on all roots would make every ministry wait for one (treebeard's complaint)."""
    other = add("O")
    with transaction.atomic():
        Office.objects.lock_lines(pair[0].path, alone=True)
        assert together(lambda: add("X", other)) == ["done"]
