"""docs/features.tsv says only what is true: known ids, real tests."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from .source import ROOT

STATUSES = {"done", "partial", "no"}


def _rows() -> list[dict[str, str]]:
    with (ROOT / "docs" / "features.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_rows_are_well_formed() -> None:
    rows = _rows()
    assert rows
    ids = [row["id"] for row in rows]
    assert sorted({i for i in ids if ids.count(i) > 1}) == []
    assert [row for row in rows if row["status"] not in STATUSES] == []
    assert [row["id"] for row in rows if row["status"] == "done" and not row["test"]] == []


def test_every_named_test_exists() -> None:
    missing = []
    for row in _rows():
        for name in filter(None, re.split(r"[;,]\s*", row["test"] or "")):
            path, _, test = name.partition("::")
            file = ROOT / path
            if not file.exists() or f"def {test.partition('[')[0]}(" not in file.read_text(encoding="utf-8"):
                missing.append(f"{row['id']}: {name}")
    assert missing == []


def test_every_id_is_one_of_the_known_features() -> None:
    known = Path(__file__).parents[2].parent / "shared" / "features.tsv"
    if not known.exists():
        pytest.skip("the shared facts folder is absent")
    ids = {line.split("\t")[0] for line in known.read_text(encoding="utf-8").splitlines()[1:]}
    assert {row["id"] for row in _rows()} - ids == set()
