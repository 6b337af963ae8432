"""What the database itself refuses about meetings, whoever writes."""

from __future__ import annotations

import pgtrigger

_FROZEN = """
  SELECT state INTO stands FROM meetings_meeting WHERE id = {meeting};
  IF stands IN ('signed', 'published') THEN
    RAISE EXCEPTION 'the minutes of meeting % are signed', {meeting}
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
"""
APPEND_ONLY = pgtrigger.Update | pgtrigger.Delete


def stays_as_signed(meeting: str) -> pgtrigger.Trigger:
    """Rows of a meeting whose minutes are signed can be neither added, changed nor removed.

    `meeting` is SQL for the meeting's id, with ROW for the row at hand.
    """
    return pgtrigger.Trigger(
        name="stays_as_signed",
        level=pgtrigger.Row,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("stands", "text"), ("row_at_hand", "record")],
        func="IF TG_OP = 'DELETE' THEN row_at_hand := OLD; ELSE row_at_hand := NEW; END IF;\n"
        + _FROZEN.format(meeting=meeting.replace("ROW", "row_at_hand")),
    )
