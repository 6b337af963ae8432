"""What plans tell whom: one visible table, read by the deeds after they have written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agragati.kernel.digits import to_bn

from .models import Dependency, Evidence, FollowUp, Plan, PlanDoubt
from .rules.reasons_json import reason_from_json
from .rules.wording import say

LISTED = 10


@dataclass(frozen=True)
class Told:
    """One message or duty: what it is about, for which office, its words, and where it leads."""

    about: str
    office_id: int
    title: str
    url: str
    text: str = ""


def about_dependency(dependency_id: int) -> str:
    """The label by which lists of work know a thing asked of another office."""
    return f"dependency:{dependency_id}"


def needed_from(row: Dependency) -> Told:
    """The duty of the office asked."""
    title = f"{row.indicator.plan.office}: সূচক [{to_bn(row.indicator.code)}] এর জন্য প্রয়োজন — {row.what}"
    return Told(about_dependency(row.pk), row.office_id, title[:300], f"/plans/dependencies/{row.pk}/")


def answered(row: Dependency) -> Told:
    """The message to the office that asked."""
    title = f"সূচক [{to_bn(row.indicator.code)}]: {row.office} জবাব দিয়েছে"
    return Told(about_dependency(row.pk), row.indicator.plan.office_id, title[:300],
                f"/plans/dependencies/{row.pk}/")  # fmt: skip


def about_follow_up(mark_id: int) -> str:
    """The label by which lists of work know a follow-up mark."""
    return f"follow_up:{mark_id}"


def follow_up_asked(mark: FollowUp) -> Told:
    """The duty of the post that follows a mark up."""
    plan = mark.indicator.plan
    title = f"অনুসরণ: {plan.office}, সূচক [{to_bn(mark.indicator.code)}] — {mark.note}"
    return Told(about_follow_up(mark.pk), mark.post.office_id, title[:300], f"/plans/follow-ups/{mark.pk}/")


def findings_told(plan: Plan, doubts: Sequence[PlanDoubt]) -> Told:
    """The nightly message about new findings: to the office, in plain words, the first ten."""
    lines = [f"• {_code(doubt)}{say(reason_from_json(doubt.key, doubt.values))}" for doubt in doubts[:LISTED]]
    if len(doubts) > LISTED:
        lines.append(f"• আরও {to_bn(str(len(doubts) - LISTED))}টি")
    title = f"কর্মপরিকল্পনা যাচাই: নতুন {to_bn(str(len(doubts)))}টি প্রশ্ন উত্তরের অপেক্ষায়"
    return Told(f"plan:{plan.pk}", plan.office_id, title, f"/plans/{plan.pk}/findings/", "\n".join(lines))


def infected_told(plan: Plan, pieces: Sequence[Evidence], names: Sequence[str]) -> Told:
    """The message to the office above: which rows lost a file of proof to a virus."""
    codes = ", ".join(f"[{to_bn(code)}]" for code in dict.fromkeys(piece.indicator.code for piece in pieces))
    files = ", ".join(f"“{name}”" for name in names[:LISTED]).replace("{", "(").replace("}", ")")
    text = (
        f"সূচক {codes}: প্রমাণকের ফাইলে ভাইরাস পাওয়া গেছে ({files})। ফাইল আলাদা করে রাখা হয়েছে, খোলা যাবে না। "
        "নতুন ফাইল না আসা পর্যন্ত এটি প্রমাণক হিসেবে গণ্য হবে না।"
    )
    title = f"{plan.office}: প্রমাণকে ভাইরাস পাওয়া গেছে".replace("{", "(").replace("}", ")")
    return Told(f"plan:{plan.pk}", plan.office_id, title[:300], f"/plans/{plan.pk}/findings/", text)


def _code(doubt: PlanDoubt) -> str:
    return f"[{to_bn(doubt.indicator.code)}] " if doubt.indicator else ""
