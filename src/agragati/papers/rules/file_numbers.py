"""Builds the digital file number from the codes of the office and section, and the memo number from it.

Sources: notification of 2011 and Secretariat Instructions 2014 (18 digits), Secretariat Instructions 2024 (22 digits).
"""

from __future__ import annotations

import re

from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.memo import FORMS, Form, parse_file_number

OFFICE_GROUPS = ("ministry", "office", "geo")
NO_CODE = "0"


def file_number(
    *, form: Form, office_code: str, subject: str, serial: int, year: int, section: str = "", subordinate: str = ""
) -> str:
    """Give the 18 or 22 digits with dots in Bangla digits, such as "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১".

    `office_code` is the first three groups ("05.43.0000"), `year` a calendar year of four digits; a section or
    subordinate code that is not there is filled with zeros. Raises BadInput naming the field that does not fit.
    """
    sizes = FORMS[form]
    given = {
        **dict(zip(OFFICE_GROUPS, _office_groups(office_code), strict=True)),
        "subordinate": subordinate,
        "section": section,
        "subject": subject,
        "serial": str(serial),
        "year": f"{year % 100:02d}",
    }
    groups = [_group(name, given[name], size) for name, size in sizes.items()]
    return parse_file_number(".".join(groups)).file_number


def memo_number(file_no: str, issue: int) -> str:
    """Give the memo number of a letter: the file number and the issue number after a dot."""
    return f"{file_no}.{to_bn(issue)}"


def _office_groups(code: str) -> list[str]:
    groups = re.findall(r"\d+", to_latin(code))
    if [len(group) for group in groups[:3]] != [FORMS["18"][name] for name in OFFICE_GROUPS]:
        raise BadInput(
            "The office has no memo code yet. Its administrator writes it at the office, such as 05.43.0000.",
            field="office",
        )
    return groups[:3]


def _group(name: str, value: str, size: int) -> str:
    digits = to_latin(value or NO_CODE).strip().rjust(size, "0")
    if not (digits.isascii() and digits.isdigit()) or len(digits) != size:
        raise BadInput("Write at most %(size)s digits.", field=name, size=size)
    return digits
