"""Templates as a starting point, and how they read for a real recipient."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from agragati.kernel.errors import AgragatiError
from agragati.org.access import Access
from agragati.org.models import Office
from agragati.ui.renderers import day

from ..models import Template
from ..rules.placeholders import fill
from ..rules.recipients import RecipientRule
from ..rules.texts import BUILT_IN, Text
from .obligations import day_today
from .planning import LINK, link_of, values_for
from .recipients import resolve
from .terms import as_text, template

WORDS = ("title", "subject_bn", "body_bn", "sms_bn", "subject_en", "body_en", "sms_en")
SAMPLES = 2


def built_in_texts(*, by: Access) -> list[Text]:
    """The texts that hold where no office wrote its own."""
    return list(BUILT_IN.values())


def words_to_start_from(*, by: Access, template_id: int) -> dict[str, object]:
    """What the compose form holds at first: the words of a readable version; raises NotFound."""
    text = as_text(template(by=by, template_id=template_id))
    return {"template": f"{text.key}:{text.version}", "title": text.subject_bn, "text": text.body_bn,
            "sms_text": text.sms_bn}  # fmt: skip


def words_of(*, by: Access, template: Template) -> dict[str, str]:
    """A version's words, for the form of the next."""
    return {"key": template.key, **{name: getattr(template, name) for name in WORDS}}


def template_to_start_from(*, by: Access, key: str) -> dict[str, str]:
    """A built-in text's words, for an office's own; empty for another key."""
    text = BUILT_IN.get(key)
    if text is None:
        return {}
    return {name: str(value) for name, value in asdict(text).items() if name != "version"} | {"title": text.subject_bn}


@dataclass(frozen=True)
class Filled:
    """A template filled in for one real recipient, or why it cannot be."""

    to: str
    subject: str = ""
    text: str = ""
    problem: AgragatiError | None = None


def samples_of(*, by: Access, template_id: int) -> list[Filled]:
    """A readable template as the head of one's office, and one below, would get it."""
    text = as_text(template(by=by, template_id=template_id))
    here = Office.objects.filter(pk=by.office_id or 0).first()
    if here is None:
        return []
    rules = [RecipientRule("office", office_id=here.pk), RecipientRule("children", office_id=here.pk)]
    people = [one for rule in rules for one in resolve(by=by, rule=rule)][:SAMPLES]
    shared = {"title": text.title, "due": day(day_today(by=by)), "count": "১", "duties": text.title, "sender": by.label}
    found = []
    for one in people:
        values = {**shared, **values_for(one, "bn"), "link": link_of("", None)}
        try:
            found.append(Filled(str(one.office), fill(text.subject_bn, values), fill(text.body_bn, values)))
        except AgragatiError as error:
            found.append(Filled(str(one.office), problem=error))
    return found


def shown(*, by: Access, text: str) -> str:
    """A stored text for reading: where the link stands, three dots."""
    return text.replace(LINK, "…")
