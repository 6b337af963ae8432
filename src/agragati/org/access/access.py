"""One person's rights at this moment: built once per request, token or job, and asked everywhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from agragati.kernel.errors import Refused

from ..scope import Scope


@dataclass(frozen=True)
class Access:
    """A user in one posting: permissions, and the three scopes (enter, view, search).

    `acting_for_id` is the posting that is exercised by delegation; then `label` carries both names.
    """

    user_id: int | None = None
    posting_id: int | None = None
    post_id: int | None = None
    office_id: int | None = None
    office_path: str = ""
    acting_for_id: int | None = None
    label: str = ""
    permissions: frozenset[str] = frozenset()
    enter: Scope = field(default_factory=Scope)
    view: Scope = field(default_factory=Scope)
    search: Scope = field(default_factory=Scope)
    is_system: bool = False

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody is signed in."""
        return self.user_id is None and not self.is_system

    def may(self, permission: str) -> bool:
        """Whether the permission is held at all (the scope is asked separately)."""
        return self.is_system or permission in self.permissions

    def may_enter(self, permission: str, path: str, area: str = "") -> bool:
        """Whether the permission is held and the office at `path` lies within the entering scope."""
        return self.may(permission) and self.enter.covers(path, area)

    def require(self, permission: str, path: str = "", area: str = "") -> None:
        """Raise Refused unless the permission is held, and (with `path`) reaches that office."""
        allowed = self.may_enter(permission, path, area) if path else self.may(permission)
        if not allowed:
            raise Refused("You may not do this from your present post.", permission=permission)

    def require_signed_in(self) -> None:
        """Raise Refused for a visitor."""
        if self.is_anonymous:
            raise Refused("Sign in first.")


def anonymous() -> Access:
    """A visitor: no rights, no scope."""
    return Access()


def system(label: str = "system") -> Access:
    """The product's own jobs: every right, every office, named in the audit as the system."""
    everywhere = Scope(everything=True)
    return Access(label=label, enter=everywhere, view=everywhere, search=everywhere, is_system=True)
