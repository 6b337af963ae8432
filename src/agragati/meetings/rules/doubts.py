"""What a person must look at: doubts about what was read, each with what may be right instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher

from agragati.kernel.bangla_calendar import to_bangla
from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.kernel.months import GREGORIAN_BY_NAME
from agragati.kernel.text import search_key
from agragati.meetings.rules.indicators import Area, is_date
from agragati.meetings.rules.letterhead import odd_years
from agragati.meetings.rules.shapes import Doubt, Header, Indicator, Item
from agragati.meetings.rules.words import rx

# Codes seen in the number space of the secretariat (domain notes §5.2 and the public list of ministries).
_MINISTRIES = frozenset(range(1, 60)) | {99}
_TWINS = str.maketrans("84", "48")
_MONTHS = "|".join(GREGORIAN_BY_NAME)
_QUARTER = rx(rf"({_MONTHS})\s*[-–]\s*({_MONTHS})\s*[,/]?\s*([০-৯0-9]{{4}})")
_REPORTED = rx(r"(?:১ম|২য়|৩য়|৪র্থ|1st)?\s*(?:ত্রৈমাসিক|কোয়ার্টার|প্রান্তিক)\S*\s[^।]{0,120}?(?:অর্জন|অর্জিত|[০-৯0-9.]+\s*%)")
_NUMERIC_UNIT = rx(r"সংখ্যা|জন|টি$|number", re.IGNORECASE)
_HONORIFICS = rx(r"(?:জনাব|মোঃ|মো:|মো\.|মোহাম্মদ|মুহাম্মদ|ড\.|ডাঃ|[().])")
_FAR = timedelta(days=800)


def serial_doubts(items: Sequence[Item]) -> Iterator[Doubt]:
    """Serials that do not follow: ৮ between ৩ and ৫ was ৪; a number given twice."""
    numbers = [item.no for item in items]
    before: int | str | None = 0
    for at, number in enumerate(numbers):
        if not isinstance(number, int):
            before = None
            continue
        after = numbers[at + 1] if at + 1 < len(numbers) else None
        due = before + 1 if isinstance(before, int) else None
        if number in numbers[:at]:
            yield Doubt("serial_twice", f"items[{at}].no", f"ক্রমিক {to_bn(number)} দুইবার এসেছে।", _say(due))
        elif due is not None and number != due and (after == due + 1 or after is None or at == 0 or number < due):
            yield Doubt(
                "serial_out_of_order",
                f"items[{at}].no",
                f"ক্রমিক {to_bn(number)} ধারাবাহিক নয়; {to_bn(due)} হওয়ার কথা।",
                _say(due),
            )
            before = due
        else:
            before = number


def _say(number: int | None) -> str | None:
    return None if number is None else str(number)


def calendar_doubts(printed: tuple[str, bool] | None, issued: date | None) -> Iterator[Doubt]:
    """A Bangla date that is no day of the calendar, or not the day of the Gregorian date beside it."""
    if printed is None:
        return
    text, known = printed
    try:
        right = to_bangla(issued).text if issued else None
    except BadInput:
        right = None
    if not known:
        yield Doubt("bangla_date", "bangla_date", f"“{text}” বাংলা পঞ্জিকার তারিখ নয়।", right)
    elif right and search_key(right) != search_key(re.sub(r"^[০0](?=[০-৯0-9])|(?<=[০-৯0-9])(?:লা|রা|ঠা|ই|শে)", "", text)):
        yield Doubt("bangla_date", "bangla_date", f"“{text}” পাশের খ্রিস্টীয় তারিখের সঙ্গে মেলে না।", right)


def memo_doubts(memo: str | None, printed: str | None) -> Iterator[Doubt]:
    """A ministry code that does not exist, or a number of no digital form."""
    if printed:
        yield Doubt("memo_form", "memo_no", "স্মারক নম্বরটি ১৮ বা ২২ অঙ্কের ডিজিটাল নম্বর নয়; যেমন ছাপা আছে তেমন রাখা হয়েছে।")
        return
    if not memo:
        return
    code = memo[:2]
    if int(code) not in _MINISTRIES:
        likely = {
            code.translate(str.maketrans("8", "4")),
            code[0].translate(_TWINS) + code[1],
            code[0] + code[1].translate(_TWINS),
        }
        good = sorted(other for other in likely if other != code and int(other) in _MINISTRIES)
        suggestion = f"{good[0]}{memo[2:]}" if good else None
        yield Doubt("memo_code", "memo_no", f"{to_bn(code)} কোনো মন্ত্রণালয় বা বিভাগের কোড নয়।", suggestion)


def name_doubts(names: Iterable[tuple[str, str | None]]) -> Iterator[Doubt]:
    """One person's name spelled two ways: names alike in all but a letter or two."""
    seen: dict[str, str] = {}
    for where, name in names:
        if name:
            seen.setdefault(name, where)
    spelled = [(name, where, _bare(name)) for name, where in seen.items()]
    for at, (name, _, bare) in enumerate(spelled):
        for other, where, key in spelled[at + 1 :]:
            if (bare != key and _alike(bare, key)) or (bare == key and _letters(name) != _letters(other)):
                yield Doubt("name_spelled_two_ways", where, f"একই ব্যক্তির নাম দুই বানানে: “{name}” ও “{other}”।", name)


