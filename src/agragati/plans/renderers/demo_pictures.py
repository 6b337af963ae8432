"""Drawn pictures for the demo: a hall with people, and a page of figures, different for every seed."""

from __future__ import annotations

import io
import random
from datetime import datetime
from fractions import Fraction

from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

SIZE = (480, 360)
Colour = tuple[int, int, int]


def photograph(seed: str, *, taken: datetime, place: tuple[float, float], again: bool = False) -> bytes:
    """A JPEG of a hall, with the camera's date and place (degrees north, east) in it.

    The same seed draws the same hall; `again` is that picture passed on: smaller, lighter, without its camera's notes.
    """
    picture = _hall(random.Random(seed))  # noqa: S311 (a drawing, no secret)
    out = io.BytesIO()
    if again:
        picture.resize((360, 270)).point(lambda value: min(255, value + 6)).save(out, "JPEG", quality=70)
        return out.getvalue()
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = taken.strftime("%Y:%m:%d %H:%M:%S")
    north, east = (_degrees(value) for value in place)
    exif.get_ifd(IFD.GPSInfo).update(
        {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: north, GPS.GPSLongitudeRef: "E", GPS.GPSLongitude: east}
    )
    picture.save(out, "JPEG", quality=85, exif=exif)
    return out.getvalue()


def _degrees(value: float) -> tuple[Fraction, Fraction, Fraction]:
    minutes = value % 1 * 60
    return Fraction(int(value)), Fraction(int(minutes)), Fraction(round(minutes % 1 * 6000), 100)


def _colour(draw: random.Random, low: int, high: int) -> Colour:
    return draw.randint(low, high), draw.randint(low, high), draw.randint(low, high)


def _hall(draw: random.Random) -> Image.Image:
    width, height = SIZE
    picture = Image.new("RGB", SIZE, _colour(draw, 120, 240))
    pen = ImageDraw.Draw(picture)
    for left in range(0, width, 60):  # walls and windows: the light differs from hall to hall
        pen.rectangle((left, 0, left + 59, height), fill=_colour(draw, 60, 250))
    pen.rectangle((0, draw.randint(230, 290), width, height), fill=_colour(draw, 40, 120))
    left = draw.randint(20, 200)
    pen.rectangle((left, 20, left + draw.randint(140, 240), draw.randint(60, 110)), fill=_colour(draw, 0, 120))
    for _ in range(draw.randint(6, 12)):
        _person(pen, draw)
    return picture


def _person(pen: ImageDraw.ImageDraw, draw: random.Random) -> None:
    x, y, size = draw.randint(10, 430), draw.randint(120, 270), draw.randint(14, 30)
    pen.ellipse((x, y, x + size, y + size), fill=(120 + draw.randint(0, 60), 85, 60))
    pen.rectangle((x - size // 2, y + size, x + size * 3 // 2, y + size * 4), fill=_colour(draw, 10, 250))


def screenshot(seed: str, *, columns: int = 5) -> bytes:
    """A PNG of a window with a table of figures, as a picture of a database looks."""
    draw = random.Random(seed)  # noqa: S311
    picture = Image.new("RGB", (640, 400), (245, 247, 246))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 640, 34), fill=(0, 64, 47))
    pen.rectangle((0, 34, draw.randint(90, 160), 400), fill=_colour(draw, 200, 235))
    for line in range(11):
        top = 50 + line * 31
        pen.line((180, top, 620, top), fill=(190, 198, 194))
        for column in range(columns):
            left = 188 + column * 86
            shown = (60, 70, 66) if line else (0, 64, 47)
            pen.text((left, top + 8), str(draw.randint(1, 9999)), fill=shown)
    for column in range(8):  # columns of a chart, so that no two windows look alike from afar
        left, top = 180 + column * 56, draw.randint(60, 380)
        pen.rectangle((left, top, left + 54, 399), fill=_colour(draw, 20, 230))
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
