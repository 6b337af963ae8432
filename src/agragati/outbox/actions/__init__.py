"""Deeds on messages, duties and terms."""

from .delivery import claim_batch, recover_lost
from .demo import load_demo_outbox
from .digests import send_digests
from .dispatches import Draft, cancel_dispatch, send_dispatch, send_scheduled, write_draft
from .gateways import set_price, settle_doubtful, take_report, watch_gateways
from .giving import Given, oblige_all
from .inbound import take_inbound
from .keeping import Wanted, keep_duties
from .keys import set_key_mode
from .notify import mark_all_seen, notify, open_notice
from .obligations import answer_link, discharge, oblige, open_obligation, withdraw
from .outcomes import write_outcome, write_outcomes
from .personal import choose, make_feed, revoke_feed, subscribe, unsubscribe
from .reminding import remind
from .terms import (
    TemplateText,
    add_holiday,
    remove_holiday,
    set_budget,
    set_reminder_plan,
    set_sms_terms,
    write_template,
)

__all__ = [
    "Draft",
    "Given",
    "TemplateText",
    "Wanted",
    "add_holiday",
    "answer_link",
    "cancel_dispatch",
    "choose",
    "claim_batch",
    "discharge",
    "keep_duties",
    "load_demo_outbox",
    "make_feed",
    "mark_all_seen",
    "notify",
    "oblige",
    "oblige_all",
    "open_notice",
    "open_obligation",
    "recover_lost",
    "remind",
    "remove_holiday",
    "revoke_feed",
    "send_digests",
    "send_dispatch",
    "send_scheduled",
    "set_budget",
    "set_key_mode",
    "set_price",
    "set_reminder_plan",
    "set_sms_terms",
    "settle_doubtful",
    "subscribe",
    "take_inbound",
    "take_report",
    "unsubscribe",
    "watch_gateways",
    "withdraw",
    "write_draft",
    "write_outcome",
    "write_outcomes",
    "write_template",
]
