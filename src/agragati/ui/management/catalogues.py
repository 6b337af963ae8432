"""The Bangla catalogues of the apps: merged with what the code says, checked, and compiled."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from .extraction import SOURCE, template_of

# A translation of a string of Django or of a library, kept in config's catalogue under this comment.
LIBRARY = "library"
Translations = dict[str, str | list[str]]


@dataclass
class Findings:
    """What is wrong in one app's catalogue; `broken` are translations whose placeholders differ."""

    app: str
    missing: list[str] = field(default_factory=list)
    fuzzy: list[str] = field(default_factory=list)
    obsolete: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def harmful(self) -> list[str]:
        """What a reader would notice: untranslated, unsure or broken."""
        return [*self.missing, *self.fuzzy, *self.broken]


def path_of(app: str) -> Path:
    """Where the app's Bangla catalogue lives."""
    return SOURCE / app / "locale" / "bn" / "LC_MESSAGES" / "django.po"


def read(app: str) -> Catalog:
    """The app's catalogue as it stands; empty when there is none yet."""
    path = path_of(app)
    return read_po(BytesIO(path.read_bytes()), locale="bn") if path.exists() else Catalog(locale="bn", fuzzy=False)


def merge(app: str, *, translations: Translations | None = None, drop: bool = False) -> Findings:
    """Bring the catalogue in line with the code and write it; `drop` forgets strings the code no longer has."""
    catalog, template = read(app), template_of(app)
    for message in _library_messages(catalog):
        template.add(message.id, context=message.context, user_comments=message.user_comments)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    for msgid, text in (translations or {}).items():
        if (found := catalog.get(msgid)) is not None:
            found.string = _strings(found, text)
            found.flags.discard("fuzzy")
    if drop:
        catalog.obsolete.clear()
    if len(catalog) or catalog.obsolete:
        _write(catalog, path_of(app))
    return examine(app)


def examine(app: str) -> Findings:
    """Compare the catalogue with the code; writes nothing."""
    catalog, template = read(app), template_of(app)
    findings = Findings(app)
    for message in template:
        if message.id and not _translated(catalog.get(message.id, message.context)):
            findings.missing.append(_key(message))
    for message in catalog:
        if not message.id:
            continue
        if message.fuzzy:
            findings.fuzzy.append(_key(message))
        if LIBRARY not in message.user_comments and template.get(message.id, message.context) is None:
            findings.obsolete.append(_key(message))
        if _translated(message) and list(message.check(catalog)):
            findings.broken.append(_key(message))
    findings.obsolete += [_key(message) for message in catalog.obsolete.values()]
    return findings


def compile_all() -> list[Path]:
    """Write the .mo beside every .po that is newer; gives those written."""
    written = []
    for po in sorted(SOURCE.glob("*/locale/*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime_ns >= po.stat().st_mtime_ns:
            continue
        compiled = BytesIO()
        write_mo(compiled, read_po(BytesIO(po.read_bytes()), locale=po.parts[-3]))
        fresh = mo.with_suffix(".mo.new")
        fresh.write_bytes(compiled.getvalue())
        fresh.replace(mo)  # a server reading it meanwhile sees the old or the new, never a half
        written.append(mo)
    return written


def _strings(message: Message, text: str | list[str]) -> str | tuple[str, ...]:
    """A plural takes two texts; one text serves both, as is usual in Bangla."""
    if isinstance(message.id, tuple):
        return (text, text) if isinstance(text, str) else tuple(text)
    return text if isinstance(text, str) else text[0]


def _library_messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id and LIBRARY in message.user_comments]


def _translated(message: Message | None) -> bool:
    if message is None:
        return False
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings)


def _key(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else str(message.id)


def _write(catalog: Catalog, path: Path) -> None:
    # The header carries no dates and no lines: a catalogue changes only when a word does.
    catalog.header_comment = "# Bangla texts of this app."
    catalog.mime_headers = [
        pair for pair in catalog.mime_headers if pair[0] in {"Language", "Plural-Forms", "MIME-Version", "Content-Type"}
    ]
    text = BytesIO()
    write_po(text, catalog, width=100, sort_output=True, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue())
