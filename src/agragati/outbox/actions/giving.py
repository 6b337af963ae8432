"""Giving the duties of one deed to many offices at once: minutes that oblige five hundred of them, for one."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from agragati.audit.actions import record
from agragati.org.access import Access

from ..choices import Channel, ObligationKind
from ..models import Dispatch, Mention, Obligation
from ..rules.recipients import RecipientRule, to_heads, to_posts
from ..selectors.planning import Wording, WordsFor, local_now
from ..selectors.recipients import Recipient, resolve
from ..selectors.wording import words_about
from .keeping import FACTS, Wanted, bring, fresh
from .writing import write_rows

USUAL = [Channel.IN_APP.value, Channel.EMAIL.value]
BATCH = 1000


@dataclass(frozen=True)
class Given(Wanted):
    """One duty of an office's post (None: its head)."""

    office_id: int = 0
    post_id: int | None = None


@transaction.atomic
def oblige_all(
    *, by: Access, about: str, label: str, giver_id: int, given: Sequence[Given],
    kind: str = ObligationKind.DECISION, now: datetime.datetime | None = None,
) -> int:  # fmt: skip
    """Give the duties that follow from one thing (`about` "meeting:12"); how many are new or changed.

    The same as `oblige` for each, in a handful of statements: each holder gets one notice of all its new duties, paid
    by `giver_id`, and the log one line. Given again, nothing happens. What is due before today is listed and not
    reminded of. The rights of the deed above are not asked again.
    """
    by.require_signed_in()
    moment = local_now(now)
    rows = _write(given, giver_id, kind, moment)
    if rows:
        record(by=by, deed="outbox.oblige", about=about, label=label[:300], values={"count": len(rows)})
        for rule, of in _holders(rows):
            _tell(by, about, label, giver_id, rule, of, moment)
    return len(rows)


def _write(given: Sequence[Given], giver_id: int, kind: str, moment: datetime.datetime) -> list[Obligation]:
    known = Obligation.objects.select_for_update().filter(about__in={one.about for one in given})
    found = {(row.about, row.office_id, row.post_id): row for row in known.order_by("pk")}
    keyed = {(one.about, one.office_id, one.post_id): one for one in given}
    made = [
        fresh(one, moment, office_id=one.office_id, post_id=one.post_id, giver_id=giver_id, kind=kind)
        for key, one in keyed.items()
        if key not in found
    ]
    changed = [found[key] for key, one in keyed.items() if key in found and bring(found[key], one, moment)]
    Obligation.objects.bulk_create(made, batch_size=BATCH)
    Obligation.objects.bulk_update(changed, FACTS, batch_size=BATCH)
    return [*made, *changed]


def _holders(rows: Sequence[Obligation]) -> list[tuple[RecipientRule, dict[int, list[Obligation]]]]:
    """Duties by who holds them: heads by their offices, posts by themselves."""
    heads: dict[int, list[Obligation]] = {}
    posts: dict[int, list[Obligation]] = {}
    for row in rows:
        (heads if row.post_id is None else posts).setdefault(row.post_id or row.office_id, []).append(row)
    return [(rule(*of), of) for rule, of in ((to_heads, heads), (to_posts, posts)) if of]


def _tell(
    by: Access, about: str, label: str, giver_id: int, rule: RecipientRule, of: dict[int, list[Obligation]],
    moment: datetime.datetime,
) -> None:  # fmt: skip
    """One notice for each holder, with its mentions as proof."""
    by_head = rule.reach == "offices"
    dispatch = Dispatch.objects.create(
        office_id=giver_id, key=f"duties:{about}:{rule.reach}:{moment:%Y%m%d%H%M%S%f}", deed="outbox.oblige",
        about=about, title=label[:300], template_key="new_duty", subject=label[:300], text="", url="/outbox/duties/",
        rule=rule.as_json(), channels=USUAL, is_reminder=True, user_id=by.user_id, posting_id=by.posting_id,
        by_label=by.label[:300], made_at=moment,
    )  # fmt: skip
    rows = write_rows(by=by, dispatch=dispatch, recipients=resolve(by=by, rule=rule), words=_words(by, of, by_head),
                      now=moment, strict=False)  # fmt: skip
    Mention.objects.bulk_create(
        [Mention(message=row, obligation=duty, stage="given")
         for row in rows for duty in of.get((row.office_id if by_head else row.post_id) or 0, [])],
        batch_size=BATCH,
    )  # fmt: skip


def _words(by: Access, of: dict[int, list[Obligation]], by_head: bool) -> WordsFor:
    """The words for each holder; worked out once for all holders whose duties read the same."""
    known: dict[tuple[object, ...], WordsFor] = {}

    def words(recipient: Recipient) -> Wording:
        post = recipient.post
        duties = of[recipient.office.pk if by_head or post is None else post.pk]
        same = tuple((duty.title, duty.due) for duty in duties)
        if same not in known:
            known[same] = words_about(by=by, key="new_duty", office=recipient.office, duties=duties, own=False)
        return replace(known[same](recipient), answers=duties[0] if len(duties) == 1 else None)

    return words
