"""Narrowing by the path that a row keeps itself, in the shape an ordered index can answer."""

from __future__ import annotations

from django.db.models import Q

from agragati.org.scope import Scope

AFTER_A_TREE = "/"  # the letter after "." in byte order: a whole line is one range of paths


def within(scope: Scope, path: str, area: str) -> Q:
    """A scope as ranges of the kept path `path`; by area or single levels as the scope itself says it.

    It only narrows: a row that is shown is fetched through its own queryset's rights.
    """
    if scope.everything:
        return Q()
    if scope.children_of or scope.areas:
        return scope.as_q(path, area)
    wanted = Q(**{f"{path}__in": scope.offices}) if scope.offices or not scope.subtrees else None
    for root in scope.subtrees:
        tree = Q(**{f"{path}__gte": root, f"{path}__lt": f"{root}{AFTER_A_TREE}"})
        wanted = tree if wanted is None else wanted | tree
    return wanted if wanted is not None else Q(pk__in=[])
