"""Numbers, days and errors in the reader's language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from agragati.kernel.errors import BadInput
from agragati.ui import renderers
from agragati.ui.rules import Column, chosen_order

DAY = date(2022, 3, 16)
MOMENT = datetime(2022, 3, 16, 3, 30, tzinfo=UTC)  # 9:30 in Dhaka

TABLE = [
    ("{{ v|num }}", 1234567, "১২,৩৪,৫৬৭", "12,34,567"),
    ("{{ v|num:2 }}", Decimal("91.425"), "৯১.৪৩", "91.43"),
    ("{{ v|num }}", 77.7, "৭৭.৭", "77.7"),
    ("{{ v|num }}", "1.1.1", "১.১.১", "1.1.1"),
    ("{{ v|num }}", None, "—", "—"),
    ("{{ v|digits }}", "সভা ০৩/2021", "সভা ০৩/২০২১", "সভা 03/2021"),
    ("{{ v|num }}", 0, "০", "0"),
    ("{{ v|percent }}", Decimal("73.5"), "৭৩.৫%", "73.5%"),
    ("{{ v|percent }}", None, "—", "—"),
    ("{{ v|money }}", 50000, "৳ ৫০,০০০", "৳ 50,000"),
    ("{{ v|money_words }}", 50000, "=৫০,০০০/- (পঞ্চাশ হাজার) টাকা", "=৫০,০০০/- (পঞ্চাশ হাজার) টাকা"),
    ("{{ v|ordinal }}", 4, "৪র্থ", "4th"),
    ("{{ v|ordinal }}", 22, "২২তম", "22nd"),
    ("{{ v|ordinal }}", 11, "১১তম", "11th"),
    ("{{ v|date_bn }}", DAY, "১৬ মার্চ ২০২২", "16 March 2022"),
    ("{{ v|date_bn }}", None, "—", "—"),
    ("{{ v|date_dual }}", DAY, "২ চৈত্র ১৪২৮ বঙ্গাব্দ / ১৬ মার্চ ২০২২ খ্রিস্টাব্দ", "16 March 2022"),
    ("{{ v|date_short }}", DAY, "১৬/০৩/২০২২", "16/03/2022"),
    ("{{ v|when }}", MOMENT, "১৬ মার্চ ২০২২, সকাল ৯:৩০", "16 March 2022, 9:30 AM"),
    ("{{ v|filesize }}", 5 * 1024 * 1024, "৫ MB", "5 MB"),
    ("{{ v|filesize }}", 1536, "১.৫ KB", "1.5 KB"),
    ("{{ v|filesize }}", 12, "১২ বাইট", "12 bytes"),
    ("{{ v|said }}", BadInput("%(month)s %(year)s has %(days)s days.", month="মাঘ", year=1430, days=30),
     "মাঘ ১৪৩০ মাসে ৩০ দিন আছে।", "মাঘ 1430 has 30 days."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "value", "bangla", "english"), TABLE)
def test_filters(source: str, value: object, bangla: str, english: str) -> None:
    for language, expected in (("bn", bangla), ("en", english)):
        with translation.override(language):
            assert Template(source).render(Context({"v": value})) == expected


@pytest.mark.parametrize(
    ("seconds", "bangla", "english"),
    [
        (5, "এইমাত্র", "just now"),
        (90, "১ মিনিট আগে", "1 minute ago"),
        (3 * 86400, "৩ দিন আগে", "3 days ago"),
        (-7200, "২ ঘণ্টা পরে", "in 2 hours"),
        (800 * 86400, "২ বছর আগে", "2 years ago"),
    ],
)
def test_ago(seconds: int, bangla: str, english: str) -> None:
    for language, expected in (("bn", bangla), ("en", english)):
        with translation.override(language):
            assert renderers.ago(MOMENT - timedelta(seconds=seconds), MOMENT) == expected


def test_moments_are_told_in_dhaka_time() -> None:
    late = datetime(2022, 3, 15, 20, 0, tzinfo=UTC)
    with translation.override("bn"):
        assert renderers.day(late) == "১৬ মার্চ ২০২২"
        assert renderers.clock(late) == "রাত ২:০০"


@pytest.mark.parametrize(
    ("given", "order"),
    [("name", "name"), ("-name", "-name"), ("", "-at"), ("password", "-at"), ("--name", "-at"), ("name;drop", "-at")],
)
def test_only_known_orders_reach_a_query(given: str, order: str) -> None:
    assert chosen_order(given, [Column("নাম", "name"), Column("অবস্থা")], "-at") == order
