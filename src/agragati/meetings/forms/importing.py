"""Confirming minutes that were read from a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_bn
from agragati.ui.forms import BnDateField, HouseForm, UploadField

from ..actions import DecisionDraft, ImportedMeeting
from ..actions.importing import ImportedItem
from ..choices import UNKNOWN_HOUR, Layout
from ..rules.printed import kept_layout
from .meetings import BnTimeField

AS_WRITTEN = "text"
HEADER = ("title", "day", "at", "place", "chair", "secretary", "section", "layout", "memo_no", "issue_date", "present",
          "distribution")  # fmt: skip


class UploadForm(HouseForm):
    """The file to read."""

    file = UploadField(label=_("File of the minutes"), accept=".txt,.md,.docx,.pdf,.png,.jpg,.jpeg,.tif,.tiff",
                       help_text=_("TXT, Word (DOCX), PDF, or the picture of a scan"))  # fmt: skip


def _area(label: Any, value: str | None) -> forms.CharField:
    """Several lines, as many as can be seen at once without scrolling."""
    rows = min(20, max(2, sum(1 + len(line) // 60 for line in (value or "").splitlines())))
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, widget=widget, initial=value or "", max_length=20_000)


def _line(label: Any, value: str | None, size: int = 300) -> forms.CharField:
    return forms.CharField(label=label, required=False, initial=value or "", max_length=size)


def _person(found: Mapping[str, Any] | None) -> str:
    return ", ".join(part for part in ((found or {}).get("name"), (found or {}).get("designation")) if part)


def _within(mark: str, texts: Sequence[str], most: int) -> str:
    """As many of the texts as fit into `most` letters."""
    said = ""
    for text in texts:
        longer = f"{said}{mark}{text}" if said else text
        if len(longer) > most:
            break
        said = longer
    return said


def _issuer(found: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Who signed the distribution: the last of several signatories."""
    return found["signatories"][-1] if len(found["signatories"]) > 1 else None


