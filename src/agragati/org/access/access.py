"""One person's rights at this moment: built once per request, token or job, and asked everywhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from agragati.kernel.errors import Refused

from ..scope import Scope


@dataclass(frozen=True)
class Grant:
    """What one role of the post gives: its permissions, each only as far as this role reaches."""

    role: str
    permissions: frozenset[str]
    enter: Scope = field(default_factory=Scope)
    view: Scope = field(default_factory=Scope)
    search: Scope = field(default_factory=Scope)


@dataclass(frozen=True)
class Access:
    """A user in one posting: permissions, and the three scopes (enter, view, search).

    `grants` keep each role's permissions together with that role's reach: a head of office who also reviews the
    offices below may review there but not edit there. The plain scopes are their unions.
    `label` is the person with the post, `office_name` the post's office.
    `acting_for_id` is the posting that is exercised by delegation; then `label` carries both names.
    """

    user_id: int | None = None
    posting_id: int | None = None
    post_id: int | None = None
    office_id: int | None = None
    office_path: str = ""
    acting_for_id: int | None = None
    label: str = ""
    office_name: str = ""
    permissions: frozenset[str] = frozenset()
    enter: Scope = field(default_factory=Scope)
    view: Scope = field(default_factory=Scope)
    search: Scope = field(default_factory=Scope)
    is_system: bool = False
    grants: tuple[Grant, ...] = ()
    token_id: int | None = None

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody is signed in."""
        return self.user_id is None and not self.is_system

    def label_at(self, path: str) -> str:
        """Who did something in the office at `path`: with the own office when it is another one."""
        away = self.office_name and self.office_path != path
        return f"{self.label}, {self.office_name}" if away else self.label

    def may(self, permission: str) -> bool:
        """Whether the permission is held at all (the scope is asked separately)."""
        return self.is_system or permission in self.permissions

    def enter_scope(self, permission: str) -> Scope:
        """Where `permission` may be used to write."""
        return self._reach(permission, "enter")

    def view_scope(self, permission: str) -> Scope:
        """Where `permission` opens something to be read (e.g. telephone numbers)."""
        return self._reach(permission, "view")

    def may_enter(self, permission: str, path: str, area: str = "") -> bool:
        """Whether the permission is held by a role that may write in the office at `path`."""
        return self.enter_scope(permission).covers(path, area)

    def may_view(self, permission: str, path: str, area: str = "") -> bool:
        """Whether the permission is held by a role that sees the office at `path`."""
        return self.view_scope(permission).covers(path, area)

    def require(self, permission: str, path: str = "", area: str = "") -> None:
        """Raise Refused unless the permission is held, and (with `path`) reaches that office."""
        allowed = self.may_enter(permission, path, area) if path else self.may(permission)
        if not allowed:
            raise Refused("You may not do this from your present post.", permission=permission)

    def require_signed_in(self) -> None:
        """Raise Refused for a visitor."""
        if self.is_anonymous:
            raise Refused("Sign in first.")

    def _reach(self, permission: str, kind: str) -> Scope:
        if not self.may(permission):
            return Scope()
        if not self.grants:
            whole: Scope = getattr(self, kind)
            return whole
        return Scope.union([getattr(grant, kind) for grant in self.grants if permission in grant.permissions])


def anonymous() -> Access:
    """A visitor: no rights, no scope."""
    return Access()


def system(label: str = "system") -> Access:
    """The product's own jobs: every right, every office, named in the audit as the system."""
    everywhere = Scope(everything=True)
    return Access(label=label, enter=everywhere, view=everywhere, search=everywhere, is_system=True)
