"""score_plan and lint_plan as a person or a script runs them."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from agragati.kernel.digits import to_latin
from agragati.kernel.text import normalise
from agragati.plans.management.commands import lint_plan, score_plan

DATA = Path(__file__).parent / "data"
SAMPLE = DATA / "divisional-2021-12-27.json"
SHARED = Path(__file__).parents[2].parent / "shared" / "minutes"
INLINE: dict[str, Any] = {
    "title": "নমুনা",
    "fiscal_year": "2021-22",
    "areas": [{"code": "1", "title": "ক্ষেত্র", "weight": 50}],
    "indicators": [
        {
            "code": "1.1.1",
            "text": "একটি সেবা সহজিকৃত",
            "unit": "date",
            "weight": 50,
            "levels": [[100, "2022-02-25"], [80, "2022-03-04"], [60, "2022-03-25"]],
            "evidence": ["office_order"],
        }
    ],
}


def run(command: Any, *args: str) -> tuple[int, str, str]:
    """Run a command the way the terminal does; give its exit code, output and errors."""
    out, err = io.StringIO(), io.StringIO()
    instance = command.Command(stdout=out, stderr=err, no_color=True)
    parser = instance.create_parser("agragati", command.__name__.rsplit(".", 1)[-1])
    options = vars(parser.parse_args(list(args)))
    try:
        instance.execute(**options)
    except SystemExit as stop:
        return int(str(stop.code)), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def write(folder: Path, content: object, name: str = "plan.json") -> str:
    path = folder / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False))
    return str(path)


def scored(folder: Path, content: object) -> dict[str, Any]:
    code, out, err = run(score_plan, write(folder, content), "--json")
    assert (code, err) == (0, "")
    return json.loads(out)  # type: ignore[no-any-return]


def test_the_divisional_office_has_24_80_of_50() -> None:
    code, out, _ = run(score_plan, str(SAMPLE), "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["total"], found["of"], found["estimated"]) == ("24.80", "50", False)
    points = {row["code"]: row["points"] for row in found["indicators"]}
    assert points == {
        "1.1.1": "5.00",
        "1.2.1": "0.00",
        "1.3.1": "0.00",
        "1.4.1": "4.00",
        "1.5.1": "6.00",
        "1.6.1": "3.20",
        "2.1.1": None,
        "2.1.2": None,
        "2.2.1": "1.80",
        "2.2.2": "3.00",
        "2.2.3": "1.80",
        "2.2.4": "0.00",
        "2.2.5": "0.00",
    }
    states = {row["code"]: row["state"] for row in found["indicators"]}
    assert {code for code, state in states.items() if state == "no_figure"} == {"2.1.1", "2.1.2"}


def test_the_area_mismatch_is_flagged() -> None:
    found = json.loads(run(score_plan, str(SAMPLE), "--json")[1])
    areas = {w["code"]: w["message"] for w in found["warnings"] if w["rule"] == "R1-area-sum"}
    assert set(areas) == {"1", "2"}
    assert "৩৫" in areas["1"]
    assert "২৯" in areas["1"]
    assert "১৫" in areas["2"]
    assert "২১" in areas["2"]


def _row_of(minutes: str, code: str) -> str:
    """Give the text of one indicator's row, in Latin digits: from its code to the next code or the last paragraph."""
    text = to_latin(normalise(minutes)).replace(" ", "")
    start = text.index(f"[{code}]")
    rest = text[start + len(code) + 2 :]
    return re.split(r"\[\d\.\d(?:\.\d)?\]|উপরেবর্ণিত", rest)[0]


def test_the_sample_says_what_the_minutes_say() -> None:
    papers = sorted(SHARED.glob("003-*")) if SHARED.is_dir() else []
    if not papers:
        pytest.skip("the shared facts folder is absent")
    minutes = papers[0].read_text()
    stated = {
        "1.1.1": ["01/12/2021", "16/03/2022", "14/04/2022", "05/05/2022"],
        "1.4.1": ["25/08/2021", "30/08/2021"],
        "1.5.1": ["100%", "80%", "70%", "60%"],
        "1.6.1": ["26/09/2021", "06/12/2021"],
        "2.2.1": ["27-09-2021", "20-11-2021"],
        "2.2.2": ["50,000", "40,000", "80%"],
        "2.2.3": ["23/09/2021", "27/12/2021"],
    }
    for code, figures in stated.items():
        row = _row_of(minutes, code)
        assert all(figure in row for figure in figures), code
    for code in ("1.2.1", "1.3.1"):
        assert normalise("আদেশজারীরকার্যক্রমচলমান") in _row_of(minutes, code)
    for code in ("2.1.1", "2.1.2"):
        after_targets = _row_of(minutes, code).split("\t")[-1]
        assert not re.search(r"\d", after_targets), code
    given = json.loads(SAMPLE.read_text())["achievements"]
    assert {to_latin(code).strip("[]") for code in given} == {*stated, "2.1.1", "2.1.2"}


