"""What a person chooses: channels, quiet hours, the calendar link, browsers."""

from __future__ import annotations

import datetime
import secrets

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.org.access import Access

from ..choices import MailMode
from ..effects.push import is_push_service
from ..models import FeedLink, Preference, PushSubscription
from ..renderers.web_push import unb64
from ..selectors.obligations import digest_of

MOST_BROWSERS = 10


@transaction.atomic
def choose(
    *, by: Access, mail: str, takes_sms: bool, takes_push: bool, quiet_from: datetime.time, quiet_until: datetime.time
) -> Preference:
    """Keep how the one who asks wants to be told. Raises BadInput for another mail mode, Refused for visitors."""
    by.require_signed_in()
    if mail not in MailMode.values:
        raise BadInput("Choose at once or once a day.", field="mail")
    facts = {"mail": mail, "takes_sms": takes_sms, "takes_push": takes_push, "quiet_from": quiet_from,
             "quiet_until": quiet_until}  # fmt: skip
    row, _made = Preference.objects.update_or_create(user_id=by.user_id or 0, defaults=facts)
    record(by=by, deed="outbox.choose", about=f"user:{by.user_id}", values={"mail": mail, "sms": takes_sms})
    return row


@transaction.atomic
def make_feed(*, by: Access) -> str:
    """A new calendar link; the one before ends. Returns its secret, which is shown once and kept nowhere."""
    revoke_feed(by=by)
    secret = secrets.token_urlsafe(24)
    made = FeedLink.objects.create(user_id=by.user_id or 0, digest=digest_of(secret))
    record(by=by, deed="outbox.make_feed", about=f"feed:{made.pk}")
    return secret


@transaction.atomic
def revoke_feed(*, by: Access) -> int:
    """End the calendar link of the one who asks; how many ended (0 or 1)."""
    by.require_signed_in()
    ended = FeedLink.objects.filter(user_id=by.user_id or 0, revoked_at__isnull=True).update(revoked_at=timezone.now())
    if ended:
        record(by=by, deed="outbox.revoke_feed", about=f"user:{by.user_id}")
    return ended


@transaction.atomic
def subscribe(*, by: Access, endpoint: str, p256dh: str, auth: str) -> PushSubscription:
    """Let a browser take notices. Raises BadInput when it is none of a known browser's push service."""
    by.require_signed_in()
    try:
        good = len(unb64(p256dh)) == 65 and len(unb64(auth)) == 16
    except ValueError:
        good = False
    if not good or len(endpoint) > 500 or not is_push_service(endpoint):
        raise BadInput("This browser's push service is not known.", field="endpoint")
    facts = {"user_id": by.user_id, "p256dh": p256dh, "auth": auth, "ended_at": None}
    row, _made = PushSubscription.objects.update_or_create(endpoint=endpoint, defaults=facts)
    mine = PushSubscription.objects.filter(user_id=by.user_id or 0, ended_at__isnull=True).order_by("-pk")
    old = list(mine.values_list("pk", flat=True)[MOST_BROWSERS:])
    PushSubscription.objects.filter(pk__in=old).update(ended_at=timezone.now())
    record(by=by, deed="outbox.subscribe", about=f"user:{by.user_id}")
    return row


@transaction.atomic
def unsubscribe(*, by: Access) -> int:
    """End all push notices of the one who asks; how many browsers."""
    by.require_signed_in()
    mine = PushSubscription.objects.filter(user_id=by.user_id or 0, ended_at__isnull=True)
    return mine.update(ended_at=timezone.now())
