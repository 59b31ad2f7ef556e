from __future__ import annotations

import base64
import re
from io import BytesIO

import pytest

from skillmatch.documents.debug import draw, to_page
from tests.documents.document_files import pdf, show

CONTENT = show("Welding <b>", 72, 700) + show("Brazing", 72, 684) + show("Kubernetes", -400, 600)


def test_lines_are_numbered_and_hidden_glyphs_marked() -> None:
    piece = draw(pdf(CONTENT), document_id="<cv>.pdf")
    assert "<h1>&lt;cv&gt;.pdf</h1>" in piece
    assert re.findall(r"<title>(\d: [^<]*)</title>", piece) == ["1: Welding &lt;b&gt;", "2: Brazing"]
    assert piece.count('class="hidden"') == len("Kubernetes")
    assert "hidden-text, page 1: outside the page: Kubernetes" in piece


def test_second_column_has_a_colour_of_its_own() -> None:
    sides = (("left", 72), ("right", 350))
    content = "".join(show(f"{side} line {n}", x, 700 - 16 * n) for side, x in sides for n in range(9))
    colors = re.findall(r'class="line" fill="(#\w+)"', draw(pdf(content), document_id="x"))
    assert [colors.count(color) for color in dict.fromkeys(colors)] == [9, 9]


def test_picture_of_the_page_is_a_png() -> None:
    image_module = pytest.importorskip("PIL.Image", reason="needs Pillow")
    match = re.search(r"data:image/png;base64,([^\"]+)", draw(pdf(CONTENT), document_id="x"))
    assert match
    image = image_module.open(BytesIO(base64.b64decode(match.group(1))))
    assert image.size == (918, 1188)
    assert image.getextrema()[0] == (0, 255)


@pytest.mark.parametrize(
    ("data", "shown"), [(b"Welding <script>", "Welding &lt;script&gt;"), (b"", "empty: the file has no bytes")]
)
def test_what_has_no_pages_is_shown_as_text(data: bytes, shown: str) -> None:
    assert shown in draw(data, document_id="x")


def test_page_loads_nothing_from_elsewhere() -> None:
    page = "".join(to_page([draw(pdf(CONTENT), document_id="x")]))
    assert page.startswith("<!doctype html>")
    assert not re.search(r"https?://", page)
