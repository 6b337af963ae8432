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
