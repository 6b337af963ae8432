"""Rules of messages: worked examples and laws."""

from __future__ import annotations

import datetime
from datetime import date, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput
from agragati.outbox.rules import answers
from agragati.outbox.rules.feed import Entry, calendar
from agragati.outbox.rules.gateways import Bucket, Gateway, Health, in_order, next_try, read_gateways
from agragati.outbox.rules.meter import is_bangla, measure
from agragati.outbox.rules.outcomes import Came
from agragati.outbox.rules.phones import masked, read_phone
from agragati.outbox.rules.placeholders import check, fill, names_in
from agragati.outbox.rules.recipients import RecipientRule, from_json, read_table
from agragati.outbox.rules.reminders import GENTLE, STANDARD, due_stages, read_stages, write_stages
from agragati.outbox.rules.teletalk import question, read_answer
from agragati.outbox.rules.window import Window, end_of_quiet, is_open, is_quiet, next_open

DHAKA = ZoneInfo("Asia/Dhaka")


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime.datetime:
    return datetime.datetime(2026, month, day, hour, minute, tzinfo=DHAKA)


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        ("", "gsm7", 0, 0),
        ("a" * 160, "gsm7", 160, 1),
        ("a" * 161, "gsm7", 161, 2),
        ("a" * 306, "gsm7", 306, 2),
        ("a" * 307, "gsm7", 307, 3),
        ("[" * 80, "gsm7", 160, 1),
        ("a" * 152 + "[" + "a" * 152, "gsm7", 306, 3),  # the bracket is not split over two parts
        ("ক" * 70, "ucs2", 70, 1),
        ("ক" * 71, "ucs2", 71, 2),
        ("ক" * 134, "ucs2", 134, 2),
        ("ক" * 135, "ucs2", 135, 3),
        ("\u09af\u09bc" * 70, "ucs2", 70, 1),  # য় as letter and nukta: one unit each once precomposed
        ("\u09dc\u09dd" * 35, "ucs2", 70, 1),
        ("😀" * 35, "ucs2", 70, 1),
        ("😀" * 36, "ucs2", 72, 2),
        ("ক" * 66 + "😀" + "ক" * 10, "ucs2", 78, 2),
    ],
)
def test_meter(text: str, encoding: str, units: int, parts: int) -> None:
    metered = measure(text)
    assert (metered.encoding, metered.units, metered.parts) == (encoding, units, parts)
    assert metered.cost(Decimal("0.25")) == parts * Decimal("0.25")


@given(st.text(alphabet="কখগযয়ড়ঢ়া aA[1০😀", max_size=400))
def test_more_text_never_costs_less(text: str) -> None:
    assert measure(text + "ক").parts >= measure(text).parts


@given(st.text(alphabet="যয়ড়ঢ়কি", max_size=200))
def test_precomposing_never_costs_more(text: str) -> None:
    assert measure(text).units <= max(len(text), 1)


@pytest.mark.parametrize(
    ("written", "number", "reason"),
    [
        ("01712345678", "8801712345678", ""),
        ("০১৭১২-৩৪৫৬৭৮", "8801712345678", ""),
        ("+880 1712 345678", "8801712345678", ""),
        ("008801712345678", "8801712345678", ""),
        ("1712345678", "8801712345678", ""),
        ("", "", "no_phone"),
        ("017123456", "", "wrong_phone"),
        ("01212345678", "", "wrong_phone"),
        ("0721-776348", "", "wrong_phone"),
        ("+91 98765 43210", "", "foreign_phone"),
        ("০০৪৪ ৭৯১১ ১২৩৪৫৬", "", "foreign_phone"),
        ("নাই", "", "wrong_phone"),
        ("01712345678, 01812345678", "", "wrong_phone"),
    ],
)
def test_phones(written: str, number: str, reason: str) -> None:
    found = read_phone(written)
    assert (found.number, found.reason) == (number, reason)


def test_demo_numbers_are_told_apart() -> None:
    assert read_phone("01000000042").is_demo
    assert masked("8801712345678") == "0171•••••78"


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_a_reason(text: str) -> None:
    found = read_phone(text)
    assert bool(found.number) != bool(found.reason)
    assert not found.number or (len(found.number) == 13 and found.number.startswith("8801"))


