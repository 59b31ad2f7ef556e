"""Pages that are pictures of text."""

from __future__ import annotations

import shutil
import sys

import pytest

from skillmatch.documents import read_bytes
from skillmatch.errors import LimitError, NeedsOcrError
from skillmatch.settings import ReadingSettings
from tests.documents.document_files import pdf, show

LINES = ("Ada Example", "Skills", "Welding and brazing of steel", "Blueprint reading")
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs tesseract")


def scan(*lines: str, text: str = "") -> bytes:
    """Return a PDF of one page that is a picture of lines; `text` is drawn as text on a page before it."""
    image_module = pytest.importorskip("PIL.Image", reason="needs the extra ocr")
    from PIL import ImageDraw, ImageFont

    image = image_module.new("L", (1224, 1584), 255)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((150, 150 + 70 * number), line, fill=0, font=ImageFont.load_default(size=40))
    raw = image.tobytes().hex()
    picture = (
        "<< /Type /XObject /Subtype /Image /Width 1224 /Height 1584 /BitsPerComponent 8 /ColorSpace /DeviceGray "
        f"/Filter /ASCIIHexDecode /Length {len(raw) + 1} >>\nstream\n{raw}>\nendstream"
    )
    pages = ([show(text, 72, 700)] if text else []) + ["q 612 0 0 792 0 0 cm /I0 Do Q"]
    return pdf(*pages, resources="/XObject << /I0 100 0 R >>", extra=(picture,))


@needs_tesseract
def test_picture_of_text_is_read_with_lower_confidence() -> None:
    document = read_bytes(scan(*LINES), document_id="x")
    assert [line for line in document.text.split("\n") if line] == list(LINES)
    assert [(warning.code, warning.page) for warning in document.warnings] == [("ocr", 1)]
    assert all(0.6 <= line.confidence < 1 for line in document.lines)
    assert document.lines[0].box is not None
    assert document.lines[0].box[0] == pytest.approx(75, abs=3)


@needs_tesseract
def test_pages_are_decided_one_by_one() -> None:
    document = read_bytes(scan(*LINES, text="Soldering of copper pipes"), document_id="x")
    assert [document.text[line.start : line.end] for line in document.lines] == ["Soldering of copper pipes", *LINES]
    assert [line.confidence == 1 for line in document.lines] == [True, False, False, False, False]
    assert [(warning.code, warning.page) for warning in document.warnings] == [("ocr", 2)]


@needs_tesseract
def test_picture_without_text_needs_a_person() -> None:
    with pytest.raises(NeedsOcrError, match="cannot be read"):
        read_bytes(scan(), document_id="x")


def test_without_the_extra_the_failure_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = scan(*LINES)
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    with pytest.raises(NeedsOcrError, match=r"skillmatch\[ocr\]"):
        read_bytes(data, document_id="x")
    document = read_bytes(scan(*LINES, text="Soldering"), document_id="x")
    assert [(warning.code, warning.page) for warning in document.warnings] == [("needs-ocr", 2)]


def test_without_the_program_the_failure_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract = pytest.importorskip("pytesseract", reason="needs the extra ocr")
    monkeypatch.setattr(tesseract.pytesseract, "tesseract_cmd", "no-such-program")
    with pytest.raises(NeedsOcrError, match="program tesseract"):
        read_bytes(scan(*LINES), document_id="x")


@needs_tesseract
def test_unknown_language_is_told() -> None:
    with pytest.raises(NeedsOcrError, match="xyz"):
        read_bytes(scan(*LINES), document_id="x", settings=ReadingSettings(ocr_languages="xyz"))


def test_pictures_may_be_left_alone() -> None:
    with pytest.raises(NeedsOcrError, match="a picture"):
        read_bytes(scan(*LINES), document_id="x", settings=ReadingSettings(ocr=False))


@needs_tesseract
def test_picture_that_takes_too_long_is_a_limit() -> None:
    with pytest.raises(LimitError):
        read_bytes(scan(*LINES), document_id="x", settings=ReadingSettings(timeout_s=0.01))
