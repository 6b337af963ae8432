"""Own sample minutes of many layouts and years against their keys; the figures are printed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.meetings.reading_score import Score, score_sample

from agragati.meetings.rules.read import read_minutes
from agragati.papers.renderers.extract import extract

DATA = Path(__file__).parent / "data" / "minutes"
# What is known to be beyond the reader; everything else must be right.
KNOWN_MISSES = {
    "s07_ocr item 0 decision 1[0] due: expected ['date', '2021-03-31'], read None",  # a month the scan garbled
}


def _sample(key: Path) -> Path:
    return next(path for path in DATA.glob(f"{key.stem}.*") if path.suffix != ".json")


def test_own_samples(capsys: pytest.CaptureFixture[str]) -> None:
    score = Score()
    keys = sorted(DATA.glob("*.json"))
    for key in keys:
        found = read_minutes(extract(_sample(key).read_bytes()), today=date(2026, 1, 1)).as_json()
        score_sample(score, key.stem, json.loads(key.read_text()), found)
    with capsys.disabled():
        print(f"\n{len(keys)} samples\n{score.table()}")  # noqa: T201
    assert len(keys) >= 12
    assert set(score.misses) == KNOWN_MISSES