def test_window_and_holidays() -> None:
    window, eid = Window(), frozenset({date(2026, 3, 22)})
    assert is_open(at(2, 10), window, eid)
    assert not is_open(at(2, 17), window, eid)
    assert next_open(at(2, 10), window, eid) == at(2, 10)
    assert next_open(at(2, 6), window, eid) == at(2, 9)
    assert next_open(at(5, 18), window, eid) == at(8, 9)  # Thursday evening → Sunday
    assert next_open(at(21, 10), window, eid) == at(23, 9)  # Saturday, then a holiday on Sunday
    assert next_open(at(25, 20), window, eid) == at(29, 9)  # Independence Day, Friday, Saturday


@given(st.integers(0, 360 * 1440))
def test_next_open_is_open_and_not_before(minutes: int) -> None:
    moment = at(1, 0, month=1) + datetime.timedelta(minutes=minutes)
    found = next_open(moment, Window(), frozenset())
    assert found >= moment
    assert is_open(found, Window(), frozenset())
    assert next_open(found, Window(), frozenset()) == found


def test_quiet_hours_run_over_midnight() -> None:
    night = (time(20), time(7))
    assert is_quiet(at(2, 23), *night)
    assert is_quiet(at(2, 6), *night)
    assert not is_quiet(at(2, 7), *night)
    assert end_of_quiet(at(2, 23), *night) == at(3, 7)
    assert end_of_quiet(at(2, 5), *night) == at(2, 7)
    assert end_of_quiet(at(2, 12), *night) == at(2, 12)


def test_stages_of_the_standard_plan_come_in_order() -> None:
    due, had, seen = date(2026, 3, 15), set[str](), []
    for day in range(-10, 14):
        today = due + datetime.timedelta(days=day)
        for stage in due_stages(STANDARD, due=due, given=date(2026, 3, 1), today=today, had=had):
            had.add(stage.key)
            seen.append((day, stage.key, stage.to))
    assert seen == [
        (-7, "before_7", "holder"), (-1, "before_1", "holder"), (0, "on_day", "holder"), (1, "first", "holder"),
        (3, "second", "holder"), (5, "third", "holder"), (7, "head", "head"), (10, "higher", "higher"),
    ]  # fmt: skip


def test_stages_before_the_duty_was_given_never_come() -> None:
    due = date(2026, 3, 15)
    found = due_stages(STANDARD, due=due, given=date(2026, 3, 12), today=date(2026, 3, 14), had=set())
    assert [stage.key for stage in found] == ["before_1"]


def test_stages_as_data() -> None:
    assert read_stages(write_stages(GENTLE)) == GENTLE
    with pytest.raises(BadInput):
        read_stages([*write_stages(GENTLE), write_stages(GENTLE)[0]])
    with pytest.raises(BadInput):
        read_stages([{"key": "x", "offset": 500, "to": "holder", "channels": ["sms"]}])
    with pytest.raises(BadInput):
        read_stages([{"key": "x", "offset": 1, "to": "minister", "channels": ["sms"]}])


def test_placeholders() -> None:
    assert names_in("{দপ্তর} — { due } {office}") == ["office", "due"]
    assert fill("জনাব {নাম}, {office}", {"person": "রোকেয়া", "office": "পবা"}) == "জনাব রোকেয়া, পবা"
    assert check("{budget}", ["budget"]) == ["budget"]


@pytest.mark.parametrize("text", ["{}", "{ }", "{office", "office}", "{nobody_knows}", "{__class__}", "{a.b}", "{0}"])
def test_bad_placeholders_are_said_in_words(text: str) -> None:
    with pytest.raises(BadInput):
        check(text)


def test_an_empty_value_is_no_value() -> None:
    with pytest.raises(BadInput, match="due"):
        fill("{due}", {"due": " "})


def test_rules_of_recipients_are_data() -> None:
    rule = RecipientRule("below", office_id=3, kinds=("upazila",), question="overdue", value="report:")
    assert from_json(rule.as_json()) == rule
    for bad in ({"reach": "galaxy"}, {"reach": "below", "sql": "x"}):
        with pytest.raises(BadInput):
            from_json(bad)


def test_lists_from_a_file() -> None:
    assert read_table("\ufeffoffice_code,amount\nA-1,৫০০\n") == {"A-1": {"amount": "৫০০"}}
    for bad in ("", "code\nx\n", "office_code,a\n,1\n", "office_code,a\nx,1,2\n", "office_code\nx\nx\n"):
        with pytest.raises(BadInput):
            read_table(bad)


def test_bulk_text_in_bangla() -> None:
    assert is_bangla("প্রতিবেদন দিন https://example.org/very/long/english/path")
    assert not is_bangla("Please submit")
    assert not is_bangla("123")


