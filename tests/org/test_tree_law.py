"""Ten thousand random changes: paths, rights and the tree of past days stay what a naive walk says."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, field

import pytest
from django.db import connection

from agragati.kernel.errors import BadInput
from agragati.org import actions
from agragati.org.access import Access, Reach, reach_of, system
from agragati.org.models import Office, OfficeSpell
from agragati.org.rules.office_rows import OfficeRow

START = datetime.date(2000, 1, 1)
CHANGES, CHECK_EVERY = 10_000, 20
BATCH, MOVES, CLOSES = 85, 12, 3  # changes of one day: 100
# New offices and moves go to places no deeper than this: the state has seven levels, not hundreds.
DEEPEST = 6


@dataclass
class NaiveTree:
    """The tree as anyone would draw it: each office knows the one above, and nothing is kept twice."""

    parent: dict[int, int | None] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)

    def line(self, office: int) -> list[int]:
        """The office and everything above it, walked one by one."""
        above = self.parent[office]
        return [office] if above is None else [*self.line(above), office]

    def path(self, office: int) -> str:
        """The path it should have."""
        return ".".join(f"{step:06d}" for step in self.line(office))

    def is_leaf(self, office: int) -> bool:
        return all(self.parent[other] != office or other in self.closed for other in self.parent)

    def open(self) -> list[int]:
        return [office for office in self.parent if office not in self.closed]


class Walk:
    """Random deeds done both ways."""

    def __init__(self, seed: int) -> None:
        self.random, self.tree, self.by = random.Random(seed), NaiveTree(), system("test")
        self.open: list[int] = []
        self.code: dict[int, str] = {}
        self.past: dict[datetime.date, dict[int, str]] = {}

    def one_day(self, number: int) -> datetime.date:
        """A hundred changes of one day: new offices from one sheet, then moves and closings in any order."""
        day = START + datetime.timedelta(days=number)
        self.add(number, day)
        if number % 10 == 0:  # one transaction holds it all: the database never comes round to counting its rows
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE org_office, org_officespell")
        deeds = [self.move] * MOVES + [self.close] * CLOSES
        self.random.shuffle(deeds)
        for deed in deeds:
            deed(day)
        return day

    def add(self, number: int, day: datetime.date) -> None:
        rows = []
        codes = [self.code[self.high()] for _ in range(BATCH)] if self.open else []
        for i in range(BATCH):
            code = f"R{number}-{i}"
            above = self.random.choice(codes) if codes and self.random.random() > 0.005 else ""
            rows.append(OfficeRow(code, above, "other", f"অফিস {code}"))
        actions.load_office_rows(by=self.by, rows=rows, on=day)
        kept = Office.objects.filter(code__startswith=f"R{number}-").values_list("pk", "code")
        self.code |= dict(kept)
        number_of = {code: pk for pk, code in self.code.items()}
        for row in rows:
            self.tree.parent[number_of[row.code]] = number_of.get(row.parent)
            self.open.append(number_of[row.code])

    def high(self) -> int:
        """An open office that may still have others below it; most are, so a few throws find one."""
        while True:
            found = self.random.choice(self.open)
            if len(self.tree.line(found)) <= DEEPEST:
                return found

    def move(self, day: datetime.date) -> None:
        here, target = self.random.choice(self.open), self.high()
        if here == target:
            return
        ring = here in self.tree.line(target)
        try:
            actions.move_office(by=self.by, office_id=here, parent_id=target, on=day)
        except BadInput:
            assert ring
        else:
            assert not ring or self.tree.parent[here] == target
            self.tree.parent[here] = target

    def close(self, day: datetime.date) -> None:
        here = self.random.choice(self.open)
        leaf = self.tree.is_leaf(here)
        try:
            actions.close_office(by=self.by, office_id=here, on=day)
        except BadInput:
            assert not leaf
        else:
            assert leaf
            self.tree.closed.add(here)
            self.open.remove(here)

    def check_paths(self) -> None:
        kept = dict(Office.objects.values_list("pk", "path"))
        assert kept == {office: self.tree.path(office) for office in self.tree.parent}

    def check_rights(self) -> None:
        """Rows seen through the filter, the answer on one office, and the naive walk agree."""
        for office in self.random.sample(self.open, 12):
            path = self.tree.path(office)
            for reach in (Reach.OWN, Reach.CHILDREN, Reach.BELOW):
                scope = reach_of(reach, path)
                access = Access(user_id=1, view=scope)
                seen = set(Office.objects.visible_to(access).values_list("pk", flat=True))
                assert seen == self.naive(office, reach)
                for other in self.random.sample(list(self.tree.parent), 20):
                    assert scope.covers(self.tree.path(other)) == (other in seen)

    def naive(self, office: int, reach: Reach) -> set[int]:
        if reach is Reach.OWN:
            return {office}
        if reach is Reach.CHILDREN:
            return {office} | {other for other, above in self.tree.parent.items() if above == office}
        return {other for other in self.tree.parent if office in self.tree.line(other)}

    def remember(self, day: datetime.date) -> None:
        self.past[day] = {office: self.tree.path(office) for office in self.tree.open()}

    def check_past(self) -> None:
        """Days are asked at their end: what was closed on the day itself is gone the next."""
        for day, paths in self.past.items():
            spells = OfficeSpell.objects.filter(office__in=self.tree.parent).on(day).exclude(until=day, ended="closed")
            assert dict(spells.values_list("office_id", "path")) == paths


@pytest.mark.django_db
def test_ten_thousand_random_changes_keep_the_tree() -> None:
    walk = Walk(seed=20_231_126)
    days = CHANGES // (BATCH + MOVES + CLOSES)
    for number in range(days):
        day = walk.one_day(number)
        if (number + 1) % CHECK_EVERY == 0:
            walk.check_paths()
            walk.check_rights()
            walk.remember(day)
    walk.check_past()
    assert walk.past
    assert len(walk.tree.parent) == days * BATCH
    assert walk.tree.closed
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the database's own opinion of every path
