"""Every string a person reads has its Bangla, in every app; and the tool that says so can be trusted."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext, pgettext

from agragati.ui.management import catalogues, extraction
from agragati.ui.management.extraction import apps_with_strings, strings_in


@pytest.mark.parametrize("app", apps_with_strings())
def test_nothing_is_left_untranslated(app: str) -> None:
    findings = catalogues.examine(app)
    assert findings.harmful == [], f"run: agragati messages {app}"


def test_the_tool_sees_python_and_errors(tmp_path: Path) -> None:
    source = tmp_path / "x.py"
    source.write_text(
        ""
        "a = _('One')\nraise BadInput('Two %(n)s', n=3)\nb = ngettext('%(n)s file', '%(n)s files', n)\n"
        "c = pgettext('month', 'May')\nd = _(name)\n"
        "_SAY = 'Say it'\nraise Refused(_SAY)\nraise Refused('Not so. ' + _SAY)\nraise Refused('a' if d else 'b')\n"
    )
    assert [found[1:] for found in strings_in(source)] == [
        ("One", None),
        ("Two %(n)s", None),
        (("%(n)s file", "%(n)s files"), None),
        ("May", "month"),
        ("Say it", None),
        ("Not so. Say it", None),
        ("a", None),
        ("b", None),
    ]


def test_the_tool_sees_templates(tmp_path: Path) -> None:
    source = tmp_path / "x.html"
    source.write_text(
        "<h1>{% trans 'Plans' %}</h1>\n  <div>\n <c-button label=\"{% translate 'Save' %}\" />\n"
        "{% blocktranslate with n=3 trimmed %}\n  {{ n }} offices\n  late{% endblocktranslate %}\n"
        "{{ _('Left') }} {{ name|default:_('nobody') }}\n <c-card :title=\"_('Dynamic')\" /> it's #1\n"
        "{# a note #}{% blocktranslate count n=n %}one{% plural %}many {{ n }}{% endblocktranslate %}"
    )
    assert [found[1] for found in strings_in(source)] == [
        "Plans", "Save", "%(n)s offices late", "Left", "nobody", ("one", "many %(n)s"), "Dynamic",
    ]  # fmt: skip


@pytest.fixture
def small_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A product of one app with two strings."""
    monkeypatch.setattr(extraction, "SOURCE", tmp_path)
    monkeypatch.setattr(catalogues, "SOURCE", tmp_path)
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "views.py").write_text("_('Bread')\n_('%(n)s loaves')\n")
    return tmp_path


def test_merging_keeps_what_was_translated_and_reports_the_rest(small_house: Path) -> None:
    assert catalogues.merge("shop").missing == ["Bread", "%(n)s loaves"]
    assert catalogues.merge("shop", translations={"Bread": "রুটি"}).missing == ["%(n)s loaves"]
    broken = catalogues.merge("shop", translations={"%(n)s loaves": "%(count)sটি রুটি"})
    assert (broken.missing, broken.broken) == ([], ["%(n)s loaves"])
    whole = catalogues.merge("shop", translations={"%(n)s loaves": "%(n)sটি রুটি"})
    assert whole.harmful == []
    before = catalogues.path_of("shop").read_bytes()
    catalogues.merge("shop")
    assert catalogues.path_of("shop").read_bytes() == before


def test_strings_the_code_lost_are_reported_until_dropped(small_house: Path) -> None:
    catalogues.merge("shop", translations={"Bread": "রুটি", "%(n)s loaves": "%(n)sটি রুটি"})
    (small_house / "shop" / "views.py").write_text("_('Bread')\n")
    assert catalogues.merge("shop").obsolete == ["%(n)s loaves"]
    assert catalogues.merge("shop", drop=True).obsolete == []


def test_compiling_skips_what_did_not_change(small_house: Path) -> None:
    catalogues.merge("shop", translations={"Bread": "রুটি", "%(n)s loaves": "%(n)sটি রুটি"})
    assert [path.suffix for path in catalogues.compile_all()] == [".mo"]
    assert catalogues.compile_all() == []


def test_texts_of_the_libraries_exist_there() -> None:
    """An override of Django's or a library's string helps only when the library really says that string."""
    catalog = catalogues.read("config")
    unknown = [m.id for m in catalog if catalogues.LIBRARY in m.user_comments and not _said_by_a_library(m.id)]
    assert unknown == []


def _said_by_a_library(msgid: object) -> bool:
    return (msgid[0] if isinstance(msgid, tuple) else str(msgid)) in _library_strings()


def _library_strings() -> set[str]:
    if not _KNOWN:
        for name in ("django", "allauth", "axes"):
            root = Path(import_module(name).__file__ or "").parent
            for path in [*root.rglob("*.py"), *root.rglob("templates/**/*.html")]:
                if not {"locale", "tests", "gis", "admin", "admindocs", "flatpages"} & set(path.parts):
                    found = (message for _f, message, _c in strings_in(path))
                    _KNOWN.update(m if isinstance(m, str) else m[0] for m in found)
    return _KNOWN


_KNOWN: set[str] = set()


def test_bangla_is_spoken() -> None:
    with translation.override("bn"):
        assert translation.gettext("This field is required.") != "This field is required."


@pytest.mark.parametrize("app", apps_with_strings())
def test_what_a_catalogue_says_is_what_a_reader_sees(app: str) -> None:
    """Catalogues are one at run time: of two translations of a sentence the reader sees whichever comes first."""
    own = {(one.context, one.id): one.string for one in catalogues.read(app) if one.id and isinstance(one.id, str)}
    shown = {key: pgettext(*key) if key[0] else gettext(key[1]) for key in own}
    assert {key: (words, shown[key]) for key, words in own.items() if shown[key] != words} == {}