def test_gateway_settings() -> None:
    (one,) = read_gateways('[{"name": "t", "kind": "teletalk", "url": "https://example.org/x", "price": "0.3"}]')
    assert one.price == Decimal("0.3")
    for bad in (
        "",
        "{}",
        '[{"name": "a", "kind": "pigeon"}]',
        '[{"name": "a", "kind": "teletalk", "url": "http://x.org"}]',
        '[{"name": "a", "kind": "teletalk", "url": "http://127.0.0.1.x.org"}]',
        '[{"name": "a", "kind": "file", "per_second": 0}]',
        '[{"name": "a", "kind": "file"}, {"name": "a", "kind": "file"}]',
    ):
        with pytest.raises(BadInput):
            read_gateways(bad)
    assert "secret" not in repr(Gateway("a", "file", password="secret", callback_secret="secret"))


def test_slow_gateway_goes_last() -> None:
    a, b, now = Gateway("a", "file"), Gateway("b", "file"), at(2, 10)
    assert Health(given=100, slow=15).is_slow
    assert not Health(given=100, slow=14).is_slow
    assert not Health(given=10, slow=10).is_slow  # too few to say
    rest = Health(rests_until=now + datetime.timedelta(minutes=5))
    assert in_order([a, b], {"a": rest}, now) == [b, a]
    assert in_order([a, b], {"a": rest}, now + datetime.timedelta(minutes=6)) == [a, b]


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 200)), max_size=30))
def test_the_bucket_never_exceeds_the_rate(steps: list[tuple[int, int]]) -> None:
    gateway = Gateway("a", "file", per_second=Decimal(5), burst=20)
    begin = now = at(2, 10)
    bucket, given_out = Bucket(Decimal(20), now), 0
    for seconds, wanted in steps:
        now += datetime.timedelta(seconds=seconds)
        given_now, bucket = bucket.take(wanted, now, gateway)
        given_out += given_now
        assert 0 <= given_now <= wanted
        assert given_out <= 20 + 5 * (now - begin).total_seconds()


def test_back_off_ends() -> None:
    now = at(2, 10)
    waits = [next_try(n, now) for n in range(1, 7)]
    assert [(w - now).total_seconds() / 60 for w in waits if w] == [1, 5, 20, 60, 240]
    assert waits[-1] is None


@pytest.mark.parametrize(
    ("answer", "came", "number"),
    [
        ("<reply>SUCCESS,12345,1</reply>", Came.ACCEPTED, "12345"),
        ("SUCCESS,SMS_ID=77,CREDIT=3", Came.ACCEPTED, "77"),
        ("SUCCESS", Came.ACCEPTED, ""),
        ("FAILED, invalid user", Came.REFUSED, ""),
        ("<html>down for work</html>", Came.UNKNOWN, ""),
        ("", Came.UNKNOWN, ""),
    ],
)
def test_answers_of_the_national_gateway(answer: str, came: Came, number: str) -> None:
    found = read_answer(answer)
    assert (found.came, found.provider_id) == (came, number)


def test_question_to_the_national_gateway() -> None:
    gateway = Gateway("t", "teletalk", url="https://example.org/link.php", user="u", password="p&1")
    asked = question(gateway, "8801712345678", "সভা\u09af\u09bc")
    assert "op=SMS&user=u&pass=p%261&mobile=8801712345678&charset=UTF-8&sms=" in asked
    assert asked.endswith("%E0%A7%9F")  # precomposed
    assert "charset=ASCII" in question(gateway, "8801712345678", "hello")


def test_link_tokens() -> None:
    token = answers.token("key", 1234, "2026-03-15")
    assert answers.obligation_of(token) == 1234
    assert answers.fits(token, "key", 1234, "2026-03-15")
    assert not answers.fits(token, "key", 1234, "2026-03-16")
    assert not answers.fits(token, "other", 1234, "2026-03-15")
    assert answers.obligation_of("নয়-abc") == 0
    assert answers.obligation_of("") == 0


def test_calendar_feed_is_well_formed() -> None:
    entries = [
        Entry("duty-1@x", "ত্রৈমাসিক অগ্রগতি প্রতিবেদন; দাখিল, " * 4, day=date(2026, 3, 15), url="https://x.example/1"),
        Entry("duty-2@x", "সভা\nসমন্বয়", begins=at(16, 11), ends=at(16, 12), place="সম্মেলন কক্ষ"),
    ]
    text = calendar(entries, name="রোকেয়া", now=at(1, 9))
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20260315" in unfolded
    assert "DTSTART:20260316T050000Z" in unfolded
    assert "প্রতিবেদন\\; দাখিল\\," in unfolded
    assert "সভা\\nসমন্বয়" in unfolded
