"""Errors that carry a key and values, so that the words live in the templates of the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

N_ = str  # marks a sentence of a table for the catalogue; the words are looked up where it is told


class AgragatiError(Exception):
    """Base of every error this product raises on purpose.

    `key` names the message in the catalogue (or is itself a plain English sentence used as msgid with
    `%(name)s` placeholders); `params` are plain values for its placeholders; `field` names the input at fault.
    """

    def __init__(self, key: str, *, field: str = "", **params: object) -> None:
        self.key = key
        self.field = field
        self.params: Mapping[str, object] = params
        super().__init__(key % params if params and "%(" in key else key)


class BadInput(AgragatiError):
    """What was given cannot be used; the message says which field and what to do."""


class NotFound(AgragatiError):
    """No such thing, or not visible to the one who asks (the two are never told apart)."""


class Refused(AgragatiError):
    """Visible, but this person may not do this deed."""


class Conflict(AgragatiError):
    """Someone else changed it first; `params` carry both values so that nothing typed is lost."""


class Stale(Conflict):
    """The state that the writer read is no longer the newest: told before anything was tried, with both values."""
