"""Read PDF: pdfium first, pdfminer.six where pdfium fails or its text is garbled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.documents.headings import mark_headings
from skillmatch.documents.joining import join_broken_lines
from skillmatch.documents.quality import GARBLED, text_quality
from skillmatch.documents.running import drop_running_lines
from skillmatch.errors import CorruptDocumentError, MissingExtraError, NeedsOcrError
from skillmatch.models import DocumentWarning
from skillmatch.settings import ReadingSettings

if TYPE_CHECKING:
    from skillmatch.documents.pdfium import Page

_PICTURE_SHARE = 0.05  # of a page without text: less is a logo or a rule, not a scan


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Read the visible text of a PDF.

    Raises
    ------
    NeedsOcrError
        The pages are pictures, or their text layer is garbled in both libraries.
    """
    try:
        draft = _parse_with_pdfium(data, settings)
        if not draft.lines and _is_bare_layer(draft):
            draft = replace(draft, lines=_parse_with_pdfium(data, settings, trust_layer=True).lines)
    except CorruptDocumentError as error:
        draft = Draft(lines=_fallback_lines(data, settings, error))
    quality = _quality(draft.lines)
    if quality < GARBLED:
        lines = _fallback_lines(data, settings, None)
        if _quality(lines) > quality and lines:
            draft, quality = replace(draft, lines=lines), _quality(lines)
    if not draft.lines:
        _explain_emptiness(data, draft)
    if quality < GARBLED / 2:
        raise NeedsOcrError("the fonts do not tell which letters they draw")
    if quality < GARBLED:
        warning = DocumentWarning(code="garbled", message="part of the text layer is no readable text")
        draft = replace(draft, warnings=(*draft.warnings, warning))
    return replace(draft, lines=mark_headings(join_broken_lines(draft.lines)))


def _fallback_lines(
    data: bytes, settings: ReadingSettings, failure: CorruptDocumentError | None
) -> tuple[DraftLine, ...]:
    """Read with pdfminer.six; where that fails too, or finds nothing, pdfium's failure stands."""
    from skillmatch.documents.pdfminer import read_lines

    lines: tuple[DraftLine, ...] = ()
    try:
        lines = read_lines(data, settings)
    except CorruptDocumentError as error:
        if failure is not None:
            raise failure from error
    if failure is not None and not lines:
        raise failure
    return lines


def _quality(lines: tuple[DraftLine, ...]) -> float:
    return text_quality("\n".join(line.text for line in lines))


def _read_picture(page: Page, settings: ReadingSettings) -> tuple[list[DraftLine], DocumentWarning]:
    """Read a page that is a picture; without lines, the warning says what it would take."""
    lines: list[DraftLine] = []
    message = "the page is a picture"
    if settings.ocr:
        from skillmatch.documents.ocr import read_picture

        try:
            lines = read_picture(page, settings)
            message += " that cannot be read"
        except MissingExtraError as error:
            message += f": {error}"
    if lines:
        return lines, DocumentWarning(code="ocr", message="read from a picture", page=page.number)
    return lines, DocumentWarning(code="needs-ocr", message=message, page=page.number)


def _explain_emptiness(data: bytes, draft: Draft) -> None:
    """Raise the error that tells why a PDF has no text; none if its pages are simply empty."""
    from skillmatch.documents.pdfminer import has_unreadable_content

    pictures = [warning.message for warning in draft.warnings if warning.code == "needs-ocr"]
    if pictures:
        raise NeedsOcrError(pictures[0])
    if not draft.warnings and has_unreadable_content(data):
        raise CorruptDocumentError("the content of the pages cannot be expanded")


def _is_bare_layer(draft: Draft) -> bool:
    """Tell a document that shows nothing, but has text drawn invisibly: a text layer without its pictures."""
    from skillmatch.documents.doubts import OF_LAYERS

    return bool(draft.warnings) and all(warning.message in OF_LAYERS for warning in draft.warnings)


def _parse_with_pdfium(data: bytes, settings: ReadingSettings, *, trust_layer: bool = False) -> Draft:
    from skillmatch.documents.glyph_names import has_bare_ligature, usual_codes
    from skillmatch.documents.hidden import look
    from skillmatch.documents.pdf_lines import hidden_warnings, is_telling, page_lines, solid_text
    from skillmatch.documents.pdfium import iter_pages

    lines: list[DraftLine] = []
    warnings: list[DocumentWarning] = []
    heights: dict[int, float] = {}
    last = 0
    codes: dict[int, dict[int, int]] | None = None
    for page in iter_pages(data, settings):
        if has_bare_ligature(page.glyphs.text):
            codes = usual_codes(data, settings) if codes is None else codes
            glyphs = replace(page.glyphs, text=page.glyphs.text.translate(codes.get(page.number, {})))
            page = replace(page, glyphs=glyphs)
        sight = look(page, trust_layer=trust_layer)
        found = page_lines(page, sight)
        warnings += hidden_warnings(page, sight)
        if not found and sight.picture_share >= _PICTURE_SHARE:
            found, warning = _read_picture(page, settings)
            warnings.append(warning)
        lines += found
        heights[page.number] = page.height
        last = page.number
    if not last:
        raise CorruptDocumentError("the PDF has no page that can be read")
    seen = solid_text(lines) if warnings else ""
    telling = tuple(warning for warning in warnings if is_telling(warning, seen))
    return Draft(lines=tuple(drop_running_lines(lines, heights)), pages=last, warnings=telling)
