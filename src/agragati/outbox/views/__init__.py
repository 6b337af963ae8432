"""Pages of messages and duties."""

from .dispatches import cancel, compose, dispatch, dispatches, recompose, results, send
from .duties import answer, calendar, duties, duty, open_duty
from .gateways import callback, inbound, take_inbound
from .inbox import all_seen, inbox, open_notice
from .log import log, message, settle, unreached
from .personal import key_mode, make_feed, me, push_worker, revoke_feed, subscribe
from .terms import (
    add_holiday,
    add_template,
    budget,
    plan,
    plans,
    price,
    remove_holiday,
    sms_terms,
    template,
    templates,
    terms,
)

__all__ = [
    "add_holiday",
    "add_template",
    "all_seen",
    "answer",
    "budget",
    "calendar",
    "callback",
    "cancel",
    "compose",
    "dispatch",
    "dispatches",
    "duties",
    "duty",
    "inbound",
    "inbox",
    "key_mode",
    "log",
    "make_feed",
    "me",
    "message",
    "open_duty",
    "open_notice",
    "plan",
    "plans",
    "price",
    "push_worker",
    "recompose",
    "remove_holiday",
    "results",
    "revoke_feed",
    "send",
    "settle",
    "sms_terms",
    "subscribe",
    "take_inbound",
    "template",
    "templates",
    "terms",
    "unreached",
]
