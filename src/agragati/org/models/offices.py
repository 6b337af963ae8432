"""The office tree, its geography and its history."""

from __future__ import annotations

import datetime

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Substr

from ..choices import AreaLevel, OfficeChange, OfficeKind
from ..rules.paths import root_of
from ..scope import ScopedQuerySet
from .laws import path_follows_parent


class Area(models.Model):
    """A piece of the country: division, district, upazila or city corporation (BBS codes)."""

    code = models.CharField(max_length=12, primary_key=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    path = models.TextField(db_collation="C", unique=True)
    level = models.CharField(max_length=20, choices=AreaLevel)
    name_bn = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name_bn


class OfficeQuerySet(ScopedQuerySet["Office"]):
    """Offices are scoped by their own path."""

    office_path = "path"
    area_path = "area__path"

    def open_on(self, day: object) -> OfficeQuerySet:
        """Offices that exist on `day`."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)

    def within(self, path: str) -> OfficeQuerySet:
        """The office at `path` and everything below it."""
        return self.filter(Q(path=path) | Q(path__startswith=f"{path}."))

    def rebase(self, old: str, new: str) -> int:
        """Give the whole subtree at `old` its new place, in one UPDATE. Returns the number of offices."""
        return self.within(old).update(path=Concat(Value(new), Substr("path", len(old) + 1)))

    def lock_lines(self, *paths: str, alone: bool) -> None:
        """Hold the lines (top segments) of `paths` to the end of the transaction, in one fixed order.

        `alone` keeps every other writer of these lines out (moves); otherwise writers share (adds).
        Other ministries' lines are never waited for.
        """
        lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
        with connection.cursor() as cursor:
            for root in sorted({root_of(path) for path in paths}):
                cursor.execute(f"SELECT {lock}(hashtext('org.office'), hashtext(%s))", [root])

    def next_number(self) -> int:
        """A fresh office number, before the row is written (the path holds it)."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT nextval(pg_get_serial_sequence('org_office', 'id'))")
            return int(cursor.fetchone()[0])


@pghistory.track()
class Office(models.Model):
    """One office. `parent` is the truth of the line; `path` is kept by the actions from it."""

    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.TextField(db_collation="C", unique=True)
    kind = models.CharField(max_length=20, choices=OfficeKind)
    name_bn = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    search_key = models.TextField(blank=True, help_text="both names and the code, folded, each word after a space")
    sound_key = models.TextField(blank=True, help_text="the names by sound, for either script")
    code = models.CharField(max_length=40, unique=True)
    memo_code = models.CharField(max_length=40, blank=True, help_text="ministry.office.geo groups of its memo numbers")
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    address_bn = models.CharField(max_length=300, blank=True)
    website = models.URLField(blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    is_demo = models.BooleanField(default=False)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="office_closes_after_it_opens",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                violation_error_message="An office cannot close before it opens.",
            ),
            models.CheckConstraint(
                name="office_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="An office cannot be its own higher office.",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "kind"], name="office_area_kind"),
            GinIndex(fields=["search_key"], name="office_search", opclasses=["gin_trgm_ops"]),
            GinIndex(fields=["sound_key"], name="office_sound", opclasses=["gin_trgm_ops"]),
        ]
        triggers = [path_follows_parent("org_office")]

    def __str__(self) -> str:
        return self.name_bn

    @property
    def area_path(self) -> str:
        """Path of the geographic area, "" when the office has none."""
        return self.area.path if self.area else ""


class SpellQuerySet(ScopedQuerySet["OfficeSpell"]):
    """Spells are seen by whoever sees their office."""

    def on(self, day: object) -> SpellQuerySet:
        """The spells in force on `day`: the tree as it stood."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)

    def turn(self, path: str, day: datetime.date, change: str, *, below: bool = True) -> None:
        """Begin a new spell on `day` for every open office at `path` (and `below` it) that left its spell behind.

        A spell that began on this same day is corrected in place; an older one ends the day before.
        """
        values: dict[str, str | datetime.date] = {
            "path": path,
            "below": f"{path}.%" if below else path,
            "day": day,
            "ended": day - datetime.timedelta(days=1),
            "change": change,
        }
        with connection.cursor() as cursor:
            for statement in _TURN:
                cursor.execute(statement, values)


_STALE = """s.office_id = o.id AND s.until IS NULL AND (o.path = %(path)s OR o.path LIKE %(below)s)
  AND (s.path, s.parent_id, s.kind, s.name_bn, s.name_en)
      IS DISTINCT FROM (o.path, o.parent_id, o.kind, o.name_bn, o.name_en)"""
_TURN = (  # every piece is a constant of this file
    f"""UPDATE org_officespell s SET path = o.path, parent_id = o.parent_id, kind = o.kind, name_bn = o.name_bn,
        name_en = o.name_en FROM org_office o WHERE {_STALE} AND s.since = %(day)s""",  # noqa: S608
    f"""UPDATE org_officespell s SET until = %(ended)s, ended = %(change)s FROM org_office o WHERE {_STALE}""",  # noqa: S608
    """INSERT INTO org_officespell (office_id, parent_id, path, kind, name_bn, name_en, change, ended, since)
        SELECT o.id, o.parent_id, o.path, o.kind, o.name_bn, o.name_en, %(change)s, '',
               greatest(o.valid_from, %(day)s)
        FROM org_office o WHERE (o.path = %(path)s OR o.path LIKE %(below)s)
          AND o.valid_to IS NULL
          AND NOT EXISTS (SELECT 1 FROM org_officespell s WHERE s.office_id = o.id AND s.until IS NULL)""",
)


class OfficeSpell(models.Model):
    """How an office stood in the tree from one day to another: the tree as of any date."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="spells")
    parent = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+")
    path = models.TextField(db_collation="C")
    kind = models.CharField(max_length=20, choices=OfficeKind)
    name_bn = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    change = models.CharField(max_length=20, choices=OfficeChange)
    since = models.DateField()
    until = models.DateField(null=True)
    ended = models.CharField(max_length=20, choices=OfficeChange, blank=True, help_text="what ended the spell")

    objects = SpellQuerySet.as_manager()

    class Meta:
        ordering = ["since", "id"]
        indexes = [models.Index(fields=["path", "since"], name="spell_path")]
        constraints = [
            models.UniqueConstraint(
                fields=["office"], condition=Q(until__isnull=True), name="one_open_spell_per_office"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name_bn} {self.since}"


class SectionQuerySet(ScopedQuerySet["Section"]):
    """Sections belong to their office."""


class Section(models.Model):
    """A section (শাখা) inside an office."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="sections")
    name_bn = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=10, blank=True, help_text="three digits of the memo number")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = SectionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "name_bn"], name="one_section_of_a_name")]

    def __str__(self) -> str:
        return self.name_bn


class GroupSet(models.Model):
    """A way of grouping offices that the tree does not know (e.g. region, project, hill districts)."""

    key = models.SlugField(unique=True)
    name_bn = models.CharField(max_length=150)
    name_en = models.CharField(max_length=150, blank=True)
    is_exclusive = models.BooleanField(default=False, help_text="an office is in at most one group of the set")

    def __str__(self) -> str:
        return self.name_bn


class OfficeGroup(models.Model):
    """One group of offices across the tree."""

    set = models.ForeignKey(GroupSet, models.CASCADE, related_name="groups")
    key = models.SlugField(unique=True)
    name_bn = models.CharField(max_length=150)
    name_en = models.CharField(max_length=150, blank=True)
    offices = models.ManyToManyField(Office, related_name="+", blank=True)

    def __str__(self) -> str:
        return self.name_bn
