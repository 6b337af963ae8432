"""Deeds on sections (শাখা) of an office."""

from __future__ import annotations

import datetime

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.text import normalise

from ..access import Access
from ..models import Post, Section
from ..selectors.offices import office_to_change
from .places import clean_name, day_or_today


@transaction.atomic
def add_section(
    *, by: Access, office_id: int, name_bn: str, name_en: str = "", code: str = "", on: datetime.date | None = None
) -> Section:
    """Open a section; `code` is its three digits in memo numbers. The same name twice gives the same section."""
    here = office_to_change(by=by, office_id=office_id)
    name, digits = clean_name(name_bn, field="name_bn"), to_latin(normalise(code))
    if digits and not (digits.isdigit() and len(digits) == 3):
        raise BadInput("The code of a section is three digits.", field="code")
    section, made = Section.objects.get_or_create(
        office=here, name_bn=name,
        defaults={"name_en": normalise(name_en), "code": digits, "valid_from": day_or_today(on)},
    )  # fmt: skip
    if made:
        record(by=by, deed="org.add_section", about=f"office:{here.pk}", label=name, values={"section": section.pk})
    return section


@transaction.atomic
def rename_section(*, by: Access, section_id: int, name_bn: str, name_en: str = "") -> Section:
    """Give a section a new name; raises BadInput when another section of the office has it."""
    section = _section_to_change(by, section_id)
    name = clean_name(name_bn, field="name_bn")
    if Section.objects.filter(office=section.office, name_bn=name).exclude(pk=section.pk).exists():
        raise BadInput("The office has a section of this name already.", field="name_bn")
    before = section.name_bn
    Section.objects.filter(pk=section.pk).update(name_bn=name, name_en=normalise(name_en))
    record(by=by, deed="org.rename_section", about=f"office:{section.office_id}", label=name,
           values={"section": section.pk, "before": before})  # fmt: skip
    return _section_to_change(by, section_id)


@transaction.atomic
def close_section(*, by: Access, section_id: int, on: datetime.date | None = None) -> Section:
    """Close a section; its last day is `on` (today). Refused while a post in it is open."""
    section = _section_to_change(by, section_id)
    if section.valid_to is not None:
        return section
    if Post.objects.filter(section=section, valid_to__isnull=True).exists():
        raise BadInput("Posts of this section are still open. Move or close them first.", field="section")
    Section.objects.filter(pk=section.pk).update(valid_to=day_or_today(on))
    record(by=by, deed="org.close_section", about=f"office:{section.office_id}", label=section.name_bn,
           values={"section": section.pk})  # fmt: skip
    return _section_to_change(by, section_id)


def _section_to_change(by: Access, section_id: int) -> Section:
    section = Section.objects.visible_to(by).filter(pk=section_id).first()
    if section is None:
        raise NotFound("There is no such section, or it is outside your view.")
    office_to_change(by=by, office_id=section.office_id)
    return section
