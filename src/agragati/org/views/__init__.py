"""Pages of offices and people."""

from . import groups, me, offices, people, posts

__all__ = ["groups", "me", "offices", "people", "posts"]
