"""A QR code as inline SVG."""

from __future__ import annotations

import segno


def qr_svg(text: str) -> str:
    """The code of a text as an SVG element, dark on nothing, with room around it."""
    return str(segno.make(text, error="m").svg_inline(scale=5, border=2, dark="#000", light="#fff"))
