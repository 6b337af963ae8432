"""A submit is done once, however often it is sent."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection, transaction

from agragati.kernel.actor import Actor
from agragati.kernel.errors import BadInput

from ..models import SubmitKey

LONGEST_KEY = 64


@transaction.atomic
def claim_submit(*, by: Actor, key: str, deed: str) -> str | None:
    """Claim the submit `key` for `deed` in the deed's own transaction.

    Returns None when this is the first time: go on. Returns where the first one led ("" while that is not known)
    when it was already done: answer with that instead. A second sender waits until the first has ended; when the
    first was rolled back, the second becomes the first.
    """
    if not key or len(key) > LONGEST_KEY:
        raise BadInput("The form is incomplete. Open the page again and repeat.", field="submit_key")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_submitkey (key, user_id, deed, answer, at) VALUES (%s, %s, %s, '', now()) "
            "ON CONFLICT (key) DO NOTHING",
            [key, by.user_id, deed],
        )
        if cursor.rowcount:
            return None
    return SubmitKey.objects.filter(key=key, user_id=by.user_id, deed=deed).values_list("answer", flat=True).get()


@transaction.atomic
def finish_submit(*, by: Actor, key: str, answer: str) -> None:
    """Note where the claimed submit led (an address)."""
    SubmitKey.objects.filter(key=key, user_id=by.user_id).update(answer=answer[:300])


@transaction.atomic
def submit_once(*, by: Actor, key: str, deed: str, do: Callable[[], str]) -> str:
    """Do a form's deed once: `do` carries it out and returns where it led; sent again, only that address returns.

    What `do` raises is raised here, and then nothing was claimed: the person may send the form again.
    """
    answered = claim_submit(by=by, key=key, deed=deed)
    if answered is not None:
        return answered or "/"
    address = do()
    finish_submit(by=by, key=key, answer=address)
    return address
