"""Laws of issued papers that the database itself keeps, whoever writes."""

from __future__ import annotations

import pgtrigger


def final_when(name: str, condition: str) -> pgtrigger.Trigger:
    """Refuse an update of a row for which `condition` (SQL on OLD and NEW) holds."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update, condition=pgtrigger.Condition(f"({condition})"))


def stays_when(name: str, condition: str = "") -> pgtrigger.Trigger:
    """Refuse to delete a row, always or when `condition` holds."""
    when = pgtrigger.Condition(f"({condition})") if condition else None
    return pgtrigger.Protect(name=name, operation=pgtrigger.Delete, condition=when)


def closed_after_issue(name: str) -> pgtrigger.Trigger:
    """Refuse rows added to, changed in or taken from the list of an issued letter (`letter_id` of the row)."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Row,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func="""
          IF EXISTS (SELECT 1 FROM papers_letter l WHERE l.state = 'issued'
                     AND l.id = CASE TG_OP WHEN 'DELETE' THEN OLD.letter_id ELSE NEW.letter_id END) THEN
            RAISE EXCEPTION 'the letter is issued: its list of addressees is closed'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        """,
    )


def no_new_after_issue(name: str) -> pgtrigger.Trigger:
    """Refuse a new recipient of an issued letter: the rule was resolved when it was issued."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Row,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func="""
          IF EXISTS (SELECT 1 FROM papers_letter l WHERE l.id = NEW.letter_id AND l.state = 'issued') THEN
            RAISE EXCEPTION 'the letter is issued: nobody is added to its recipients'
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        """,
    )
