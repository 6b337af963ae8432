"""The four real minutes against their keys: precision and recall of every field are 1."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.meetings.key_000 import KEY as KEY_000
from tests.meetings.key_001 import KEY as KEY_001
from tests.meetings.key_003 import KEY as KEY_003
from tests.meetings.key_004 import KEY as KEY_004
from tests.meetings.reading_score import Score

from agragati.kernel.text import normalise
from agragati.meetings.rules.read import read_minutes
from agragati.papers.renderers.extract import extract

SHARED = Path(__file__).parents[2].parent / "shared" / "minutes"
KEYS: tuple[dict[str, Any], ...] = (KEY_000, KEY_001, KEY_003, KEY_004)
PRINTED = ("office", "section", "title", "place", "bangla_date")
VALUES = ("fiscal_year", "date", "time", "attendance", "memo_no", "issue_date")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared facts folder is absent")


def test_every_field_of_the_four_real_minutes_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    score = Score()
    for key in KEYS:
        _score(score, key)
    with capsys.disabled():
        print("\n" + score.table())  # noqa: T201
    assert score.misses == []
    assert all(score.precision(name) == score.recall(name) == 1.0 for name in score.due)
    assert score.due["decision"] == 7 + 9 + 1 + 14


def _score(score: Score, key: dict[str, Any]) -> None:
    data = (SHARED / key["file"]).read_bytes()
    found = read_minutes(extract(data), today=date(2026, 1, 1)).as_json()
    show, name = _reader(data.decode()), key["file"][:3]
    for field in PRINTED:
        _text(score, field, name, show, key[field], found[field])
    for field in VALUES:
        score.compare(field, name, key[field], found[field])
    for role in ("chair", "secretary"):
        _person(score, role, name, show, key[role], found[role])
    _persons(score, "attendee", name, show, key["attendees"], found["attendees"])
    _persons(score, "signatory", name, show, key["signatories"], found["signatories"])
    _texts(score, "distribution", name, show, key["distribution"], found["distribution"])
    score.compare("items", name, len(key["items"]), len(found["items"]))
    for at, (item, read) in enumerate(zip(key["items"], found["items"], strict=True)):
        _item(score, f"{name} item {at}", show, item, read)
    score.compare("indicators", name, len(key["indicators"]), len(found["indicators"]))
    for indicator, read in zip(key["indicators"], found["indicators"], strict=True):
        _indicator(score, f"{name} {indicator['code']}", show, indicator, read)
    _warnings(score, name, key["warnings"], found["warnings"])


def _reader(text: str) -> Callable[[Any], str | None]:
    """Turn a place of the key into the normalised text that stands there; a digest stays a digest."""
    lines = text.split("\n")

    def show(place: Any) -> str | None:
        if place is None or isinstance(place, str):
            return place
        line, start, end = place
        return normalise(re.sub(r"\s+", " ", lines[line][start:end]))

    return show


def _digest(text: str) -> str:
    return "#" + hashlib.sha256(text.encode()).hexdigest()[:12]


def _text(score: Score, field: str, where: str, show: Any, place: Any, found: str | None) -> None:
    expected = show(place)
    if found is not None and expected is not None and expected.startswith("#"):
        found = _digest(found)
    score.compare(field, where, expected, found)


def _texts(score: Score, field: str, where: str, show: Any, places: list[Any], found: list[str]) -> None:
    for at in range(max(len(places), len(found))):
        place = places[at] if at < len(places) else None
        _text(score, field, f"{where}[{at}]", show, place, found[at] if at < len(found) else None)


def _person(score: Score, field: str, where: str, show: Any, place: Any, found: Any) -> None:
    fields = ("name", "designation", "role")
    for at, part in enumerate(place or (None, None)):
        _text(score, f"{field} {fields[at]}", where, show, part, (found or {}).get(fields[at]))


def _persons(score: Score, field: str, where: str, show: Any, places: list[Any], found: list[Any]) -> None:
    for at in range(max(len(places), len(found))):
        place = places[at] if at < len(places) else None
        _person(score, field, f"{where}[{at}]", show, place, found[at] if at < len(found) else None)


def _item(score: Score, where: str, show: Any, key: dict[str, Any], found: dict[str, Any]) -> None:
    score.compare("item no", where, key["no"], found["no"])
    score.compare_all("codes", where, key["codes"], found["codes"])
    _text(score, "topic", where, show, key["topic"], found["topic"])
    _text(score, "discussion", where, show, key["discussion"], found["discussion"])
    assert len(key["decisions"]) == len(found["decisions"]), where
    for at, (decision, read) in enumerate(zip(key["decisions"], found["decisions"], strict=True)):
        place = f"{where} decision {at}"
        score.compare("decision no", place, decision["no"], read["no"])
        _text(score, "decision", place, show, decision["text"], read["text"])
        score.compare_all("due", place, decision["due"], [_due(due) for due in read["due"]])
        _texts(score, "implementer", place, show, decision["implementers"], read["implementers"])


def _due(due: dict[str, Any]) -> tuple[str, Any, str | None]:
    kind = next(name for name in due if name not in {"text", "resolved"})
    return kind, due[kind], due["resolved"]


def _indicator(score: Score, where: str, show: Any, key: dict[str, Any], found: dict[str, Any]) -> None:
    for field in ("code", "weight"):
        score.compare(f"indicator {field}", where, key[field], found[field])
    for field in ("text", "unit", "progress"):
        _text(score, f"indicator {field}", where, show, key[field], found[field])
    score.compare_all("targets", where, key["targets"], found["targets"])


def _warnings(score: Score, where: str, key: list[Any], found: list[dict[str, Any]]) -> None:
    said = [(one["rule"], one["where"], _short(one["suggestion"])) for one in found]
    score.compare_all("warnings", where, key, said)


def _short(suggestion: str | None) -> str | None:
    plain = suggestion is None or re.fullmatch(r"[\d.-]+", suggestion)
    return suggestion if plain else _digest(str(suggestion))
