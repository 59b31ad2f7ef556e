"""What is told of the text objects of a page without asking about each glyph is what asking would tell."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import numpy as np
import pypdfium2.raw as pdfium
import pytest

from skillmatch.documents.calls import address_of
from skillmatch.documents.owners import count_in_words, find_owners
from skillmatch.documents.pdfium import Page, iter_pages
from skillmatch.settings import ReadingSettings
from tests.documents.document_files import pdf, show

FORM = (
    "<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Length 51 >>\n"
    "stream\nBT /F1 11 Tf 72 500 Td (inside a form) Tj ET        \nendstream"
)

UPWARDS = (1, -1, 1, -1)  # boxes are looked at as pdfium gives them


def singly(text: str, y: float, between: str = "") -> str:
    """Draw each letter by itself, blanks too, with something between any two."""
    return between.join(show(letter, 72 + 7 * place, y) for place, letter in enumerate(text))


CONTENTS = {
    "lines": show("Welding and brazing", 72, 700) + show("Forklift driving", 72, 680),
    "letters": singly("Welding and blueprint reading", 700),
    "letters-without-blanks": singly("Internationalisation", 700),
    "letters-among-rules": singly("Welding and brazing", 700, "60 600 3 1 re f "),
    "pairs": "".join(show(pair, 72 + 13 * place, 700) for place, pair in enumerate(("We", "ld", "in", "g", "an", "d"))),
    "letters-and-words": singly("Welding", 700) + show("brazing", 140, 700) + singly("now", 700),
    "letters-drawn-backwards": "".join(show("Welding"[place], 72 + 7 * place, 700) for place in range(6, -1, -1)),
    "letters-in-a-form": singly("Welding", 700) + "/X0 Do " + singly("brazing", 680),
    "nothing": "60 600 400 10 re f",
}


def pages(content: str) -> Iterator[Page]:
    resources = "/XObject << /X0 100 0 R >>" if "/X0" in content else ""
    yield from iter_pages(pdf(content, resources=resources, extra=(FORM,) if resources else ()), ReadingSettings())


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_owners_are_those_that_pdfium_tells(content: str) -> None:
    for page in pages(content):
        textpage = pdfium.FPDFText_LoadPage(page.handle)
        solid = np.flatnonzero([not letter.isspace() for letter in page.glyphs.text])
        codes = np.frombuffer(page.glyphs.text.encode("utf-32-le"), dtype=np.uint32)
        in_word = count_in_words(codes, solid, page.glyphs.boxes[solid] * UPWARDS)
        assert not solid.size or in_word.max() > 0
        owners, places = find_owners(address_of(textpage), solid, in_word, page.objects)
        told = [
            ctypes.cast(pdfium.FPDFText_GetTextObject(textpage, place), ctypes.c_void_p).value
            for place in solid.tolist()
        ]
        assert owners.tolist() == told
        drawn = page.objects.tolist()
        assert places.tolist() == [drawn.index(owner) if owner in drawn else -1 for owner in told]
        pdfium.FPDFText_ClosePage(textpage)
