"""What a picture or a paper tells about itself."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import pypdfium2
from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import GPS, IFD, Base

from agragati.kernel.errors import BadInput

LARGEST_PICTURE = 60_000_000  # pixels; more is a decompression bomb or a mistake


@dataclass(frozen=True)
class Facts:
    """Read off the file itself; None where the file does not say."""

    perceptual: str = ""
    taken_at: datetime | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    pages: int | None = None


def read_facts(kind: str, content: bytes, *, field: str = "file") -> Facts:
    """Facts of a checked upload; raise BadInput when it is broken inside."""
    if kind in {"jpeg", "png", "webp"}:
        return _picture(content, field)
    return Facts(pages=_page_count(content, field)) if kind == "pdf" else Facts()


def _page_count(content: bytes, field: str) -> int:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise BadInput("The PDF is damaged or locked. Save it again without a password.", field=field) from error
    try:
        return len(document)
    finally:
        document.close()


def _picture(content: bytes, field: str) -> Facts:
    try:
        with Image.open(io.BytesIO(content)) as image:
            if image.width * image.height > LARGEST_PICTURE:
                raise BadInput("The picture has too many pixels. Send a smaller one.", field=field)
            image.load()
            exif = image.getexif()
            place = _place(dict(exif.get_ifd(IFD.GPSInfo)))
            return Facts(difference_hash(image), _taken(exif), *place)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadInput("The picture is damaged. Take or save it again.", field=field) from error


def difference_hash(image: Image.Image) -> str:
    """64 bits as 16 hex digits: near-equal pictures differ in few bits (bit: a pixel is brighter than the next)."""
    small = image.convert("L").resize((9, 8), Image.Resampling.LANCZOS)
    grey = list(small.tobytes())
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (grey[row * 9 + column] > grey[row * 9 + column + 1])
    return f"{bits:016x}"


def _taken(exif: Image.Exif) -> datetime | None:
    stamp = exif.get_ifd(IFD.Exif).get(Base.DateTimeOriginal) or exif.get(Base.DateTime)
    try:
        return datetime.strptime(str(stamp), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 (cameras write local time)
    except ValueError:
        return None


def _place(gps: dict[int, object]) -> tuple[Decimal | None, Decimal | None]:
    return (
        _degrees(gps.get(GPS.GPSLatitude), gps.get(GPS.GPSLatitudeRef) == "S"),
        _degrees(gps.get(GPS.GPSLongitude), gps.get(GPS.GPSLongitudeRef) == "W"),
    )


def _degrees(parts: object, negative: bool) -> Decimal | None:
    try:
        degrees, minutes, seconds = (float(part) for part in parts)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    value = round(Decimal(degrees + minutes / 60 + seconds / 3600), 6)
    return -value if negative else value
