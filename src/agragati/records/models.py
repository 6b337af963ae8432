"""Files, comments and sequences: what every app above leans on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from agragati.org.models import Office, Posting
from agragati.org.scope import ScopedQuerySet

from .choices import CopyState, CopyWay, ScanState


class AttachmentQuerySet(ScopedQuerySet["Attachment"]):
    """Files belong to the office that uploaded them."""


class Attachment(models.Model):
    """A file that was checked by content, kept under its hash. `about` says what it proves (e.g. "plan_event:12").

    A newer version points to the one it replaces (`version_of`) and says why; both stay. `copy` is an archival PDF/A
    beside the original, made by a job; the original is never changed.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    about = models.CharField(max_length=80, blank=True)
    file = models.FileField(max_length=200)
    name = models.CharField(max_length=200)
    mime = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    perceptual = models.CharField(max_length=16, blank=True, help_text="difference hash of a picture")
    taken_at = models.DateTimeField(null=True, blank=True, help_text="from the picture itself")
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    scan = models.CharField(max_length=20, choices=ScanState, default=ScanState.UNSCANNED)
    scanned_at = models.DateTimeField(null=True, blank=True, help_text="when the scanner was last asked")
    scan_says = models.CharField(max_length=200, blank=True, help_text="name of the virus, or why nothing is known")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    uploaded_in = models.ForeignKey(Posting, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    version_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="versions")
    version_because = models.CharField(max_length=300, blank=True)
    copy_state = models.CharField(max_length=10, choices=CopyState, default=CopyState.NONE, blank=True)
    copy_way = models.CharField(max_length=20, choices=CopyWay, default=CopyWay.NONE, blank=True)
    copy_level = models.CharField(max_length=12, blank=True, help_text="what the copy says it is: PDF/A-2B")
    copy = models.FileField(max_length=200, blank=True)
    copy_sha256 = models.CharField(max_length=64, blank=True)
    copied_at = models.DateTimeField(null=True, blank=True)
    is_demo = models.BooleanField(default=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["about"], name="attachment_about"),
            models.Index(fields=["sha256"], name="attachment_hash"),
            models.Index(fields=["scan"], condition=~Q(scan="clean"), name="attachment_not_clean"),
            models.Index(fields=["copy_state"], condition=Q(copy_state="waiting"), name="attachment_copy_waits"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["version_of"], name="one_newer_version"),
            models.CheckConstraint(
                name="a_version_says_why",
                condition=Q(version_of__isnull=True) | ~Q(version_because=""),
                violation_error_message="Write why the file is replaced.",
            ),
            models.CheckConstraint(
                name="a_made_copy_has_its_hash",
                condition=~Q(copy_state="made") | (~Q(copy="") & ~Q(copy_sha256="")),
                violation_error_message="An archival copy is kept with its hash.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_infected(self) -> bool:
        """Whether a scanner found a virus: the file is kept apart and given to nobody."""
        return self.scan == ScanState.INFECTED


class CommentQuerySet(ScopedQuerySet["Comment"]):
    """Comments belong to the office of the thing they speak of."""


class Comment(models.Model):
    """A remark about anything, by someone in a post."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    about = models.CharField(max_length=80, db_index=True)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)

    objects = CommentQuerySet.as_manager()

    def __str__(self) -> str:
        return self.text[:60]


class Sequence(models.Model):
    """The last number given out under a key (e.g. a file and year). One row lock = no gap and no double."""

    key = models.CharField(max_length=120, primary_key=True)
    last = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.key}: {self.last}"
