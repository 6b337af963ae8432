"""What one person chose."""

from __future__ import annotations

from django.conf import settings

from agragati.org.access import Access

from ..models import Preference, PushSubscription
from ..renderers import public_key


def preference_of(*, by: Access) -> Preference:
    """The choices of the one who asks, the unsaved defaults when none were made."""
    return Preference.objects.filter(user_id=by.user_id or 0).first() or Preference(user_id=by.user_id or 0)


def browsers_of(*, by: Access) -> int:
    """How many browsers of the one who asks take notices."""
    return PushSubscription.objects.filter(user_id=by.user_id or 0, ended_at__isnull=True).count()


def push_key(*, by: Access) -> str:
    """The installation's public key that a browser needs to subscribe."""
    return public_key(settings.SECRET_KEY)
