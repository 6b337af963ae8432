"""What every test may lean on: a database that is there, and the cast."""

from __future__ import annotations

from tests.people import cast  # noqa: F401  (a fixture)
