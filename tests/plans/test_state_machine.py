"""Every role × state × deed, at random: nothing is ever approved that the table does not allow.

The model below is written out by hand and knows nothing of the product's own tables.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from agragati.kernel.errors import AgragatiError
from agragati.org.models import Post, Posting
from agragati.plans.actions.appeals import decide_appeal, file_appeal
from agragati.plans.actions.award import award_year
from agragati.plans.actions.claims import submit_quarter
from agragati.plans.actions.holders import Holder, assign_rows
from agragati.plans.actions.life import move_plan
from agragati.plans.actions.progress import Entry, record_progress
from agragati.plans.actions.review import (
    accept_in_bulk,
    accept_quarter,
    give_verdict,
    reopen_quarter,
    unaccept_quarter,
    undo_verdict,
)
from agragati.plans.models import Appeal, Claim, Plan, ReviewStep, Submission
from agragati.plans.rules.achievement import Achievement
from tests.people import Cast, Person, person
from tests.plans.year import SCAN, SIGNED, new_plan, worked
from tests.plans.year import row as worked_row

WHY = "কারণ"
LATE = date(2022, 7, 20)
ROLES = ("own", "clerk", "district", "division", "directorate", "charged", "secretary", "outsider", "admin")
ABOVE = {"district", "division", "directorate"}  # who may decide; "charged" reviews too but holds a charge below
LIFE = {  # deed: (from, to, who)
    "discuss": ("draft", "discussed", {"own"}),
    "revise": ("discussed", "draft", ABOVE),
    "sign_own": ("discussed", "discussed", {"own"}),
    "sign_higher": ("discussed", "signed", ABOVE),
    "enforce": ("signed", "in_force", ABOVE),
    "open_amendment": ("in_force", "amending", {"own"}),
    "withdraw_amendment": ("amending", "in_force", {"own"}),
    "half_year": ("in_force", "half_year", ABOVE),
    "close": ("half_year", "closed", ABOVE),
    "publish": ("closed", "published", ABOVE),
}
DAYS = {"half_year": date(2022, 1, 20), "close": date(2022, 8, 20), "publish": date(2022, 8, 25)}
VERDICTS = {"accept": "accepted", "accept_part": "partly", "return": "returned", "not_applicable": "not_applicable"}
DECIDED = {"accepted", "partly", "not_applicable"}
CODES = ("1.4.1", "1.5.1", "2.2.1", "1.1.1")
role = st.sampled_from(ROLES)
likely = st.sampled_from((*ROLES, *sorted(ABOVE) * 3, "own", "own"))


class Year(RuleBasedStateMachine):
    """One plan and its fourth quarter, pushed at by everybody."""

    cast: Cast
    people: dict[str, Person]

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.plan = new_plan(self.cast.upazila, self.cast.upazila_officer)
        worked(self.cast, self.plan)
        self.stage, self.own_signed = "draft", False
        self.quarter = ""
        self.claims: dict[str, str] = {}
        self.deciders: set[str] = set()
        self.appealed, self.numbers = "", 0
        self.desk_rows: set[str] = set()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def tried(self, allowed: bool, do: object) -> bool:
        """Do it; what the model forbids must be refused, what it allows must go through."""
        refusal: AgragatiError | None = None
        try:
            with transaction.atomic():
                do()  # type: ignore[operator]
        except AgragatiError as error:
            refusal = error
        assert (refusal is None) == allowed, refusal or "went through, but the table does not allow it"
        return allowed

    def by(self, who: str) -> object:
        return self.people[who].access

    def sent(self) -> Submission:
        return Submission.objects.get(plan=self.plan)

    def claim(self, code: str) -> Claim:
        return Claim.objects.get(submission__plan=self.plan, indicator__code=code)

    def follow(self) -> None:
        states = set(self.claims.values())
        self.quarter = "returned" if "returned" in states else "submitted" if "claimed" in states else "verified"

    @rule(who=likely, deed=st.sampled_from((*LIFE, "discuss", "sign_own", "sign_higher", "enforce")))
    def live(self, who: str, deed: str) -> None:
        before, after, may = LIFE[deed]
        allowed = self.stage == before and who in may
        if deed == "sign_own":
            allowed = allowed and not self.own_signed
        if deed == "sign_higher":
            allowed = allowed and self.own_signed
        if deed == "close":
            allowed = allowed and self.quarter in ("", "awarded")
        if deed == "publish":
            allowed = allowed and self.appealed != "filed"
        scan = SCAN if deed == "sign_own" and who == "own" else None
        day = SIGNED if deed.startswith("sign") else None
        on = DAYS.get(deed, SIGNED if self.stage in ("draft", "discussed") else date(2021, 9, 20))
        if self.tried(allowed, lambda: move_plan(by=self.by(who), plan=self.plan, deed=deed, day=day, reason=WHY,
                                                 scan=scan, on=on)):  # fmt: skip
            self.stage = after
            self.own_signed = deed == "sign_own" or (self.own_signed and deed != "revise")

    @rule()
    def hurry(self) -> None:
        """Bring the plan in force the right way, so that the rest of the year is reached often."""
        for who, deed in (
            ("own", "discuss"),
            ("own", "sign_own"),
            ("district", "sign_higher"),
            ("district", "enforce"),
        ):
            if LIFE[deed][0] == self.stage and not (deed == "sign_own" and self.own_signed):
                self.live(who, deed)

    @rule(who=likely, code=st.sampled_from(CODES), to_desk=st.booleans())
    def give_row(self, who: str, code: str, to_desk: bool) -> None:
        """Give a row to the clerk's post, or to nobody."""
        post = self.people["clerk"].posting.post_id if to_desk else None
        given = {worked_row(self.plan, code).pk: Holder(post_id=post)}
        allowed = who == "own" and self.stage not in ("closed", "published")
        fresh = Plan.objects.select_related("office").get(pk=self.plan.pk)
        if self.tried(allowed, lambda: assign_rows(by=self.by(who), plan=fresh, holders=given)):
            (self.desk_rows.add if to_desk else self.desk_rows.discard)(code)

    @rule(who=st.sampled_from((*ROLES, "clerk", "clerk")), code=st.sampled_from(CODES))
    def enter(self, who: str, code: str) -> None:
        """A remark without a figure, as long as nothing was sent: it changes no marks."""
        if self.claims:
            return
        mine = who == "own" or (who == "clerk" and (not self.desk_rows or code in self.desk_rows))
        allowed = mine and self.stage not in ("closed", "published")
        entry = Entry(day=date(2021, 12, 1), standing="ongoing", text="চলমান")
        self.tried(
            allowed, lambda: record_progress(by=self.by(who), indicator=worked_row(self.plan, code), entry=entry)
        )

    @rule(who=likely)
    def submit(self, who: str) -> None:
        running = self.stage in ("in_force", "amending", "half_year")
        allowed = who == "own" and running and self.quarter in ("", "returned")
        if self.tried(allowed, lambda: submit_quarter(by=self.by(who), plan=self.plan, quarter=4, on=LATE)):
            first = not self.claims
            codes = Claim.objects.filter(submission__plan=self.plan).values_list("indicator__code", flat=True)
            self.claims = {c: "claimed" if first or self.claims[c] == "returned" else self.claims[c] for c in codes}
            self.follow()

    @rule(who=likely, code=st.sampled_from(CODES), verdict=st.sampled_from(tuple(VERDICTS)))
    def decide(self, who: str, code: str, verdict: str) -> None:
        if not self.claims:
            return
        allowed = who in ABOVE and self.claims[code] == "claimed" and self.quarter in ("submitted", "returned")
        figure = Achievement(numerator=1, denominator=40) if code == "1.5.1" else None  # type: ignore[arg-type]
        allowed = allowed and (verdict != "accept_part" or figure is not None)
        if self.tried(allowed, lambda: give_verdict(by=self.by(who), claim=self.claim(code), verdict=verdict,
                                                    figure=figure, reason=WHY, on=LATE)):  # fmt: skip
            self.claims[code] = VERDICTS[verdict]
            self.follow()

    @rule(who=st.sampled_from((*sorted(ABOVE), "charged", "own")))
    def decide_the_rest(self, who: str) -> None:
        """Accept whatever waits; in bulk where that is allowed, one by one where it is not."""
        waiting = [code for code, state in self.claims.items() if state == "claimed"]
        may = who in ABOVE and self.quarter in ("submitted", "returned")
        if waiting and who != "own":
            ids = [self.claim(code).pk for code in waiting]
            done = accept_in_bulk(by=self.by(who), claim_ids=ids, on=LATE)[0]
            assert done == 0 or may
        for code in waiting:
            if self.claim(code).state == "claimed":
                self.tried(may, lambda code=code: give_verdict(by=self.by(who), claim=self.claim(code),
                                                               verdict="accept", on=LATE))  # fmt: skip
            if may:
                self.claims[code] = "accepted"
        if waiting and may:
            self.follow()

    @rule(who=likely, code=st.sampled_from(CODES))
    def undo_one(self, who: str, code: str) -> None:
        if not self.claims:
            return
        standing = self.quarter in ("submitted", "returned", "verified")
        allowed = who in ABOVE and self.claims[code] in DECIDED and standing
        if self.tried(allowed, lambda: undo_verdict(by=self.by(who), claim=self.claim(code), reason=WHY)):
            self.claims[code] = "claimed"
            self.follow()

    @rule(who=likely, deed=st.sampled_from(("accept", "accept", "accept", "unaccept", "reopen")))
    def whole_quarter(self, who: str, deed: str) -> None:
        if not self.claims:
            return
        users = set(Claim.objects.filter(submission__plan=self.plan).values_list("decided_by", flat=True))
        fresh = self.people[who].user.pk not in users
        by, sent = self.by(who), self.sent()
        if deed == "accept":
            if self.tried(who in ABOVE and fresh and self.quarter == "verified",
                          lambda: accept_quarter(by=by, submission=sent, on=LATE)):  # fmt: skip
                self.quarter = "accepted"
        elif deed == "unaccept":
            if self.tried(who in ABOVE and self.quarter == "accepted",
                          lambda: unaccept_quarter(by=by, submission=sent, reason=WHY)):  # fmt: skip
                self.quarter = "verified"
        elif self.tried(who in ABOVE and self.quarter in ("submitted", "verified"),
                        lambda: reopen_quarter(by=by, submission=sent, reason=WHY)):  # fmt: skip
            self.claims = dict.fromkeys(self.claims, "returned")
            self.quarter = "returned"

    @rule(who=likely)
    def award(self, who: str) -> None:
        over = self.stage in ("closed", "published")
        allowed = who in ABOVE and self.quarter == "accepted" and not over
        if self.tried(allowed, lambda: award_year(by=self.by(who), plan=self.plan, on=LATE)):
            self.claims = dict.fromkeys(self.claims, "awarded")
            self.quarter, self.awarder = "awarded", who

    @rule(who=likely, code=st.sampled_from(CODES))
    def appeal(self, who: str, code: str) -> None:
        if not self.claims or self.appealed:
            return
        room = (self.quarter == "awarded" and self.awarder != "directorate") or self.quarter == "awarded"
        allowed = who == "own" and self.claims[code] == "awarded" and room and self.stage != "published"
        if self.tried(allowed, lambda: file_appeal(by=self.by(who), claim=self.claim(code), reason=WHY, on=LATE)):
            self.appealed, self.claims[code] = "filed", "appealed"

    @rule(who=role)
    def settle(self, who: str) -> None:
        if self.appealed != "filed":
            return
        filed = Appeal.objects.get(indicator__plan=self.plan)
        level = {"district": 3, "division": 2, "directorate": 1}.get(who, 9)
        steps = ReviewStep.objects.filter(submission__plan=self.plan)
        part = self.people[who].user.pk in set(steps.values_list("by", flat=True))
        awarder = {"district": 3, "division": 2, "directorate": 1}[self.awarder]
        allowed = level < awarder and not part
        if self.tried(allowed, lambda: decide_appeal(by=self.by(who), appeal=filed, uphold=False, reason=WHY)):
            self.appealed = "refused"
            code = filed.indicator.code
            self.claims[code] = "settled"

    @invariant()
    def the_database_agrees(self) -> None:
        assert Plan.objects.get(pk=self.plan.pk).stage == self.stage
        rows = Claim.objects.filter(submission__plan=self.plan).values_list("indicator__code", "state")
        assert dict(rows) == self.claims
        if self.quarter:
            assert self.sent().state == self.quarter

    @invariant()
    def no_approval_by_the_claimants_side(self) -> None:
        side = {self.people[name].user.pk for name in ("own", "clerk", "charged", "outsider", "secretary", "admin")}
        good = ReviewStep.objects.filter(submission__plan=self.plan, after__in=[*DECIDED, "awarded", "settled"])
        assert not side & set(good.values_list("by", flat=True))

    @invariant()
    def numbers_only_grow(self) -> None:
        now = ReviewStep.objects.filter(submission__plan=self.plan).exclude(number="").count()
        assert now >= self.numbers
        self.numbers = now


@pytest.mark.django_db
def test_no_role_ever_reaches_what_the_table_does_not_allow(cast: Cast) -> None:
    charged = person("charged", "মোঃ সেলিম", cast.directorate, "সহকারী পরিচালক", "reviewer")
    desk = Post.objects.create(office=cast.upazila, title_bn="অফিস সহকারী", valid_from=date(2020, 7, 1))
    Posting.objects.create(user=charged.user, post=desk, kind="additional", since=date(2020, 7, 1))
    Year.cast = cast
    Year.people = {
        "own": cast.upazila_officer, "clerk": person("clerk", "কেরানি", cast.upazila, "অফিস সহকারী", "clerk"),
        "district": cast.district_officer, "division": cast.divisional_officer, "directorate": cast.reviewer,
        "charged": charged, "secretary": cast.secretary, "outsider": cast.outsider, "admin": cast.admin,
    }  # fmt: skip
    wanted = settings(max_examples=8, stateful_step_count=30, deadline=None, database=None,
                      suppress_health_check=list(HealthCheck))  # fmt: skip
    run_state_machine_as_test(Year, settings=wanted)
