"""One sample of each kind of paper: an invented office, invented people, texts written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from agragati.papers.rules.blocks import Cell, Column, Paragraph, Person, Row, Table, head
from agragati.papers.rules.kinds import (
    Attendee,
    Decision,
    Meeting,
    Member,
    Present,
    Progress,
    ProgressArea,
    SectionNotes,
    attendance_sheet,
    efile_statement,
    letter,
    meeting_notice,
    minutes,
    office_order,
    progress_report,
    services_certificate,
    written_form,
)
from agragati.papers.rules.paper import (
    FOR_ACTION,
    FOR_INFORMATION,
    OFFICE_COPY,
    Distribution,
    Letterhead,
    Paper,
    Recipient,
    Verification,
)

HEAD = Letterhead(
    ministry="মৎস্য ও প্রাণিসম্পদ মন্ত্রণালয়",
    office="জেলা মৎস্য কর্মকর্তার কার্যালয়, কর্ণপুর",
    section="আইসিটি শাখা",
    address="সার্কিট হাউস সড়ক, কর্ণপুর",
    web="fisheries.karnapur.gov.bd",
)
DAY = date(2024, 8, 4)
MEMO = "৩৩.০২.৯৯০০.০১১.০৬.০০৭.২৪.১৩৮"
CHAIR = Person("শর্মিষ্ঠা চক্রবর্তী", "জেলা মৎস্য কর্মকর্তা")
ISSUER = Person("মোঃ মঞ্জুরুল আহসান", "সহকারী পরিচালক", lines=("ফোন: ০২-৯৯৯৯৯০০১", "ict@fisheries.karnapur.gov.bd"))
TEXTS = (
    "সভাপতি উপস্থিত সকলকে স্বাগত জানিয়ে সভার কাজ শুরু করেন। তিনি বলেন, মৎস্যচাষিদের সেবা প্রদান প্রক্রিয়া সহজিকরণ ও "
    "স্বচ্ছতা বৃদ্ধির জন্য ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা যথাযথভাবে বাস্তবায়ন করা অত্যন্ত জরুরি।",
    "সদস্য-সচিব গত ত্রৈমাসিকের অগ্রগতি উপস্থাপন করেন এবং জানান যে, অধিকাংশ কার্যক্রম নির্ধারিত সময়সীমার মধ্যে সম্পন্ন "
    "হয়েছে; তবে হ্যাচারি নিবন্ধন সেবার ডিজিটাইজেশন সংক্রান্ত কার্যাদেশ প্রক্রিয়াধীন রয়েছে।",
)
DECISIONS = (
    Decision(
        "[১.১.১] ন্যূনতম একটি উদ্ভাবনী ধারণা বাস্তবায়ন",
        "হ্যাচারি নিবন্ধনের আবেদন ঘরে বসে দাখিল করার ধারণাটি নিয়ে বিস্তারিত আলোচনা হয়। আবেদনকারীর যাতায়াত কমবে মর্মে "
        "সদস্যগণ একমত পোষণ করেন।",
        (
            "হ্যাচারি নিবন্ধন সেবাটি উদ্ভাবনী ধারণা হিসেবে নির্বাচন করা হলো।",
            "আগামী ১৫/০৯/২০২৪ তারিখের মধ্যে প্রসেস ম্যাপ ও টিসিভি বিশ্লেষণ প্রস্তুত করতে হবে।",
        ),
        "সহকারী পরিচালক / ফোকাল পয়েন্ট",
    ),
    Decision(
        "[৪.১.২] ই-ফাইলে নোট নিষ্পত্তি",
        "গত মাসে ই-ফাইলে নিষ্পত্তির হার ছিল ৭৬.৫০%। হার্ড নথির ব্যবহার কমানোর বিষয়ে আলোচনা হয়।",
        ("সকল শাখা নতুন নথি কেবল ডি-নথিতে খুলবে এবং প্রতি মাসের ০৫ তারিখের মধ্যে স্টেটমেন্ট প্রেরণ করবে।",),
        "সকল শাখা",
    ),
    Decision(
        "[৫.১.১] তথ্য বাতায়ন হালনাগাদকরণ",
        "কর্মকর্তাগণের তালিকা ও সেবাবক্সের লিংকসমূহ পরীক্ষা করা হয়।",
        ("প্রতি ত্রৈমাসিকে বিষয়ভিত্তিক তারিখ উল্লেখসহ হালনাগাদ প্রতিবেদন দাখিল করতে হবে।",),
        "প্রোগ্রামার",
    ),
)
MEETING = Meeting(
    chair="শর্মিষ্ঠা চক্রবর্তী, জেলা মৎস্য কর্মকর্তা",
    day="২৫ জুলাই ২০২৪ খ্রি., বৃহস্পতিবার",
    time="সকাল ১১.০০ ঘটিকা",
    place="জেলা মৎস্য কর্মকর্তার সম্মেলন কক্ষ, কর্ণপুর",
)
PRESENT = (
    Present("শর্মিষ্ঠা চক্রবর্তী", "জেলা মৎস্য কর্মকর্তা", "জেলা মৎস্য কর্মকর্তার কার্যালয়, কর্ণপুর", "সভাপতি"),
    Present("ড. রফিকুল্লাহ সর্দার", "উপজেলা মৎস্য কর্মকর্তা", "উপজেলা মৎস্য দপ্তর, উত্তর কর্ণপুর", "সদস্য"),
    Present("মোঃ মঞ্জুরুল আহসান", "সহকারী পরিচালক", "জেলা মৎস্য কর্মকর্তার কার্যালয়, কর্ণপুর", "সদস্য-সচিব"),
)
DISTRIBUTION = Distribution(
    (
        Recipient("মহাপরিচালক, মৎস্য অধিদপ্তর, ঢাকা", remark="মহাপরিচালক মহোদয়ের সদয় অবগতির জন্য"),
        Recipient("উপজেলা মৎস্য কর্মকর্তা (সকল), কর্ণপুর", FOR_ACTION),
        Recipient("প্রোগ্রামার, আইসিটি শাখা", remark="ওয়েবসাইটে প্রকাশের অনুরোধসহ"),
        Recipient(OFFICE_COPY),
    )
)
CHECK = Verification("https://agragati.karnapur.gov.bd/v/7KQ2-M4XD", "7KQ2-M4XD")


def minutes_sample(layout: int = 5, *, turn: str = "", times: int = 1) -> Paper:
    """Minutes with a decision table of `layout` columns; `turn` makes each one different, `times` longer."""
    rows = tuple(
        Decision(row.topic, f"{row.discussion} {turn}".strip(), row.decisions, row.implementer)
        for _ in range(times)
        for row in DECISIONS
    )
    return minutes(
        letterhead=HEAD,
        title="ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২৪-২৫ বাস্তবায়ন সংক্রান্ত ১ম ত্রৈমাসিক সভার কার্যবিবরণী",
        meeting=MEETING,
        paragraphs=[f"{text} {turn}".strip() for text in TEXTS * times],
        decisions=rows,
        chair=CHAIR,
        layout=layout,  # type: ignore[arg-type]
        present=PRESENT,
        memo_no=MEMO,
        day=DAY,
        issuer=ISSUER,
        distribution=DISTRIBUTION,
        verification=CHECK,
    )


def notice_sample() -> Paper:
    return meeting_notice(
        letterhead=HEAD,
        subject="ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা বাস্তবায়ন সংক্রান্ত ২য় ত্রৈমাসিক সভা আহ্বান।",
        paragraphs=[
            "উপর্যুক্ত বিষয়ের পরিপ্রেক্ষিতে জানানো যাচ্ছে যে, কর্মপরিকল্পনার অগ্রগতি পর্যালোচনার লক্ষ্যে ইনোভেশন টিমের একটি "
            "সভা নিম্নবর্ণিত সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।"
        ],
        meeting=MEETING,
        agenda=["গত সভার কার্যবিবরণী দৃঢ়ীকরণ", "সূচকভিত্তিক অগ্রগতি পর্যালোচনা", "শোকেসিং আয়োজনের প্রস্তুতি", "বিবিধ"],
        memo_no=MEMO,
        day=DAY,
        issuer=ISSUER,
        distribution=DISTRIBUTION,
    )


def letter_sample() -> Paper:
    return letter(
        letterhead=HEAD,
        urgency="জরুরি",
        subject="উদ্ভাবনী ধারণা প্রেরণ প্রসঙ্গে।",
        reference="মৎস্য অধিদপ্তরের স্মারক নম্বর: ৩৩.০২.০০০০.১০৪.১৮.০০২.২৪.৫১২, তারিখ: ২৮ জুলাই ২০২৪ খ্রি.",
        paragraphs=[
            "উপর্যুক্ত বিষয় ও সূত্রের পরিপ্রেক্ষিতে জানানো যাচ্ছে যে, ২০২৪-২৫ অর্থবছরের ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনার "
            "[১.১.১] সূচক অনুযায়ী ন্যূনতম একটি উদ্ভাবনী ধারণা বাস্তবায়নের বাধ্যবাধকতা রয়েছে। এ খাতে =৫০,০০০/- (পঞ্চাশ হাজার) "
            "টাকা বরাদ্দ রাখা হয়েছে।",
            "এমতাবস্থায়, আগামী ২০ আগস্ট ২০২৪ তারিখের মধ্যে সংযুক্ত ছক মোতাবেক কমপক্ষে ০২ (দুই)টি উদ্ভাবনী ধারণা "
            "এ কার্যালয়ে প্রেরণের জন্য নির্দেশক্রমে অনুরোধ করা হলো।",
        ],
        to=["উপজেলা মৎস্য কর্মকর্তা (সকল)", "কর্ণপুর।"],
        attachments=("উদ্ভাবনী ধারণা প্রস্তাবের ছক – ০১ (এক) পাতা।",),
        memo_no=MEMO,
        day=DAY,
        issuer=ISSUER,
        copies_memo_no=f"{MEMO}/১(৩)",
        copies=Distribution(
            (
                Recipient("মহাপরিচালক, মৎস্য অধিদপ্তর, ঢাকা", FOR_INFORMATION),
                Recipient("জেলা প্রশাসক, কর্ণপুর", FOR_INFORMATION),
                Recipient(OFFICE_COPY),
            ),
            label="অনুলিপি",
            phrase="সদয় জ্ঞাতার্থে/কার্যার্থে",
        ),
        verification=CHECK,
    )


def order_sample() -> Paper:
    return office_order(
        letterhead=HEAD,
        paragraphs=[
            "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২৪-২৫ যথাযথভাবে বাস্তবায়ন ও অগ্রগতি পর্যবেক্ষণের লক্ষ্যে নিম্নবর্ণিত কর্মকর্তাগণের "
            "সমন্বয়ে ইনোভেশন টিম পুনর্গঠন করা হলো:"
        ],
        members=[
            Member("জেলা মৎস্য কর্মকর্তা, কর্ণপুর", "আহ্বায়ক"),
            Member("উপজেলা মৎস্য কর্মকর্তা, উত্তর কর্ণপুর", "সদস্য"),
            Member("প্রোগ্রামার, আইসিটি শাখা", "সদস্য"),
            Member("সহকারী পরিচালক, জেলা মৎস্য কর্মকর্তার কার্যালয়", "সদস্য-সচিব"),
        ],
        terms=[
            "কর্মপরিকল্পনার প্রতিটি সূচকের দায়িত্ব বণ্টন ও তদারকি;",
            "প্রতি ত্রৈমাসিকে ন্যূনতম একটি পর্যালোচনা সভা আয়োজন;",
            "প্রমাণকসমূহ সংরক্ষণ ও ঊর্ধ্বতন কর্তৃপক্ষের নিকট প্রেরণ।",
        ],
        memo_no=MEMO,
        day=DAY,
        issuer=CHAIR,
        distribution=DISTRIBUTION,
        watermark="নমুনা",
    )


def certificate_sample() -> Paper:
    return services_certificate(
        letterhead=HEAD,
        count="০৫ (পাঁচ)টি",
        quarter="১ম ত্রৈমাসিক (জুলাই-সেপ্টেম্বর ২০২৪)",
        memo_no=MEMO,
        day=DAY,
        issuer=CHAIR,
        attachments=("সেবাসমূহের তালিকা – ০১ (এক) পাতা।",),
        verification=CHECK,
    )


def progress_sample() -> Paper:
    def row(code: str, activity: str, indicator: str, unit: str, weight: str, *targets: str) -> Progress:
        return Progress(f"[{code[:3]}] {activity}", f"[{code}] {indicator}", unit, weight, targets, "১", "১")

    dates = ("২৫/০২/২০২৫", "০৪/০৩/২০২৫", "২৫/০৩/২০২৫")
    first = (
        row("1.1.1", "উদ্ভাবনী ধারণা বাস্তবায়ন", "একটি উদ্ভাবনী ধারণা বাস্তবায়িত", "তারিখ", "5", *dates),
        row("1.2.1", "সেবা সহজিকরণ", "ন্যূনতম একটি সেবা সহজিকৃত", "তারিখ", "5", *dates),
        row("1.5.1", "ই-নথির ব্যবহার বৃদ্ধি", "ই-ফাইলে নোট নিষ্পত্তিকৃত", "%", "6", "80%", "70%", "60%"),
        row("1.6.1", "অবহিতকরণ কর্মশালা আয়োজন", "কর্মশালা আয়োজিত", "সংখ্যা", "4", "4", "2", "-"),
    )
    portal, plan = "তথ্য বাতায়ন হালনাগাদকরণ", "কর্মপরিকল্পনা বাস্তবায়ন"
    second = (
        row("2.1.1", portal, "তথ্য বাতায়নে সকল সেবাবক্স হালনাগাদকৃত", "সংখ্যা", "4", "4", "3", "2"),
        row("2.1.2", portal, "প্রকাশনা ও তথ্যাদি তথ্য বাতায়নে প্রকাশিত", "সংখ্যা", "2", "4", "3", "2"),
        row("2.2.1", plan, "কর্মপরিকল্পনা বাস্তবায়ন সংক্রান্ত প্রশিক্ষণ আয়োজিত", "সংখ্যা", "3", "4", "3", "2"),
        row("2.2.2", plan, "বরাদ্দকৃত অর্থ ব্যয়িত", "%", "3", "80%", "70%", "60%"),
        row("2.2.3", plan, "অগ্রগতি পর্যালোচনা সভা আয়োজিত", "সংখ্যা", "3", "4", "3", "2"),
        row("2.2.4", plan, "অর্ধবার্ষিক স্ব-মূল্যায়ন প্রতিবেদন ঊর্ধ্বতন কর্তৃপক্ষের নিকট প্রেরিত", "তারিখ", "3", *dates),
    )
    return progress_report(
        letterhead=HEAD,
        fiscal_year="২০২৪-২০২৫",
        period="জুলাই-সেপ্টেম্বর ২০২৪",
        areas=(
            ProgressArea("[১] ই-গভর্ন্যান্স ও উদ্ভাবন কার্যক্রম জোরদারকরণ", "35", first),
            ProgressArea("[২] প্রাতিষ্ঠানিক দক্ষতা বৃদ্ধি", "15", second),
        ),
        total_weight="50",
        memo_no=MEMO,
        day=DAY,
        signatories=CHAIR,
    )


def statement_sample() -> Paper:
    return efile_statement(
        letterhead=HEAD,
        period="জুলাই ২০২৪",
        sections=(
            SectionNotes("প্রশাসন শাখা", 128, 120, 14, 12, "৯০.৯১"),
            SectionNotes("আইসিটি শাখা", 86, 86, 0, 0, "১০০.০০"),
            SectionNotes("সম্প্রসারণ শাখা", 64, 50, 40, 38, "৫৬.৮২", "ডি-নথি প্রশিক্ষণ চলমান"),
        ),
        total=SectionNotes("মোট", 278, 256, 54, 50, "৮৩.৬৬"),
        notes=("হার = ই-ফাইলে নিষ্পত্তিকৃত নোট ÷ (ই-ফাইল ও হার্ড নথিতে মোট নিষ্পত্তিকৃত নোট) × ১০০।",),
        memo_no=MEMO,
        day=DAY,
        issuer=CHAIR,
    )


def attendance_sample() -> Paper:
    return attendance_sheet(
        letterhead=HEAD,
        event="ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা বিষয়ক কর্মশালা",
        meta=(("তারিখ", "২৫/০৭/২০২৪"), ("স্থান", "সম্মেলন কক্ষ, কর্ণপুর")),
        attendees=[Attendee(p.name, p.designation, p.office, "০১৭০০-০০০০০০") for p in PRESENT],
        empty_rows=17,
    )


def circular_sample() -> Paper:
    table = Table(
        (Column(width=12, align="center"), Column(share=3), Column(share=2)),
        (head("ক্রম", "কার্যক্রম", "সময়সীমা"),),
        (Row((Cell("১।"), Cell("তথ্য বাতায়ন হালনাগাদকরণ"), Cell("প্রতি মাসের ০৩ তারিখ"))),),
    )
    return written_form(
        "circular",
        letterhead=HEAD,
        subject="ডি-নথি ব্যবহার সংক্রান্ত নির্দেশনা।",
        blocks=(
            Paragraph("সকল শাখাকে নিম্নবর্ণিত সময়সীমা অনুসরণ করার নির্দেশ প্রদান করা হলো।"),
            table,
            Paragraph("এ নির্দেশনা অবিলম্বে কার্যকর হবে।", number=2),
        ),
        memo_no=MEMO,
        day=DAY,
        issuer=CHAIR,
        distribution=DISTRIBUTION,
        watermark="খসড়া",
    )


def demi_official_sample() -> Paper:
    return written_form(
        "demi_official",
        letterhead=HEAD,
        salutation="প্রিয় মহোদয়,",
        closing="আপনার একান্ত,",
        blocks=(Paragraph("শুভেচ্ছা গ্রহণ করবেন। আপনার জেলার হ্যাচারি নিবন্ধন কার্যক্রমের অগ্রগতি জানতে পারলে কৃতজ্ঞ থাকব।"),),
        to=["ড. রফিকুল্লাহ সর্দার", "উপজেলা মৎস্য কর্মকর্তা", "উত্তর কর্ণপুর।"],
        memo_label="আধা-সরকারি পত্র নম্বর",
        memo_no=MEMO,
        day=DAY,
        issuer=CHAIR,
    )


SAMPLES: dict[str, Callable[[], Paper]] = {
    "minutes3": lambda: minutes_sample(3),
    "minutes4": lambda: minutes_sample(4),
    "minutes5": lambda: minutes_sample(5),
    "notice": notice_sample,
    "letter": letter_sample,
    "order": order_sample,
    "certificate": certificate_sample,
    "progress": progress_sample,
    "statement": statement_sample,
    "attendance": attendance_sample,
    "circular": circular_sample,
    "demi_official": demi_official_sample,
}
