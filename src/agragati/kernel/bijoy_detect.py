"""Is this Bijoy? Word by word, by the odds of its letter pairs in Bijoy against English.

Both models are counted at first use from the two word lists below; nothing is learnt from what people write.
Odds are natural logarithms: +2 means Bijoy is about seven times as likely as English.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise

from agragati.kernel import bijoy_tables as t
from agragati.kernel.bijoy_glyphs import decode, encode

# Never Bijoy: e-mail and web addresses, file names, and Bangla that is Unicode already.
UNTOUCHED = re.compile(
    r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?:https?://|www\.)[^\s<>()]+"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.(?:gov\.bd|com\.bd|org\.bd|edu\.bd|gov|com|org|net|bd|pdf|docx?|xlsx?|jpe?g|png|zip)\b"
    r"(?:/[^\s<>()]*)?"
    r"|[\u0980-\u09ff\u200c\u200d]+",
    re.ASCII | re.IGNORECASE,
)
_GLYPH_LETTERS = "".join(
    re.escape(g)
    for g in {**t.VOWELS, **t.LETTERS, **t.LIGATURES, **t.HALVES, **t.SUBS, **t.PRE, **t.POST, **t.SIGNS}
    if g not in "“”‘’–—…‚„‹›"
)
WORD = re.compile(f"[{_GLYPH_LETTERS}u©&“”‘’–—…‚„‹›\x80-\x9f]+")
_QUOTES = "“”‘’–—…‚„‹›"
_ASCII_GLYPHS = "_`~^&"  # letters in Bijoy, never inside an English word
_TYPOGRAPHY = "©®°·«»£§¶×÷¼½¾±"  # also found in English text, alone

_BANGLA = """
    আমার আমরা বাংলাদেশ সরকার মন্ত্রণালয় বিভাগ জেলা উপজেলা ইউনিয়ন প্রশাসন কার্যালয় অধিদপ্তর দপ্তর অফিস
    কর্মকর্তা কর্মচারী সভা সভাপতি সদস্য সচিব পরিচালক কার্যবিবরণী সিদ্ধান্ত গৃহীত বাস্তবায়ন
    কর্মপরিকল্পনা উদ্ভাবন অগ্রগতি প্রতিবেদন প্রমাণক প্রত্যয়ন নিষ্পত্তি সম্পর্কিত সম্পদ স্মারক স্বাক্ষর
    স্থানীয় ব্যবস্থা সংস্কার উত্তর কার্যক্রম ক্রয় সমন্বয় মন্তব্য ব্যক্তি যুক্ত রাষ্ট্র বর্ষ ক্ষমতা
    শিক্ষা প্রশিক্ষণ পরীক্ষা লক্ষ্যমাত্রা বিভিন্ন উন্নয়ন জন্ম আহ্বায়ক গ্রহণ শ্রম উদ্দেশ্য উদ্যোগ
    দ্বারা বিদ্যালয় বিশ্ববিদ্যালয় দ্রুত সদর কেন্দ্র মণ্ডল গ্রন্থ যন্ত্র প্রস্তাব কিন্তু অল্প শিল্প
    উল্লেখ উক্ত ফলাফল প্রাপ্ত সমাপ্ত সপ্তাহ নম্বর তারিখ নির্বাচন সংশ্লিষ্ট বিশ্লেষণ নির্দেশ নির্দিষ্ট
    অনুযায়ী প্রশ্ন নিশ্চিত ভূমি মূল্যায়ন রূপকল্প বিশেষ কৃষি কর্তৃপক্ষ সৃষ্টি বিজ্ঞপ্তি জ্ঞান অঞ্চল
    পঞ্চাশ বাণিজ্য খসড়া বড় সময় পাঁচ অর্থবছর নির্ভর অনুষ্ঠান প্রতিষ্ঠান সংখ্যা সঙ্গে অঙ্গীকার এর এবং ও
    না কি যে করা করে হয় হবে হয়েছে ছিল আছে নাই থেকে জন্য মধ্যে পরে আগে এই সেই তার তাদের আমাদের নিয়ে
    দিয়ে হতে সকল অন্যান্য গুরুত্ব সহজ ডিজিটাল কাজ তৈরি পূর্ব নিম্ন সেবা নাগরিক তথ্য প্রযুক্তি টাকা কোটি
    লক্ষ হাজার বার্ষিক মাসিক আবেদন অনুমোদন বিষয় সূত্র জনাব মোঃ বেগম স্যার মহোদয় বিতরণ অনুলিপি সদয়
    জ্ঞাতার্থে বাজেট বরাদ্দ ব্যয় হিসাব নথি পত্র আদেশ বিধি আইন যোগাযোগ মোবাইল ফোন ছবি নাম পদবি ঠিকানা
    গ্রাম ডাকঘর থানা পিতা মাতা স্বামী বয়স ধর্ম পেশা জাতীয় দিন মাস বছর সকাল
