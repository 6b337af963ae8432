"""Pages of reviewers: the queue, one claim at a time, whole quarters, samples."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.kernel.errors import BadInput
from agragati.org.access import OfficeRequest
from agragati.ui.renderers import said
from agragati.ui.submit import form_page, submitted

from ..actions import review as deeds
from ..actions import sampling
from ..forms import review as forms
from ..selectors import queue, reviews
from ..selectors.editions import framework_of
from ..selectors.follow_ups import marks_of_claim


@require_safe
def reviews_page(request: OfficeRequest) -> HttpResponse:
    """The queue: what waits below the reviewer's office."""
    wanted = forms.queue_filter(request.GET)
    page = queue.queue_page(by=request.access, wanted=wanted, after=request.GET.get("after", ""))
    progress = queue.review_progress(by=request.access, fiscal_year=wanted.fiscal_year, quarter=wanted.quarter)
    quarters = queue.quarters_in_queue(by=request.access)
    context = {
        "page": page,
        "progress": progress,
        "filter_form": forms.QueueForm(request.GET or None, quarters=forms.quarter_choices(quarters)),
        "words": forms.queue_words(wanted),
        "waiting": wanted.shown == "waiting",
        "rates": queue.submission_rates(by=request.access, fiscal_year=quarters[0][0], quarter=quarters[0][1])
        if quarters else None,
    }  # fmt: skip
    return render(request, "plans/reviews.html", context)


@form_page
def review(request: OfficeRequest, claim_id: int) -> HttpResponse:
    """One claim with its evidence beside it; the verdict leads to the next one."""
    sheet = reviews.claim_sheet(by=request.access, claim_id=claim_id)
    wanted = forms.queue_filter(request.GET)
    before, following = queue.neighbours(by=request.access, claim=sheet.claim, wanted=wanted)
    form = forms.VerdictForm(request.POST or None, **forms.verdict_options(sheet.indicator, sheet.verdicts))

    def do() -> str:
        given = form.cleaned_data
        deeds.give_verdict(by=request.access, claim=sheet.claim, verdict=given["verdict"], figure=form.figure,
                           reason=given["reason"])  # fmt: skip
        return forms.next_address(following, wanted)

    context = {"sheet": sheet, "plan": sheet.plan, "claim": sheet.claim, "before": before, "following": following,
               "words": forms.queue_words(wanted),
               "marks": marks_of_claim(by=request.access, claim_id=claim_id)}  # fmt: skip
    return submitted(request, form, "plans.give_verdict", do, "plans/review.html", context)


@form_page
def undo(request: OfficeRequest, claim_id: int) -> HttpResponse:
    """Take one verdict back."""
    sheet = reviews.claim_sheet(by=request.access, claim_id=claim_id)
    form = forms.ReasonForm(request.POST or None)

    def do() -> str:
        deeds.undo_verdict(by=request.access, claim=sheet.claim, reason=form.cleaned_data["reason"])
        return reverse("plans:review", args=[claim_id])

    context = forms.asking(_("Take the verdict back"), _("The number stated stays readable."), "plans:review", claim_id)
    return submitted(request, form, "plans.undo_verdict", do, "plans/review_deed.html", context)


@require_POST
def bulk(request: OfficeRequest) -> HttpResponse:
    """Accept the ticked rows that may be accepted unseen."""
    wanted = forms.queue_filter(request.GET)
    try:
        done, left = deeds.accept_in_bulk(by=request.access, claim_ids=forms.chosen_ids(request.POST))
    except BadInput as error:
        messages.error(request, said(error))
    else:
        messages.success(request, forms.bulk_words(done, left))
    return redirect(f"{reverse('plans:reviews')}?{forms.queue_words(wanted)}")


@require_safe
def quarters(request: OfficeRequest) -> HttpResponse:
    """Verified quarters that wait for the accept step."""
    rows = queue.quarters_to_accept(by=request.access)[:100]
    return render(request, "plans/review_quarters.html", {"rows": rows})


QUARTER_DEEDS: dict[str, Callable[..., object]] = {
    "accept_quarter": deeds.accept_quarter,
    "unaccept_quarter": deeds.unaccept_quarter,
    "reopen_quarter": deeds.reopen_quarter,
}


@form_page
def quarter_deed(request: OfficeRequest, submission_id: int, deed: str) -> HttpResponse:
    """Accept a quarter, take the acceptance back, or open it again."""
    if deed not in QUARTER_DEEDS:
        raise Http404
    sent = reviews.submission_to_review(by=request.access, submission_id=submission_id)
    claims = reviews.claims_of(by=request.access, submission=sent)
    form = forms.quarter_form(deed, request.POST or None, claims)

    def do() -> str:
        QUARTER_DEEDS[deed](by=request.access, submission=sent, **forms.quarter_values(form, deed))
        return reverse("plans:quarter", args=[sent.plan_id, sent.quarter])

    table = framework_of(by=request.access, edition=sent.plan.edition, tier=sent.plan.tier)
    context = {"sent": sent, "plan": sent.plan, "claims": claims, "deed": deed, "title": forms.QUARTER_WORDS[deed],
               "framework": table}  # fmt: skip
    return submitted(request, form, f"plans.{deed}", do, "plans/review_quarter.html", context)


@form_page
def samples(request: OfficeRequest) -> HttpResponse:
    """Samples drawn, and drawing one."""
    years = forms.year_choices(queue.quarters_in_queue(by=request.access))
    form = forms.SampleForm(request.POST or None, years=years)

    def do() -> str:
        names = ("fiscal_year", "quarter", "percent", "how", "seed")
        draw = sampling.draw_sample(by=request.access, **{name: form.cleaned_data[name] for name in names})
        return reverse("plans:sample", args=[draw.pk])

    context = {"draws": queue.sample_draws(by=request.access)}
    return submitted(request, form, "plans.draw_sample", do, "plans/review_samples.html", context)


@require_safe
def sample(request: OfficeRequest, draw_id: int) -> HttpResponse:
    """One sample: how it was drawn, and what the checks found."""
    draw, items = queue.sample_to_read(by=request.access, draw_id=draw_id)
    return render(request, "plans/review_sample.html", {"draw": draw, "items": items})


@form_page
def sample_check(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Note what the check of a drawn claim found."""
    item = reviews.sample_item_to_check(by=request.access, item_id=item_id)
    form = forms.FindingForm(request.POST or None)

    def do() -> str:
        given = form.cleaned_data
        sampling.note_finding(by=request.access, item=item, finding=given["finding"], note=given["note"])
        return reverse("plans:sample", args=[item.draw_id])

    context = forms.asking(_("What was found in the field?"), str(item.claim), "plans:sample", item.draw_id)
    return submitted(request, form, "plans.note_finding", do, "plans/review_deed.html", context)
