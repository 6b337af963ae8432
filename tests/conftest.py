"""What every test may lean on: a database that is there, compiled catalogues, a static folder, and the cast."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import HealthCheck, settings

from agragati.ui.management.catalogues import compile_all
from tests.browser import chromium, open_page, open_page_as, plain_static  # noqa: F401  (fixtures)
from tests.people import cast  # noqa: F401  (a fixture)
from tests.stage import _stage, stage  # noqa: F401  (fixtures)

# How quick this machine is today is no law of the product; speed is measured in bench/.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_configure() -> None:
    """Compile the Bangla catalogues that changed; make the folder that the build would fill; hash passwords quickly."""
    from django.conf import settings as django_settings
    from django.contrib.auth.hashers import PBKDF2PasswordHasher
    from django.utils.translation.reloader import translation_file_changed

    compile_all()
    translation_file_changed(None, Path("django.mo"))  # what was read before is forgotten
    PBKDF2PasswordHasher.iterations = 1000  # the same hasher as outside; a million rounds keep thieves busy, not bugs
    django_settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The test database; at the end nobody is left in it, so that it can be dropped.

    A browser keeps its line to the live server open, and the thread that answers it holds a session of the database
    until the line breaks: that may be a moment after the last test.
    """
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(autouse=True)
def _limits_start_anew() -> None:
    """Forget how often this machine's one address has signed in: the limits count per minute, and tests are quick."""
    cache.clear()
