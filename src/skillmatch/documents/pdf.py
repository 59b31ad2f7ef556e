"""Read PDF: pdfium first, pdfminer.six where pdfium fails or its text is garbled."""

from __future__ import annotations

from dataclasses import replace

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.documents.headings import mark_headings
from skillmatch.documents.joining import join_broken_lines
from skillmatch.documents.quality import GARBLED, text_quality
from skillmatch.errors import CorruptDocumentError, DocumentError, NeedsOcrError
from skillmatch.models import DocumentWarning
from skillmatch.settings import ReadingSettings


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Read the visible text of a PDF.

    Raises
    ------
    NeedsOcrError
        The pages are pictures, or their text layer is garbled in both libraries.
    """
    failure: DocumentError | None = None
    draft = Draft()
    try:
        draft = _parse_with_pdfium(data, settings)
    except CorruptDocumentError as error:
        failure = error
    text = "\n".join(line.text for line in draft.lines)
    quality = text_quality(text)
    if failure is not None or (text.strip() and quality < GARBLED):
        from skillmatch.documents.pdfminer import read_lines

        try:
            lines = read_lines(data, settings)
        except CorruptDocumentError as error:
            if failure is not None:
                raise failure from error
            lines = ()
        other = text_quality("\n".join(line.text for line in lines)) if lines else 0.0
        if other > quality or not text.strip():
            draft, quality = replace(draft, lines=lines, pages=max((line.page for line in lines), default=1)), other
    if draft.lines and quality < GARBLED / 2:
        raise NeedsOcrError("the fonts do not tell which letters they draw")
    if draft.lines and quality < GARBLED:
        warning = DocumentWarning(code="garbled", message="part of the text layer is no readable text")
        draft = replace(draft, warnings=(*draft.warnings, warning))
    if failure is not None and not draft.lines:
        raise failure
    if not draft.lines and any(warning.code == "needs-ocr" for warning in draft.warnings):
        raise NeedsOcrError("the pages are pictures of text")
    return replace(draft, lines=mark_headings(join_broken_lines(draft.lines)))


def _parse_with_pdfium(data: bytes, settings: ReadingSettings) -> Draft:
    from skillmatch.documents.images import shows_picture
    from skillmatch.documents.pdf_lines import page_lines
    from skillmatch.documents.pdfium import iter_pages

    lines: list[DraftLine] = []
    warnings: list[DocumentWarning] = []
    last = 0
    for page in iter_pages(data, settings):
        found = page_lines(page)
        if not found and shows_picture(page):
            warnings.append(DocumentWarning(code="needs-ocr", message="the page is a picture", page=page.number))
        lines += found
        last = page.number
    if not last:
        raise CorruptDocumentError("the PDF has no page that can be read")
    return Draft(lines=tuple(lines), pages=last, warnings=tuple(warnings))
