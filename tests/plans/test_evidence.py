"""Proof: checklists, reuse by other offices, who sees what of it."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.kernel.fiscal import FiscalYear
from agragati.plans.actions import adopt_framework
from agragati.plans.actions.evidence import NewProof, add_evidence, withdraw_evidence
from agragati.plans.models import Evidence, Plan, PlanDoubt, Reuse
from agragati.plans.rules.evidence import CHECKS, NEEDS, Claimed, Piece, checklist
from agragati.plans.rules.evidence_facts import Facts, read_facts
from agragati.plans.rules.pictures import NEAR, bands_of, distance, neighbours
from agragati.plans.selectors.evidence import evidence_state, reuse_to_read
from tests.people import Cast
from tests.plans.official import official
from tests.plans.test_actions import add, edition, plan, row  # noqa: F401
from tests.plans.test_pages import BACKEND

YEAR = FiscalYear(2021)


def picture(seed: int = 0, *, small: bool = False, quality: int = 90) -> bytes:
    image = Image.new("RGB", (640, 480), "white")
    pen = ImageDraw.Draw(image)
    for n in range(12):
        x, y = (n * 97 + seed * 53) % 600, (n * 61 + seed * 31) % 440
        pen.rectangle((x, y, x + 90, y + 70), fill=((n * 37 + seed * 11) % 255, (n * 91) % 255, (seed * 77) % 255))
    if small:
        image = image.resize((320, 240))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def keys(items) -> list[str]:
    return [fault.key for item in items for fault in item.faults]


def test_every_kind_names_checks_that_exist() -> None:
    assert {name for need in NEEDS.values() for name in need.checks} <= set(CHECKS)
    kinds = {evidence.kind for name in ("egov-2021-22", "egov-2023-24", "egov-2024-25")
             for indicator in official(name).indicators for evidence in indicator.evidence}  # fmt: skip
    assert kinds <= set(NEEDS)


def test_a_workshop_needs_all_three_for_each_event() -> None:
    workshop = official("egov-2021-22").indicator("1.6.1")
    one, two = Claimed(1, date(2021, 9, 26)), Claimed(2, date(2021, 12, 6))
    proof = [Piece(1, kind, event=1, has_file=True, is_picture=True) for kind in
             ("notice", "attendance_sheet", "photograph")]  # fmt: skip
    assert keys(checklist(workshop, YEAR, [one], proof)) == []
    assert keys(checklist(workshop, YEAR, [one, two], proof)) == ["evidence-missing-event"] * 3
    assert keys(checklist(workshop, YEAR, [one, two], proof, quarter=1)) == []


@pytest.mark.parametrize(
    ("piece", "wrong"),
    [
        ({"memo_no": "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৭৮", "day": date(2021, 12, 1)}, []),
        ({"memo_no": "১২", "day": date(2021, 12, 1)}, ["evidence-bad-memo"]),
        ({"day": date(2021, 12, 1)}, ["evidence-no-memo"]),
        ({"memo_no": "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৭৮", "day": date(2021, 12, 2)}, ["evidence-other-day"]),
        ({"memo_no": "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৭৮", "day": date(2020, 12, 1)},
         ["evidence-outside-year", "evidence-other-day"]),
    ],
)  # fmt: skip
def test_an_office_order_is_read_against_the_achievement(piece: dict, wrong: list[str]) -> None:
    order = official("egov-2021-22").indicator("1.1.1")
    found = checklist(order, YEAR, [Claimed(1, date(2021, 12, 1))], [Piece(7, "office_order", event=1, **piece)])
    assert keys(found) == wrong


def test_sections_add_up_to_the_office() -> None:
    notes = official("egov-2024-25").indicator("4.1.2")
    year = FiscalYear(2024)
    claim = Claimed(1, date(2024, 9, 30), numerator=Decimal(30), denominator=Decimal(40))
    good = read_facts("প্রশাসন | ২০ | ১৮ | ৬ | ৫\nহিসাব\t১৫\t১২\t৫\t৫")
    bad = read_facts("প্রশাসন | ২০ | ২২ | ৬ | ৫")
    minutes = Piece(9, "coordination_minutes", day=date(2024, 9, 25), has_file=True)

    def found(facts: Facts) -> list[str]:
        return keys(checklist(notes, year, [claim], [minutes, Piece(8, "section_statement", quarter=1, facts=facts)]))

    assert found(good) == []
    assert found(bad) == ["evidence-section-over", "evidence-sections-total"]
    assert Facts.from_json(good.as_json()) == good
    with pytest.raises(BadInput, match="Line 1"):
        read_facts("শাখা | ক | ২ | ৩ | ৪")


@given(st.integers(0, 2**64 - 1), st.sets(st.integers(0, 63), max_size=NEAR))
def test_bands_find_every_near_picture(value: int, flipped: set[int]) -> None:
    other = value
    for bit in flipped:
        other ^= 1 << bit
    one, two = bands_of(f"{value:016x}"), bands_of(f"{other:016x}")
    if one is None or two is None:
        return
    assert distance(f"{value:016x}", f"{other:016x}") == len(flipped)
    assert any(theirs in neighbours(mine) for mine, theirs in zip(one, two, strict=True))


@pytest.fixture
def theirs(cast: Cast, plan: Plan) -> Plan:
    return adopt_framework(by=cast.upazila_officer.access, office=cast.upazila, edition=plan.edition)


def hand_in(access, where, content: bytes, kind: str = "photograph", **more) -> Evidence:
    proof = NewProof(kind=kind, name="ছবি.jpg", content=content, **more)
    return add_evidence(by=access, indicator=where, proof=proof)[0]


@pytest.mark.parametrize(("small", "same"), [(False, True), (True, False)])
def test_the_same_picture_of_another_office_is_flagged_to_both(
    cast: Cast,
    plan: Plan,
    theirs: Plan,
    small: bool,
    same: bool,
) -> None:
    add(cast, plan, "1.6.1", date(2021, 9, 26), quantity=Decimal(1))
    mine = hand_in(cast.divisional_officer.access, row(plan, "1.6.1"), picture(3))
    hand_in(cast.upazila_officer.access, row(theirs, "1.6.1"), picture(3, small=small))
    hand_in(cast.upazila_officer.access, row(theirs, "2.2.1"), picture(8))
    pair = Reuse.objects.get()
    assert pair.same_file is same
    above = evidence_state(by=cast.divisional_officer.access, indicator=row(plan, "1.6.1"))
    below = evidence_state(by=cast.upazila_officer.access, indicator=row(theirs, "1.6.1"))
    assert [flag.other.indicator.plan for flag in above.flags] == [theirs]
    assert [(flag.other, flag.reason.key) for flag in below.flags] == [
        (None, "reuse-same-elsewhere" if same else "reuse-near-elsewhere")
    ]
    _, one, other = reuse_to_read(by=cast.upazila_officer.access, reuse_id=pair.pk)
    assert (one, other.indicator.plan_id) == (None, theirs.pk)
    with pytest.raises(NotFound):
        reuse_to_read(by=cast.outsider.access, reuse_id=pair.pk)
    assert PlanDoubt.objects.filter(plan=theirs, rule="R7").count() == 1
    withdraw_evidence(by=cast.divisional_officer.access, piece=mine, reason="ভুল ছবি")
    assert evidence_state(by=cast.upazila_officer.access, indicator=row(theirs, "1.6.1")).flags == ()


def test_one_order_may_prove_several_rows_but_one_photograph_may_not(cast: Cast, plan: Plan) -> None:
    me = cast.divisional_officer.access
    order = NewProof("office_order", name="আদেশ.jpg", content=picture(5), day=date(2021, 12, 1))
    made = add_evidence(by=me, indicator=row(plan, "1.1.1"), proof=order, also=[row(plan, "1.2.1")])
    assert len({piece.attachment_id for piece in made}) == 1
    assert not Reuse.objects.exists()
    photo = NewProof("photograph", name="ছবি.jpg", content=picture(6))
    with pytest.raises(BadInput, match="one indicator only"):
        add_evidence(by=me, indicator=row(plan, "1.6.1"), proof=photo, also=[row(plan, "2.2.1")])
    hand_in(me, row(plan, "1.6.1"), picture(7), day=date(2021, 9, 1))
    hand_in(me, row(plan, "1.6.1"), picture(7), day=date(2021, 12, 1))
    assert Reuse.objects.count() == 1


@pytest.mark.parametrize("who", ["outsider", "upazila_officer", "secretary"])
def test_nobody_else_hands_in(cast: Cast, plan: Plan, who: str) -> None:
    with pytest.raises(Refused):
        hand_in(getattr(cast, who).access, row(plan, "1.6.1"), picture())
    assert not Evidence.objects.exists()


def test_the_pages_show_the_checklist_and_a_picture(cast: Cast, plan: Plan, client: Client) -> None:
    add(cast, plan, "1.6.1", date(2021, 9, 26), quantity=Decimal(1))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    where = f"/plans/indicators/{row(plan, '1.6.1').pk}/evidence/"
    assert "উপস্থিতি পত্র" in client.get(where).content.decode()
    key = client.get(f"{where}add/").context["form"]["submit_key"].value()
    sent = {"kind": "photograph", "file": SimpleUploadedFile("ছবি.jpg", picture()), "submit_key": key, "figures": ""}
    assert client.post(f"{where}add/", sent).status_code == 302
    piece = Evidence.objects.get()
    shown = client.get(f"/plans/evidence/{piece.pk}/pages/1/?size=small")
    assert shown["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(shown.content)).width == 320
    assert client.get(f"/plans/evidence/{piece.pk}/pages/2/").status_code == 404
    back = f"/plans/evidence/{piece.pk}/withdraw/"
    key = client.get(back).context["form"]["submit_key"].value()
    assert client.post(back, {"reason": "ভুল ছবি", "submit_key": key}).status_code == 302
    assert "ভুল ছবি" in client.get(where).content.decode()
