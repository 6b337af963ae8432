"""What a PDF says about itself as an archive, and what can be checked of it without a full validator."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
DEEPEST = 8


@dataclass(frozen=True)
class Claim:
    """`level`: what the file claims to be ("PDF/A-2B", "" = nothing); `against`: what speaks against it."""

    level: str
    against: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether it claims to be PDF/A and nothing that is checked speaks against it."""
        return bool(self.level) and not self.against


def pdfa_claim(content: bytes) -> Claim:
    """Read the claim and check it. Raises pikepdf.PdfError or pikepdf.PasswordError for what cannot be opened.

    Checked: no password, a colour profile for the output, every font embedded, no scripts. Not checked: the rest of
    ISO 19005, for which a validator such as veraPDF is needed.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as told:
            level = told.pdfa_status
        return Claim(f"PDF/A-{level.upper()}" if level else "", tuple(_against(pdf)))


def _against(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "encrypted"
    intents = pdf.Root.get("/OutputIntents")
    if intents is None or not any(str(one.get("/S")) == "/GTS_PDFA1" for one in list(intents)):
        yield "no-output-intent"
    names = pdf.Root.get("/Names")
    if (names is not None and "/JavaScript" in names) or "/AA" in pdf.Root:
        yield "scripts"
    if not all(_is_embedded(font) for page in pdf.pages for font in _fonts(page.resources, 0)):
        yield "font-not-embedded"


def _fonts(resources: pikepdf.Object, depth: int) -> Iterator[pikepdf.Object]:
    """Fonts of a page and of the forms drawn on it."""
    yield from dict(resources.get("/Font") or {}).values()
    if depth < DEEPEST:
        for form in dict(resources.get("/XObject") or {}).values():
            if form.get("/Subtype") == "/Form" and "/Resources" in form:
                yield from _fonts(form.Resources, depth + 1)


def _is_embedded(font: pikepdf.Object) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    parts = list(font.get("/DescendantFonts") or [font])
    return all(any(name in (part.get("/FontDescriptor") or {}) for name in _FILES) for part in parts)
