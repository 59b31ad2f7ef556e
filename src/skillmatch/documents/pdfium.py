"""Open the pages of a PDF with pdfium.

pdfium is not thread-safe, aborts the process when memory runs out, and a few files keep it busy for long:
`skillmatch.batch` calls it in workers.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from skillmatch.documents.calls import address_of, bind
from skillmatch.documents.frame import Frame, Ints
from skillmatch.documents.glyphs import Glyphs, read_glyphs
from skillmatch.errors import CorruptDocumentError, EncryptedDocumentError, LimitError
from skillmatch.settings import ReadingSettings

_DRAWN_ANNOTATIONS = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
_MAX_ANNOTATIONS = 500  # looked at on a page to find one that is drawn
_MAX_OBJECTS = 50_000

_get_object = bind(pdfium.FPDFPage_GetObject, ctypes.c_size_t)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One open page.

    `handle` is pdfium's page, `objects` are the handles of what is drawn on it, in drawing order; they are gone when
    the next page is asked for.
    """

    number: int
    width: float
    height: float
    glyphs: Glyphs
    handle: Any
    objects: Ints
    frame: Frame


def iter_pages(data: bytes, settings: ReadingSettings) -> Iterator[Page]:
    """Open a PDF and yield its pages one by one.

    Raises
    ------
    EncryptedDocumentError, CorruptDocumentError, LimitError
        The file needs a password, cannot be followed, or is too long.
    """
    try:
        document = pypdfium2.PdfDocument(data, password=settings.password or None)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise EncryptedDocumentError("the PDF needs a password") from error
        raise CorruptDocumentError("the PDF cannot be opened") from error
    try:
        count = len(document)
        if count > settings.max_pages:
            raise LimitError(f"{count} pages are more than max_pages = {settings.max_pages}")
        left = settings.max_characters
        for index in range(count):
            handle = _open_page(document.raw, index)
            if handle is None:
                continue
            try:
                page = _read_page(handle, index + 1, left)
                left -= len(page.glyphs.text)
                yield page
            finally:
                pdfium.FPDF_ClosePage(handle)
    finally:
        document.close()


def _open_page(document: Any, index: int) -> Any:
    """Load a page, with form fields and typed-in notes drawn into it; None if it is damaged."""
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        return None
    if _has_drawn_annotation(handle) and pdfium.FPDFPage_Flatten(handle, pdfium.FLAT_NORMALDISPLAY) == 1:
        pdfium.FPDF_ClosePage(handle)
        handle = pdfium.FPDF_LoadPage(document, index)
    return handle or None


def _has_drawn_annotation(page: Any) -> bool:
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if kind in _DRAWN_ANNOTATIONS:
                return True
    return False


def _read_page(handle: Any, number: int, max_characters: int) -> Page:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(handle, box)
    frame = Frame(
        left=box.left, top=box.top, right=box.right, bottom=box.bottom, turns=pdfium.FPDFPage_GetRotation(handle) % 4
    )
    objects = _read_objects(handle)
    textpage = pdfium.FPDFText_LoadPage(handle)
    if not textpage:
        raise CorruptDocumentError(f"the text of page {number} cannot be followed")
    try:
        count = max(0, pdfium.FPDFText_CountChars(textpage))
        if count > max_characters:
            raise LimitError("the pages have more characters than max_characters allows")
        glyphs = read_glyphs(textpage, count, frame, objects)
    finally:
        pdfium.FPDFText_ClosePage(textpage)
    width, height = frame.shape
    return Page(number=number, width=width, height=height, glyphs=glyphs, handle=handle, objects=objects, frame=frame)


def _read_objects(page: Any) -> Ints:
    count = min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)
    handles = map(_get_object, repeat(ctypes.c_void_p(address_of(page))), range(count))
    return np.fromiter(handles, dtype=np.int64, count=count)
