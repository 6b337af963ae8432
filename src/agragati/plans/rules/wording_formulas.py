"""The sentences of formulas, constants, projections and the legend: key → (Bangla, English)."""

from __future__ import annotations

FORMULA_TEXTS: dict[str, tuple[str, str]] = {
    "formula": (
        "সূত্র: {formula} = {numbers} = {answer}",
        "formula: {formula} = {numbers} = {answer}",
    ),
    "formula_part": (
        "{text} = {formula} = {numbers} = {answer}",
        "{text} = {formula} = {numbers} = {answer}",
    ),
    "formula_zero": (
        "সূত্র: {formula} = {numbers}; হর ০, তাই প্রযোজ্য নয় (০-ও নয়, ১০০-ও নয়)",
        "formula: {formula} = {numbers}; it divides by 0, so it is not applicable, neither 0 nor 100",
    ),
    "formula_too_large": (
        "সূত্র: {formula} = {numbers}; ফল হিসাবের সীমার বাইরে",
        "formula: {formula} = {numbers}; the result is past all use",
    ),
    "formula_broken": (
        "সূত্রে ভুল আছে; ঠিক না করা পর্যন্ত নম্বর দেওয়া যায় না",
        "the formula has errors; no marks until they are mended",
    ),
    "formula_out_of_range": (
        "সূত্রের ফল গ্রহণযোগ্য সীমার বাইরে; সংখ্যাগুলো ঠিক না করা পর্যন্ত নম্বর দেওয়া যায় না",
        "the formula gives what cannot be; no marks until the figures are mended",
    ),
    "formula-broken": ("সূত্রে ভুল আছে বলে নম্বর দেওয়া হয়নি", "no marks were given because the formula has errors"),
    "formula-out-of-range": (
        "সংখ্যাগুলো থেকে সূত্রের ফল ০ এর কম বা ১০০% এর বেশি আসে; নম্বর দেওয়া হয়নি",
        "the figures make the formula less than 0 or more than 100 %; no marks were given",
    ),
    "formula-typed": (
        "ফল সরাসরি লেখা; সূত্রের সংখ্যাগুলো দিলে হিসাব যাচাই করা যায়",
        "the result was typed in; give the formula's figures so that it can be checked",
    ),
    "formula-missing": (
        "সূত্রের সংখ্যার নাম আছে, কিন্তু সূত্র নেই",
        "figures are named, but there is no formula",
    ),
    "formula-no-figure": (
        "সূত্র আছে, কিন্তু অফিস কোন সংখ্যা দেবে তা বলা নেই",
        "there is a formula, but no figure for the office to state",
    ),
    "formula-date": (
        "লক্ষ্যমাত্রা তারিখ; সূত্র থেকে তারিখ হয় না",
        "the targets are dates; a formula gives no date",
    ),
    "formula-unknown-name": (
        'সূত্রের "{text}" নামে কোনো সংখ্যা, ধ্রুবক বা উপ-সূত্র নেই',
        'the formula names "{text}", which is no figure, constant or sub-expression',
    ),
    "formula-unknown-part": (
        'উপ-সূত্র "{place}" এ "{text}" নামে কোনো সংখ্যা, ধ্রুবক বা উপ-সূত্র নেই',
        'the sub-expression "{place}" names "{text}", which is no figure, constant or sub-expression',
    ),
    "formula-cycle": (
        'উপ-সূত্র "{text}" ঘুরেফিরে নিজের উপরেই নির্ভর করে',
        'the sub-expression "{text}" needs itself, directly or through others',
    ),
    "formula-name-twice": ('"{text}" নামটি একাধিকবার ব্যবহৃত', 'the name "{text}" is used more than once'),
    "formula-unused": ('"{text}" কোনো সূত্রে ব্যবহৃত হয়নি', '"{text}" is used by no formula'),
    "formula-constant-date": (
        'ধ্রুবক "{text}" একটি তারিখ; সূত্রে কেবল সংখ্যা ব্যবহার করা যায়',
        'the constant "{text}" is a date; a formula reckons with numbers only',
    ),
    "formula-unit": (
        "সূত্রে ভিন্ন একক যোগ, বিয়োগ বা তুলনা করা হয়েছে: {reason} ও {text}",
        "the formula adds or compares unlike units: {reason} and {text}",
    ),
    "formula-unit-result": (
        "সূত্রের ফলের একক {reason}, অথচ সূচকের একক {text}",
        "the formula gives {reason}, but the indicator is measured in {text}",
    ),
    "constant-unit": (
        'ধ্রুবক "{place}" এর একক {reason}, অথচ সূচকের একক {text}',
        'the constant "{place}" is in {reason}, but the indicator is measured in {text}',
    ),
    "R17-below-projection": (
        "লক্ষ্যমাত্রা {target}, অথচ আগের পরিকল্পনায় এ বছরের প্রক্ষেপণ ছিল {upper}: প্রক্ষেপণের চেয়ে সহজ",
        "the target is {target}, but the earlier plan foresaw {upper} for this year: easier than foreseen",
    ),
    "R17-foreseen": (
        "লক্ষ্যমাত্রা {target}, অথচ {text} অর্থবছরের পরিকল্পনায় এ বছরের প্রক্ষেপণ ছিল {upper}",
        "the target is {target}, but the plan of {text} foresaw {upper} for this year",
    ),
    "counted-unknown": (
        "“{text}” নামে গণনার কোনো উৎস নেই",
        "there is no record named “{text}” to count from",
    ),
    "counted-narrowed": (
        "গণনার উৎস “{text}” দিয়ে সীমিত করা যায় না",
        "the count cannot be narrowed by “{text}”",
    ),
    "counted-unfit": (
        "“{text}” থেকে এ ধরনের সূচক গণনা করা যায় না",
        "an indicator of this kind cannot be counted from “{text}”",
    ),
    "legend-empty": (
        "রং-সংকেতের {count} নম্বর ধাপ: শুরু {lower}, শেষ {upper}; শেষ বড় হতে হবে",
        "band {count} of the legend begins at {lower} and ends at {upper}; the end must be above",
    ),
    "legend-tone": (
        "রং-সংকেতের {count} নম্বর ধাপের রং অচেনা: {text}",
        "band {count} of the legend has an unknown tone: {text}",
    ),
    "legend-word": (
        "রং-সংকেতের {count} নম্বর ধাপে শ্রেণির নাম লেখা নেই; শুধু রং যথেষ্ট নয়",
        "band {count} of the legend has no word; colour alone is not enough",
    ),
    "legend-order": (
        "রং-সংকেতের ধাপ ছোট থেকে বড় ক্রমে নেই: {lower} এর পরে {upper}",
        "the legend's bands do not ascend: {upper} follows {lower}",
    ),
    "legend-gap": (
        "রং-সংকেতে ফাঁক: {lower} থেকে {upper} এর কোনো ধাপ নেই",
        "the legend has a gap: nothing from {lower} to {upper}",
    ),
    "legend-overlap": (
        "রং-সংকেতের ধাপ একটি আরেকটির উপরে পড়েছে: {upper} থেকে {lower}",
        "bands of the legend overlap from {upper} to {lower}",
    ),
    "legend-ends": (
        "রং-সংকেত {lower} এ শুরু বা শেষ; {upper} হতে হবে",
        "the legend begins or ends at {lower} instead of {upper}",
    ),
}
