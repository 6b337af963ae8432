"""People read words on the pages of offices, never a code: permissions, deeds, what a duty is about."""

from __future__ import annotations

import tomllib

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from agragati.org import actions
from agragati.org.access import P, system
from agragati.org.models import Duty
from agragati.plans.actions import load_framework
from agragati.plans.models import PlanIndicator
from tests.org.test_pages import signed_in
from tests.owned import OWNED
from tests.people import Cast


def test_a_token_names_what_it_may_do_in_words(cast: Cast) -> None:
    page = signed_in(cast.upazila_officer).get(reverse("org:make_token")).content.decode()
    assert "সভা পরিচালনা" in page
    assert f">{P.MEETING_RUN}<" not in page


def test_the_log_tells_deeds_in_words(cast: Cast) -> None:
    actions.add_section(by=cast.admin.access, office_id=cast.upazila.pk, name_bn="শাখা ১")
    client = signed_in(cast.admin)
    for address in (reverse("org:deeds"), reverse("org:deeds") + "?name=org.add_section"):
        page = client.get(address).content.decode()
        assert ">শাখা যোগ<" in page
        assert ">org.add_section<" not in page
    office = client.get(reverse("org:office", args=[cast.upazila.pk])).content.decode()
    assert "org." not in office


@pytest.fixture
def head(cast: Cast) -> Client:
    document = tomllib.loads((settings.FRAMEWORKS / "egov-2021-22.toml").read_text(encoding="utf-8"))
    load_framework(by=system(), key="egov-2021-22", document=document)
    return signed_in(cast.upazila_officer)


def test_a_duty_is_about_an_indicator_chosen_in_words(cast: Cast, head: Client) -> None:
    address = reverse("org:assign_duty", args=[cast.upazila_officer.posting.post_id])
    page = head.get(address).content.decode()
    assert "ত্রৈমাসিক অগ্রগতি প্রতিবেদন" in page
    assert "নোট" in page
    head.post(address, {"submit_key": "1", "kind": "focal", "about": "indicator:EFILE_NOTES"})
    duty = Duty.objects.get(about="indicator:EFILE_NOTES")
    assert "নোট" in duty.label


def test_a_duty_in_own_words_is_its_own_topic(cast: Cast, head: Client) -> None:
    address = reverse("org:assign_duty", args=[cast.upazila_officer.posting.post_id])
    for key, words in (("1", "কম্পিউটার  ল্যাব"), ("2", "কম্পিউটার ল্যাব")):
        head.post(address, {"submit_key": key, "kind": "focal", "about": "", "label": words})
    assert Duty.objects.filter(about__startswith="own:").count() == 1
    empty = head.post(address, {"submit_key": "3", "kind": "focal", "about": "", "label": ""})
    assert empty.status_code == 422
    assert "about" in empty.context["form"].errors


def test_the_page_of_an_indicator_names_its_focal_point(cast: Cast) -> None:
    indicator = PlanIndicator.objects.get(pk=OWNED["indicator_id"](cast))
    client, address = signed_in(cast.divisional_officer), reverse("plans:indicator", args=[indicator.pk])
    assert "ফোকাল পয়েন্ট" not in client.get(address).content.decode()
    post = cast.divisional_officer.posting.post
    Duty.objects.create(post=post, kind="focal", about="activity:innovation_plan", label="পরিকল্পনা")
    assert f"{cast.divisional_officer.user}, {post}" in client.get(address).content.decode()
    Duty.objects.create(post=post, kind="focal", about=f"indicator:{indicator.concept}", label="সূচক")
    assert f"{cast.divisional_officer.user}, {post}" in client.get(address).content.decode()
