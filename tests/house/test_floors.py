"""Look down, never up or sideways: what the import contract alone cannot see."""

from __future__ import annotations

import re
from pathlib import Path

import grimp
import pytest
from django.apps import apps as django_apps
from django.urls import URLPattern, URLResolver, get_resolver

from agragati.org.scope import ScopedQuerySet

from .source import PUBLIC_ROOMS, SRC, floors, may_see

# Models that no office owns, each with its reason.
UNSCOPED = {
    "audit.Deed": "read through a selector that filters by office_path within the viewing scope",
    "org.Area": "public geography",
    "org.OfficeSpell": "history of the tree, read through its office",
    "org.GroupSet": "names of groupings, national",
    "org.OfficeGroup": "names of groupings, national; their offices are read through Office",
    "org.User": "people are read through their postings",
    "org.RoleGrant": "read through its post",
    "org.ApiToken": "read through the owner's own postings",
    "records.Sequence": "only the number allocator reads it",
    "plans.FrameworkEdition": "official tables, open to everyone who is signed in",
    "outbox.KeyMode": "read through the own keys of the one who asks",
    "outbox.GatewayState": "the state of a gateway of the whole installation",
    "outbox.Holiday": "days on which all offices are closed",
    "outbox.Preference": "only its own person reads it",
    "outbox.FeedLink": "only its own person reads it, by its secret",
    "outbox.PushSubscription": "only its own person's messages use it",
    "plans.HouseLegend": "words and tones of marks, the same for everyone",
    "plans.Window": "days of sending by tier, the same for all offices of the country",
    "plans.ReviewTerms": "how a year is reviewed, the same for all offices of the country",
    "audit.SubmitKey": "only the submit guard reads it, by its secret key",
}


def _own_models() -> list[type]:
    return [
        model
        for model in django_apps.get_models()
        if model.__module__.startswith("agragati.") and not hasattr(model, "pgh_tracked_model")
    ]


def test_foreign_keys_point_downwards() -> None:
    wrong = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in _own_models()
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and field.related_model
        and field.related_model.__module__.startswith("agragati.")
        and not may_see(model.__module__.split(".")[1], field.related_model.__module__.split(".")[1])
    ]
    assert wrong == []


def test_every_model_is_scoped_or_excused() -> None:
    loose = {
        model._meta.label
        for model in _own_models()
        if not isinstance(model._default_manager.all(), ScopedQuerySet) and model._meta.label not in UNSCOPED
    }
    assert loose == set()


def test_no_excuse_is_left_over() -> None:
    assert set(UNSCOPED) - {model._meta.label for model in _own_models()} == set()


def test_only_public_rooms_are_entered_from_outside() -> None:
    graph = grimp.build_graph("agragati", cache_dir=None)
    wrong = []
    for module in sorted(graph.modules):
        for target in graph.find_modules_directly_imported_by(module):
            a, b = module.split("."), target.split(".")
            if len(a) < 3 or len(b) < 3 or a[1] == b[1] or b[1] in {"kernel", "ui"} or a[1] == "config":
                continue
            if b[2] not in PUBLIC_ROOMS:
                wrong.append(f"{module} -> {target}")
    assert wrong == []


TEMPLATES = sorted(SRC.rglob("templates/**/*.html"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(SRC)))
def test_templates_borrow_downwards(template: Path) -> None:
    here = template.relative_to(SRC).parts[0]
    for borrowed in re.findall(r"""{%\s*(?:extends|include)\s+["']([\w-]+)/""", template.read_text()):
        assert borrowed not in floors() or may_see(here, borrowed), f"{template.name} borrows from {borrowed}"


def test_no_template_is_left_over() -> None:
    used = "\n".join(path.read_text() for path in [*SRC.rglob("*.py"), *TEMPLATES] if "migrations" not in path.parts)
    # Pages of the sign-in library are named by the library itself.
    library = {
        "account",
        "mfa",
        "usersessions",
        "socialaccount",
        "allauth",
        "404.html",
        "403.html",
        "500.html",
        "400.html",
        "429.html",
    }
    orphans = []
    for path in TEMPLATES:
        name = str(path).split("/templates/", 1)[1]
        if name.split("/")[0] in library:
            continue
        if name.startswith("cotton/"):
            tag = name.removeprefix("cotton/").removesuffix(".html").removesuffix("/index").replace("/", ".")
            if f"<c-{tag.replace('_', '-')}" in used or f"<c-{tag}" in used:
                continue
        elif name in used:
            continue
        orphans.append(name)
    assert orphans == []


def _names(resolver: URLResolver, prefix: str = "") -> list[str]:
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            if not getattr(entry.callback, "__module__", "").startswith("agragati."):
                continue
            found.append(f"{prefix}{entry.name}" if entry.name else f"unnamed: {entry.pattern}")
        else:
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            found += _names(entry, inner)
    return found


def test_every_address_has_a_name_of_its_own() -> None:
    names = _names(get_resolver())
    assert [name for name in names if name.startswith("unnamed")] == []
    assert sorted({name for name in names if names.count(name) > 1}) == []
