"""Laws of the tree that the database itself keeps, whoever writes: by form, by bulk load or by hand."""

from __future__ import annotations

import pgtrigger

# Reads the row as it is at commit, not as it was when the change was made: a path may change twice in one deed.
_PATH_LAW = """
  SELECT path, parent_id INTO here FROM {table} WHERE id = NEW.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  above := '';
  IF here.parent_id IS NOT NULL THEN
    SELECT path || '.' INTO above FROM {table} WHERE id = here.parent_id;
  END IF;
  IF left(here.path, length(above)) <> above
     OR substr(here.path, length(above) + 1) !~ '^[0-9]+$'
     OR (TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM {table} c WHERE c.parent_id = NEW.id
         AND left(c.path, length(here.path) + 1) <> here.path || '.')) THEN
    RAISE EXCEPTION 'the path of office % does not follow its higher office', NEW.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
"""


def path_follows_parent(table: str) -> pgtrigger.Trigger:
    """At commit every changed office has its parent's path plus one number, and its children have its own.

    A ring of offices can never satisfy this, so the law refuses cycles as well.
    """
    return pgtrigger.Trigger(
        name="path_follows_parent",
        level=pgtrigger.Row,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id", "path"),  # type: ignore[no-untyped-call]
        timing=pgtrigger.Deferred,
        declare=[("here", "record"), ("above", "text")],
        func=_PATH_LAW.format(table=table),
    )
