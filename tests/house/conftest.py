"""One world for all addresses: a row of every kind stands in it, made once, and every test leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol

import pytest
from django.db import transaction

from tests.house.pages import World
from tests.people import make_cast


class Blocker(Protocol):
    """What pytest-django gives to open the database for a fixture that lives longer than a test."""

    def unblock(self) -> AbstractContextManager[None]: ...


@pytest.fixture(scope="module")
def _standing(django_db_setup: None, django_db_blocker: Blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield World(make_cast())
        transaction.set_rollback(True)


@pytest.fixture
def db(_standing: World) -> Iterator[None]:
    """In place of pytest-django's own: one test's part of the world, undone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def world(db: None, _standing: World) -> World:
    """The cast with a row of theirs for each id that an address may hold."""
    return _standing