def _bare(name: str) -> str:
    return search_key(_HONORIFICS.sub(" ", name))


def _letters(name: str) -> str:
    """The name without honorifics, spaces and dots: what is left differs only by how it is spelled."""
    return re.sub(r"[\s.\-'’]", "", _HONORIFICS.sub(" ", name))


def _alike(one: str, two: str) -> bool:
    words = one.split(), two.split()
    if len(words[0]) != len(words[1]) or not one or not two:
        return False
    different = [(a, b) for a, b in zip(*words, strict=True) if a != b]
    near = all(SequenceMatcher(None, a, b).ratio() >= 0.6 and a[0] == b[0] for a, b in different)
    return near and len(different) < max(2, len(words[0])) and SequenceMatcher(None, one, two).ratio() >= 0.8


def plan_doubts(areas: Sequence[Area]) -> Iterator[Doubt]:
    """Areas whose printed weight is not the sum of their indicators; units that do not fit the targets."""
    for area in areas:
        known = [indicator.weight for indicator in area.indicators if isinstance(indicator.weight, int)]
        if area.weight is not None and known and sum(known) != area.weight:
            yield Doubt(
                "area_weight",
                f"indicators[{area.code}]",
                f"ক্ষেত্র {to_bn(area.code)} এর মান {to_bn(area.weight)} ছাপা, সূচকগুলোর যোগফল {to_bn(sum(known))}।",
                str(sum(known)),
            )
        for indicator in area.indicators:
            yield from _unit_doubts(indicator)


def _unit_doubts(indicator: Indicator) -> Iterator[Doubt]:
    where = f"indicators[{indicator.code}].unit"
    given = [target for target in indicator.targets if target is not None]
    dates = sum(is_date(target) for target in given)
    if not indicator.unit:
        yield Doubt("unit_missing", where, f"সূচক {to_bn(indicator.code)} এর একক ছাপা নেই।", _unit_for(given, dates))
    elif given and _NUMERIC_UNIT.search(indicator.unit) and dates:
        yield Doubt("unit_target", where, f"একক “{indicator.unit}”, কিন্তু লক্ষ্যমাত্রা তারিখ।", "তারিখ")
    elif given and indicator.unit.startswith(rx("তারিখ").pattern) and not dates:
        yield Doubt("unit_target", where, "একক “তারিখ”, কিন্তু লক্ষ্যমাত্রা তারিখ নয়।", "সংখ্যা")
    elif given and indicator.unit == "%" and dates:
        yield Doubt("unit_target", where, "একক “%”, কিন্তু লক্ষ্যমাত্রা তারিখ।", "তারিখ")


def _unit_for(given: Sequence[int | str], dates: int) -> str | None:
    if given and dates == len(given):
        return "তারিখ"
    return "সংখ্যা" if given and all(isinstance(target, int) for target in given) else None


