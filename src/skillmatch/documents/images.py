"""Tell whether a page without text shows a picture, of a scan perhaps."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from skillmatch.documents.pdfium import Page

_MAX_OBJECTS = 20_000


def shows_picture(page: Page, least_share: float = 0.05) -> bool:
    """Tell whether pictures cover at least a share of the page."""
    return picture_share(page) >= least_share


def picture_share(page: Page) -> float:
    """Return the share of the page that its largest picture covers."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    largest = 0.0
    for index in range(min(pdfium.FPDFPage_CountObjects(page.handle), _MAX_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page.handle, index)
        if pdfium.FPDFPageObj_GetType(item) in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
            largest = max(largest, (right.value - left.value) * (top.value - bottom.value))
    return float(largest / max(1.0, page.width * page.height))
