"""The commands for dates and memo numbers, as the shell sees them; none touches a database."""

import json

import pytest
from django.core.management import execute_from_command_line


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run one command; give exit status, standard output and standard error."""
    status = 0
    try:
        execute_from_command_line(["agragati", *words])
    except SystemExit as leaving:
        status = int(leaving.code or 0)
    out, err = capsys.readouterr()
    return status, out, err


def test_bangla_dates_come_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "bangla_date", "2021-12-27", "০৪/০৮/২০২৪")
    assert (status, out, err) == (0, "১২ পৌষ ১৪২৮\n২০ শ্রাবণ ১৪৩১\n", "")


def test_gregorian_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "gregorian_date", "১২ পৌষ ১৪২৮") == (0, "2021-12-27\n", "")
    assert run(capsys, "gregorian_date", "১২", "পৌষ", "১৪২৮") == (0, "2021-12-27\n", "")
    assert run(capsys, "gregorian_date", "১২ পৌষ ১৪২৮", "১ বৈশাখ ১৪৩১") == (0, "2021-12-27\n2024-04-14\n", "")


def test_read_date_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "read_date", "আগামী ১৫ দিনের মধ্যে", "--base", "2023-07-27", "--json")
    [reading] = json.loads(out)
    assert status == 0
    assert (reading["resolved"], reading["confidence"], reading["value"]) == ("2023-08-11", "sure", 15)


def test_read_date_flags_the_wrong_calendar(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "read_date", "১৬ আগস্ট ১৪৩০\n০১ অক্টোবর ২০২৩", "--json")
    wrong, right = json.loads(out)
    assert (wrong["resolved"], wrong["corrected"]) == (None, "১৬ আশ্বিন ১৪৩০")
    assert right["resolved"] == "2023-10-01"


def test_read_date_as_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "read_date", "৩০/০৬/২০২৪ ও ১৫ দিনের মধ্যে") == (
        0,
        "৩০/০৬/২০২৪\t2024-06-30\tsure\n"
        "১৫ দিনের মধ্যে\t-\tlikely\tIt is counted from a date, and no base date was given.\n",
        "",
    )


def test_memo_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "memo", "স্মারক নং-৫১.০১.০০০০.০৪০.০৬.০৪৩.২৩. ৯৫২", "--json")
    memo = json.loads(out)
    assert status == 0
    assert (memo["valid"], memo["form"], memo["issue"]) == (True, "18", "৯৫২")
    assert memo["canonical"] == ".".join([*memo["groups"].values(), memo["issue"]])


def test_memo_reports_the_doubt_of_a_scan(capsys: pytest.CaptureFixture[str]) -> None:
    number = "৮৭.০০.০০০০.০৪৩.১৬.০০৮.২৩.২৩"
    status, out, err = run(capsys, "memo", number, "--own-code", "৪৭")
    assert (status, out) == (0, number + "\n")
    assert "৪৭" in err


def test_memo_is_found_inside_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "memo", "সূত্র: ০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯ তারিখ ২৭/১২/২০২১")
    assert (status, out, err) == (0, "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ("bangla_date", "31/02/2024"),
        ("bangla_date", "2021-12-27", "নেই"),
        ("bangla_date", "1950-01-01"),
        ("gregorian_date", "৩১ পৌষ ১৪২৮"),
        ("gregorian_date", "১৬ আগস্ট ১৪৩০"),
        ("read_date", "কোনো তারিখ নেই"),
        ("read_date", "১৫ দিনের মধ্যে", "--base", "কাল"),
        ("memo", "৭৮ নং স্মারক"),
        ("bangla_date",),
        ("memo", "--no-such-option"),
        ("from_bijoy", "/no/such/file"),
        ("to_bijoy", "/no/such/file"),
        ("read_paper", "/no/such/file"),
    ],
)
def test_bad_input_leaves_with_2_and_one_sentence(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    status, out, err = run(capsys, *words)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert err.rstrip().endswith(".")


def test_bad_input_with_json_still_answers_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "memo", "৭৮", "--json")
    assert (status, json.loads(out)["valid"]) == (2, False)
    assert err
    status, out, _ = run(capsys, "read_date", "নেই", "--json")
    assert (status, json.loads(out)) == (2, [])
