"""Legacy Bijoy text ↔ Unicode: the gold list, both round trips, detection in mixed documents, the command."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from agragati.kernel import bijoy
from agragati.kernel import bijoy_tables as tables
from agragati.kernel.bijoy_detect import word_odds
from agragati.kernel.text import normalise

GOLD = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "data" / "bijoy_gold.tsv").read_text().splitlines()
]
WORDS = [(b, u) for b, u in GOLD if " " not in b]
SENTENCES = [(b, u) for b, u in GOLD if " " in b]


def exact(written: str) -> str:
    return normalise(bijoy.to_unicode(written, detect=False))


def test_the_gold_list_is_large_enough() -> None:
    assert len(WORDS) >= 300
    assert len(SENTENCES) >= 20


def test_the_gold_list_has_every_glyph_and_conjunct_of_the_table() -> None:
    glyphs = {
        *tables.VOWELS,
        *tables.LETTERS,
        *tables.LIGATURES,
        *tables.HALVES,
        *tables.SUBS,
        *tables.PRE,
        *tables.POST,
        *tables.SIGNS,
        *tables.PUNCTUATION,
        tables.REPH,
        tables.JOINER,
        tables.CHANDRABINDU,
    }
    assert glyphs - set("".join(b for b, _ in GOLD)) == set()
    all_words = normalise(" ".join(u for _, u in GOLD))
    assert [u for u in tables.SPELLED if normalise(u) not in all_words] == []


@pytest.mark.parametrize(("written", "meant"), GOLD)
def test_gold_reads(written: str, meant: str) -> None:
    assert exact(written) == normalise(meant)


@pytest.mark.parametrize(("written", "meant"), GOLD)
def test_gold_there_and_back(written: str, meant: str) -> None:
    glyphs = bijoy.to_bijoy(meant)
    assert exact(glyphs) == normalise(meant)
    assert exact(bijoy.to_bijoy(exact(written))) == exact(written)
    glyphs.encode("cp1252")  # nothing outside the font's code page


@pytest.mark.parametrize(("written", "meant"), SENTENCES)
def test_sentences_are_detected(written: str, meant: str) -> None:
    assert bijoy.looks_like_bijoy(written) > 0.95
    assert normalise(bijoy.to_unicode(written)) == normalise(meant)
    assert bijoy.looks_like_bijoy(meant) == 0


def test_written_as_an_office_types_it() -> None:
    """Typing order and glyph choice, not only the meaning: most gold words come out as they were typed."""
    same = sum(bijoy.to_bijoy(u) == b for b, u in WORDS)
    assert same / len(WORDS) > 0.9


ENGLISH = [
    "Dear Sir, please find attached the progress report for the third quarter of fiscal year 2023-24.",
    "The Deputy Commissioner, Rajshahi chaired the meeting on 27 December 2021 at 12.00.",
    "Contact: info@rajshahi.example.gov.bd or visit https://www.example.gov.bd/page for details.",
    "A2i Programme, ICT Division, E-14/X, ICT Tower, Agargaon, Dhaka-1207",
    "Service Process Simplification (SPS) and TCV analysis were presented.",
    "Total 45% of e-Nothi notes disposed; 120 of 266 files; see Annex B.",
    "It’s a “quoted” phrase — with dashes – and more… © 2024 naïve café résumé",
    "Microsoft Excel, PowerPoint, PostgreSQL, iPhone, YouTube",
    "২৭ ডিসেম্বর ২০২১ তারিখে সভা হয়।",
    "সভা: 27/12/2021, info@example.gov.bd",
    "",
    "12.00 - 13.00",
]


@pytest.mark.parametrize("line", ENGLISH)
def test_english_unicode_and_numbers_stay(line: str) -> None:
    assert bijoy.looks_like_bijoy(line) < 0.05
    assert bijoy.to_unicode(line) == line


MIXED = [
    ("B-‡gBj: info@rajshahi.gov.bd, †dvb: 01711-000000", "ই-মেইল: info@rajshahi.gov.bd, ফোন: ০১৭১১-০০০০০০"),
    ("ZvwiL: 27/12/2021", "তারিখ: ২৭/১২/২০২১"),
    (
        "The officer (Rbve †gvt iwdKzj Bmjvg) attended the meeting.",
        "The officer (জনাব মোঃ রফিকুল ইসলাম) attended the meeting.",
    ),
    ("Microsoft Word dvBj I PDF dvBj mshy³ Kiv n‡jv|", "Microsoft Word ফাইল ও PDF ফাইল সংযুক্ত করা হলো।"),
    ("ICT Division GKwU Software ˆZwi K‡i‡Q|", "ICT Division একটি Software তৈরি করেছে।"),
    ("সভাপতি: W. ûgvqyb Kexi", "সভাপতি: ড. হুমায়ুন কবীর"),
    ("†`Lyb www.example.gov.bd/‡bvwUm.pdf GB wVKvbvq", None),
]


@pytest.mark.parametrize(("written", "meant"), MIXED)
def test_mixed_lines(written: str, meant: str | None) -> None:
    read = bijoy.to_unicode(written)
    if meant is None:
        assert "www.example.gov.bd" in read
    else:
        assert normalise(read) == normalise(meant)


def test_each_line_is_judged_by_itself_and_layout_stays() -> None:
    document = "  Minutes of the meeting\r\n\r\n\tmfvi Kvh©weeiYx\nProgress report\r\n"
    read = bijoy.to_unicode(document)
    assert read == normalise("সভার কার্যবিবরণী").join(["  Minutes of the meeting\r\n\r\n\t", "\nProgress report\r\n"])


def test_most_gold_words_are_recognised_alone() -> None:
    """Measured on words without context; in a line the neighbours help."""
    seen = sum(word_odds(b) > 0 for b, _ in WORDS)
    assert seen / len(WORDS) > 0.85


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("র‍্যাব", "i¨ve"),
        ("কার্য", "Kvh©"),
        ("উদ্‌যাপন", "D`&hvcb"),
        ("বিদ্যা", "we`¨v"),
        ("দিক্", "w`K&"),
        ("আঁকা", "AuvKv"),
        ("কো", "†Kv"),
        ("রাষ্ট্রীয়", "ivóªxq"),
        ("১২৩।", "123|"),
    ],
)
def test_hard_clusters_are_written_exactly(meant: str, written: str) -> None:
    assert bijoy.to_bijoy(meant) == written
    assert exact(written) == normalise(meant)


def test_bytes_read_as_latin_1_are_understood() -> None:
    """A file opened with the wrong table has C1 codes in place of the glyphs from 80 to 9F."""
    for written, meant in SENTENCES[:5]:
        wrong = written.encode("cp1252").decode("latin-1")
        assert normalise(bijoy.to_unicode(wrong)) == normalise(meant)


CLUSTERS = sorted(
    {
        u.rstrip("\u09c1\u09c3")
        for u in {*tables.SPELLED, *tables.LIGATURES.values(), *tables.LETTERS.values()}
        if u != "ৎ"
    }
)
VOWEL_SIGNS = ["", "\u09be", "\u09bf", "\u09c0", "\u09c1", "\u09c2", "\u09c3", "\u09c7", "\u09c8", "\u09cb", "\u09cc"]
syllable = st.builds(
    lambda reph, cluster, phala, sign, moon, tail: reph + cluster + phala + sign + moon + tail,
    st.sampled_from(["", "", "র্"]),
    st.sampled_from(CLUSTERS),
    st.sampled_from(["", "", "", "্য", "্র"]),
    st.sampled_from(VOWEL_SIGNS),
    st.sampled_from(["", "", "", "\u0981"]),
    st.sampled_from(["", "", "", "ং", "ঃ", "ৎ"]),
)
word = st.builds(
    lambda first, rest: first + "".join(rest),
    st.sampled_from(["", "", "অ", "আ", "ই", "ঈ", "উ", "ঊ", "ঋ", "এ", "ঐ", "ও", "ঔ", "আঁ", "অ্যা"]),
    st.lists(syllable, min_size=1, max_size=5),
)
sentence = st.lists(st.one_of(word, st.sampled_from(["২০২৩", "।", "(১)", "‘ক’", "“খ”"])), max_size=8).map(" ".join)


@pytest.mark.parametrize("joined", ["র\u200c্যালি", "র\u200d্যালি", "র্\u200dযালি"])
def test_ra_with_ya_is_no_reph_whatever_keyboard_wrote_it(joined: str) -> None:
    assert bijoy.to_bijoy(joined) == "i¨vwj"


@given(sentence)
@settings(max_examples=400, deadline=None)
def test_unicode_to_bijoy_and_back_is_identity(s: str) -> None:
    stored = normalise(s)
    assert bijoy.to_unicode(bijoy.to_bijoy(stored), detect=False) == stored


glyph_soup = st.text(
    alphabet=st.one_of(st.characters(codec="cp1252"), st.characters(min_codepoint=0x980, max_codepoint=0x9FF)),
    max_size=80,
)


@given(st.one_of(glyph_soup, st.text(max_size=200)))
@settings(deadline=None)
def test_any_text_is_read_and_written(s: str) -> None:
    for detect in (True, False):
        bijoy.to_unicode(s, detect=detect)
    bijoy.to_bijoy(s)
    assert 0 <= bijoy.looks_like_bijoy(s) <= 1


def test_a_long_document_is_read_quickly() -> None:
    document = "\n".join(b for b, _ in SENTENCES) * 20
    bijoy.to_unicode(document[:100])
    began = time.process_time()
    bijoy.to_unicode(document)
    assert time.process_time() - began < 5
    for run in ("&" * 20_000, "š" * 20_000, "K&" * 10_000, "@." * 10_000, "a-" * 10_000, "w" * 20_000):
        began = time.process_time()
        bijoy.to_unicode(run, detect=False)
        bijoy.to_unicode(run)
        assert time.process_time() - began < 5


@pytest.mark.nightly
@given(st.one_of(glyph_soup, st.text(max_size=400)), sentence)
@settings(max_examples=20_000, deadline=1000)
def test_laws_hold_for_long(s: str, bangla: str) -> None:
    bijoy.to_unicode(s)
    bijoy.to_bijoy(s)
    stored = normalise(bangla)
    assert bijoy.to_unicode(bijoy.to_bijoy(stored), detect=False) == stored


def run_command(*args: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    start = "from agragati.config.cli import main; main()"
    return subprocess.run([sys.executable, "-c", start, *args], input=given, capture_output=True)


def test_command_reads_a_file_and_standard_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("mfvi Kvh©weeiYx\n".encode("cp1252"))
    meant = normalise("সভার কার্যবিবরণী")
    call_command("from_bijoy", str(file))
    assert capsys.readouterr().out.strip() == meant
    from_input = run_command("from_bijoy", given="mfvi Kvh©weeiYx".encode())
    assert (from_input.returncode, from_input.stdout.decode().strip()) == (0, meant)


@pytest.mark.parametrize("data", [None, b"%PDF-1.7 ...", b"\x00\x01\x02\xff"])
@pytest.mark.parametrize("command", ["from_bijoy", "to_bijoy"])
def test_command_refuses_with_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, data: bytes | None
) -> None:
    file = tmp_path / "absent.txt"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(SystemExit) as stopped:
        call_command(command, str(file))
    said = capsys.readouterr()
    assert stopped.value.code == 2
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1


def test_command_writes_bijoy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "new.txt"
    file.write_text("কার্যবিবরণী")
    call_command("to_bijoy", str(file))
    assert capsys.readouterr().out.strip() == "Kvh©weeiYx"
