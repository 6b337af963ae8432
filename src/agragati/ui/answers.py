"""Shapes that every API operation shares."""

from __future__ import annotations

from ninja import Schema


class Problem(Schema):
    """Why a request was refused: words for a person, and the field at fault.

    When someone else was quicker (409, 412), `theirs` is what stands there now and `yours` what was sent.
    """

    detail: str
    field: str
    theirs: str = ""
    yours: str = ""


PROBLEMS = {400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
