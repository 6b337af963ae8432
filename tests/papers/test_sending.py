"""Paper copies: how each goes out, that it comes back, the post office's list, and the desk that sends again."""

from __future__ import annotations

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agragati.kernel.errors import BadInput, Conflict, NotFound
from agragati.org.access import system
from agragati.org.models import Office
from agragati.outbox.models import Obligation
from agragati.outbox.tasks import tend_desk
from agragati.papers import actions, selectors
from agragati.papers.models import CopySending, Letter, LetterRecipient
from agragati.papers.rules.return_list import read_returns, tracking_key
from tests.papers.desk import DAY, Desk, desk, fresh  # noqa: F401  (desk is a fixture)

HEAD = ["ক্রমিক", "ট্র্যাকিং নম্বর", "ফেরতের তারিখ", "ফেরতের কারণ"]


def _with_paper_copies(desk: Desk, *labels: str) -> list[LetterRecipient]:
    draft = desk.draft(by=desk.head)
    for label in labels:
        actions.add_address(by=desk.head.access, letter=draft, kind="free", place="copy", label=label)
    letter = actions.issue_letter(
        by=desk.head.access, letter=actions.sign_letter(by=desk.head.access, letter=fresh(draft)), on=DAY
    )
    return list(LetterRecipient.objects.filter(letter=letter, office__isnull=True).order_by("pk"))


def test_a_list_is_read_with_every_finding_by_cell() -> None:
    today = datetime.date(2026, 11, 20)
    table = [
        HEAD,
        ["১", "RL ১২৩-৪ BD", "১০/১১/২০২৬", "ঠিকানায় পাওয়া যায়নি"],
        ["২", "RL1234BD", "১০/১১/২০২৬", "ঠিকানা বদল"],
        ["৩", "RL9", "৩১/১১/২০২৬", "গ্রহণে অস্বীকৃতি"],
        ["৪", "RL8", "২১/১১/২০২৬", "গ্রহণে অস্বীকৃতি"],
        ["৫", "", "2026-11-10", ""],
        ["৬", "—", "2026-11-10", "x"],
        ["", "", "", ""],
    ]
    rows, problems = read_returns(table, today=today)
    assert [(one.tracking, one.day) for one in rows] == [("RL1234BD", datetime.date(2026, 11, 10))]
    found = [(one.row, one.column) for one in problems]
    assert found == [
        (3, "tracking"),
        (4, "returned_on"),
        (5, "returned_on"),
        (6, "tracking"),
        (6, "why"),
        (7, "tracking"),
    ]
    assert [one.column for one in read_returns([["ওজন"]], today=today)[1]] == ["tracking", "returned_on", "why"]
    assert tracking_key(" rl-১২ ") == "RL12"


@pytest.mark.django_db
def test_a_paper_copy_goes_out_comes_back_and_goes_again(desk: Desk) -> None:
    (copy,), by = _with_paper_copies(desk, "একটি সমিতি"), desk.clerk.access
    inside = LetterRecipient.objects.get(letter=copy.letter, office=desk.cast.upazila)
    today = timezone.localdate()
    assert list(selectors.not_reached(by=by)) == [copy]
    with pytest.raises(NotFound):
        actions.note_dispatch(by=desk.cast.outsider.access, recipient=copy, channel="post")
    with pytest.raises(Conflict):
        actions.note_dispatch(by=by, recipient=inside, channel="post")
    with pytest.raises(Conflict):
        actions.note_return(by=by, recipient=copy, why="ঠিকানায় নেই")
    later, before = today + datetime.timedelta(days=1), DAY - datetime.timedelta(days=1)
    bad = [{"channel": "pigeon"}, {"channel": "registered"}, {"channel": "courier", "tracking": "—"},
           {"channel": "hand", "sent_on": later}, {"channel": "hand", "sent_on": before}]  # fmt: skip
    for one in bad:
        with pytest.raises(BadInput):
            actions.note_dispatch(by=by, recipient=copy, **one)  # type: ignore[arg-type]
    out = actions.note_dispatch(by=by, recipient=copy, channel="registered", tracking="rl ৭৭", sent_on=DAY)
    assert (out.state, out.channel) == ("delivered", "registered")
    assert not selectors.not_reached(by=by).exists()
    with pytest.raises(BadInput):
        actions.note_return(by=by, recipient=copy, why=" ")
    with pytest.raises(BadInput):
        actions.note_return(by=by, recipient=copy, why="ঠিকানায় নেই", day=before)
    back = actions.note_return(by=by, recipient=copy, why="ঠিকানায় নেই")
    assert (back.state, back.returned_why) == ("returned", "ঠিকানায় নেই")
    assert selectors.delivery_sum(by=by, letter=copy.letter).returned == 1
    tend_desk(office_id=desk.cast.district.pk)
    duty = Obligation.objects.get(about=f"paper_desk:copy:{copy.pk}")
    assert (duty.is_open, duty.post_id, duty.due) == (
        True,
        desk.head.posting.post_id,
        today + datetime.timedelta(days=3),
    )
    assert "একটি সমিতি" in duty.title
    again = actions.note_dispatch(by=by, recipient=copy, channel="hand")
    assert (again.state, again.returned_why) == ("delivered", "")
    tend_desk(office_id=desk.cast.district.pk)
    duty.refresh_from_db()
    assert not duty.is_open
    ways = [(one.channel, one.tracking, one.returned_why) for one in selectors.sendings_of(by=by, recipient=copy)]
    assert ways == [("registered", "RL77", "ঠিকানায় নেই"), ("hand", "", "")]