def quarter_doubts(header: Header, items: Sequence[Item], indicators: Sequence[Indicator]) -> Iterator[Doubt]:
    """Achievements of a quarter told before the quarter has ended."""
    if header.date is None:
        return
    ends = _quarter_end(header.title or "", header.date)
    told = [
        (f"items[{at}]", [item.discussion or "", *(decision.text for decision in item.decisions)])
        for at, item in enumerate(items)
    ]
    told += [(f"indicators[{indicator.code}].progress", [indicator.progress or ""]) for indicator in indicators]
    for where, texts in told:
        if any(_REPORTED.search(text) for text in texts) and ends and header.date < ends:
            yield Doubt(
                "quarter_not_ended",
                where,
                f"ত্রৈমাসিকটি শেষ হবে {to_bn(ends.strftime('%d/%m/%Y'))} তারিখে, সভা তার আগে; অর্জন সাময়িক।",
                ends.isoformat(),
            )


def _quarter_end(title: str, met: date) -> date | None:
    """The end of the quarter named in the title: "জুলাই-সেপ্টেম্বর ২০২৪"."""
    found = _QUARTER.search(title)
    if not found:
        return None
    first, last = GREGORIAN_BY_NAME[found[1]], GREGORIAN_BY_NAME[found[2]]
    year = int(to_latin(found[3]))
    if (last - first) % 12 != 2 or not 1900 <= year <= 2199:
        return None
    quarter = Quarter.of(date(year, last, 1))
    return quarter.end if quarter.end.month == last else None


def owner_doubts(items: Sequence[Item], asked: bool) -> Iterator[Doubt]:
    """Decisions without an implementer: one doubt for all when the layout has no such column."""
    if items and not asked:
        yield Doubt("implementer_missing", "items", "সিদ্ধান্তের ছকে বাস্তবায়নকারীর ঘর নেই।")
        return
    for at, item in enumerate(items):
        for place, decision in enumerate(item.decisions):
            if not decision.implementers:
                where = f"items[{at}].decisions[{place}].implementers"
                yield Doubt("implementer_missing", where, "এই সিদ্ধান্তের বাস্তবায়নকারী লেখা নেই।")


def far_doubts(header: Header, items: Sequence[Item], issued: date | None, today: date | None) -> Iterator[Doubt]:
    """Days too far ahead to be meant: a meeting after today, a deadline years after the meeting."""
    base = header.date or issued or today
    for where, day in (("date", header.date), ("issue_date", issued)):
        if day and today and day > today + timedelta(days=31):
            yield Doubt("far_future", where, f"তারিখটি ({to_bn(day.strftime('%d/%m/%Y'))}) ভবিষ্যতের; সাল মিলিয়ে নিন।")
    if header.date and issued and issued < header.date:
        yield Doubt("issued_before_meeting", "issue_date", "জারির তারিখ সভার তারিখের আগে।")
    for at, item in enumerate(items):
        for place, decision in enumerate(item.decisions):
            for due in decision.due:
                if due.resolved and base and due.resolved > base + _FAR:
                    where = f"items[{at}].decisions[{place}].due"
                    yield Doubt("far_future", where, f"শেষ তারিখ ({due.text}) সভার দুই বছরেরও পরে; সাল মিলিয়ে নিন।")


def year_doubts(header: Header) -> Iterator[Doubt]:
    """A fiscal year whose two years do not follow, and a meeting far outside the fiscal year of its own title."""
    if odd := odd_years(header.title or ""):
        yield Doubt("fiscal_year", "fiscal_year", f"অর্থবছর “{to_bn(odd)}” এর দুই সাল পরপর নয়।", header.fiscal_year)
    if header.fiscal_year and header.date:
        year = FiscalYear.parse(header.fiscal_year)
        if abs(FiscalYear.of(header.date).start_year - year.start_year) > 1:
            yield Doubt("year_mismatch", "fiscal_year", f"সভার তারিখ অর্থবছর {to_bn(header.fiscal_year)} এর কাছে নয়।")


def absent_doubts(header: Header, items: Sequence[Item]) -> Iterator[Doubt]:
    """Parts every paper of minutes has, and this one does not show."""
    names = (("date", "সভার তারিখ"), ("chair", "সভাপতি"), ("office", "দপ্তরের নাম"))
    for field, name in names:
        if getattr(header, field) is None:
            yield Doubt("not_found", field, f"{name} পাওয়া যায়নি।")
    if not items:
        yield Doubt("not_found", "items", "কোনো সিদ্ধান্ত পাওয়া যায়নি।")


def repeated(values: Iterable[str]) -> list[str]:
    """The values that come more than once."""
    return [value for value, count in Counter(values).items() if count > 1]
