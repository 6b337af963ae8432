"""What one person may do with one letter. No queries: the letter is already at hand."""

from __future__ import annotations

from agragati.org.access import Access, P

from .choices import MOVES, LetterState, Step
from .models import FileRecord, Letter


def may_draft(access: Access) -> bool:
    """Whether letters may be written for the own office."""
    return access.may_enter(P.PAPER_DRAFT, access.office_path)


def has_on_desk(access: Access, letter: Letter) -> bool:
    """Whether the letter lies with the post in which `access` works."""
    return letter.desk_id is not None and letter.desk_id == access.post_id


def is_own(access: Access, letter: Letter) -> bool:
    """Whether it is a letter of the office in which `access` works."""
    return letter.office_id == access.office_id


def may_edit(access: Access, letter: Letter) -> bool:
    """Whether the text may be changed: by the post where it lies, before it is signed."""
    open_states = {LetterState.DRAFT, LetterState.REVIEW}
    return letter.state in open_states and has_on_desk(access, letter) and _may(access, P.PAPER_DRAFT, letter)


def may_forward(access: Access, letter: Letter) -> bool:
    """Whether it may be handed on to another post of the office."""
    return (letter.state, Step.FORWARD) in MOVES and has_on_desk(access, letter)


def may_return(access: Access, letter: Letter) -> bool:
    """Whether it may be sent back to its author: by who reviews it, or by who signed it and finds a fault."""
    if letter.state == LetterState.SIGNED:
        return has_on_desk(access, letter) and _may(access, P.PAPER_SIGN, letter)
    return (letter.state, Step.RETURN) in MOVES and has_on_desk(access, letter)


def may_recall(access: Access, letter: Letter) -> bool:
    """Whether its author may take it back while it lies with another post."""
    author = letter.author_post_id is not None and letter.author_post_id == access.post_id
    return (letter.state, Step.RECALL) in MOVES and author and not has_on_desk(access, letter)


def wrote_it(access: Access, letter: Letter) -> bool:
    """Whether the person or the post wrote the draft."""
    return letter.author_post_id == access.post_id or (letter.author_id or 0) == access.user_id


def may_sign(access: Access, letter: Letter, *, is_head: bool) -> bool:
    """Whether it may be signed: on the desk, with the right to sign, and not by its own writer unless the head."""
    able = (letter.state, Step.SIGN) in MOVES and has_on_desk(access, letter) and _may(access, P.PAPER_SIGN, letter)
    return able and (is_head or not wrote_it(access, letter))


def may_issue(access: Access, letter: Letter) -> bool:
    """Whether a signed letter may be issued."""
    return letter.state == LetterState.SIGNED and is_own(access, letter) and _may(access, P.PAPER_ISSUE, letter)


def may_drop(access: Access, letter: Letter) -> bool:
    """Whether a draft may be given up by its author."""
    return letter.state == LetterState.DRAFT and has_on_desk(access, letter) and wrote_it(access, letter)


def may_amend(access: Access, letter: Letter) -> bool:
    """Whether an amendment or a replacement of an issued letter may be drafted."""
    return letter.state == LetterState.ISSUED and is_own(access, letter) and _may(access, P.PAPER_DRAFT, letter)


def may_cancel(access: Access, letter: Letter) -> bool:
    """Whether an issued letter may be cancelled, with a reason, in the register."""
    return letter.state == LetterState.ISSUED and is_own(access, letter) and _may(access, P.PAPER_SIGN, letter)


def may_keep_files(access: Access, file: FileRecord | None = None) -> bool:
    """Whether files may be opened and closed, and numbers reserved and cancelled."""
    return access.may_enter(P.PAPER_ISSUE, file.office.path if file else access.office_path)


def _may(access: Access, permission: str, letter: Letter) -> bool:
    return access.may_enter(permission, letter.office.path)