@pytest.mark.django_db
def test_the_post_offices_list_is_looked_at_and_then_taken(desk: Desk, client: Client) -> None:
    first, second = _with_paper_copies(desk, "একটি সমিতি", "একটি কলেজ")
    by = desk.clerk.access
    for copy, number in ((first, "RL1"), (second, "RL2")):
        actions.note_dispatch(by=by, recipient=copy, channel="registered", tracking=number, sent_on=DAY)
    client.force_login(desk.clerk.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = reverse("papers:return_list")

    def look(*lines: str) -> str:
        text = "\n".join((",".join(HEAD[1:]), *lines))
        file = SimpleUploadedFile("list.csv", text.encode(), content_type="text/csv")
        return client.post(address, {"file": file, "submit_key": "look"}).content.decode()

    bad = look("RL1,০৫/১১/২০২৬,ঠিকানায় নেই", "RL7,০৫/১১/২০২৬,ঠিকানায় নেই", "RL2,০১/১১/২০২৬,বন্ধ")
    assert "এ নম্বরে আপনার অফিসের কোনো অনুলিপি প্রেরিত হয়নি" in bad
    assert "অনুলিপিটি এ তারিখের পরে প্রেরিত হয়েছে" in bad
    assert 'name="kept" value="' not in bad
    good = look("rl-১,০৫/১১/২০২৬,ঠিকানায় নেই")
    assert LetterRecipient.objects.filter(state="returned").count() == 0
    kept = good.partition('name="kept" value="')[2].partition('"')[0]
    assert client.post(address, {"kept": kept + "x", "submit_key": "a"}).status_code == 422
    assert client.post(address, {"submit_key": "a"}).status_code == 422
    sent = client.post(address, {"kept": kept, "submit_key": "b"})
    assert sent.headers["Location"] == reverse("papers:not_reached")
    first.refresh_from_db()
    assert (first.state, CopySending.objects.get(tracking="RL1").returned_on) == (
        "returned",
        datetime.date(2026, 11, 5),
    )
    shown = client.get(sent.headers["Location"]).content.decode()
    assert ("একটি সমিতি" in shown, "একটি কলেজ" in shown) == (True, False)
    assert client.post(address, {"kept": kept, "submit_key": "c"}).status_code == 422
    for name in ("dispatch", "came_back"):
        assert client.get(reverse(f"papers:{name}", args=[second.pk])).status_code == 200


@pytest.mark.django_db
def test_one_office_never_touches_the_copies_of_another(desk: Desk) -> None:
    (copy,) = _with_paper_copies(desk, "একটি সমিতি")
    actions.note_dispatch(by=desk.clerk.access, recipient=copy, channel="courier", tracking="C1", sent_on=DAY)
    content = b"tracking number,date,reason\nC1,05/11/2026,closed\n"
    other = desk.cast.upazila_officer.access
    rows, problems = selectors.look_at_returns(by=other, name="a.csv", content=content)
    assert (rows, [one.column for one in problems]) == ([], ["tracking"])
    assert selectors.desk_matters(by=system(), office_id=Office.objects.latest("pk").pk) == []
    assert Letter.objects.filter(recipients__state="returned").count() == 0
