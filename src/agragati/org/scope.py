"""How far a person sees over the office tree, and the one filter that every owned row passes through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from .access import Access

_M = TypeVar("_M", bound=models.Model)


@dataclass(frozen=True)
class Scope:
    """Offices by line (`subtrees` whole, `offices` alone, `children_of` one level) and by geography (`areas` whole).

    `everything` is for the country's own administrators. Empty means: sees nothing.
    """

    subtrees: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    children_of: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    everything: bool = False

    @classmethod
    def union(cls, scopes: Iterable[Scope]) -> Scope:
        """Everything that any of them covers."""
        parts = list(scopes)
        subtrees = _all_of(part.subtrees for part in parts)
        alone = _all_of(part.offices for part in parts)
        return cls(
            subtrees=subtrees,
            offices=tuple(path for path in alone if not any(is_within(path, root) for root in subtrees)),
            children_of=_all_of(part.children_of for part in parts),
            areas=_all_of(part.areas for part in parts),
            everything=any(part.everything for part in parts),
        )

    def covers(self, path: str, area: str = "") -> bool:
        """Whether an office at `path`, lying in `area`, is within."""
        return (
            self.everything
            or path in self.offices
            or path.rpartition(".")[0] in self.children_of
            or any(is_within(path, root) for root in self.subtrees)
            or any(is_within(area, root) for root in self.areas if area)
        )

    def as_q(self, path: str, area: str) -> Q:
        """The same as a filter; `path` and `area` are lookups of the row's office path and area path."""
        wanted = Q(pk__in=[])
        if self.offices:
            wanted |= Q(**{f"{path}__in": self.offices})
        for root in self.subtrees:
            wanted |= Q(**{path: root}) | Q(**{f"{path}__startswith": f"{root}."})
        for root in self.children_of:
            wanted |= Q(**{f"{path}__regex": rf"^{root}\.[0-9]+$"})
        for root in self.areas:
            wanted |= Q(**{area: root}) | Q(**{f"{area}__startswith": f"{root}."})
        return wanted


def _all_of(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(parts)))


def is_within(path: str, root: str) -> bool:
    """Whether `path` is `root` or lies below it (paths are dotted segments)."""
    return path == root or path.startswith(f"{root}.")


class ScopedQuerySet(models.QuerySet[_M]):
    """Base of every owned model's queryset. A model says once where its office path and area path are."""

    office_path = "office__path"
    area_path = "office__area__path"

    def visible_to(self, access: Access) -> Self:
        """Rows within the viewing scope of `access`. The only filter of rights in the product."""
        return self._within(access.view)

    def own(self, access: Access) -> Self:
        """Visible rows of the very office in which `access` works: the same filter, told without the tree."""
        if access.office_id is None or not access.view.covers(access.office_path):
            return self.none()
        return self.filter(**{self.office_path.removesuffix("__path"): access.office_id})

    def enterable_by(self, access: Access, permission: str = "") -> Self:
        """Rows where this person may also write; with `permission`, where that one deed is open to them."""
        return self._within(access.enter_scope(permission) if permission else access.enter)

    def findable_by(self, access: Access) -> Self:
        """Rows within the searching scope: may be found and picked by name, not necessarily opened."""
        return self._within(access.search)

    def viewable_by(self, access: Access, permission: str) -> Self:
        """Visible rows for which `permission` opens more (e.g. the telephone numbers)."""
        return self._within(access.view_scope(permission))

    def _within(self, scope: Scope) -> Self:
        if scope.everything:
            return self
        return self.filter(scope.as_q(self.office_path, self.area_path))
