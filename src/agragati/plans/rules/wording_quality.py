"""The sentences of the rating of a plan: names, findings, advice, grades; key → (Bangla, English)."""

from __future__ import annotations

Texts = dict[str, tuple[str, str]]

CRITERION_NAMES: Texts = {
    "measurable": ("পরিমাপযোগ্য সূচক", "measurable indicators"),
    "above_last_year": ("আগের বছরের চেয়ে এগিয়ে", "above last year"),
    "even_steps": ("ধাপের সুষম ব্যবধান", "evenly spaced columns"),
    "evidence": ("প্রমাণক নির্ধারিত", "evidence named"),
    "section": ("দায়িত্বপ্রাপ্ত শাখা নির্ধারিত", "responsible section named"),
    "weights": ("মানের সুষম বণ্টন", "weights spread"),
    "spread_dates": ("তারিখ সারা বছরে বিন্যস্ত", "dates spread over the year"),
    "explained": ("সূচকের সংজ্ঞা বা হিসাবপদ্ধতি", "definition or method"),
    "outward": ("সেবাগ্রহীতার প্রাপ্তি", "what people get"),
}
GRADE_NAMES: Texts = {
    "very_good": ("খুব ভালো", "very good"),
    "good": ("ভালো", "good"),
    "fair": ("মোটামুটি", "fair"),
    "weak": ("দুর্বল", "weak"),
    "": ("বিচার করা যায়নি", "could not be judged"),
}
QUALITY_TEXTS: Texts = {
    "quality-measurable": (
        "{more}টি সূচকের {count}টির একক ও সব লক্ষ্যমাত্রা জানা ও পরিমাপযোগ্য",
        "{count} of {more} indicators have a unit and known targets",
    ),
    "quality-measurable-mend": (
        "একক ও লক্ষ্যমাত্রা লিখুন বা মিলিয়ে নিন: {codes}",
        "write or mend the unit and the targets of: {codes}",
    ),
    "quality-above_last_year": (
        "তারিখ ছাড়া {more}টি সূচকের {count}টির লক্ষ্যমাত্রা আগের বছরের অর্জনের চেয়ে বেশি",
        "{count} of {more} indicators without dates aim above last year's value",
    ),
    "quality-above_last_year-mend": (
        "আগের বছরের অর্জন লিখুন এবং লক্ষ্যমাত্রা তার চেয়ে এগিয়ে রাখুন: {codes}",
        "state last year's value and aim above it: {codes}",
    ),
    "quality-even_steps": (
        "তিন বা বেশি ধাপের {more}টি সূচকের {count}টিতে ধাপের ব্যবধান সুষম",
        "{count} of {more} indicators with three or more columns have even steps",
    ),
    "quality-even_steps-mend": (
        "বড় ব্যবধান ছোটটির তিন গুণের মধ্যে আনুন: {codes}",
        "bring the widest step within three times the narrowest: {codes}",
    ),
    "quality-evidence": (
        "{more}টি সূচকের {count}টিতে প্রমাণকের নাম আছে",
        "{count} of {more} indicators name their evidence",
    ),
    "quality-evidence-mend": ("প্রমাণক নির্ধারণ করুন: {codes}", "name the evidence of: {codes}"),
    "quality-section": (
        "{more}টি সূচকের {count}টিতে দায়িত্বপ্রাপ্ত শাখা লেখা আছে",
        "{count} of {more} indicators name a responsible section",
    ),
    "quality-section-mend": ("দায়িত্বপ্রাপ্ত শাখা লিখুন: {codes}", "name the responsible section of: {codes}"),
    "quality-weights": (
        "{more}টি সূচকের {count}টির মান সীমার মধ্যে (মোটের এক-পঞ্চমাংশ; সূচক পাঁচের কম হলে সমান ভাগ)",
        "{count} of {more} indicators are within the limit (a fifth of the total; the even share of fewer than five)",
    ),
    "quality-weights-mend": (
        "কয়েকটি সূচকে মান বেশি; কিছু মান অন্য সূচকে দিন: {codes}",
        "the weight is heaped; give some of it to others: {codes}",
    ),
    "quality-spread_dates": (
        "তারিখের {more}টি সূচকের {count}টির তারিখ শেষ ত্রৈমাসিকের আগে",
        "{count} of {more} dated indicators fall before the last quarter",
    ),
    "quality-spread_dates-mend": (
        "অর্ধেকের বেশি তারিখ এপ্রিল-জুনে; কিছু তারিখ এগিয়ে আনুন: {codes}",
        "more than half the dates lie in April to June; bring some forward: {codes}",
    ),
    "quality-explained": (
        "{more}টি সূচকের {count}টির সংজ্ঞা, হিসাবপদ্ধতি বা সূত্র লেখা আছে",
        "{count} of {more} indicators are explained",
    ),
    "quality-explained-mend": (
        "সংজ্ঞা বা হিসাবপদ্ধতি লিখুন: {codes}",
        "write a definition or how it is measured for: {codes}",
    ),
    "quality-outward": (
        "{more}টি সূচকের {count}টি সেবাগ্রহীতা কী পেলেন তা মাপে",
        "{count} of {more} indicators measure what people get",
    ),
    "quality-outward-mend": (
        "অন্তত একটি সূচকে বাইরের ফল, প্রভাব বা গুণগত মান মাপুন",
        "let at least one indicator measure an outside output, an outcome or quality",
    ),
    "quality-measurable-unjudged": ("কোনো সূচক নেই", "there is no indicator"),
    "quality-above_last_year-unjudged": (
        "সব সূচক তারিখের; আগের বছরের সঙ্গে তুলনা করা যায় না",
        "every indicator is a date; there is nothing to compare",
    ),
    "quality-even_steps-unjudged": ("তিন ধাপের কোনো সূচক নেই", "no indicator has three columns"),
    "quality-evidence-unjudged": ("কোনো সূচক নেই", "there is no indicator"),
    "quality-section-unjudged": ("কোনো সূচক নেই", "there is no indicator"),
    "quality-weights-unjudged": ("সব সূচকের মান জানা নেই", "not every weight is known"),
    "quality-spread_dates-unjudged": ("তারিখের কোনো সূচক নেই", "no indicator has dates"),
    "quality-explained-unjudged": ("কোনো সূচক নেই", "there is no indicator"),
    "quality-outward-unjudged": ("কোনো সূচক নেই", "there is no indicator"),
}
