"""Compare what was read with an answer key: hits, wrong values and misses, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

HEADER = (
    "office",
    "section",
    "fiscal_year",
    "date",
    "time",
    "place",
    "attendance",
    "memo_no",
    "issue_date",
    "bangla_date",
)


@dataclass
class Score:
    """Counts by field; `misses` tell what was expected and what was read."""

    right: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    due: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def compare(self, name: str, where: str, expected: Any, found: Any) -> None:
        """Count one value; None on both sides counts for nothing."""
        expected, found = _plain(expected), _plain(found)
        self.due[name] += expected is not None
        self.read[name] += found is not None
        self.right[name] += expected is not None and expected == found
        if expected != found:
            self.misses.append(f"{where} {name}: expected {expected!r}, read {found!r}")

    def compare_all(self, name: str, where: str, expected: Sequence[Any], found: Sequence[Any]) -> None:
        """Count a list place by place."""
        for at in range(max(len(expected), len(found))):
            self.compare(name, f"{where}[{at}]", _at(expected, at), _at(found, at))

    def precision(self, name: str) -> float:
        return self.right[name] / self.read[name] if self.read[name] else 1.0

    def recall(self, name: str) -> float:
        return self.right[name] / self.due[name] if self.due[name] else 1.0

    def table(self) -> str:
        names = sorted(set(self.due) | set(self.read))
        rows = (f"{n:<16}{self.precision(n):>10.3f}{self.recall(n):>8.3f}{self.due[n]:>6}" for n in names)
        return "\n".join([f"{'field':<16}{'precision':>10}{'recall':>8}{'n':>6}", *rows])


def _at(values: Sequence[Any], at: int) -> Any:
    return values[at] if at < len(values) else None


def _plain(value: Any) -> Any:
    return normalize("NFC", value) if isinstance(value, str) else value


def score_sample(score: Score, name: str, key: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    """Compare one reading (the JSON of the command) with the key of an own sample."""
    if key.get("not_minutes"):
        score.compare("not_minutes", name, True, any(w["rule"] == "not_minutes" for w in found["warnings"]) or None)
        return
    for one in HEADER:
        score.compare(one, name, key[one], found[one])
    if "title" in key:
        score.compare("title", name, key["title"], found["title"])
    for role in ("chair", "secretary"):
        person, said = found[role] or {}, key[role] or [None, None]
        score.compare(f"{role} name", name, said[0], person.get("name"))
        score.compare(f"{role} post", name, said[1], person.get("designation"))
    attendees = [[a["name"], a["designation"], a["role"]] for a in found["attendees"]]
    score.compare_all("attendees", name, key["attendees"], attendees)
    score.compare_all("signatories", name, key["signatories"], [s["name"] for s in found["signatories"]])
    if "signatory_posts" in key:
        posts = [s["designation"] for s in found["signatories"]]
        score.compare_all("signatory posts", name, key["signatory_posts"], posts)
    score.compare("distribution", name, key["distribution"] or None, len(found["distribution"]) or None)
    score.compare("others", name, key.get("others"), len(found.get("others", [])) or None)
    rules = {warning["rule"] for warning in found["warnings"]}
    for rule in key["warnings"]:
        score.compare("warnings", name, rule, rule if rule in rules else None)
    score.compare_all(
        "items",
        name,
        [i["topic"] or i["no"] or 0 for i in key["items"]],
        [i["topic"] or i["no"] or 0 for i in found["items"]],
    )
    for at, item in enumerate(key["items"]):
        _score_item(score, f"{name} item {at}", item, _at(found["items"], at) or {})


def _score_item(score: Score, where: str, key: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    score.compare("item no", where, key["no"], found.get("no"))
    score.compare("topic", where, key["topic"], found.get("topic"))
    if "discussion" in key:
        score.compare("discussion", where, key["discussion"], found.get("discussion"))
    score.compare_all("codes", where, key["codes"], found.get("codes", []))
    decisions = found.get("decisions", [])
    score.compare("decisions", where, len(key["decisions"]), len(decisions))
    for at, decision in enumerate(key["decisions"]):
        read = _at(decisions, at) or {}
        place = f"{where} decision {at}"
        score.compare("decision no", place, decision["no"], read.get("no"))
        dues = [
            [kind, value]
            for due in read.get("due", [])
            for kind, value in due.items()
            if kind not in {"text", "resolved"}
        ]
        score.compare_all("due", place, decision["due"], dues)
        score.compare_all("implementers", place, decision["implementers"], read.get("implementers", []))
        if "text_end" in decision:
            text = str(read.get("text"))
            score.compare("decision text", place, decision["text_end"], text[-len(decision["text_end"]) :])
