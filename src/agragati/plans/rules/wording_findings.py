"""The sentences of findings of imports: key → (Bangla, English)."""

from __future__ import annotations

IMPORT_TEXTS: dict[str, tuple[str, str]] = {
    "import-empty": ("কোনো সূচকের সারি পাওয়া যায়নি", "no row of an indicator was found"),
    "import-no-year": (
        "শিরোনামে অর্থবছর (যেমন ২০২৫-২৬) লেখা নেই",
        "the title does not name the fiscal year (such as 2025-26)",
    ),
    "import-no-code": (
        'সূচকের ঘরে ১.১.১ ধরনের কোড নেই: "{text}"',
        'there is no code such as 1.1.1 in the cell of the indicator: "{text}"',
    ),
    "import-blank": (
        "ঘরটি ফাঁকা; এই সূচকে কলামটি নেই ধরা হয়েছে (জানা না থাকলে অজানা লিখুন)",
        "the cell is empty; taken as no such column for this indicator (write unknown if it is not known)",
    ),
    "import-percent": (
        "{text} কে শতকরা ধরে ১০০ দিয়ে গুণ করা হয়েছে",
        "{text} was taken as a percentage and multiplied by 100",
    ),
}
FORECAST_TEXTS: dict[str, tuple[str, str]] = {
    "forecast-over": ("বছর শেষ; নম্বর আর বদলাবে না", "the year is over; the marks stay"),
    "forecast-final": ("তারিখ অর্জিত; নম্বর চূড়ান্ত", "the date is reached; the marks are final"),
    "forecast-too-late": ("আর কোনো তারিখ বাকি নেই", "no date is left to keep"),
    "forecast-next-date": ("পরবর্তী তারিখ {target} এর মধ্যে হবে ধরা হয়েছে", "taken to be done by the next date, {target}"),
    "forecast-as-now": ("এখন পর্যন্ত যে হার, তা-ই থাকবে ধরা হয়েছে", "taken to stay as it is now"),
    "forecast-nothing-yet": ("এখনো কিছু হয়নি; কিছু ধরা হয়নি", "nothing has happened yet, and nothing is assumed"),
    "forecast-pace": (
        "{count} দিনে {achieved}; একই গতিতে {total} দিনে {target}",
        "{achieved} in {count} days; at this pace {target} in {total} days",
    ),
}
