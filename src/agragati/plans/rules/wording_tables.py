"""The sentences of reasons and findings: key → (Bangla, English)."""

from __future__ import annotations

from agragati.plans.rules.choices import Unit

Texts = dict[str, tuple[str, str]]

UNIT_NAMES: dict[Unit, tuple[str, str]] = {
    Unit.DATE: ("তারিখ", "date"),
    Unit.NUMBER: ("সংখ্যা", "number"),
    Unit.PERCENT: ("%", "percent"),
    Unit.BLANK: ("একক নেই", "no unit"),
}

UNKNOWN_TEXT = (
    "অজানা — অফিসের স্বাক্ষরিত পরিকল্পনা থেকে লিখুন",
    "unknown: type it from the office's signed plan",
)

STATE_TEXTS: Texts = {
    "scored": ("নম্বর হিসাব হয়েছে", "scored"),
    "not_yet": ("এখনো হয়নি", "not yet"),
    "no_figure": ("সংখ্যা উল্লেখ নেই", "no figure stated"),
    "not_applicable": ("প্রযোজ্য নয়", "not applicable"),
    "rejected": ("প্রমাণক গৃহীত হয়নি", "evidence rejected"),
    "unknown": ("অজানা", "unknown"),
}

REASON_TEXTS: Texts = {
    "date_on_time": (
        "{achieved}: {percent}% এর তারিখ {target} এর মধ্যে → {raw}%",
        "{achieved}: within the {percent}% date {target} → {raw}%",
    ),
    "date_early": (
        "{achieved}: {percent}% এর তারিখ {target} এর {days} দিন আগে → {raw}%",
        "{achieved}: {days} days before the {percent}% date {target} → {raw}%",
    ),
    "date_late_linear": (
        "{days} দিন দেরি: {above} ও {below} এর মধ্যে {part}/{whole} ভাগ → {raw}%",
        "{days} days late: {part}/{whole} of the way between {below} and {above} → {raw}%",
    ),
    "date_later_linear": (
        "{above}% এর তারিখ {upper} এর {days} দিন পরে: {above} ও {below} এর মধ্যে {part}/{whole} ভাগ → {raw}%",
        "{days} days after the {above}% date {upper}: {part}/{whole} of the way between {below} and {above} → {raw}%",
    ),
    "reached": (
        "{achieved}: {percent}% এর লক্ষ্যমাত্রা {target} পূরণ হয়েছে → {raw}%",
        "{achieved}: meets the {percent}% target {target} → {raw}%",
    ),
    "on_level": (
        "{achieved}: ঠিক {percent}% এর লক্ষ্যমাত্রা → {raw}%",
        "{achieved}: exactly the {percent}% target → {raw}%",
    ),
    "between_linear": (
        "{achieved}: লক্ষ্যমাত্রা {upper} ও {lower} এর মাঝে; {above} ও {below} এর মধ্যে {part}/{whole} ভাগ → {raw}%",
        "{achieved}: between the targets {upper} and {lower};"
        " {part}/{whole} of the way between {below} and {above} → {raw}%",
    ),
    "step": (
        "{achieved}: {percent}% এর লক্ষ্যমাত্রা {target} পূরণ; ধাপ পদ্ধতিতে মাঝের নম্বর নেই → {raw}%",
        "{achieved}: meets the {percent}% target {target}; steps have no marks between → {raw}%",
    ),
    "ratio": (
        "আনুপাতিক হার: {achieved} ÷ {target} → {raw}%",
        "in proportion: {achieved} ÷ {target} → {raw}%",
    ),
    "ratio_below_floor": (
        "আনুপাতিক হার {known}%, যা {percent}% এর নিচে → ০",
        "the proportion {known}% is below {percent}% → 0",
    ),
    "all_or_nothing_missed": (
        "{achieved}: লক্ষ্যমাত্রা {target} পূরণ হয়নি; পূর্ণ নম্বর নয়তো শূন্য → ০",
        "{achieved}: misses the target {target}; all marks or none → 0",
    ),
    "below_last": (
        "{achieved}: শেষ লক্ষ্যমাত্রা {target} ({percent}%) এর নিচে → ০",
        "{achieved}: below the last target {target} ({percent}%) → 0",
    ),
    "date_after_last": (
        "{achieved}: শেষ তারিখ {target} ({percent}%) এর {days} দিন পরে → ০",
        "{achieved}: {days} days after the last date {target} ({percent}%) → 0",
    ),
    "marks": (
        "নম্বর: {weight} × {raw}% = {points}",
        "marks: {weight} × {raw}% = {points}",
    ),
    "percent_of": (
        "{denominator} এর মধ্যে {numerator} = {achieved}",
        "{numerator} of {denominator} = {achieved}",
    ),
    "from_events": (
        "{count}টি ঘটনা থেকে হিসাব করা: {achieved}",
        "worked out from {count} events: {achieved}",
    ),
    "not_yet": (
        "এখনো অর্জন নেই; এ পর্যন্ত ০",
        "nothing achieved yet; 0 so far",
    ),
    "missed": (
        "{as_of} পর্যন্ত অর্জন নেই, শেষ তারিখ {target} পার হয়ে গেছে → ০",
        "nothing achieved by {as_of} and the last date {target} is over → 0",
    ),
    "no_figure": (
        "বিবরণ আছে, কিন্তু কোনো সংখ্যা বা তারিখ উল্লেখ নেই; শূন্য অর্জন ধরা হয়নি",
        "described in words, but no figure stated; this is not counted as zero achieved",
    ),
    "denominator_zero": (
        "মোট (হর) ০, তাই শতকরা হয় না: প্রযোজ্য নয় (০-ও নয়, ১০০-ও নয়)",
        "the whole (denominator) is 0, so there is no percentage: not applicable, neither 0 nor 100",
    ),
    "not_applicable": ("এই অফিসের জন্য প্রযোজ্য নয় বলে জানানো হয়েছে", "stated as not applicable to this office"),
    "rejected": ("প্রমাণক গৃহীত হয়নি → ০", "the evidence was rejected → 0"),
    "rejected_because": ("প্রমাণক গৃহীত হয়নি ({reason}) → ০", "the evidence was rejected ({reason}) → 0"),
    "no_evidence": ("কোনো প্রমাণক নেই → ০", "there is no evidence → 0"),
    "evidence_fewer": (
        "দাবি {claimed}, কিন্তু প্রমাণক আছে {count}টির; {counted} ধরা হলো",
        "{claimed} claimed, evidence for {count} only; {counted} counted",
    ),
    "before_year": (
        "{achieved} অর্থবছর শুরুর ({start}) আগে; এ বছরের অর্জন নয় → ০",
        "{achieved} is before the fiscal year began ({start}): not this year's work → 0",
    ),
    "after_year": (
        "{achieved} অর্থবছর শেষ হওয়ার ({end}) পরে → ০",
        "{achieved} is after the fiscal year ended ({end}) → 0",
    ),
    "levels_unknown": (
        "লক্ষ্যমাত্রা " + UNKNOWN_TEXT[0],
        "targets " + UNKNOWN_TEXT[1],
    ),
    "below_known_levels": (
        "{achieved}: জানা লক্ষ্যমাত্রা {target} ({percent}%) পূরণ হয়নি; নিচের লক্ষ্যমাত্রা " + UNKNOWN_TEXT[0],
        "{achieved}: misses the known target {target} ({percent}%); the lower ones are " + UNKNOWN_TEXT[1],
    ),
    "weight_unknown": ("সূচকের মান " + UNKNOWN_TEXT[0], "weight " + UNKNOWN_TEXT[1]),
    "levels_broken": (
        "লক্ষ্যমাত্রাগুলো পরস্পরবিরোধী; ঠিক না করা পর্যন্ত নম্বর দেওয়া যায় না",
        "the targets contradict each other; no marks until they are corrected",
    ),
    "what_if_date": ("{target} এর মধ্যে → {points}", "by {target} → {points}"),
    "what_if_value": ("{target} হলে → {points}", "with {target} → {points}"),
    "next_by_date": (
        "{percent}% এর জন্য {target} তারিখের মধ্যে সম্পন্ন করতে হবে (বাকি {days} দিন)",
        "for {percent}%: finish by {target} ({days} days left)",
    ),
    "next_by_value": (
        "{percent}% এর জন্য {target} দরকার: আরও {gap}, {by} তারিখের মধ্যে",
        "for {percent}%: {target} needed, {gap} more by {by}",
    ),
    "next_by_ratio": (
        "{percent}% এর জন্য {target} দরকার: {denominator} এর মধ্যে আরও {more}, {by} তারিখের মধ্যে",
        "for {percent}%: {target} needed, {more} more of {denominator} by {by}",
    ),
}

