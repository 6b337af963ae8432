"""The sentences of evidence checklists and of findings R1–R18: key → (Bangla, English). Kinds are named by the page."""

from __future__ import annotations

EVIDENCE_NAMES: dict[str, tuple[str, str]] = {
    "office_order": ("অফিস আদেশ", "office order"),
    "process_map": ("প্রসেস ম্যাপ", "process map"),
    "tcv": ("টিসিভি বিশ্লেষণ", "time-cost-visit analysis"),
    "database_screenshot": ("ডাটাবেজের স্ক্রিনশট", "screenshot of the database"),
    "screenshot": ("স্ক্রিনশট", "screenshot"),
    "certificate": ("প্রত্যয়ন", "certificate"),
    "service_link": ("সেবার লিংক", "link of the service"),
    "notice": ("নোটিশ", "notice"),
    "attendance_sheet": ("উপস্থিতি পত্র", "attendance sheet"),
    "photograph": ("স্থিরচিত্র", "photograph"),
    "training_record": ("প্রশিক্ষণের রেকর্ড", "training record"),
    "section_statement": ("শাখাভিত্তিক স্টেটমেন্ট", "section-wise statement"),
    "efile_report": ("ই-নথি সিস্টেমের প্রতিবেদন", "e-file system report"),
    "coordination_minutes": ("সমন্বয় সভার কার্যবিবরণী", "coordination meeting minutes"),
    "minutes": ("কার্যবিবরণী", "meeting minutes"),
    "portal_report": ("তথ্য বাতায়ন প্রতিবেদন", "portal report"),
    "report": ("প্রতিবেদন", "report"),
    "action_plan": ("কর্মপরিকল্পনা", "action plan document"),
    "approved_list": ("অনুমোদিত তালিকা", "approved list"),
    "expenditure_statement": ("বরাদ্দ ও ব্যয় বিবরণী", "statement of allocation and expenditure"),
    "other": ("অন্যান্য প্রমাণক", "other evidence"),
    "any": ("প্রমাণক", "evidence"),
}
INTEGRITY_TEXTS: dict[str, tuple[str, str]] = {
    "evidence-no-claim": ("কোনো অর্জন দাবি করা হয়নি", "nothing is claimed yet"),
    "evidence-missing": ("{kind} সংযুক্ত নেই", "{kind} is missing"),
    "evidence-missing-quarter": ("{quarter} নম্বর ত্রৈমাসিকের {kind} সংযুক্ত নেই", "{kind} of quarter {quarter} is missing"),
    "evidence-missing-event": ("{day} তারিখের অর্জনের {kind} সংযুক্ত নেই", "{kind} for {day} is missing"),
    "evidence-no-file": ("{kind}: ফাইল দিতে হবে", "{kind}: a file is needed"),
    "evidence-no-file-or-memo": ("{kind}: ফাইল বা স্মারক নম্বর দিতে হবে", "{kind}: a file or a memo number is needed"),
    "evidence-no-file-or-link": ("{kind}: ফাইল বা লিংক দিতে হবে", "{kind}: a file or a link is needed"),
    "evidence-no-file-or-figures": ("{kind}: ফাইল বা সংখ্যাগুলো দিতে হবে", "{kind}: a file or its figures are needed"),
    "evidence-no-link": ("{kind}: লিংক দিতে হবে", "{kind}: a link is needed"),
    "evidence-no-picture": ("{kind}: ছবি বা পিডিএফ দিতে হবে", "{kind}: a picture or PDF is needed"),
    "evidence-no-memo": ("{kind}: স্মারক নম্বর লেখা নেই", "{kind}: the memo number is missing"),
    "evidence-bad-memo": ("{kind}: স্মারক নম্বর পড়া যায়নি ({text})", "{kind}: the memo number cannot be read ({text})"),
    "evidence-no-day": ("{kind}: তারিখ লেখা নেই", "{kind}: the date is missing"),
    "evidence-outside-year": ("{kind}: তারিখ {day} অর্থবছরের বাইরে", "{kind}: {day} lies outside the fiscal year"),
    "evidence-outside-quarter": (
        "{kind}: তারিখ {day}, যা {quarter} নম্বর ত্রৈমাসিকের বাইরে",
        "{kind}: {day} lies outside quarter {quarter}",
    ),
    "evidence-other-day": (
        "{kind}: তারিখ {day}, কিন্তু অর্জনের তারিখ {achieved}",
        "{kind}: dated {day}, the achievement {achieved}",
    ),
    "evidence-more-steps": (
        "{kind}: প্রস্তাবিত ধাপ ({lower}) বিদ্যমান ধাপের ({upper}) চেয়ে বেশি",
        "{kind}: more steps proposed ({lower}) than now ({upper})",
    ),
    "evidence-six-numbers": (
        "{kind}: সময়, খরচ ও যাতায়াতের ৬টি সংখ্যার মধ্যে {count}টি আছে",
        "{kind}: {count} of the six figures of time, cost and visits are given",
    ),
    "evidence-section-over": (
        "শাখা {text}: উপস্থাপিত নোটের চেয়ে নিষ্পত্তি বেশি",
        "section {text}: more disposed of than presented",
    ),
    "evidence-sections-total": (
        "{kind}: শাখাসমূহের যোগফল {sum}/{total}, কিন্তু দাবি {numerator}/{denominator}",
        "{kind}: the sections sum to {sum}/{total}, the claim is {numerator}/{denominator}",
    ),
    "evidence-no-allocation": ("{kind}: বরাদ্দ শূন্য", "{kind}: the allocation is zero"),
    "evidence-spent-differs": (
        "{kind}: বিবরণীতে {sum}/{total}, কিন্তু দাবি {numerator}/{denominator}",
        "{kind}: the statement says {sum}/{total}, the claim {numerator}/{denominator}",
    ),
    "reuse-same-elsewhere": ("একই ফাইল অন্য একটি কার্যালয়ও ব্যবহার করেছে", "another office uses the very same file"),
    "reuse-same-quarter": (
        "একই ফাইল এই কার্যালয়ের অন্য ত্রৈমাসিক বা অন্য বছরেও ব্যবহৃত",
        "the same file is also used for another quarter or year of this office",
    ),
    "reuse-same-event": (
        "একই ফাইল অন্য একটি কাজের প্রমাণক হিসেবেও ব্যবহৃত",
        "the same file also proves another event",
    ),
    "reuse-near-elsewhere": (
        "প্রায় একই ছবি অন্য একটি কার্যালয়ও ব্যবহার করেছে ({count} বিট পার্থক্য)",
        "another office uses a nearly equal picture ({count} bits differ)",
    ),
    "reuse-near-quarter": (
        "প্রায় একই ছবি অন্য ত্রৈমাসিক বা বছরে ব্যবহৃত ({count} বিট পার্থক্য)",
        "a nearly equal picture is used for another quarter or year ({count} bits differ)",
    ),
    "reuse-near-event": (
        "প্রায় একই ছবি অন্য একটি কাজের প্রমাণক হিসেবেও ব্যবহৃত ({count} বিট পার্থক্য)",
        "a nearly equal picture also proves another event ({count} bits differ)",
    ),
    "R4-premature": (
        "{quarter} নম্বর ত্রৈমাসিকের হিসাব {as_of} তারিখের, কিন্তু অর্জন {achieved} তারিখেই দাবি করা হয়েছে; সে পর্যন্ত নম্বর সাময়িক",
        "the figure of quarter {quarter} counts as of {as_of} but was claimed on {achieved}; provisional until then",
    ),
    "R5-no-counts": ("শতকরা হারের লব ও হর দেওয়া নেই", "the percentage has no counts behind it"),
    "R5-no-base": (
        "হর {denominator} কোন নথির তালিকা বা স্টেটমেন্ট থেকে নেওয়া, তা সংযুক্ত নেই",
        "no statement or approved list backs the denominator {denominator}",
    ),
    "R6-missing": ("প্রমাণকের তালিকায় {count}টি ঘাটতি আছে", "{count} lines of the evidence checklist are open"),
    "R8-typed": (
        "{achieved} তারিখের সভা হাতে লেখা; চূড়ান্ত কার্যবিবরণী নেই",
        "the meeting of {achieved} is typed in; there are no final minutes",
    ),
    "R9-calendars": (
        "বাংলা তারিখ {text} পাশের খ্রিস্টীয় তারিখের সাথে মেলে না; হওয়ার কথা {reason}",
        "the Bangla date {text} does not fit the date beside it, which is {reason}",
    ),
    "R10-twice": (
        "স্মারক নম্বর {text} ভিন্ন তারিখের {count}টি কাজে ব্যবহৃত",
        "memo number {text} is used for {count} events of different days",
    ),
    "R10-broken": ("স্মারক নম্বর পড়া যায়নি: {text}", "the memo number cannot be read: {text}"),
    "R10-other-office": (
        "স্মারক নম্বর {text} এই কার্যালয়ের কোড ({reason}) দিয়ে শুরু নয়",
        "memo number {text} does not begin with this office's code ({reason})",
    ),
    "R11-open": (
        "{reason}: সিদ্ধান্ত {text} এর বাস্তবায়নকারী পদ বা তারিখ নেই",
        "{reason}: decision {text} has no implementing post or no date",
    ),
    "R12-own-after-official": (
        "নিজস্ব তারিখ {day} দাপ্তরিক তারিখ {target} এর পরে",
        "the office's own date {day} is after the official {target}",
    ),
    "R13-twice": ("{reason}: “{text}” আলোচ্য বিষয়টি দুইবার আছে", "{reason}: the matter “{text}” stands twice"),
    "R14-names": ("একই নাম দুই বানানে: {text}, {reason}", "one name in two spellings: {text}, {reason}"),
    "R15-other-share": (
        "বিবরণে {known}% লেখা, কিন্তু {numerator} ÷ {denominator} = {raw}%",
        "the text says {known}%, but {numerator} ÷ {denominator} = {raw}%",
    ),
    "R16-quorum": (
        "{reason}: উপস্থিতি {count}, কোরাম {total}",
        "{reason}: {count} present, the quorum is {total}",
    ),
    "R17-easy": (
        "{text} সালেই {upper} অর্জিত; এ বছরের লক্ষ্যমাত্রা {target} সহজ",
        "{upper} was reached in {text} already; this year's target {target} is easy",
    ),
    "R18-own": (
        "{quarter} নম্বর ত্রৈমাসিকে যিনি দাবি করেছেন তিনিই যাচাই করেছেন",
        "in quarter {quarter} the claimant was also the reviewer",
    ),
    "O1-outlier": (
        "অর্জন {achieved}; একই স্তরের {count}টি কার্যালয়ের মধ্যমা {target} থেকে অনেক দূরে",
        "{achieved} is far from {target}, the median of {count} offices of this tier",
    ),
    "O2-below": (
        "একটি অর্জনে {achieved}; {target} এর কম স্বাভাবিক নয়",
        "{achieved} in one entry; under {target} is unusual",
    ),
    "O2-limit": (
        "একটি অর্জনে {achieved}; {target} এর বেশি স্বাভাবিক নয়",
        "{achieved} in one entry; over {target} is unusual",
    ),
    "O3-infected": (
        "“{text}” ফাইলে ভাইরাস পাওয়া গেছে; এটি প্রমাণক হিসেবে গণ্য নয়",
        "a virus was found in “{text}”; it does not count as evidence",
    ),
    "O4-replaced": (
        "{quarter} নম্বর ত্রৈমাসিক দাখিলের পর প্রমাণকের ফাইল “{text}” বদলানো হয়েছে",
        "the file “{text}” was replaced after quarter {quarter} was sent",
    ),
    "O5-records": (
        "{quarter} নম্বর ত্রৈমাসিকে লেখা আছে {achieved}, কিন্তু এই সফটওয়্যারের নিজস্ব নথিতে {target}",
        "quarter {quarter} says {achieved}, the product's own records say {target}",
    ),
}
RULE_TITLES: dict[str, tuple[str, str]] = {
    "R1": ("মানের যোগফল", "weights add up"),
    "R2": ("একক ও লক্ষ্যমাত্রার মিল", "the unit fits the targets"),
    "R3": ("ধাপের ক্রম", "order of the target columns"),
    "R4": ("সময়ের আগে দাবি", "claimed too early"),
    "R5": ("লব ও হর ছাড়া শতকরা হার", "a percentage without counts"),
    "R6": ("প্রমাণকের ঘাটতি", "evidence missing"),
    "R7": ("একই প্রমাণক একাধিক স্থানে", "evidence used twice"),
    "R8": ("কার্যবিবরণী ছাড়া সভা", "a meeting without minutes"),
    "R9": ("বাংলা ও খ্রিস্টীয় তারিখের অমিল", "the two calendars disagree"),
    "R10": ("স্মারক নম্বর", "memo numbers"),
    "R11": ("সিদ্ধান্তের বাস্তবায়নকারী ও তারিখ", "who carries a decision out, and when"),
    "R12": ("নিজস্ব তারিখ দাপ্তরিক তারিখের পরে", "own date after the official one"),
    "R13": ("আলোচ্য বিষয় দুইবার", "one matter twice"),
    "R14": ("নামের বানান", "spelling of names"),
    "R15": ("লেখা শতকরা হার ও হিসাবের অমিল", "a stated percentage that is not the computed one"),
    "R16": ("কোরাম", "quorum"),
    "R17": ("সহজ লক্ষ্যমাত্রা", "a target met before"),
    "R18": ("নিজের দাবি নিজে যাচাই", "own claim reviewed"),
    "O1": ("অস্বাভাবিক মান", "outlier"),
    "O2": ("সীমার বাইরে", "outside the limits"),
    "O3": ("প্রমাণকে ভাইরাস", "a virus in the evidence"),
    "O4": ("দাবির পর ফাইল বদল", "a file replaced after the claim"),
    "O5": ("নিজস্ব নথির সাথে অমিল", "differs from the product's own records"),
}
