"""Static files under names that carry their content's hash, so that browsers may keep them for ever."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatic(CompressedManifestStaticFilesStorage):
    """Hashed and compressed; a name that was never collected is served plainly instead of failing the page."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The hashed name, or `name` itself when the file was never collected."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