FINDING_TEXTS: Texts = {
    "R1-weights-sum": (
        "সূচকগুলোর মানের যোগফল {sum}, হওয়ার কথা {total}",
        "the indicators' weights sum to {sum} instead of {total}",
    ),
    "R1-area-sum": (
        "ক্ষেত্র [{area}] এর মুদ্রিত মান {printed}, কিন্তু এর সূচকগুলোর মানের যোগফল {sum}",
        "area [{area}] is printed as {printed}, but its indicators sum to {sum}",
    ),
    "R1-area-weights-sum": (
        "ক্ষেত্রগুলোর মুদ্রিত মানের যোগফল {sum}, হওয়ার কথা {total}",
        "the printed area weights sum to {sum} instead of {total}",
    ),
    "R1-weight-unknown": ("সূচকের মান " + UNKNOWN_TEXT[0], "the weight is " + UNKNOWN_TEXT[1]),
    "R1-weight-positive": (
        "সূচকের মান {weight}; শূন্যের বেশি হতে হবে",
        "the weight is {weight}; it must be above zero",
    ),
    "R2-unit": (
        'একক ছাপা আছে "{printed_unit}", কিন্তু লক্ষ্যমাত্রা {measure}',
        'the printed unit is "{printed_unit}", but the targets are of the kind: {measure}',
    ),
    "R2-unit-blank": (
        "একক ছাপা নেই; লক্ষ্যমাত্রা দেখে {measure} ধরা হয়েছে",
        "no unit is printed; the targets are taken as: {measure}",
    ),
    "R2-mixed-targets": (
        "একই সূচকে তারিখ ও সংখ্যা মিশে আছে",
        "dates and numbers are mixed in one indicator's targets",
    ),
    "R3-direction": (
        "{above}% এর লক্ষ্যমাত্রা {upper}, {below}% এর {lower}: নিচের ধাপের লক্ষ্যমাত্রা বেশি কঠিন",
        "the {above}% target is {upper} and the {below}% target {lower}: the lower column asks for more",
    ),
    "R3-equal-levels": (
        "{above}% ও {below}% এর লক্ষ্যমাত্রা একই: {upper}",
        "the {above}% and {below}% targets are the same: {upper}",
    ),
    "R3-gap": (
        '"-" কেবল শেষের ঘরে থাকতে পারে; {percent}% এর ঘর ফাঁকা অথচ তার পরে লক্ষ্যমাত্রা আছে',
        '"-" may stand only at the end; the {percent}% column is empty but a lower one has a target',
    ),
    "R3-percent-order": (
        "ধাপের শতকরা হার বড় থেকে ছোট ক্রমে নেই: {above} এর পরে {below}",
        "the columns' percents do not descend: {below} follows {above}",
    ),
    "R3-percent-range": (
        "ধাপের শতকরা হার {percent}; ০ এর বেশি ও ১০০ এর মধ্যে হতে হবে",
        "a column's percent is {percent}; it must be above 0 and at most 100",
    ),
    "R3-outside-year": (
        "লক্ষ্যমাত্রার তারিখ {target} অর্থবছরের ({start} - {end}) বাইরে",
        "the target date {target} is outside the fiscal year ({start} to {end})",
    ),
    "R3-percent-target": (
        "শতকরা লক্ষ্যমাত্রা {target}; ০ থেকে ১০০ এর মধ্যে হতে হবে",
        "the percent target is {target}; it must be between 0 and 100",
    ),
    "R3-levels-unknown": (
        "সব লক্ষ্যমাত্রা জানা নেই: " + UNKNOWN_TEXT[0],
        "not all targets are known: " + UNKNOWN_TEXT[1],
    ),
    "R3-no-target": ('সব ঘরেই "-"; কোনো লক্ষ্যমাত্রা নেই', 'every column is "-"; there is no target'),
    "R6-evidence-list": (
        "প্রমাণকের তালিকা নেই: {codes}",
        "no list of evidence: {codes}",
    ),
    "code-duplicate": ("একই কোড একাধিকবার আছে", "the same code stands more than once"),
    "code-area": (
        "ক্ষেত্র [{area}] এর ঘোষণা নেই",
        "its area [{area}] is not declared",
    ),
    "code-activity": ("কার্যক্রম [{activity}] এর ঘোষণা নেই", "its activity [{activity}] is not declared"),
    "unknown-field": (
        'অচেনা ঘর "{place}" বাদ দেওয়া হয়েছে',
        'the unknown field "{place}" was left aside',
    ),
    "mixed-digits": (
        '{place}: বাংলা ও ইংরেজি অঙ্ক মিশে আছে ("{reason}"); একই সংখ্যা হিসেবে পড়া হয়েছে',
        '{place}: Bangla and Latin digits are mixed ("{reason}"); read as one number',
    ),
    "R4-after-as-of": (
        "অর্জনের তারিখ {achieved} হিসাবের তারিখ {as_of} এর পরে; নম্বর সাময়িক",
        "the achievement is dated {achieved}, after the day of reckoning {as_of}; the marks are provisional",
    ),
    "R5-typed-percent": (
        "শতকরা হার সরাসরি লেখা; লব ও হর দিলে হিসাব যাচাই করা যায়",
        "the percentage was typed in; give numerator and denominator so that it can be checked",
    ),
    "date-outside-year": (
        "অর্জনের তারিখ {achieved} অর্থবছরের ({start} - {end}) বাইরে; নম্বর ০",
        "the achievement of {achieved} is outside the fiscal year ({start} to {end}); marks 0",
    ),
    "R17-before-year": (
        "অর্জনের তারিখ {achieved} অর্থবছর শুরুর ({start}) আগে; নম্বর ০",
        "the achievement of {achieved} is before the fiscal year began ({start}); marks 0",
    ),
    "no-figure": (
        "কোনো সংখ্যা বা তারিখ উল্লেখ নেই; শূন্য অর্জন ধরা হয়নি, মোটেও যোগ হয়নি",
        "no figure stated; not counted as zero achieved, and adds nothing to the total",
    ),
    "not-applicable": (
        "প্রযোজ্য নয় (মান {weight}); মোট {total} অপরিবর্তিত, এ সূচকের নম্বর যোগ হয়নি",
        "not applicable (weight {weight}); the total stays out of {total} and nothing is added for it",
    ),
    "marks-estimated": (
        "মোট নম্বর অনুমিত: {count}টি সূচকের মান বা লক্ষ্যমাত্রা অজানা",
        "the total is estimated: weight or targets of {count} indicators are unknown",
    ),
    "levels-broken": (
        "লক্ষ্যমাত্রা পরস্পরবিরোধী বলে নম্বর দেওয়া হয়নি",
        "no marks were given because the targets contradict each other",
    ),
}
