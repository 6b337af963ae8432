"""Month names of both calendars: the one we print and the spellings we read."""

from __future__ import annotations

from unicodedata import normalize

# The first spelling of each line is printed (Bangla Academy); the rest are met in papers and scans.
_GREGORIAN_TEXT = """
জানুয়ারি জানুয়ারী জানু january jan
ফেব্রুয়ারি ফেব্রুয়ারী ফেব্রয়ারি ফেব্রয়ারী ফেব্রু february feb
মার্চ মার্চ্চ march mar
এপ্রিল এপ্রীল april apr
মে may
জুন june jun
জুলাই july jul
আগস্ট আগষ্ট অগাস্ট অগাষ্ট আগস্ত august aug
সেপ্টেম্বর সেপ্টেম্বার সেপ্টম্বর সেপটেম্বর september sept sep
অক্টোবর অক্টোবার october oct
নভেম্বর নভেম্বার নভেমবর november nov
ডিসেম্বর ডিসেম্বার ডিসেমবর december dec
"""
_BANGLA_TEXT = """
বৈশাখ boishakh baishakh
জ্যৈষ্ঠ জৈষ্ঠ জৈষ্ঠ্য জ্যৈষ্ট joishtho jyoishtho
আষাঢ় আষাঢ আষাড় asharh ashar
শ্রাবণ শ্রাবন srabon shrabon
ভাদ্র bhadro
আশ্বিন আশ্বীন আশ্বিণ ashwin
কার্তিক কার্ত্তিক kartik
অগ্রহায়ণ অগ্রহায়ন অঘ্রাণ অঘ্রান ogrohayon
পৌষ poush
মাঘ magh
ফাল্গুন ফাল্গুণ ফালগুন ফাগুন falgun
চৈত্র choitro
"""


def _spellings(table: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in normalize("NFC", table).strip().splitlines())


GREGORIAN_SPELLINGS = _spellings(_GREGORIAN_TEXT)
BANGLA_SPELLINGS = _spellings(_BANGLA_TEXT)
GREGORIAN: tuple[str, ...] = tuple(names[0] for names in GREGORIAN_SPELLINGS)
BANGLA: tuple[str, ...] = tuple(names[0] for names in BANGLA_SPELLINGS)

# spelling → month number 1..12
GREGORIAN_BY_NAME = {name: at for at, names in enumerate(GREGORIAN_SPELLINGS, 1) for name in names}
BANGLA_BY_NAME = {name: at for at, names in enumerate(BANGLA_SPELLINGS, 1) for name in names}

# Monday first, as date.weekday() counts.
_WEEKDAY_TEXT = """
সোমবার monday
মঙ্গলবার tuesday
বুধবার wednesday
বৃহস্পতিবার বৃহষ্পতিবার thursday
শুক্রবার friday
শনিবার saturday
রবিবার রোববার sunday
"""
WEEKDAY_SPELLINGS = _spellings(_WEEKDAY_TEXT)
WEEKDAYS: tuple[str, ...] = tuple(names[0] for names in WEEKDAY_SPELLINGS)
WEEKDAY_BY_NAME = {name: at for at, names in enumerate(WEEKDAY_SPELLINGS) for name in names}
