"""Values as words in the reader's language: numbers, days, money, sizes, the product's errors.

The language is the one Django has active; everything here is also open to the apps above.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from agragati.kernel import dates, money, numbers
from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.errors import AgragatiError

UNKNOWN = "—"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SIZES = ((1024**3, "GB"), (1024**2, "MB"), (1024, "KB"))
_STEPS = ((365 * 86400, "year"), (30 * 86400, "month"), (86400, "day"), (3600, "hour"), (60, "minute"))
# First hour of each part of the day, as people say it in Bangla.
_DAY_PARTS = ((20, "রাত"), (18, "সন্ধ্যা"), (15, "বিকাল"), (12, "দুপুর"), (6, "সকাল"), (4, "ভোর"), (0, "রাত"))


def in_bangla() -> bool:
    """Whether the reader reads Bangla now."""
    return (get_language() or "").startswith("bn")


def digits(text: object) -> str:
    """The text with its digits in the reader's script; nothing else changes."""
    return to_bn(text) if in_bangla() else to_latin(str(text))


def number(value: object, places: int | None = None) -> str:
    """A number with lakh commas in the reader's digits; text only gets its digits changed; None is "—"."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, float):
        value = Decimal(str(value))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return digits(numbers.group(value, places))
    return digits(value)


def percent(value: object, places: int | None = None) -> str:
    """A share already in percent: 73.5 → "৭৩.৫%"; None is "—"."""
    return UNKNOWN if value is None or value == "" else f"{number(value, places)}%"


def taka(amount: int | Decimal | None) -> str:
    """An amount for tables: "৳ ৫০,০০০"; None is "—"."""
    return UNKNOWN if amount is None else f"৳ {number(amount)}"


def taka_in_words(amount: int | Decimal) -> str:
    """An amount as papers write it, always in Bangla: "=৫০,০০০/- (পঞ্চাশ হাজার) টাকা"."""
    return money.taka(amount)


def nth(value: int) -> str:
    """১ম, ২য় … or 1st, 2nd …; value from 1."""
    if in_bangla():
        return numbers.ordinal(value)
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _local_day(value: date) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) and timezone.is_aware(value) else value


def day(value: date | None) -> str:
    """ "১৬ মার্চ ২০২২" or "16 March 2022"; None is "—". A moment gives its day in Dhaka."""
    if value is None or value == "":
        return UNKNOWN
    value = _local_day(value)
    return dates.write_long(value) if in_bangla() else f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def day_in_both_calendars(value: date | None) -> str:
    """ "২ চৈত্র ১৪২৮ বঙ্গাব্দ / ১৬ মার্চ ২০২২ খ্রিস্টাব্দ"; in English only the day."""
    if value is None or value == "" or not in_bangla():
        return day(value)
    return dates.write_both(_local_day(value))


def short_day(value: date | None) -> str:
    """ "১৬/০৩/২০২২", as it is typed into forms; None is "—"."""
    return UNKNOWN if value is None or value == "" else digits(f"{_local_day(value):%d/%m/%Y}")


def moment(value: datetime | None) -> str:
    """ "১৬ মার্চ ২০২২, সকাল ৯:৩০" or "16 March 2022, 9:30"; None is "—"."""
    if value is None or value == "":
        return UNKNOWN
    return f"{day(value)}, {clock(value)}"


def clock(value: datetime) -> str:
    """ "সকাল ৯:৩০" or "9:30 AM", Dhaka time."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    hour = local.hour % 12 or 12
    if not in_bangla():
        return f"{hour}:{local:%M} {'AM' if local.hour < 12 else 'PM'}"
    part = next(name for first, name in _DAY_PARTS if local.hour >= first)
    return f"{part} {to_bn(f'{hour}:{local:%M}')}"


def size(count: int | None) -> str:
    """A file's size in bytes as "৫.২ MB"; None is "—"."""
    if count is None:
        return UNKNOWN
    for unit, name in _SIZES:
        if count >= unit:
            return f"{number((Decimal(count) / unit).quantize(Decimal('0.1')).normalize() + 0)} {name}"
    return gettext("%(count)s bytes") % {"count": number(count)}


def ago(value: datetime | None, now: datetime | None = None) -> str:
    """How long since (or until) a moment: "৩ দিন আগে", "২ ঘণ্টা পরে"; None is "—"."""
    if value is None or value == "":
        return UNKNOWN
    seconds = ((now or timezone.now()) - value).total_seconds()
    for length, unit in _STEPS:
        if abs(seconds) >= length:
            span = _span(unit, int(abs(seconds) // length))
            return (gettext("%(span)s ago") if seconds > 0 else gettext("in %(span)s")) % {"span": span}
    return gettext("just now")


def _span(unit: str, count: int) -> str:
    words = {
        "year": ngettext("%(count)s year", "%(count)s years", count),
        "month": ngettext("%(count)s month", "%(count)s months", count),
        "day": ngettext("%(count)s day", "%(count)s days", count),
        "hour": ngettext("%(count)s hour", "%(count)s hours", count),
        "minute": ngettext("%(count)s minute", "%(count)s minutes", count),
    }
    return words[unit] % {"count": number(count)}


def said(error: object) -> str:
    """One of the product's errors as a sentence; anything else as its text."""
    if not isinstance(error, AgragatiError):
        return str(error)
    return sentence(error.key, error.params)


def sentence(key: str, params: Mapping[str, object]) -> str:
    """A message of the catalogue with its values put in: numbers and days in the reader's digits, errors as said."""
    text = gettext(key)
    return text % {name: _readable(value) for name, value in params.items()} if params and "%(" in text else text


def _readable(value: object) -> object:
    if isinstance(value, int | Decimal):
        return digits(value)
    if isinstance(value, date):
        return day(value)
    return said(value) if isinstance(value, AgragatiError) else value
