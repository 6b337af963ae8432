"""What people type of a letter and of its steps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.org.choices import OfficeKind
from agragati.ui.forms import BnDateField, BnIntegerField, HouseForm, OfficeField, UploadField

from ..choices import AddressKind, LetterKind, Place
from ..rules.letter_text import WITHOUT_SUBJECT
from ..rules.paper import UNORDERED

Options = list[tuple[Any, Any]]
_AREA = forms.Textarea(attrs={"rows": 3})
PHRASES = ["", "সদয় জ্ঞাতার্থে", "সদয় অবগতির জন্য", "কার্যার্থে", "জ্ঞাতার্থে ও কার্যার্থে", "সদয় জ্ঞাতার্থে ও কার্যার্থে"]
PERSONAL = {LetterKind.DEMI_OFFICIAL}


class FrameForm(HouseForm):
    """What every draft has around its text."""

    file = forms.TypedChoiceField(label=_("In which file?"), required=False, coerce=int, empty_value=None)
    signatory = forms.TypedChoiceField(label=_("Who signs?"), required=False, coerce=int, empty_value=None)
    reply_by = BnDateField(label=_("By which day do you want an answer?"), required=False)

    def __init__(self, *args: Any, files: Options, posts: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].choices = [("", _("No file yet")), *files]  # type: ignore[attr-defined]
        self.fields["signatory"].choices = [("", _("Head of the office")), *posts]  # type: ignore[attr-defined]


class LetterForm(FrameForm):
    """The text of a letter. Fields that its kind does not print are left out."""

    field_order: tuple[str, ...] = (
        "subject", "reference", "salutation", "chair", "meeting_day", "meeting_time", "meeting_place", "paragraphs",
        "agenda", "closing", "attachments", "sheets", "urgency", "seniority", "file", "signatory", "reply_by",
    )  # fmt: skip
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    subject = forms.CharField(
        label=_("What is it about?"), max_length=400,
        error_messages={"required": _("Write what the letter is about.")},
    )  # fmt: skip
    reference = forms.CharField(
        label=_("Which earlier paper does it refer to?"), required=False, max_length=400,
        help_text=_("Memo number and date"),
    )  # fmt: skip
    paragraphs = forms.CharField(
        label=_("Text"), widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Leave an empty line between paragraphs; they are numbered when printed."),
    )  # fmt: skip
    attachments = forms.CharField(label=_("Attachments"), required=False, widget=_AREA, help_text=_("One a line"))
    sheets = forms.CharField(
        label=_("Tables on a page of their own"), required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("First line “ছক: title”, then the column heads parted by |, then a line for each row."),
    )  # fmt: skip
    urgency = forms.CharField(
        label=_("Urgency or secrecy"), required=False, max_length=60, help_text=_("Such as জরুরি or গোপনীয়")
    )
    seniority = forms.ChoiceField(
        label=_("What does the list of copies say about its order?"), required=False, initial=UNORDERED,
        choices=[(UNORDERED, _("Not in order of seniority")), ("ordered", _("In order of seniority"))],
    )  # fmt: skip
    salutation = forms.CharField(label=_("Salutation"), required=False, max_length=200)
    closing = forms.CharField(label=_("Closing words"), required=False, max_length=200)
    chair = forms.CharField(label=_("Who chairs the meeting?"), required=False, max_length=200)
    meeting_day = forms.CharField(label=_("Day of the meeting"), required=False, max_length=100)
    meeting_time = forms.CharField(label=_("Time of the meeting"), required=False, max_length=100)
    meeting_place = forms.CharField(label=_("Place of the meeting"), required=False, max_length=300)
    agenda = forms.CharField(label=_("Agenda"), required=False, widget=_AREA, help_text=_("One a line"))

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unused = set()
        if kind != LetterKind.MEETING_NOTICE:
            unused |= {"chair", "meeting_day", "meeting_time", "meeting_place", "agenda"}
        if kind not in PERSONAL:
            unused |= {"salutation", "closing"}
        if kind in {LetterKind.CERTIFICATE, LetterKind.OFFICE_ORDER}:
            unused |= {"reference"}
        for name in unused:
            del self.fields[name]
        self.fields["subject"].required = kind not in WITHOUT_SUBJECT


class FillForm(FrameForm):
    """What a template asks of its writer; a placeholder left empty stays to be seen in the draft."""

    def __init__(self, *args: Any, asked: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for at, name in enumerate(asked):
            self.fields[f"ask_{at}"] = forms.CharField(label=name, required=False, max_length=300)
        self.asked = asked
        self.order_fields([f"ask_{at}" for at in range(len(asked))])

    def values(self) -> dict[str, str]:
        """What was typed, by placeholder."""
        return {name: self.cleaned_data[f"ask_{at}"].strip() for at, name in enumerate(self.asked)}


class RemarkForm(HouseForm):
    """A remark; `needed` makes it obligatory."""

    remark = forms.CharField(label=_("Remark"), required=False, widget=_AREA, max_length=2000)

    def __init__(self, *args: Any, needed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remark"].required = needed


class ForwardForm(RemarkForm):
    """To whom a letter goes on."""

    to = forms.TypedChoiceField(label=_("To which post?"), coerce=int)
    field_order = ("to", "remark")

    def __init__(self, *args: Any, posts: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", _("Choose a post")), *posts]  # type: ignore[attr-defined]


class ReasonForm(HouseForm):
    """A reason that is kept."""

    reason = forms.CharField(label=_("Why?"), widget=_AREA, max_length=500)


class AnswerForm(HouseForm):
    """An answer in a few words."""

    text = forms.CharField(label=_("Your answer"), widget=forms.Textarea(attrs={"rows": 5}), max_length=4000)


class TemplateForm(LetterForm):
    """A template: name, kind, and the text with placeholders in braces."""

    name = forms.CharField(label=_("Name of the template"), max_length=150)
    kind = forms.ChoiceField(label=_("Kind of letter"), choices=LetterKind.choices)
    field_order = ("name", "kind", *LetterForm.field_order)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, kind=LetterKind.MEETING_NOTICE, files=[], posts=[], **kwargs)
        for name in ("file", "signatory", "reply_by", "revision"):
            del self.fields[name]
        self.fields["subject"].required = False  # its kind says whether it is needed


class _AddressForm(HouseForm):
    place = forms.ChoiceField(
        label=_("In which list?"), choices=Place.choices, widget=forms.RadioSelect, initial=Place.TO
    )
    phrase = forms.ChoiceField(
        label=_("Phrase"), required=False, choices=[(phrase, phrase or _("None")) for phrase in PHRASES]
    )
    remark = forms.CharField(
        label=_("Words in brackets behind it"), required=False, max_length=200,
        help_text=_("Such as সচিব মহোদয়ের সদয় অবগতির জন্য"),
    )  # fmt: skip
    label = forms.CharField(
        label=_("How is it printed?"), required=False, max_length=400,
        help_text=_("Left empty: the head's title and the office"),
    )  # fmt: skip


class OfficeAddressForm(_AddressForm):
    """One office as an addressee."""

    office = OfficeField(label=_("Which office?"), source="papers:office_options")
    field_order = ("place", "office")


class PostAddressForm(_AddressForm):
    """A post of the own office as an addressee."""

    post = forms.TypedChoiceField(label=_("Which post of your office?"), coerce=int)
    field_order = ("place", "post")

    def __init__(self, *args: Any, posts: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = posts  # type: ignore[attr-defined]


class GroupAddressForm(_AddressForm):
    """Many offices by a rule, answered on the day of issue."""

    office_kind = forms.ChoiceField(
        label=_("Offices of which kind?"), required=False, choices=[("", _("Every kind")), *OfficeKind.choices]
    )
    below = OfficeField(label=_("Below which office?"), source="papers:office_options", required=False)
    group = forms.ChoiceField(
        label=_("Of which grouping?"), required=False,
        help_text=_("A grouping across the tree, such as a region or a project"),
    )  # fmt: skip
    field_order = ("place", "label", "office_kind", "below", "group")

    def __init__(self, *args: Any, groups: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", _("None")), *groups]  # type: ignore[attr-defined]
        if not groups:
            del self.fields["group"]
        self.fields["label"].required = True
        self.fields["label"].help_text = _("Such as জেলা প্রশাসক (সকল)")


class FreeAddressForm(_AddressForm):
    """An address outside the system: its copy goes on paper."""

    field_order = ("place", "label")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["label"].required = True
        self.fields["label"].help_text = ""


class AnnexForm(HouseForm):
    """A file that goes out with a letter."""

    file = UploadField(
        label=_("Which file?"), accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png",
        help_text=_("It goes out with the letter to every recipient."),
    )  # fmt: skip
    title = forms.CharField(
        label=_("How is it named among the attachments?"), required=False, max_length=300,
        help_text=_("Left empty: the name of the file"),
    )  # fmt: skip


class LayoutForm(HouseForm):
    """The look of an office's papers."""

    size = BnIntegerField(label=_("Size of the type in points"))
    left = BnIntegerField(label=_("Left margin in millimetres"))
    right = BnIntegerField(label=_("Right margin in millimetres"))
    top = BnIntegerField(label=_("Upper margin in millimetres"))
    bottom = BnIntegerField(label=_("Lower margin in millimetres"))
    lines = forms.CharField(
        label=_("Lines of the letterhead"), required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One a line. Left empty: government, ministry, office and address."),
    )  # fmt: skip
    foot = forms.CharField(label=_("Words at the foot of each page"), required=False, max_length=150)
    logo = UploadField(label=_("Mark at the left of the letterhead"), required=False, accept=".png,.jpg,.jpeg")
    without_logo = forms.BooleanField(label=_("Print no mark"), required=False)


ADDRESS_FORMS: dict[str, type[_AddressForm]] = {
    AddressKind.OFFICE: OfficeAddressForm, AddressKind.POST: PostAddressForm, AddressKind.GROUP: GroupAddressForm,
    AddressKind.FREE: FreeAddressForm,
}  # fmt: skip
