"""Deeds on sign-ins: the posting worked in, and ending a lock-out."""

from __future__ import annotations

from axes.utils import reset
from django.db import transaction
from django.http import HttpRequest

from agragati.audit.actions import record
from agragati.kernel.errors import Refused

from ..access import Access
from ..models import User
from ..selectors.people import require_over_person, user
from ..selectors.sign_on import SESSION_KEY, postings_of


@transaction.atomic
def switch_posting(*, by: Access, request: HttpRequest, posting_id: int) -> None:
    """Work in another of one's postings (own or delegated) for the rest of this session. Raises Refused for others'."""
    person = request.user
    if not isinstance(person, User) or posting_id not in {row.pk for row in postings_of(by=person)}:
        raise Refused("This is not a post of yours at present.")
    request.session[SESSION_KEY] = posting_id
    record(by=by, deed="org.switch_posting", about=f"posting:{posting_id}")


@transaction.atomic
def end_lock_out(*, by: Access, user_id: int) -> int:
    """Let a locked person try again now. Returns how many failed tries were forgotten."""
    here = user(by=by, user_id=user_id)
    require_over_person(by=by, person=here)
    gone = reset(username=here.username) + (reset(username=here.email) if here.email else 0)
    record(by=by, deed="org.end_lock_out", about=f"person:{here.pk}", label=here.name_bn, values={"tries": gone})
    return int(gone)
