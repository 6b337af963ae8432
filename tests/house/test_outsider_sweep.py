"""Nobody reaches another line's rows: every address and API operation, as a clerk of another ministry and as a visitor.

A new address is swept without being told. When it has a new kind of id, `tests/owned.py` says what to put there.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.http import HttpResponseBase
from django.test import Client

from tests.house.pages import SWEPT, Address, World
from tests.people import Cast

# Open to visitors, each with its reason.
PUBLIC = {
    "healthz": "says only that the server lives",
    "ui:language": "choice of language, kept in the reader's own cookie",
    "ui:theme": "choice of light or dark, kept in the reader's own cookie",
    "papers:ask": "asks for the code on a paper",
    "papers:verify": "what an issued paper attests to anyone who holds its code; neither subject nor text",
    "outbox:answer": "one duty's title to who holds its signed link; takes one answer and signs nobody in",
    "outbox:calendar": "the duties of one person to who holds the person's secret link, until it is revoked",
    "outbox:callback": "delivery reports of a gateway that knows the secret of the settings; answers nothing",
    "outbox:take_inbound": "SMS that came in at a gateway that knows the secret of the settings; answers nothing",
    "meetings:published": "minutes that offices chose to publish",
    "api:openapi-json": "the description of the API, without any data",
}
# Ids in the address, and yet open to everyone signed in, each with its reason.
OPEN_WITH_ID: dict[str, str] = {
    "papers:box": "names a box of the reader's own office",
    "outbox:answer": "the signed text itself is the right; it signs nobody in",
    "plans:windows": "days of sending by tier, the same for all offices of the country",
}
# Pages of invented samples, which may use the names of the cast.
SAMPLES = {"ui:gallery"}
CLOSED, ASKS_TO_SIGN_IN = {401, 403, 404, 405}, {301, 302}


def secrets(cast: Cast) -> list[str]:
    """Names that must not appear on any page of an outsider."""
    people = (cast.upazila_officer, cast.district_officer, cast.divisional_officer, cast.reviewer, cast.secretary)
    offices = (cast.upazila, cast.other_upazila, cast.district, cast.divisional, cast.directorate, cast.ministry)
    return [office.name_bn for office in offices] + [f"{person.user.name_bn}" for person in people]


def body(answer: HttpResponseBase) -> str:
    """The text of an answer; streamed files count as empty only when they are refused."""
    return b"".join(answer).decode(errors="replace")  # type: ignore[call-overload]


def requests(client: Client, url: str) -> Iterator[tuple[str, HttpResponseBase]]:
    """Reading and writing, as a page and as an API call."""
    yield "GET", client.get(url)
    yield "POST", client.post(url, {"submit_key": "sweep", "q": "কার্যালয়"})
    yield "PATCH", client.patch(url, "{}", content_type="application/json")
    yield "DELETE", client.delete(url)


@pytest.mark.parametrize("address", SWEPT, ids=str)
def test_neither_another_line_nor_a_visitor_reaches_anything(world: World, address: Address) -> None:
    url = world.url(address)
    an_outsider_is_refused(world, address, url)
    a_visitor_is_asked_to_sign_in(address, url)


def an_outsider_is_refused(world: World, address: Address, url: str) -> None:
    """A clerk of another ministry: closed, and nothing of this line in the answer."""
    for method, answer in requests(world.client("outsider"), url):
        if address.kwargs and address.name not in OPEN_WITH_ID:
            assert answer.status_code in CLOSED, f"{method} {address} answered {answer.status_code}"
        shown = "" if address.name in SAMPLES else body(answer)
        told = [name for name in secrets(world.cast) if name in shown]
        assert told == [], f"{method} {address} shows another line"


def a_visitor_is_asked_to_sign_in(address: Address, url: str) -> None:
    """Nobody at all: sent to the sign-in, or closed."""
    if address.name in PUBLIC:
        return
    for method, answer in requests(Client(), url):
        asked = answer.status_code in ASKS_TO_SIGN_IN and "/accounts/login/" in answer.headers["Location"]
        assert asked or answer.status_code in CLOSED, f"{method} {address} answered {answer.status_code}"


def test_the_sweep_sees_the_product() -> None:
    names = {address.name for address in SWEPT}
    assert {"org:office", "plans:detail", "records:download"} <= names
    assert set(PUBLIC) <= names


def test_the_sweep_can_fail(world: World) -> None:
    """The same requests by the office's own officer do get through."""
    answer = world.client("upazila_officer").get(world.url(Address("org:office", ("office_id",))))
    assert answer.status_code == 200
    assert world.cast.upazila.name_bn in body(answer)
