"""Rows of messages, duties, terms and personal choices."""

from .gateways import GatewayState, Inbound, KeyMode
from .messages import Dispatch, Mention, Message
from .obligations import Obligation, Reminder
from .personal import FeedLink, Preference, PushSubscription
from .terms import Budget, Holiday, ReminderPlan, SmsTerms, Template

__all__ = [
    "Budget",
    "Dispatch",
    "FeedLink",
    "GatewayState",
    "Holiday",
    "Inbound",
    "KeyMode",
    "Mention",
    "Message",
    "Obligation",
    "Preference",
    "PushSubscription",
    "Reminder",
    "ReminderPlan",
    "SmsTerms",
    "Template",
]