def test_the_official_file_agrees_with_the_minutes() -> None:
    papers = sorted(SHARED.glob("003-*")) if SHARED.is_dir() else []
    if not papers:
        pytest.skip("the shared facts folder is absent")
    from tests.plans.official import official

    minutes = papers[0].read_text()
    for item in official("egov-2021-22").indicators:
        row = _row_of(minutes, item.code)
        for _, value in item.targets:
            shown = f"{value:%d/%m/%Y}" if hasattr(value, "year") else f"{value:f}"
            assert shown in row, (item.code, shown)
        assert f"\t{item.weight}\t" in row, item.code


def test_output_shape_with_an_inline_framework(tmp_path: Path) -> None:
    found = scored(tmp_path, {"framework": INLINE, "achievements": {"[১.১.১]": {"date": "২৮/০২/২০২২"}}})
    row = found["indicators"][0]
    assert (row["code"], row["weight"], row["achieved"]) == ("1.1.1", "50.00", "2022-02-28")
    assert (row["raw"], row["points"], row["band"]) == ("91.429", "45.71", 80)
    assert row["because"][0]["text"] == "৩ দিন দেরি: ১০০ ও ৮০ এর মধ্যে ৪/৭ ভাগ → ৯১.৪৩%"
    assert row["because"][0]["key"] == "date_late_linear"
    assert row["because"][0]["values"]["part"] == 4
    assert found["warnings"] == []


def test_method_in_the_input(tmp_path: Path) -> None:
    asked = {"framework": INLINE, "method": "step", "achievements": {"1.1.1": "2022-02-28"}}
    assert scored(tmp_path, asked)["total"] == "40.00"


def test_a_framework_by_path_beside_the_input_and_toml(tmp_path: Path) -> None:
    write(tmp_path, INLINE, "mine.json")
    toml = 'framework = "mine.json"\n[achievements."১.১.১"]\ndate = 2022-02-25\n'
    code, out, err = run(score_plan, write(tmp_path, toml, "ask.toml"), "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["total"] == "50.00"


def test_the_folder_of_frameworks_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'title="x"\nfiscal_year="2021-22"\n[[indicators]]\ncode="1.1"\nweight=50\nlevels=[[100,2],[60,1]]\n'
    write(tmp_path, text, "other.toml")
    monkeypatch.setenv("AGRAGATI_FRAMEWORKS", str(tmp_path))
    assert scored(tmp_path, {"framework": "other", "achievements": {"1.1": 2}})["total"] == "50.00"


def test_standard_input_and_the_readable_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SAMPLE.read_bytes())))
    code, out, _ = run(score_plan, "-")
    assert code == 0
    assert "মোট: ২৪.৮০ / ৫০" in out
    assert "[২.১.১]" in out
    assert normalise("সংখ্যা উল্লেখ নেই") in out


def test_mixed_digits_are_read_and_quoted_as_written(tmp_path: Path) -> None:
    path = write(tmp_path, {"framework": "egov-2021-22", "achievements": {"1.5.1": {"value": "৭5%"}}})
    code, out, _ = run(score_plan, path)
    assert code == 0
    assert "achievements.1.5.1.value" in out
    assert "৭5%" in out
    assert "৫.৪০ / ৬" in out


def test_english_sentences() -> None:
    out = run(score_plan, str(SAMPLE), "--lang", "en")[1]
    assert "total: 24.80 / 50" in out


def test_unknown_weights_give_no_total(tmp_path: Path) -> None:
    found = scored(tmp_path, {"framework": "egov-২০২৪-২৫", "tier": "upazila", "achievements": {"4.1.2": "23.44%"}})
    assert (found["total"], found["estimated"]) == (None, True)
    assert {row["points"] for row in found["indicators"]} == {None}


def test_a_denominator_of_zero_is_not_applicable(tmp_path: Path) -> None:
    ask = {"framework": "egov-2021-22", "achievements": {"2.2.2": {"numerator": 0, "denominator": 0}}}
    row = next(r for r in scored(tmp_path, ask)["indicators"] if r["code"] == "2.2.2")
    assert (row["state"], row["points"], row["raw"]) == ("not_applicable", None, None)


