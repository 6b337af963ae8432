"""Invented people of the demo: given names joined by number, the same on every machine."""

from __future__ import annotations

_MEN = (
    ("আবদুল করিম", "Abdul Karim"), ("মাহবুব আলম", "Mahbub Alam"), ("রফিকুল ইসলাম", "Rafiqul Islam"),
    ("শফিকুর রহমান", "Shafiqur Rahman"), ("জাহাঙ্গীর হোসেন", "Jahangir Hossain"), ("তানভীর আহমেদ", "Tanvir Ahmed"),
    ("সুব্রত দাস", "Subrata Das"), ("নুরুল হক", "Nurul Haque"), ("কামাল উদ্দিন", "Kamal Uddin"),
    ("বিকাশ চাকমা", "Bikash Chakma"), ("মিজানুর রহমান", "Mizanur Rahman"), ("আরিফ হাসান", "Arif Hasan"),
    ("প্রদীপ কুমার রায়", "Pradip Kumar Roy"), ("সোহেল রানা", "Sohel Rana"), ("মনিরুজ্জামান", "Moniruzzaman"),
    ("হাবিবুর রহমান", "Habibur Rahman"), ("ইমরান খান", "Imran Khan"),
)  # fmt: skip
_WOMEN = (
    ("রোকেয়া বেগম", "Rokeya Begum"), ("সালমা খাতুন", "Salma Khatun"), ("নাসরিন সুলতানা", "Nasrin Sultana"),
    ("ফারহানা ইয়াসমিন", "Farhana Yasmin"), ("শাহানা পারভীন", "Shahana Parvin"), ("তাহমিনা আক্তার", "Tahmina Akter"),
    ("সুমিত্রা রানী", "Sumitra Rani"), ("মরিয়ম জামান", "Mariam Zaman"), ("আয়েশা সিদ্দিকা", "Ayesha Siddika"),
    ("লাকী চৌধুরী", "Lucky Chowdhury"), ("কানিজ ফাতেমা", "Kaniz Fatema"), ("শিরিন আখতার", "Shirin Akhter"),
    ("মিতালি ত্রিপুরা", "Mitali Tripura"),
)  # fmt: skip
_TITLES_M = (("মোঃ ", "Md. "), ("", ""), ("এ কে এম ", "A K M "), ("সৈয়দ ", "Syed "), ("", ""))
_TITLES_F = (("", ""), ("মোছাঃ ", "Mst. "), ("", ""), ("ড. ", "Dr. "))


def person_name(number: int) -> tuple[str, str]:
    """Bangla and English name of the invented person `number`; neighbours differ."""
    women = number % 5 in {1, 3}
    names, titles = (_WOMEN, _TITLES_F) if women else (_MEN, _TITLES_M)
    name, title = names[(number * 7 + number // 11) % len(names)], titles[number // 3 % len(titles)]
    return title[0] + name[0], title[1] + name[1]
