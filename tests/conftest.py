"""What every test may lean on: a database that is there, compiled catalogues, and the cast."""

from __future__ import annotations

from agragati.ui.management.catalogues import compile_all
from tests.people import cast  # noqa: F401  (a fixture)


def pytest_configure() -> None:
    """Compile the Bangla catalogues that changed, so that tests see the words as written."""
    compile_all()
