"""The demo's drawn pictures: each its own, and one that was passed on."""

from __future__ import annotations

import io
from datetime import datetime

from PIL import Image

from agragati.plans.renderers.demo_pictures import photograph, screenshot
from agragati.plans.rules.pictures import NEAR, distance
from agragati.records.renderers import difference_hash, read_facts

NOON, PLACE = datetime(2021, 9, 26, 11, 20), (24.372, 88.625)  # noqa: DTZ001 (as a camera writes it)


def _hash(content: bytes) -> str:
    with Image.open(io.BytesIO(content)) as picture:
        return difference_hash(picture)


def test_drawn_halls_differ_and_a_passed_on_one_is_near() -> None:
    halls = [photograph(f"hall {n}", taken=NOON, place=PLACE) for n in range(30)]
    marks = [_hash(content) for content in halls]
    marks += [_hash(screenshot(f"window {n}")) for n in range(30)]
    assert all(distance(one, other) > NEAR for n, one in enumerate(marks) for other in marks[:n])
    again = photograph("hall 3", taken=NOON, place=PLACE, again=True)
    assert distance(marks[3], _hash(again)) <= NEAR
    facts = read_facts("jpeg", halls[0])
    assert facts.taken_at == NOON
    assert (round(float(facts.latitude or 0), 3), round(float(facts.longitude or 0), 3)) == PLACE
    assert read_facts("jpeg", again).taken_at is None
