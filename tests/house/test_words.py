"""Nothing that people read is a code: deeds, what they are about, and permissions all have their words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from agragati.audit.choices import ABOUT, DEEDS, about_words, deed_words
from agragati.meetings.rules.states import DUTY_MOVES, MEETING_MOVES, MOTION_MOVES
from agragati.org.access import PERMISSION_WORDS, P
from agragati.papers.choices import Step
from agragati.plans.choices import DependencyState
from agragati.plans.rules.life_states import LIFE_MOVES
from agragati.plans.rules.review_states import QUARTER_MOVES, VERDICTS, Deed

from .source import SRC

# Deeds whose names are put together: the piece of source → every value it takes.
FAMILIES: dict[str, set[str]] = {
    "plans.{move.deed}": {f"plans.{move.deed}" for move in (*LIFE_MOVES, *QUARTER_MOVES)},
    "plans.{verdict}_claim": {f"plans.{verdict}_claim" for verdict in VERDICTS},
    "plans.{move.deed}_appeal": {f"plans.{deed}_appeal" for deed in (Deed.UPHOLD, Deed.REFUSE)},
    "plans.dependency_{state}": {f"plans.dependency_{s}" for s in (DependencyState.MET, DependencyState.DROPPED)},
    "meetings.{deed}": {f"meetings.{deed}" for deed in ({m.deed for m in MEETING_MOVES} | {"issue", "seal_imported"})},
    "meetings.{move.deed}_duty": {f"meetings.{move.deed}_duty" for move in DUTY_MOVES},
    "meetings.{deed}_motion": {f"meetings.{d}_motion" for d in ({m.deed for m in MOTION_MOVES} | {"put_forward"})},
    "papers.{step}_letter": {f"papers.{step}_letter" for step in Step},
}


def recorded(keyword: str) -> Iterator[tuple[ast.expr, ast.Module]]:
    """What every `record(…)` of the product says for one keyword, with the module it stands in."""
    for path in SRC.rglob("*.py"):
        module = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "record":
                yield from ((given.value, module) for given in node.keywords if given.arg == keyword)


def spelt(piece: ast.expr) -> str:
    """One piece of a text that is put together."""
    return f"{{{ast.unparse(piece.value)}}}" if isinstance(piece, ast.FormattedValue) else str(ast.literal_eval(piece))


def written(value: ast.expr, module: ast.Module) -> Iterator[str]:
    """The text of an expression, with {names} where it is put together; for a name, every deed its module spells."""
    if isinstance(value, ast.Constant):
        yield str(value.value)
    elif isinstance(value, ast.IfExp):
        yield from (*written(value.body, module), *written(value.orelse, module))
    elif isinstance(value, ast.JoinedStr):
        yield "".join(
            f"{{{ast.unparse(p.value)}}}" if isinstance(p, ast.FormattedValue) else p.value for p in value.values
        )  # type: ignore[attr-defined]
    elif isinstance(value, ast.Name):
        texts = (node.value for node in ast.walk(module) if isinstance(node, ast.Constant))
        yield from (text for text in texts if isinstance(text, str) and re.fullmatch(r"[a-z]+\.[a-z_]+", text))


def deeds() -> set[str]:
    """Every name that the log can hold."""
    texts = {text for found in recorded("deed") for text in written(*found)}
    return {name for text in texts for name in (FAMILIES[text] if "{" in text else {text})}


def test_every_deed_has_words_and_every_word_a_deed() -> None:
    found = deeds()
    assert len(found) > 100
    assert sorted(found - set(DEEDS)) == [], "deeds without words: audit/choices.py, and its catalogue"
    assert sorted(set(DEEDS) - found) == [], "no deed writes these any more"


def test_the_name_of_a_deed_is_written_where_it_is_recorded() -> None:
    hidden = [ast.unparse(found[0]) for found in recorded("deed") if not list(written(*found))]
    assert hidden == []


def test_every_kind_of_thing_in_the_log_has_words() -> None:
    plain = (found for found in recorded("about") if not isinstance(found[0], ast.Name))
    kinds = {text.partition(":")[0] for found in plain for text in written(*found)}
    assert sorted(kind for kind in kinds - set(ABOUT) if "{" not in kind) == []


def test_words_are_bangla_for_a_bangla_reader() -> None:
    texts = [deed_words(name) for name in DEEDS] + [about_words(kind) for kind in ABOUT]
    texts += [str(words) for words in PERMISSION_WORDS.values()]
    assert [text for text in texts if any("a" <= letter.lower() <= "z" for letter in text)] == []


def test_every_permission_has_words() -> None:
    names = {value for name, value in vars(P).items() if name.isupper()}
    assert names == set(PERMISSION_WORDS)
