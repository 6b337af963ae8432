"""Minutes taken in, printed again and read again: the same structure, field by field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.people import Cast

from agragati.meetings import actions, forms, selectors
from agragati.meetings.models import DecisionDuty, Meeting
from agragati.meetings.rules.read import read_minutes
from agragati.org.access import Access
from agragati.outbox.models import Obligation
from agragati.papers.renderers.docx import to_docx
from agragati.papers.renderers.extract import extract
from agragati.papers.renderers.pdf import to_pdf

OWN = Path(__file__).parent / "data" / "minutes"
SHARED = Path(__file__).parents[2].parent / "shared" / "minutes"
SAMPLES = ("s01_directorate", "s22_two_columns", "s27_upazila_monthly", "s28_district_innovation",
           "s30_coordination_2012", "s36_plan_global", "s37_spread_header")  # fmt: skip
# Set right by printing: serials count up, and the Bangla date stands beside every Gregorian one.
MENDED = ("bangla_date", "no", "warnings")


def take_in(by: Access, path: Path) -> Meeting:
    """Read a file and confirm it as shown."""
    draft = actions.read_file(by=by, name=path.name, content=path.read_bytes())
    reading = selectors.reading(by=by, draft_id=draft.pk, place=0)
    kwargs = {"found": reading.found, "options": reading.options, "matches": reading.matches, "layout": reading.layout}
    blank = forms.ImportForm(**kwargs)
    data = {name: blank[name].value() for name in blank.fields if blank[name].value() is not None}
    form = forms.ImportForm(data, **kwargs)
    assert form.is_valid(), form.errors
    return actions.confirm_import(by=by, draft_id=draft.pk, place=0, minutes=forms.imported_of(form))


def structure(value: Any) -> Any:
    """What was read, without what printing sets right."""
    if isinstance(value, dict):
        return {key: structure(part) for key, part in value.items() if key not in MENDED}
    return [structure(part) for part in value] if isinstance(value, list) else value


def printed_again(by: Access, made: Meeting) -> list[Any]:
    """Read off the DOCX and off the PDF."""
    paper = selectors.minutes_paper(by=by, meeting=made)
    return [structure(read_minutes(extract(file)).as_json()) for file in (to_docx(paper), to_pdf(paper))]


@pytest.mark.parametrize("name", SAMPLES)
def test_own_samples_print_and_read_the_same(cast: Cast, name: str) -> None:
    by = cast.district_officer.access
    path = next(path for path in OWN.glob(f"{name}.*") if path.suffix != ".json")
    made = take_in(by, path)
    first = structure(read_minutes(extract(path.read_bytes())).as_json())
    assert printed_again(by, made) == [first, first]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared facts folder is absent")
@pytest.mark.parametrize("which", range(4))
def test_real_minutes_print_and_read_the_same(cast: Cast, which: int) -> None:
    by, path = cast.district_officer.access, sorted(SHARED.glob("*.txt"))[which]
    made = take_in(by, path)
    first = structure(read_minutes(extract(path.read_bytes())).as_json())
    assert printed_again(by, made) == [first, first]
    assert made.state == "signed"
    duties = DecisionDuty.objects.filter(decision__meeting=made)
    assert duties.values("decision").distinct().count() == made.decisions.count()
    waiting = Obligation.objects.filter(about__in=[f"decision_duty:{duty.pk}" for duty in duties])
    assert waiting.count() == len(duties)
    assert {row.due for row in waiting} == {duty.due for duty in duties}
