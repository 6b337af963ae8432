"""Filters for numbers, days and money in the reader's language; loaded in every template."""

from __future__ import annotations

from django import template

from agragati.ui import renderers

register = template.Library()

register.filter("num", renderers.number)
register.filter("digits", renderers.digits)
register.filter("percent", renderers.percent)
register.filter("money", renderers.taka)
register.filter("money_words", renderers.taka_in_words)
register.filter("ordinal", renderers.nth)
register.filter("date_bn", renderers.day)
register.filter("date_dual", renderers.day_in_both_calendars)
register.filter("date_short", renderers.short_day)
register.filter("when", renderers.moment)
register.filter("clock", renderers.clock)
register.filter("filesize", renderers.size)
register.filter("ago", renderers.ago)
register.filter("said", renderers.said)
