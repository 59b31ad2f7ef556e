"""Read PDF with pdfminer.six, for the few files that pdfium cannot follow.

It alone reads fonts with character codes but no map to Unicode, and it survives damage elsewhere;
it is twenty times slower, and can hang on references that go in a circle.
"""

from __future__ import annotations

import logging
import struct
from collections.abc import Iterable, Iterator
from io import BytesIO

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer, LTPage, LTTextLine
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException

from skillmatch.documents.compose import DraftLine
from skillmatch.documents.repair import repair_line
from skillmatch.errors import CorruptDocumentError, LimitError
from skillmatch.settings import ReadingSettings

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it logs text of the document
_LAYOUT = LAParams(line_overlap=0.5, char_margin=1.5, line_margin=0.3, word_margin=0.1, boxes_flow=None)
DAMAGE = (
    PDFException,
    PSException,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    AssertionError,
    RecursionError,
    OverflowError,
    struct.error,
)


def read_lines(data: bytes, settings: ReadingSettings) -> tuple[DraftLine, ...]:
    """Return the lines of all pages, in the order of pdfminer's boxes.

    Raises
    ------
    CorruptDocumentError
        pdfminer cannot follow the file either.
    """
    lines: list[DraftLine] = []
    characters = 0
    try:
        for number, page in enumerate(extract_pages(BytesIO(data), password=settings.password, laparams=_LAYOUT), 1):
            if number > settings.max_pages:
                raise LimitError(f"more pages than max_pages = {settings.max_pages}")
            for line in _iter_lines(page):
                text = repair_line(line.get_text())
                characters += len(text)
                if characters > settings.max_characters:
                    raise LimitError("the pages have more characters than max_characters allows")
                if text:
                    lines.append(_draft(line, text, number, page))
    except DAMAGE as error:
        raise CorruptDocumentError("the PDF cannot be followed") from error
    return tuple(lines)


def has_unreadable_content(data: bytes) -> bool:
    """Tell whether a page has content of which nothing can be expanded."""
    try:
        for page in PDFPage.get_pages(BytesIO(data)):
            for reference in page.contents:
                stream = resolve1(reference)
                if isinstance(stream, PDFStream) and stream.get_rawdata() and not stream.get_data().strip():
                    return True
    except DAMAGE:
        return True
    return False


def _iter_lines(container: Iterable[object]) -> Iterator[LTTextLine]:
    for item in container:
        if isinstance(item, LTTextLine):
            yield item
        elif isinstance(item, LTContainer):
            yield from _iter_lines(item)


def _draft(line: LTTextLine, text: str, number: int, page: LTPage) -> DraftLine:
    glyphs = [item for item in line if isinstance(item, LTChar)]
    return DraftLine(
        text=text,
        page=number,
        box=(
            round(line.x0 - page.x0, 2),
            round(page.y1 - line.y1, 2),
            round(line.x1 - page.x0, 2),
            round(page.y1 - line.y0, 2),
        ),
        size=round(max((glyph.size for glyph in glyphs), default=0.0), 2) or None,
        bold=bool(glyphs) and all("bold" in glyph.fontname.casefold() for glyph in glyphs),
    )
