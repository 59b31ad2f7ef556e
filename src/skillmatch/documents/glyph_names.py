"""Find which ligature a font means by a character that stands for none.

A TeX font that is cut down to what is used may put a ligature where another usually stands. pdfium then gives
the bare code, and only the glyph's name in the font's own encoding (`f_f_i`) tells what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

from skillmatch.documents.pdfminer import DAMAGE
from skillmatch.documents.repair import TEX_LIGATURES
from skillmatch.settings import ReadingSettings

_CODES = {letters: ord(code) for code, letters in TEX_LIGATURES.items()}


def has_bare_ligature(text: str) -> bool:
    """Tell whether a text holds a code at which TeX fonts keep ligatures."""
    return any(code in text for code in TEX_LIGATURES)


def usual_codes(data: bytes, settings: ReadingSettings) -> dict[int, dict[int, int]]:
    """Return, for each page (from 1), the codes to be replaced and where TeX fonts usually keep that ligature.

    A code that two fonts of a page use for different ligatures is left out, as is all of a file that pdfminer
    cannot follow. Glyphs are named by the Adobe Glyph List Specification, section 2: parts joined by `_`.
    """
    found: dict[int, dict[int, int]] = {}
    try:
        pages = PDFPage.get_pages(BytesIO(data), maxpages=settings.max_pages, password=settings.password)
        for number, page in enumerate(pages, 1):
            meant: dict[int, set[int]] = {}
            for code, name in _named_codes(page):
                usual = _CODES.get(name.partition(".")[0].replace("_", ""))
                if usual is not None:
                    meant.setdefault(code, set()).add(usual)
            found[number] = {code: usual.pop() for code, usual in meant.items() if len(usual) == 1}
    except DAMAGE:
        return {}
    return found


def _named_codes(page: PDFPage) -> Iterator[tuple[int, str]]:
    """Give the codes below the blank and the glyph names that the fonts of a page state for them."""
    fonts = resolve1(resolve1(page.resources).get("Font")) or {}
    for reference in fonts.values():
        encoding = resolve1(resolve1(reference).get("Encoding"))
        if not isinstance(encoding, dict):
            continue
        code = 0
        for item in resolve1(encoding.get("Differences")) or ():
            entry = resolve1(item)
            if isinstance(entry, int):
                code = entry
            else:
                if isinstance(entry, PSLiteral) and code < ord(" "):
                    yield code, str(entry.name)
                code += 1
