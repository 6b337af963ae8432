"""Pages of offices and people."""

from . import me, offices, people, posts

__all__ = ["me", "offices", "people", "posts"]
