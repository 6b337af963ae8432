"""Answers, check-in, the list, the log of the online meeting, and the quorum."""

from __future__ import annotations

import pytest
from tests.meetings.made import ready
from tests.people import Cast

from agragati.kernel.errors import BadInput, NotFound
from agragati.meetings import actions, selectors
from agragati.meetings.models import AgendaItem, Invitation


def test_an_invited_post_answers_for_itself(cast: Cast) -> None:
    made = ready(cast)
    row = actions.answer_invitation(by=cast.upazila_officer.access, meeting_id=made.pk, rsvp="apology", note="ছুটিতে")
    assert (row.rsvp, row.rsvp_note) == ("apology", "ছুটিতে")
    with pytest.raises(NotFound):
        actions.answer_invitation(by=cast.outsider.access, meeting_id=made.pk, rsvp="yes")
    assert selectors.attendance(by=cast.district_officer.access, meeting=made).apologies == 1


def test_the_code_works_while_the_meeting_runs(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    code = actions.start(by=by, meeting_id=made.pk).check_code
    bangla = code.translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))
    assert actions.check_in(by=cast.upazila_officer.access, code=bangla, online=True).presence == "online"
    newcomer = actions.check_in(by=cast.divisional_officer.access, code=code)
    assert (newcomer.kind, newcomer.name) == ("invitee", "সেলিনা হোসেন")
    with pytest.raises(BadInput):
        actions.check_in(by=cast.outsider.access, code=code)
    actions.close(by=by, meeting_id=made.pk)
    with pytest.raises(BadInput):
        actions.check_in(by=cast.upazila_officer.access, code=code)


def test_a_participant_log_is_matched_by_sound(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    actions.start(by=by, meeting_id=made.pk)
    noted, unknown = actions.import_log(by=by, meeting_id=made.pk, text="Name,Minutes\nরোকেয়া বেগম,55\nঅজানা অতিথি,10\n")
    assert (noted, unknown) == (1, ["অজানা অতিথি"])
    row = Invitation.objects.get(meeting=made, post=cast.upazila_officer.posting.post)
    assert (row.presence, row.came_by) == ("online", "log")


def test_minutes_below_the_quorum_are_not_signed(cast: Cast) -> None:
    made, by = ready(cast, quorum=2), cast.district_officer.access
    actions.start(by=by, meeting_id=made.pk)
    item = AgendaItem.objects.get(meeting=made)
    actions.decide(by=by, item_id=item.pk, draft=actions.DecisionDraft(text="সিদ্ধান্ত"))
    rows = list(Invitation.objects.filter(meeting=made))
    actions.note_presence(by=by, meeting_id=made.pk, presence={rows[0].pk: "present"})
    actions.close(by=by, meeting_id=made.pk)
    with pytest.raises(BadInput) as error:
        actions.sign(by=by, meeting_id=made.pk)
    assert error.value.params["short"] == 1
    actions.note_presence(by=by, meeting_id=made.pk, presence={rows[1].pk: "online"})
    assert actions.sign(by=by, meeting_id=made.pk).state == "signed"


def test_people_outside_the_register_are_asked_by_name(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    guests = [actions.Outsider("মোঃ হাসান", "পরামর্শক", "এটুআই"), actions.Outsider(" ")]
    assert actions.invite_outsiders(by=by, meeting_id=made.pk, people=guests) == 1
    row = Invitation.objects.get(meeting=made, name="মোঃ হাসান")
    actions.uninvite(by=by, meeting_id=made.pk, invitation_id=row.pk)
    assert not Invitation.objects.filter(pk=row.pk).exists()
