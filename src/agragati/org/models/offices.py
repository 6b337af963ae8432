"""The office tree, its geography and its history."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q

from ..choices import AreaLevel, OfficeChange, OfficeKind
from ..scope import ScopedQuerySet


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


@pghistory.track()
class Office(models.Model):
    """One office. `parent` is the truth of the line; `path` is kept by the actions from it."""

    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.TextField(db_collation="C", unique=True)
    kind = models.CharField(max_length=20, choices=OfficeKind)
    name_bn = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    search_key = models.TextField(blank=True, help_text="both names folded for search")
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
        indexes = [models.Index(fields=["area", "kind"], name="office_area_kind")]

    def __str__(self) -> str:
        return self.name_bn


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

    class Meta:
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
