"""Verdicts, bulk acceptance, appeals, awards, samples: what reviewers and offices type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agragati.kernel.digits import to_latin
from agragati.kernel.fiscal import FiscalYear
from agragati.ui.forms import BnDateField, BnDecimalField, BnIntegerField, HouseForm
from agragati.ui.renderers import digits, nth, number

from ..choices import Draw, Finding
from ..models import Claim
from ..rules.achievement import Achievement
from ..rules.adjustments import read_adjustments
from ..rules.choices import Unit
from ..rules.framework import Indicator
from ..rules.review_states import Deed
from ..selectors.queue import MARKS, SHOWN, QueueFilter
from .figures import add_figures, figures_of
from .lines import LinesField

VERDICT_WORDS = {
    Deed.ACCEPT: _("Accept"),
    Deed.ACCEPT_PART: _("Accept in part"),
    Deed.RETURN: _("Return with feedback"),
    Deed.NOT_APPLICABLE: _("Not applicable"),
}
FIGURES = ("day", "value", "numerator", "denominator")


class FigureForm(HouseForm):
    """The figure that stands; which fields are shown depends on what the indicator measures."""

    day = BnDateField(label=_("Date that stands"), required=False)
    value = BnDecimalField(label=_("Number that stands"), required=False)
    numerator = BnDecimalField(label=_("Done or spent"), required=False)
    denominator = BnDecimalField(label=_("Out of how many or how much?"), required=False)
    reason = forms.CharField(label=_("Reason"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, indicator: Indicator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if indicator.formula:
            first = next(name for name in self.fields if name in FIGURES)
            add_figures(self, indicator.figures, after=first)
        kept = {Unit.DATE: {"day"}, Unit.NUMBER: {"value"}, Unit.PERCENT: {"numerator", "denominator"}}
        wanted = kept.get(indicator.measure, {"value"})
        for name in FIGURES:
            if name not in wanted or indicator.formula:
                del self.fields[name]

    @property
    def figure(self) -> Achievement | None:
        """What was typed as a figure; None when nothing was."""
        given: dict[str, Any] = {name: self.cleaned_data.get(name) for name in FIGURES}
        named = tuple(figures_of(self.cleaned_data).items())
        stated = named or any(value is not None for value in given.values())
        return Achievement(**given, figures=named) if stated else None


class VerdictForm(FigureForm):
    """One verdict."""

    verdict = forms.ChoiceField(label=_("Verdict"), widget=forms.RadioSelect)
    field_order = ("verdict", *FIGURES, "reason")

    def __init__(self, *args: Any, verdicts: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(deed, VERDICT_WORDS[Deed(deed)]) for deed in verdicts]
        self.fields["verdict"].choices = rows  # type: ignore[attr-defined]
        self.fields["reason"].help_text = _("Needed for everything but acceptance; the office reads it.")


class ReasonForm(HouseForm):
    """Why something is done."""

    reason = forms.CharField(label=_("Reason"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3}))


class ReopenForm(ReasonForm):
    """Which indicators go back to the office."""

    codes = forms.MultipleChoiceField(
        label=_("Indicators to open again"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen means all of them."),
    )  # fmt: skip
    field_order = ("codes", "reason")

    def __init__(self, *args: Any, codes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["codes"].choices = codes  # type: ignore[attr-defined]


class AppealForm(FigureForm):
    """What an office asks for, and why."""

    field_order = (*FIGURES, "reason")


class AppealDecisionForm(FigureForm):
    """The decision on an appeal."""

    decision = forms.ChoiceField(
        label=_("Decision"), widget=forms.RadioSelect,
        choices=[("uphold", _("Uphold the appeal")), ("refuse", _("Refuse the appeal"))],
    )  # fmt: skip
    field_order = ("decision", *FIGURES, "reason")


class AwardForm(HouseForm):
    """Confirm the award of a year, with the figures that are awarded instead of the verified ones."""

    adjustments = LinesField(
        read_adjustments, label=_("Figures awarded instead of the verified ones"),
        help_text=_("One a line: code: figure | why, such as 2.2.1: 2 | one sheet has no date; 30/40 for a share"),
    )  # fmt: skip
    agreed = forms.BooleanField(label=_("I have compared the verified marks with the evidence."))


class SampleForm(HouseForm):
    """Draw a sample."""

    fiscal_year = forms.TypedChoiceField(label=_("Fiscal year"), coerce=int)
    quarter = forms.TypedChoiceField(label=_("Quarter"), coerce=int, choices=[(n, n) for n in range(1, 5)])
    percent = BnIntegerField(label=_("How many percent?"), unit="%", initial=5)
    how = forms.ChoiceField(label=_("How is it drawn?"), choices=Draw.choices, initial=Draw.RISK)
    seed = forms.CharField(
        label=_("Seed"), required=False, max_length=32, help_text=_("Leave it empty; give one only to draw it again.")
    )

    def __init__(self, *args: Any, years: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fiscal_year"].choices = years  # type: ignore[attr-defined]


class FindingForm(HouseForm):
    """What a check in the field found."""

    finding = forms.ChoiceField(
        label=_("What was found?"), widget=forms.RadioSelect,
        choices=[row for row in Finding.choices if row[0] != Finding.PENDING],
    )  # fmt: skip
    note = forms.CharField(label=_("Remark"), required=False, max_length=500)


class QueueForm(forms.Form):
    """The filter above the queue."""

    shown = forms.ChoiceField(
        label=_("Show"), required=False,
        choices=[("waiting", _("Waiting")), ("returned", _("Returned")), ("decided", _("Decided"))],
    )  # fmt: skip
    quarter = forms.ChoiceField(label=_("Quarter"), required=False)
    mark = forms.ChoiceField(
        label=_("Mark"), required=False,
        choices=[
            ("", _("All")), ("clean", _("Complete and without doubt")), ("flagged", _("Doubtful")),
            ("incomplete", _("Evidence missing")), ("late", _("Late")), ("provisional", _("Provisional")),
            ("sampled", _("In a sample")),
        ],
    )  # fmt: skip
    q = forms.CharField(label=_("Office"), required=False)

    def __init__(self, *args: Any, quarters: list[tuple[str, str]], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["quarter"].choices = [("", _("All")), *quarters]  # type: ignore[attr-defined]


def queue_filter(query: Mapping[str, str]) -> QueueFilter:
    """The filter of the queue from the address; nonsense is simply not asked for."""
    year, _dash, quarter = to_latin(query.get("quarter", "")).partition("-")
    shown, mark = query.get("shown", ""), query.get("mark", "")
    return QueueFilter(
        shown=shown if shown in SHOWN else "waiting",
        fiscal_year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        quarter=int(quarter) if quarter in {"1", "2", "3", "4"} else None,
        mark=mark if mark in MARKS else "",
        code=query.get("code", "")[:20],
        words=query.get("q", "")[:100],
    )


def queue_words(wanted: QueueFilter) -> str:
    """The same filter as an address carries it, without the empty ones."""
    year = "" if wanted.fiscal_year is None else str(wanted.fiscal_year)
    quarter = "" if wanted.quarter is None else str(wanted.quarter)
    words = {"shown": "" if wanted.shown == "waiting" else wanted.shown, "mark": wanted.mark, "code": wanted.code,
             "quarter": f"{year}-{quarter}" if year or quarter else "", "q": wanted.words}  # fmt: skip
    return urlencode({name: value for name, value in words.items() if value})


def chosen_ids(data: MultiValueDict[str, str]) -> list[int]:
    """The ticked rows of the queue."""
    return [int(text) for text in data.getlist("claim") if text.isascii() and text.isdigit() and len(text) < 19]


def verdict_options(indicator: Indicator, verdicts: tuple[str, ...]) -> dict[str, Any]:
    """What the verdict form of one claim asks for."""
    return {"indicator": indicator, "verdicts": verdicts, "initial": {"verdict": Deed.ACCEPT}}


QUARTER_WORDS = {
    "accept_quarter": _("Accept the quarter"),
    "unaccept_quarter": _("Take the acceptance back"),
    "reopen_quarter": _("Open the quarter again"),
}


def quarter_form(deed: str, data: Any, claims: list[Claim]) -> ReasonForm:
    """The form of one deed on a whole quarter."""
    if deed == "reopen_quarter":
        return ReopenForm(data, codes=[(claim.indicator.code, digits(claim.indicator.code)) for claim in claims])
    return ReasonForm(data)


def quarter_values(form: ReasonForm, deed: str) -> dict[str, Any]:
    """Plain values of that form, as the deed takes them."""
    given = form.cleaned_data
    return {} if deed == "accept_quarter" else {name: given[name] for name in ("reason", "codes") if name in given}


def asking(title: str, note: str, address: str, number: int) -> dict[str, Any]:
    """The context of a page that asks one short thing; cancel leads back to the named address."""
    return {"title": title, "note": note, "back": reverse(address, args=[number])}


def next_address(following: int | None, wanted: QueueFilter) -> str:
    """Where a verdict leads: the next claim of the same queue, or the queue."""
    words = queue_words(wanted)
    address = reverse("plans:review", args=[following]) if following else reverse("plans:reviews")
    return f"{address}?{words}" if words else address


def bulk_words(done: int, left: int) -> str:
    """What a bulk acceptance did."""
    said = ngettext("%(shown)s claim accepted.", "%(shown)s claims accepted.", done) % {"shown": number(done)}
    if left:
        rest = ngettext("%(shown)s left for a closer look.", "%(shown)s left for a closer look.", left)
        said = f"{said} {rest % {'shown': number(left)}}"
    return said


def quarter_choices(found: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """Quarters that were sent, as the filter offers them."""
    return [(f"{year}-{n}", f"{digits(FiscalYear(year).latin)} · {nth(n)}") for year, n in found]


def year_choices(found: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """Fiscal years that were sent."""
    return [(year, digits(FiscalYear(year).latin)) for year in sorted({year for year, _n in found}, reverse=True)]
