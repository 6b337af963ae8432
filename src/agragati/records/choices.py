"""Fixed lists of the records room."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ScanState(TextChoices):
    """What the virus scanner said. Without a scanner a file is unscanned, never clean."""

    UNSCANNED = "unscanned", _("Not scanned")
    CLEAN = "clean", _("Clean")
    INFECTED = "infected", _("Infected")


class CopyState(TextChoices):
    """Where the archival copy (PDF/A) of a file stands. Empty: none was asked for."""

    NONE = "", "—"
    WAITING = "waiting", _("PDF/A copy is being made")
    OWN = "own", _("The file itself says that it is PDF/A")
    MADE = "made", _("PDF/A copy made")
    CANNOT = "cannot", _("No PDF/A copy: cannot be converted")


class CopyWay(TextChoices):
    """How an archival copy was made, or why there is none."""

    NONE = "", "—"
    PICTURE = "picture", _("the picture on a page")
    PAGES = "pages", _("each page as a picture of 150 dots an inch")
    TEXT = "text", _("the text typeset anew")
    OFFICE = "office", _("converted by LibreOffice")
    CLAIMED = "claimed", _("it says so itself, and nothing that is checked speaks against it")
    KIND = "kind", _("this kind of file is not converted")
    DAMAGED = "damaged", _("the file could not be opened")
    TOO_LONG = "too_long", _("it has too many pages")
    NO_OFFICE = "no_office", _("LibreOffice is not installed on the server")
    OFFICE_FAILED = "office_failed", _("LibreOffice could not convert it")
