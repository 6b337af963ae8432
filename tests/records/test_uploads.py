"""Uploads are judged by content, name and size."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from agragati.kernel.errors import BadInput
from agragati.records.renderers import difference_hash, read_facts
from agragati.records.rules import check_upload
from agragati.records.rules.uploads import safe_name

LIMIT = 1024 * 1024


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def picture(colour: int = 0, size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    image = Image.radial_gradient("L").resize(size).point(lambda value: (value + colour) % 256)
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "JPEG", **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.pdf", b"", "empty"),
        ("big.pdf", b"%PDF-1.7" + b"x" * LIMIT, "larger than"),
        ("renamed.pdf", zipped("a.exe"), "not accepted"),
        ("renamed.pdf", zipped("word/document.xml"), "its content is"),
        ("macro.docx", zipped("word/document.xml", "word/vbaProject.bin"), "not accepted"),
        ("page.html", b"<!DOCTYPE html><script>1</script>", "not accepted"),
        ("drawing.svg", b"<svg xmlns='x'/>", "not accepted"),
        ("program.txt", b"MZ\x00\x00", "not accepted"),
        ("picture.png", picture(), "its content is"),
    ],
)
def test_what_is_not_what_it_says_is_refused(name: str, content: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words) as caught:
        check_upload(name=name, content=content, limit=LIMIT, field="proof")
    assert caught.value.field == "proof"


def test_a_good_file_keeps_a_safe_name() -> None:
    checked = check_upload(name="C:\\ছবি\\কর্মশালা<1>.JPG", content=picture(), limit=LIMIT)
    assert (checked.name, checked.kind, checked.mime) == ("কর্মশালা_1_.JPG", "jpeg", "image/jpeg")


def test_long_names_keep_their_suffix() -> None:
    assert safe_name("ক" * 500 + ".pdf").endswith(".pdf")
    assert len(safe_name("ক" * 500 + ".pdf")) <= 180


def test_near_equal_pictures_have_near_equal_hashes() -> None:
    one, same, other = (
        int(difference_hash(Image.open(io.BytesIO(content))), 16)
        for content in (picture(quality=90), picture(quality=40), picture(colour=128))
    )
    assert (one ^ same).bit_count() <= 4
    assert (one ^ other).bit_count() > 4


def test_a_damaged_picture_and_a_damaged_pdf_are_refused() -> None:
    for kind, content in (("jpeg", picture()[:200]), ("pdf", b"%PDF-1.7 nothing here")):
        with pytest.raises(BadInput, match="damaged"):
            read_facts(kind, content)
