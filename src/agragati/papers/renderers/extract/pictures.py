"""A picture file (PNG, JPEG, TIFF …) as pages to read: upright by its own mark, of a bounded size."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract.said import gettext_noop

MOST_PIXELS = 60_000_000
MOST_FRAMES = 300  # pages of one TIFF
FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")
_A4_ACROSS = 8.27  # inches
_LEAST_DPI, _MOST_DPI = 150, 600
_READ_AT = 300
BROKEN = gettext_noop("The picture is damaged. Scan or save it again.")
TOO_LARGE = gettext_noop("The picture has too many pixels. Send a smaller one.")


def frame_count(data: bytes) -> int:
    """How many pages a picture file has. Raises BadInput when it is broken or too large."""
    with _opened(data) as picture:
        return min(int(getattr(picture, "n_frames", 1)), MOST_FRAMES)


def frame(data: bytes, number: int) -> tuple[Image.Image, int]:
    """A page (from 1) as a grey picture of about 300 dpi, and its dpi. Raises BadInput."""
    with _opened(data) as picture:
        try:
            picture.seek(number - 1)
            if picture.width * picture.height > MOST_PIXELS:
                raise BadInput(TOO_LARGE)
            said = picture.info.get("dpi", (0,))[0]
            flat = _on_white(ImageOps.exif_transpose(picture))
        except (OSError, EOFError, SyntaxError, ValueError, TypeError) as error:
            raise BadInput(BROKEN) from error
    dpi = _dpi(float(said or 0), min(flat.size))
    ratio = _READ_AT / dpi
    size = (max(1, round(flat.width * ratio)), max(1, round(flat.height * ratio)))
    return (flat if abs(ratio - 1) < 0.02 else flat.resize(size, Image.Resampling.LANCZOS)), _READ_AT


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a broken EXIF block
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise BadInput(TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError, EOFError) as error:
        raise BadInput(BROKEN) from error
    if picture.width * picture.height > MOST_PIXELS:
        raise BadInput(TOO_LARGE)
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA", "P"):
        clear = picture.convert("RGBA")
        picture = Image.new("RGBA", clear.size, "white")
        picture.alpha_composite(clear)
    return picture.convert("L")


def _dpi(said: float, shorter: int) -> float:
    """What the file says when that is believable; else the shorter side is taken for that of A4 (phones say 72)."""
    guess = min(max(shorter / _A4_ACROSS, _LEAST_DPI), _MOST_DPI)
    return said if _LEAST_DPI <= said <= _MOST_DPI else guess
