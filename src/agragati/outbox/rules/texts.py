"""Built-in texts of messages; an office may put its own in their place under the same key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """A template: subject and body for notices and e-mail, a short form for SMS and push; in both languages."""

    key: str
    title: str
    subject_bn: str
    body_bn: str
    sms_bn: str
    subject_en: str
    body_en: str
    sms_en: str
    version: int = 0


_BODY_BN = "{person}, {post}\n\n{duties}\n\nবিস্তারিত: {link}"
_BODY_EN = "{person}, {post}\n\n{duties}\n\nDetails: {link}"


def _reminder(key: str, title: str, bn: str, en: str) -> Text:
    return Text(key, title, bn, f"{bn}\n\n{_BODY_BN}", f"{bn}: {{title}}, {{due}}। {{link}}",
                en, f"{en}\n\n{_BODY_EN}", f"{en}: {{title}}, {{due}}. {{link}}")  # fmt: skip


BUILT_IN: dict[str, Text] = {
    text.key: text
    for text in (
        _reminder("new_duty", "New duty", "নতুন কাজ", "New duty"),
        _reminder("remind_before", "Before the due day", "সময়সীমা আসন্ন", "Due soon"),
        _reminder("remind_on_day", "On the due day", "আজ শেষ দিন", "Due today"),
        _reminder("remind_after", "After the due day", "সময়সীমা অতিক্রান্ত", "Overdue"),
        _reminder("remind_head", "To the head of the office", "আপনার অফিসের কাজ অনিষ্পন্ন",
                  "Overdue in your office"),
        _reminder("remind_higher", "To the higher office", "অধীন অফিসের কাজ অনিষ্পন্ন",
                  "Overdue in an office below"),
    )
}  # fmt: skip


def reminder_key(to: str, offset: int) -> str:
    """The template of a stage."""
    if to in {"head", "higher"}:
        return f"remind_{to}"
    return "remind_before" if offset < 0 else "remind_on_day" if offset == 0 else "remind_after"
