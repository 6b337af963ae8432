"""What every test may lean on: a database that is there, compiled catalogues, and the cast."""

from __future__ import annotations

from agragati.ui.management.catalogues import compile_all
from tests.people import cast  # noqa: F401  (a fixture)


def pytest_configure() -> None:
    """Compile the Bangla catalogues that changed, so that tests see the words as written."""
    compile_all()


def pytest_configure() -> None:
    """The web server's static folder is made by the build; page tests only need it to exist."""
    from django.conf import settings

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
