"""Committees and their members."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ..choices import CommitteeRole
from ..scope import ScopedQuerySet
from .offices import Office
from .people import Post


class CommitteeQuerySet(ScopedQuerySet["Committee"]):
    """Committees belong to their office."""


class Committee(models.Model):
    """A committee or team of an office, formed by an office order."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="committees")
    name_bn = models.CharField(max_length=250)
    name_en = models.CharField(max_length=250, blank=True)
    order_memo = models.CharField(max_length=80, blank=True)
    terms_bn = models.TextField(blank=True, help_text="terms of reference (কার্যপরিধি)")
    quorum = models.PositiveSmallIntegerField(default=0, help_text="0 = no quorum stated")
    formed_on = models.DateField()
    dissolved_on = models.DateField(null=True, blank=True)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "name_bn"], name="one_committee_of_a_name")]

    def __str__(self) -> str:
        return self.name_bn


class CommitteeMemberQuerySet(ScopedQuerySet["CommitteeMember"]):
    """Members belong to the office of their committee."""

    office_path = "committee__office__path"
    area_path = "committee__office__area__path"


class CommitteeMember(models.Model):
    """A post (or a named outsider) with a role in a committee."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="members")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="memberships")
    outsider_bn = models.CharField(
        max_length=250, blank=True, help_text="name and designation of a member from outside"
    )
    role = models.CharField(max_length=20, choices=CommitteeRole, default=CommitteeRole.MEMBER)
    position = models.PositiveSmallIntegerField(default=0)

    objects = CommitteeMemberQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="member_is_a_post_or_an_outsider",
                condition=(Q(post__isnull=False) & Q(outsider_bn="")) | (Q(post__isnull=True) & ~Q(outsider_bn="")),
                violation_error_message="A member is either a post or a named person from outside.",
            ),
            models.UniqueConstraint(
                fields=["committee", "role"],
                condition=Q(role__in=["chair", "convener", "member_secretary"]),
                name="one_holder_of_each_leading_role",
            ),
        ]

    def __str__(self) -> str:
        return str(self.post or self.outsider_bn)
