"""The hour of a meeting and its place, from labels or from running prose."""

from __future__ import annotations

import re

from agragati.kernel.digits import to_latin
from agragati.meetings.rules.words import rx

_PART = r"(?P<part>সকাল|ভোর|দুপুর|বেলা|বিকাল|বিকেল|বৈকাল|অপরাহ্ন|অপরাহ্ণ|পূর্বাহ্ন|পূর্বাহ্ণ|সন্ধ্যা|রাত্রি|রাত|পুর্বাহ্ন)"
_CLOCK = r"(?P<half>সাড়ে\s*|সোয়া\s*|পৌনে\s*)?(?P<hour>\d{1,2})(?:(?:\s?[.:ঃ;\-]\s?|,)(?P<minute>\d{2}))?"
_WORDS = "এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো এগার বারো বার"
_AFTER = r"\s*(?:ঘটিকা|ঘটিকায়|ঘটিকার|টা|টায়|টার|মিনিট|মিঃ|মি\.|am|pm|a\.m|p\.m|ঘ\.|ঘঃ)"
_SAID = (
    rx(rf"{_PART}\s*[:ঃ,-]?\s*{_CLOCK}(?:{_AFTER})?(?P<latin>)", re.IGNORECASE),
    rx(rf"(?<![\d/.\-])(?P<part>){_CLOCK}\s*(?P<latin>am|pm|a\.m|p\.m|এ\.?এম|পি\.?এম)", re.IGNORECASE),
    rx(rf"(?<![\d/.\-])(?P<part>){_CLOCK}(?P<latin>){_AFTER}", re.IGNORECASE),
)
_MORNING = rx(r"সকাল|ভোর|পূর্বাহ্ন|পূর্বাহ্ণ|পুর্বাহ্ন")
_LATE = rx(r"বিকাল|বিকেল|বৈকাল|অপরাহ্|সন্ধ্যা|রাত")
_HALVES = {"সাড়ে": 30, "সোয়া": 15, "পৌনে": -15}
_ROOM = (
    r"(?:সম্মেলন\s?কক্ষ|সভা\s?কক্ষ|সভাকক্ষ|মিলনায়তন|অফিস কক্ষ|হলরুম|হল রুম|অডিটোরিয়াম|কনফারেন্স রুম"
    r"|কার্যালয়|অফিসকক্ষ|মিলনায়তন|প্রাঙ্গণ|চত্বর|প্ল্যাটফর্ম|জুম|Zoom)"
)
_PLACE = rx(
    rf"(?:ঘটিকায়|ঘটিকার সময়|টায়|ঘটিকা|টা|তারিখে|সভাপতিত্বে)[\s,:]*((?:(?!সভাপতিত্বে|ঘটিকা"
    rf"|তারিখ)[^।]){{3,110}}?{_ROOM}(?:\s*[(][^)]{{1,40}}[)])?)\s?(?:ে|-এ|এ|য়)?(?=[\s,।])"
)


def read_time(text: str) -> str | None:
    """Give "HH:MM" in 24 hours for "সকাল ১১.০০ ঘটিকা", "বিকাল ৩.৩০", "বেলা ১২টা"; None when it cannot be told."""
    latin = _numbers_for_words(to_latin(text))
    for said in _SAID:
        if found := said.search(latin):
            return _clock(found["part"], found["latin"], found["half"], int(found["hour"]), int(found["minute"] or 0))
    return None


def _numbers_for_words(text: str) -> str:
    values = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11, 12, 12)
    for word, value in zip(rx(_WORDS).pattern.split(), values, strict=True):
        text = re.sub(rf"(?<!\S){word}(?=টা|\s*ঘটিকা)", str(value), text)
    return text


def _clock(part: str, latin: str, half: str | None, hour: int, minute: int) -> str | None:
    if hour > 24 or minute > 59:
        return None
    of_day = _of_day(part, latin.lower().replace(".", ""), hour)
    if of_day is None:
        return None
    ahead = next((shift for word, shift in _HALVES.items() if half and half.strip() == rx(word).pattern), 0)
    total = (of_day * 60 + (minute or ahead)) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def _of_day(part: str, latin: str, hour: int) -> int | None:
    if hour > 12:
        return hour
    if _MORNING.match(part) or latin in {"am", rx("এএম").pattern}:
        return 0 if hour == 12 and latin else hour
    if _LATE.match(part) or latin in {"pm", rx("পিএম").pattern}:
        return hour if hour == 12 else hour + 12
    if part:  # বেলা, দুপুর: from 8 in the morning to 7 in the evening
        return hour if hour >= 8 else hour + 12
    return hour if hour >= 8 else None  # 3.00 alone may be any: not guessed


def place_in_prose(text: str) -> str | None:
    """Give "…সম্মেলন কক্ষ" from "সকাল ১০টায় … সম্মেলন কক্ষে … সভা অনুষ্ঠিত হয়"."""
    found = _PLACE.search(text)
    return found[1].strip(" ,") if found else None
