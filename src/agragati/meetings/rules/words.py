"""The words by which minutes are understood: posts, offices, groups, endings of decisions, codes.

Every pattern goes through `rx`, so that য় ড় ঢ় in this file match normalised text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from agragati.kernel.digits import to_latin

DIGIT = "[0-9০-৯]"


def rx(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern written in any Unicode form for normalised (NFC) text."""
    return re.compile(normalize("NFC", pattern), flags)


def _words(text: str) -> frozenset[str]:
    return frozenset(normalize("NFC", text).split())


# A word that ends a designation; matched at the end of a word, so উপসচিব and মহাপরিচালক are in.
POST = rx(
    "(?:সচিব|সচিবের|কর্মকর্তা|কর্মচারী|কর্মচারি|অফিসার|পরিচালক|প্রোগ্রামার|প্রকৌশলী|কমিশনার|প্রশাসক|চেয়ারম্যান|মেয়র"
    "|কাউন্সিলর|শিক্ষক|অধ্যক্ষ|অধ্যাপক|প্রভাষক|ম্যানেজার|ব্যবস্থাপক|পরিদর্শক|নিবন্ধক|ইন্সপেক্টর|সুপার|সার্জন|ম্যাজিস্ট্রেট"
    "|সহকারী|হিসাবরক্ষক|অপারেটর|স্পেশালিস্ট|স্পেশালিষ্ট|এনালিস্ট|এনালিষ্ট|অ্যানালিস্ট|বিশ্লেষক|পয়েন্ট|আহ্বায়ক|আহবায়ক|সভাপতি"
    "|সদস্য|সম্পাদক|উপদেষ্টা|মন্ত্রী|ইউএনও|পিআইও|ওসি|এডিসি|ডিডি|প্রতিনিধি|টেকনিশিয়ান|সাঁটলিপিকার|স্টেনোগ্রাফার|তত্ত্বাবধায়ক"
    "|প্রশিক্ষক|সংগঠক|লিডার|উদ্যোক্তা|রেজিস্ট্রার|রেজিস্টার|নিয়ন্ত্রক|এসিল্যান্ড|কন্ট্রোলার|অধিনায়ক|ইনচার্জ|লাইব্রেরিয়ান"
    "|গ্রন্থাগারিক|কমান্ডার|ইঞ্জিনিয়ার|ডাক্তার|চিকিৎসক|পোস্টমাস্টার|নির্বাহী|ডাইরেক্টর|ডিরেক্টর|কোঅর্ডিনেটর|সমন্বয়কারী"
    "|সমন্বয়ক|সংরক্ষক|রেঞ্জার|ফরেস্টার|তহসিলদার|তহশিলদার|কর্মী|স্থপতি|বিজ্ঞানী|গবেষক|উপাচার্য|কোষাধ্যক্ষ|বিচারক|কীপার|মহাপরিদর্শক|ক্যাশিয়ার|টাইপিস্ট|সুপারভাইজার|Officer|Director|Secretary|Programmer|Engineer|Commissioner)"
    "(?:গণ|বৃন্দ|রা|দের|কে|এর|ের|-গণ|বৃন্দকে)?$"
)
_UNIT = rx("(?:শাখা|অধিশাখা|উপশাখা|অনুবিভাগ|ইউনিট|সেল|উইং)(?:সমূহ|র|য়|র)?$")
_OFFICE = rx("(?:কার্যালয়|দপ্তর|দফতর|অফিস|সার্কেল|হাসপাতাল|কমপ্লেক্স|কলেজ|বিদ্যালয়|মাদ্রাসা|থানা|কেন্দ্র|পৌরসভা|ব্যাংক)(?:সমূহ)?$")
_DEPARTMENT = rx(
    "(?:অধিদপ্তর|অধিদফতর|পরিদপ্তর|ব্যুরো|বোর্ড|কর্পোরেশন|কমিশন|একাডেমি|একাডেমী|ইনস্টিটিউট|ইন্সটিটিউট|ফাউন্ডেশন|কর্তৃপক্ষ"
    "|বিভাগ|সংস্থা|সংস্থাসমূহ|পরিষদ|বিশ্ববিদ্যালয়|কাউন্সিল|বিআরডিবি|এলজিইডি|কোম্পানি|লিমিটেড|সমিতি|সচিবালয়)(?:সমূহ)?$"
)
_MINISTRY = rx("মন্ত্রণালয়(?:সমূহ)?$")
_GROUP = rx("(?:সকল|সকলে|সবাই|কমিটি|টিম|টীম|সকলকে|দল|বৃন্দ|সংশ্লিষ্টগণ|সংশ্লিষ্টরা|সদস্যবৃন্দ|ফোরাম|এনজিও)$")

_HEAD = rx("প্রধান(?:গণ|বৃন্দ)?")  # "শাখা প্রধান"; alone it is also a surname