BAD: list[tuple[object, str]] = [
    ({"framework": "egov-1999-00"}, "framework"),
    ({"framework": "../../etc/passwd"}, "framework"),
    ({"achievements": {}}, "framework"),
    ({"framework": "egov-2021-22", "achievements": {"9.9.9": 1}}, "achievements.9.9.9"),
    ({"framework": "egov-2021-22", "achievements": {"1.1.1": {"date": "31/02/2022"}}}, "achievements.1.1.1.date"),
    ({"framework": "egov-2021-22", "achievements": {"1.6.1": {"value": -1}}}, "achievements.1.6.1.value"),
    (
        {"framework": "egov-2021-22", "achievements": {"2.2.2": {"numerator": 6, "denominator": 5}}},
        "achievements.2.2.2.numerator",
    ),
    ({"framework": "egov-2021-22", "tier": "moon", "achievements": {}, "method": "X"}, "method"),
    ({"framework": {**INLINE, "fiscal_year": "2021-23"}}, "framework.fiscal_year"),
    (b"", "plan.json"),
    (b"PK\x03\x04\x00", "plan.json"),
    (b"%PDF-1.4", "plan.json"),
    (b"not json", "plan.json"),
]


@pytest.mark.parametrize(("content", "field"), BAD)
@pytest.mark.parametrize("command", [score_plan, lint_plan])
def test_bad_input_is_told_with_its_field_and_exit_2(tmp_path: Path, command: Any, content: object, field: str) -> None:
    code, out, err = run(command, write(tmp_path, content), "--json")
    assert (code, out) == (2, "")
    assert field in err.split(": ")[0]
    assert all(": " in line for line in err.strip().splitlines())


def test_every_problem_has_its_line(tmp_path: Path) -> None:
    wrong = {"9.9.9": 1, "1.1.1": {"date": "31/02/2022"}, "1.6.1": {"value": -1}}
    code, _, err = run(score_plan, write(tmp_path, {"framework": "egov-2021-22", "achievements": wrong}))
    fields = [line.split(": ")[0] for line in err.strip().splitlines()]
    assert (code, fields) == (2, ["achievements.9.9.9", "achievements.1.1.1.date", "achievements.1.6.1.value"])


def test_a_file_of_30_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    with path.open("wb") as file:
        file.truncate(30 * 1024 * 1024)
    code, _, err = run(score_plan, str(path))
    assert code == 2
    assert "5 MB" in err


@pytest.mark.parametrize("place", ["missing.json", ".", "bad\0name.json"])
@pytest.mark.parametrize("command", [score_plan, lint_plan])
def test_a_file_that_cannot_be_opened(command: Any, place: str) -> None:
    code, _, err = run(command, place)
    assert code == 2
    assert len(err.strip().splitlines()) == 1


def test_lint_of_the_sample_a_name_and_a_bare_framework(tmp_path: Path) -> None:
    for place in (str(SAMPLE), "egov-2021-22"):
        code, out, _ = run(lint_plan, place, "--json")
        found = {(f["rule"], f["code"]) for f in json.loads(out)["findings"]}
        assert code == 0
        assert {("R2-unit", "2.2.5"), ("R2-unit-blank", "2.2.1"), ("R1-area-sum", "1")} <= found
    code, out, _ = run(lint_plan, write(tmp_path, INLINE), "--json")
    told = json.loads(out)
    assert (code, told["findings"], list(told)) == (0, [], ["findings", "quality"])
    assert told["quality"]["of"] == "100"
    assert sum(float(row["of"]) for row in told["quality"]["criteria"]) == 100


def test_lint_exits_1_on_an_error(tmp_path: Path) -> None:
    broken = {**INLINE, "indicators": [{**INLINE["indicators"][0], "weight": 49}]}
    code, out, _ = run(lint_plan, write(tmp_path, {"framework": broken, "achievements": {}}), "--json")
    errors = [f for f in json.loads(out)["findings"] if f["level"] == "error"]
    assert code == 1
    assert [(f["rule"], set(f)) for f in errors] == [("R1-weights-sum", {"rule", "level", "code", "message"})]


def test_neither_command_needs_checks_or_a_database() -> None:
    for command in (score_plan, lint_plan):
        assert list(command.Command.requires_system_checks) == []
        assert command.Command.requires_migrations_checks is False
        assert not re.search(r"django\.db|\.models", Path(str(command.__file__)).read_text())