"""
_ENGLISH = """
    the of and to in is for on that by this with you it not or be are from at as your all have new more
    an was we will home can us about if page my has search free but our one other do no information time
    they site he up may what which their news out use any there see only so his when contact here
    business who web also now help get view online first am been would how were service services click
    its like list name over state year day into email two health world next used work last most people
    office officer ministry division department government bangladesh dhaka district upazila union
    committee member chairman secretary director general deputy assistant joint additional commissioner
    engineer manager system software report digital innovation action plan performance agreement annual
    quarterly progress meeting minutes notice letter memo number date file training workshop seminar
    certificate evidence target indicator score weight result total amount budget project program
    development public administration management information technology communication education health
    agriculture land water disaster relief social welfare women children youth sports culture bank
    finance planning commission act rule policy order form application user login password mobile phone
    address photo signature approved submitted pending rejected draft final nothi portal website
    dashboard data base server network computer internet android windows word excel microsoft google
    facebook zoom video link download upload attachment version update citizen charter right complaint
    grievance integrity monday tuesday wednesday thursday friday saturday sunday january february march
    april june july august september october november december please thank dear sir madam sincerely
    subject reference copy forwarded necessary should between under after before during through each
    every these those than then them she her him some such same many much very where while back being
    both case cash change check city class close code company cost country course current detail
    different due easy end even event example fact field full group high house human important include
    issue job key know large late law level life line local long made main make map market material
    method model money month national need night none north note offer old open option original own
    paper part party pay percent place point post power present press price problem process product
    quality question rate read real record region research review road room school science section
    security set share short small special standard start status step stock street strong study support
    table take team test text title today tool top town trade type unit value visit week west white
    without write young zone ict sps tcv apa nid pdf sms usd bdt who undp unicef api gps cctv lan wifi
    iso sdg ngo ceo md phd bcs uno dc ps am pm etc via ok id no ref tel fax
"""


@cache
def _model(language: str) -> tuple[Counter[str], Counter[str]]:
    """(counts of letter pairs, counts of letters); newline and tab stand for the ends of a word."""
    words = (encode(w) for w in _BANGLA.split()) if language == "bijoy" else iter(_ENGLISH.split())
    pairs: Counter[str] = Counter()
    singles: Counter[str] = Counter()
    for word in words:
        marked = f"\n{word}\t"
        pairs.update(a + b for a, b in pairwise(marked))
        singles.update(marked)
    return pairs, singles


@cache
def _english_words() -> frozenset[str]:
    return frozenset(_ENGLISH.split())


def _log_chance(word: str, language: str) -> float:
    """Natural log of the chance of a word: letter pairs, leaning on single letters where pairs are rare."""
    pairs, singles = _model(language)
    total = singles.total()

    def chance(a: str, b: str) -> float:
        alone = (singles[b] + 0.3) / (total + 60)
        return (pairs[a + b] + 4 * alone) / (singles[a] + 4)

    return sum(math.log(chance(a, b)) for a, b in pairwise(f"\n{word}\t"))


def word_odds(word: str) -> float:
    """Log odds that one word (a match of `WORD`) is Bijoy rather than English, between -12 and 12."""
    core = word.strip(_QUOTES)
    if not core or all(c in _TYPOGRAPHY for c in core):
        return 0.0
    bare = "".join(c for c in unicodedata.normalize("NFD", core) if not unicodedata.combining(c))
    odds = _log_chance(word, "bijoy") - _log_chance(bare.lower(), "english")
    if bare.isascii() and not (bare.islower() or bare.isupper() or bare.istitle()):
        odds += 3.0
    odds += 3.0 * sum("À" <= c <= "ÿ" for c in core)  # accents are rare in English, common as glyphs
    if len(core) > 1:
        odds += 3.0 * sum(c in _ASCII_GLYPHS for c in core)
    if core.lower() in _english_words() and (core.islower() or core.isupper() or core.istitle()):
        odds -= 6.0 if len(core) > 2 else 2.0
    if not _reads_well(core):
        odds -= 5.0
    return max(-12.0, min(12.0, odds))


def _reads_well(word: str) -> bool:
    """Read as Bijoy it is writable Bangla: no vowel sign without a letter, none twice on one letter."""
    return not re.search(
        "^[\u09bc\u09be-\u09cd]|[\u09be-\u09cc]{2}|[অ-ঔ][\u09be-\u09cc]|[^\u0980-\u09ff\u200c\u200d]|[ক-হ]{6}",
        decode(word),
    )


_DANDA = re.compile(r"[^\s|]\|\s*$")


def line_odds(line: str) -> float:
    """Log odds that a line is Bijoy; words of one or two letters say little and count half."""
    stripped = UNTOUCHED.sub(" ", line)
    odds = sum(word_odds(m[0]) * (1.0 if len(m[0]) > 2 else 0.5) for m in WORD.finditer(stripped))
    return odds + 4.0 if odds and _DANDA.search(stripped) else odds


def probability(odds: float) -> float:
    """Log odds as a number from 0 to 1; no evidence (0) is no Bijoy."""
    if odds == 0:
        return 0.0
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))
