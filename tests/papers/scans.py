"""Scans for the tests: pages of our own papers made grey, noisy and crooked; PDFs of Bijoy text; error rates."""

from __future__ import annotations

import io
import random

import pikepdf
from PIL import Image, ImageChops, ImageFilter
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from agragati.kernel.bijoy import to_bijoy
from agragati.kernel.text import normalise
from agragati.papers.renderers.pages import to_png


def scan_of(pdf: bytes, page: int = 1, *, angle: float = 0.8, noise: float = 24, dpi: int = 300) -> Image.Image:
    """A page as a scanner gives it: turned by `angle` degrees, with noise and a little blur."""
    picture = Image.open(io.BytesIO(to_png(pdf, page, dpi, gray=True))).convert("L")
    crooked = picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    grain = Image.effect_noise(crooked.size, noise)
    return ImageChops.add(crooked, grain, scale=1, offset=-128).filter(ImageFilter.GaussianBlur(0.6))


def png(picture: Image.Image, dpi: int = 300) -> bytes:
    """The picture as a file."""
    stream = io.BytesIO()
    picture.save(stream, "PNG", dpi=(dpi, dpi), compress_level=1)
    return stream.getvalue()


def pdf_of(*pictures: Image.Image) -> bytes:
    """A PDF of scans, as a scanner makes it."""
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", resolution=300, save_all=True, append_images=list(pictures[1:]))
    return stream.getvalue()


def bijoy_pdf(lines: list[str], font: str = "ABCDEF+SutonnyMJ") -> bytes:
    """A PDF whose Bangla lines are set in a Bijoy font; a line of Latin letters is set in Helvetica."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    fonts = {
        name: pdf.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=pikepdf.Name(f"/{base}"),
            Encoding=pikepdf.Name.WinAnsiEncoding,
        ))
        for name, base in (("/F1", font), ("/F2", "Helvetica"))
    }  # fmt: skip
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
    drawn = b"BT "
    for at, line in enumerate(lines):
        name, signs = ("/F2", line.encode()) if line.isascii() else ("/F1", to_bijoy(line).encode("cp1252"))
        drawn += b"%s 12 Tf 1 0 0 1 72 %d Tm <%s> Tj " % (name.encode(), 760 - 20 * at, signs.hex().encode())
    page.obj.Contents = pdf.make_stream(drawn + b"ET")
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def error_rate(read: str, true: str) -> float:
    """Character error rate: edits over the length of the true text, both normalised, spaces and line ends as one."""
    plain, wanted = (" ".join(normalise(text).split()) for text in (read, true))
    return Levenshtein.distance(plain, wanted) / max(1, len(wanted))


def line_error_rate(read: str, true: str) -> float:
    """The same, line by line in any order: each Bangla line of 20 letters or more against its likest piece of text."""
    plain = " ".join(normalise(read).split())
    wrong = letters = 0
    for line in true.splitlines():
        wanted = " ".join(normalise(line).split())
        if len(wanted) < 20 or sum(sign.isascii() and sign.isalpha() for sign in wanted) > 3:
            continue
        place = fuzz.partial_ratio_alignment(wanted, plain)
        piece = plain[place.dest_start : place.dest_end] if place else ""
        wrong += min(Levenshtein.distance(wanted, piece), len(wanted))
        letters += len(wanted)
    return wrong / max(1, letters)


def noise_bytes(seed: int, head: bytes, size: int = 400) -> bytes:
    """A file that begins like a known kind and goes on at random."""
    return head + random.Random(seed).randbytes(size)
