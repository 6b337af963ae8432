"""People, the posts they hold, and what attaches to a post."""

from __future__ import annotations

import pghistory
from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q

from ..choices import DutyKind, PostingKind
from ..scope import ScopedQuerySet
from .offices import Office, Section


class _Days(Func):
    function = "DATERANGE"
    output_field = DateRangeField()


class User(AbstractUser):
    """A person who signs in. Rights never hang on the person, only on the posts held."""

    name_bn = models.CharField(max_length=150)
    name_en = models.CharField(max_length=150, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    nothi_id = models.CharField(max_length=12, blank=True, help_text="12-digit e-Nothi user number")
    external_id = models.CharField(max_length=120, blank=True, help_text="id in the directory that provisions users")
    search_key = models.TextField(blank=True, help_text="names and user name, folded, each word after a space")
    is_demo = models.BooleanField(default=False)

    class Meta:
        indexes = [GinIndex(fields=["search_key"], name="user_search", opclasses=["gin_trgm_ops"])]
        constraints = [
            models.UniqueConstraint(
                fields=["external_id"], condition=~Q(external_id=""), name="one_user_per_external_id"
            ),
            models.UniqueConstraint(fields=["email"], condition=~Q(email=""), name="one_user_per_email"),
        ]

    def __str__(self) -> str:
        return self.name_bn or self.username


class PostQuerySet(ScopedQuerySet["Post"]):
    """Posts belong to their office."""


@pghistory.track()
class Post(models.Model):
    """A designation (পদ) in an office or section. Duties and rights attach here, not to people."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="posts")
    section = models.ForeignKey(Section, models.SET_NULL, null=True, blank=True, related_name="posts")
    title_bn = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    seniority = models.PositiveSmallIntegerField(default=100, help_text="1 = most senior")
    is_head = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["seniority", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["office"],
                condition=Q(is_head=True, valid_to__isnull=True),
                name="one_head_per_office",
            )
        ]

    def __str__(self) -> str:
        return self.title_bn


class RoleGrant(models.Model):
    """A role of `access.roles.ROLES` given to a post."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="roles")
    role = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "role"], name="a_role_once_per_post")]

    def __str__(self) -> str:
        return f"{self.post}: {self.role}"


class PostingQuerySet(ScopedQuerySet["Posting"]):
    """Postings belong to the office of their post."""

    office_path = "post__office__path"
    area_path = "post__office__area__path"

    def held_on(self, day: object) -> PostingQuerySet:
        """Postings in force on `day`."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


@pghistory.track()
class Posting(models.Model):
    """A user holds a post from one day to another: regular, current or additional charge."""

    user = models.ForeignKey(User, models.PROTECT, related_name="postings")
    post = models.ForeignKey(Post, models.CASCADE, related_name="postings")
    kind = models.CharField(max_length=20, choices=PostingKind, default=PostingKind.REGULAR)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    order_memo = models.CharField(max_length=80, blank=True, help_text="memo number of the order")

    objects = PostingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="posting_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                violation_error_message="A posting cannot end before it begins.",
            ),
            ExclusionConstraint(
                name="one_holder_of_a_post_at_a_time",
                expressions=[
                    ("post", RangeOperators.EQUAL),
                    (_Days("since", "until", RangeBoundary(inclusive_upper=True)), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Someone else holds this post in these days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.post}"


class DelegationQuerySet(ScopedQuerySet["Delegation"]):
    """Delegations belong to the office of the posting that is delegated."""

    office_path = "posting__post__office__path"
    area_path = "posting__post__office__area__path"


@pghistory.track()
class Delegation(models.Model):
    """`to` may act in `posting` for some days; every deed then carries both names."""

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="delegations")
    to = models.ForeignKey(User, models.PROTECT, related_name="delegated")
    since = models.DateField()
    until = models.DateField()
    reason = models.CharField(max_length=300)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="delegation_ends_after_it_begins",
                condition=Q(until__gte=F("since")),
                violation_error_message="A delegation cannot end before it begins.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.posting} → {self.to}"


class DutyQuerySet(ScopedQuerySet["Duty"]):
    """Duties belong to the office of their post."""

    office_path = "post__office__path"
    area_path = "post__office__area__path"


class Duty(models.Model):
    """A post answers for one activity, indicator or report (e.g. about = "indicator:EFILE_NOTES")."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="duties")
    kind = models.CharField(max_length=20, choices=DutyKind)
    about = models.CharField(max_length=80)
    label = models.CharField(max_length=300, blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "kind", "about"], name="a_duty_once_per_post")]
        indexes = [models.Index(fields=["about"], name="duty_about")]

    def __str__(self) -> str:
        return f"{self.post}: {self.label or self.about}"


class ApiToken(models.Model):
    """A personal access token: acts as its posting, with no more than the permissions named."""

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    prefix = models.CharField(max_length=8, unique=True)
    digest = models.CharField(max_length=64)
    permissions = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"