# Words with which a designation begins inside "name designation" written without a comma.
_STARTS = _words(
    "অতিরিক্ত যুগ্ম উপ সহকারী সিনিয়র জুনিয়র উপজেলা জেলা বিভাগীয় মাননীয় নির্বাহী ইউনিয়ন সিস্টেম সহযোগী ভারপ্রাপ্ত"
    " ব্যক্তিগত একান্ত উপ-সহকারী সহ ফোকাল কম্পিউটার অফিস উচ্চমান প্রশাসনিক হিসাব প্রকল্প থানা পৌর উপ- সহঃ উপঃ সদস্য চীফ চিফ আইসিটি"
)
_HONORIFIC = rx(r"^(?:সর্বজনাব|জনাবা|জনাব|মিসেস|মিজ|মিস)[\s:,.]+")
TITLE_OF_NAME = rx(
    r"^(?:জনাব|জনাবা|সর্বজনাব|মোঃ|মো:|মো\.|মোহাম্মদ|মোহাম্মাদ|মুহাম্মদ|মুহম্মদ|মোছাঃ|মোছা:|মোসাঃ|মোসা:|মোছাম্মৎ|ড\.|ডাঃ|ডা:|ডা\."
    r"|প্রফেসর|ইঞ্জিনিয়ার|ইঞ্জি:|বেগম|শ্রী|শ্রীমতি|সৈয়দ|শেখ|কাজী|এ\.|এস\.|এম\.|আ\.|কে\.|বীর)(?=\s|$|[^\s])"
)

# What a decision ends with or says, and what a report of talk says.
DUTY = rx(
    r"(?:তে হবে|য়া হবে|রা হবে|নো হবে|ওয়া হোক|রা হোক|গৃহীত হয়|গৃহীত হলো|গৃহীত হয়েছে|সিদ্ধান্ত|অনুরোধ|নির্দেশ|পরামর্শ|করবেন|করবে|হবে"
    r"|প্রেরণ|করা হয়|করা হলো|করা হল|দেওয়া হয়|দেয়া হয়|করা যায়|করা যেতে পারে|অনুমোদ|ধন্যবাদ|নিশ্চিত|ব্যবস্থা গ্রহণ|গ্রহণ করা)"
)
TALK = rx(
    r"(?:আলোচনা হয়|আলোচনা করা হয়|আলোচনা হয়েছে|আলোচনা করেন|জানান|জানানো হয়|বলেন|উপস্থাপন করেন|অবহিত করেন|উল্লেখ করেন"
    r"|মতামত|একমত|বাধ্যবাধকতা|পর্যালোচনা|মর্মে|উপস্থাপন করা হয়|তুলে ধরেন|অবহিত করা হয়|দেখা যায়)"
)
STATUS = rx(
    r"^\(?(?:বাস্তবায়িত|বাস্তবায়িত হয়েছে|চলমান|প্রক্রিয়াধীন|সম্পন্ন|সম্পাদিত|অর্জিত|নিষ্পন্ন|বাস্তবায়নাধীন|প্রযোজ্য নয়|নাই|নেই|অবাস্তবায়িত"
    r"|কার্যক্রম চলমান|বাস্তবায়ন চলমান|সমাপ্ত|আংশিক বাস্তবায়িত)(?: (?:আছে|রয়েছে|হয়েছে))?\)?[\s।.]*$"
)
SENTENCE_END = rx(r"[।.?!:;]\s*$|(?:হবে|হয়|হলো|করেন|হয়েছে)\s*$")

CODE = rx(r"\[?\s*(?<![0-9০-৯./-])([0-9০-৯]{1,2}(?:\s?\.\s?[0-9০-৯]{1,2}){2})(?![0-9০-৯]|[./-]\s?[0-9০-৯])\s*\]?")


@lru_cache(maxsize=20_000)
def rank(phrase: str) -> int | None:
    """How high the last actor named in a phrase stands: 1 post or group, 2 section, 3 office, 4 department,
    5 ministry; None when the phrase ends in no known actor ("চাটখিল", "কৃষি")."""
    plain = re.sub(r"\([^()]*\)?", " ", phrase).strip(" ।.,;:/-–'\"")
    *others, last = plain.split() or [""]
    if others and _HEAD.fullmatch(last) and rank(others[-1]) is not None:
        return 1
    for level, pattern in ((5, _MINISTRY), (1, POST), (1, _GROUP), (2, _UNIT), (4, _DEPARTMENT), (3, _OFFICE)):
        if pattern.search(last):
            return level
    return None


def is_post(word: str) -> bool:
    """Whether one word ends a designation."""
    return bool(POST.search(word.strip(" ।.,;:()[]-–")))


def starts_designation(words: list[str], at: int) -> bool:
    """Whether the designation in "name designation" begins at word `at`."""
    word = words[at].strip(" ।.,;:()[]")
    if word in _STARTS or is_post(word):
        return any(is_post(later) for later in words[at : at + 8])
    # প্রধান is also a surname.
    return word == normalize("NFC", "প্রধান") and at + 1 < len(words) and is_post(words[at + 1])


def without_honorific(name: str) -> str:
    """The name without জনাব and the like."""
    return _HONORIFIC.sub("", name.strip(" ,;:।-–\t")).strip(" ,;:।-–\t")


def codes_in(text: str | None) -> tuple[str, ...]:
    """Indicator codes of three levels, in order, once each: "[১.১.১]" → "1.1.1". Dates are none."""
    found: dict[str, None] = {}
    for match in CODE.finditer(text or ""):
        found[re.sub(r"\s", "", to_latin(match[1]))] = None
    return tuple(found)


def number_in(text: str) -> int | None:
    """The whole number a cell or a marker holds ("১.", "(২)", "০৩)"), or None."""
    found = re.fullmatch(r"[(\[]?\s*([0-9]{1,3})\s*[.।)\]:\-–/]*", to_latin(text).strip())
    return int(found[1]) if found else None