class ImportForm(HouseForm):
    """The header, then every item and decision with fields of its own, as the reading found them.

    `found` is one reading; `matches` gives for an implementer's printed name the most likely choice.
    """

    def __init__(
        self, *args: Any, found: Mapping[str, Any], options: list[tuple[str, str]], matches: Mapping[str, str],
        layout: str = Layout.FIVE, sources: Sequence[str] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.found = found
        self.options = [(AS_WRITTEN, _("As written, nobody in the register")), *options]
        self.matches = matches
        self.sources = list(sources)
        self._header(found, layout)
        for at, item in enumerate(found["items"]):
            self._item(f"i{at}", item)

    def _header(self, found: Mapping[str, Any], layout: str) -> None:
        people = [" | ".join(row[k] or "" for k in ("name", "designation", "role")) for row in found["attendees"]]
        day = date.fromisoformat(found["date"]) if found["date"] else None
        self.fields |= {
            "title": forms.CharField(label=_("Title"), initial=found["title"], max_length=300),
            "day": BnDateField(label=_("Date of the meeting"), initial=day),
            "at": BnTimeField(label=_("Hour"), required=False, initial=to_bn(found["time"] or "")),
            "place": _line(_("Place"), found["place"]),
            "chair": forms.CharField(label=_("Chair: name, designation"), initial=_person(found["chair"])),
            "secretary": _line(_("Member-secretary: name, designation"), _person(found["secretary"] or _issuer(found))),
            "section": _line(_("Section"), found["section"]),
            "layout": forms.ChoiceField(label=_("Table of the minutes"), choices=Layout.choices, initial=layout),
            "memo_no": _line(_("Memo number"), to_bn(found["memo_no"] or ""), 60),
            "issue_date": BnDateField(label=_("Date of issue"), required=False, initial=_day(found["issue_date"])),
            "present": _area(_("Present: name | designation | role; one a line"), "\n".join(people)),
            "distribution": _area(_("Who gets it?"), "\n".join(found["distribution"])),
        }

    def _item(self, name: str, item: Mapping[str, Any]) -> None:
        self.fields[f"{name}_topic"] = _area(_("Topic"), item["topic"])
        self.fields[f"{name}_codes"] = _line(_("Codes of indicators"), ", ".join(item["codes"]), 100)
        self.fields[f"{name}_discussion"] = _area(_("Discussion"), item["discussion"])
        for at, row in enumerate(item["decisions"]):
            self._decision(f"{name}_d{at}", row)

    def _decision(self, name: str, row: Mapping[str, Any]) -> None:
        due = next((due for due in row["due"] if due["resolved"]), row["due"][0] if row["due"] else None)
        words = _within("; ", [due["text"] for due in row["due"]], 200)
        self.fields[f"{name}_text"] = _area(_("Decision"), row["text"])
        self.fields[f"{name}_due_text"] = _line(_("By when, in words"), words, 200)
        self.fields[f"{name}_due"] = BnDateField(label=_("Due"), required=False, initial=_day(due and due["resolved"]))
        for at, printed in enumerate(row["implementers"]):
            label = gettext("Who is “%(printed)s”?") % {"printed": printed}
            chosen = self.matches.get(printed, AS_WRITTEN)
            self.fields[f"{name}_w{at}"] = forms.ChoiceField(label=label, choices=self.options, initial=chosen)

    def parts(self) -> list[dict[str, Any]]:
        """The form in the order of the paper: header fields, then each item with its decisions, for the page."""
        own = {name: self[name] for name in self.fields if name != "submit_key"}
        listed = []
        for at, item in enumerate(self.found["items"]):
            fields = [field for name, field in own.items() if name.startswith(f"i{at}_")]
            source = self.sources[at] if at < len(self.sources) else ""
            listed.append({"item": item, "fields": fields, "source": source})
        return listed

    def header(self) -> list[Any]:
        """The fields above the items."""
        return [self[name] for name in HEADER]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def imported_of(form: ImportForm) -> ImportedMeeting:
    """Plain values from a good form; an item or decision whose text was emptied is left out."""
    said = form.cleaned_data
    items = tuple(_item_of(form, f"i{at}", item) for at, item in enumerate(form.found["items"]))
    people = [_parted(line) for line in said["present"].splitlines() if line.strip()]
    return ImportedMeeting(
        title=said["title"], day=said["day"], at=said["at"] or UNKNOWN_HOUR, place=said["place"], chair=said["chair"],
        secretary=said["secretary"], section=said["section"], layout=said["layout"], memo_no=said["memo_no"],
        issue_date=said["issue_date"], distribution=said["distribution"],
        present=tuple((name, *_two(rest)) for name, *rest in people),
        items=tuple(item for item in items if item.topic or item.discussion or item.decisions),
        printed=kept_layout(form.found),
    )  # fmt: skip


def _parted(line: str) -> list[str]:
    """One line of those present: parted by bars as shown, or by commas as typed."""
    return [part.strip() for part in line.split("|" if "|" in line else ",", 2)]


def _two(rest: list[str]) -> tuple[str, str]:
    designation, role = [*rest, "", ""][:2]
    return designation, role


def _item_of(form: ImportForm, name: str, item: Mapping[str, Any]) -> ImportedItem:
    said = form.cleaned_data
    codes = tuple(code.strip() for code in said[f"{name}_codes"].split(",") if code.strip())
    drafts = [_draft_of(form, f"{name}_d{at}", row) for at, row in enumerate(item["decisions"])]
    return ImportedItem(said[f"{name}_topic"], said[f"{name}_discussion"], codes,
                        tuple(draft for draft in drafts if draft.text.strip()))  # fmt: skip


def _draft_of(form: ImportForm, name: str, row: Mapping[str, Any]) -> DecisionDraft:
    said = form.cleaned_data
    chosen = [(said[f"{name}_w{at}"], printed) for at, printed in enumerate(row["implementers"])]
    return DecisionDraft(
        text=said[f"{name}_text"], due_text=said[f"{name}_due_text"], committed_due=said[f"{name}_due"],
        printed=chosen, as_read=True,
    )  # fmt: skip
