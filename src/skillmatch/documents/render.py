"""Render a page with and without some of its text, and compare."""

from __future__ import annotations

import ctypes

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from skillmatch.documents.pdfium import Floats, Ints, Page

_SCALE = 1.0  # pixels for each point: enough for 6 pt type, and four times as fast as 144 dpi
_MAX_PIXELS = 4_000_000
_NOTICEABLE = 24  # change of one channel, of 255, that a reader may notice: 1.25 to 1 on white
_INK_SPREAD = 20.0  # standard deviation of grey, of 255, within a box that holds a letter
_FLAGS = pdfium.FPDF_NO_CATCH | pdfium.FPDF_RENDER_LIMITEDIMAGECACHE


def changed_share(page: Page, handles: Ints, boxes: Floats, *, without: Ints) -> Floats:
    """Return for each box the share of its pixels that change when the text objects are left out.

    Parameters
    ----------
    page
        An open page; its objects are as before afterwards.
    handles
        The text objects to leave out.
    boxes
        Glyph boxes, shape (n, 4); their middle, where letters have their ink, is compared.
    without
        Text objects to leave out both times: text over text hides nothing.
    """
    low, high, scale = _window(page, boxes)
    if (high <= low).any():
        return np.zeros(len(boxes))
    _switch(without, False)
    before = _render(page, low, high, scale)
    _switch(handles, False)
    after = _render(page, low, high, scale)
    _switch(np.concatenate((without, handles)), True)
    changed = np.zeros(before.shape[:2], dtype=bool)
    for channel in range(3):
        changed |= np.abs(before[:, :, channel] - after[:, :, channel]) >= _NOTICEABLE
    return _box_means(changed, (boxes - np.tile(low, 2)) * scale)


def has_ink(page: Page, texts: Ints, boxes: Floats) -> NDArray[np.bool_]:
    """Tell for each box whether something other than text is drawn in it as letters are, dark beside light.

    Parameters
    ----------
    page
        An open page; its objects are as before afterwards.
    texts
        All text objects of the page: they are left out.
    boxes
        Glyph boxes, shape (n, 4).
    """
    low, high, scale = _window(page, boxes)
    if (high <= low).any():
        return np.zeros(len(boxes), dtype=bool)
    _switch(texts, False)
    gray = _render(page, low, high, scale)[:, :, 1].astype(np.int64)
    _switch(texts, True)
    placed = (boxes - np.tile(low, 2)) * scale
    spread = _box_means(gray**2, placed) - _box_means(gray, placed) ** 2
    inked: NDArray[np.bool_] = spread >= _INK_SPREAD**2
    return inked


def _window(page: Page, boxes: Floats) -> tuple[Floats, Floats, float]:
    """Return the part of the page around the boxes, and the scale to render it at."""
    low = np.maximum(boxes[:, :2].min(axis=0) - 2, 0)
    high = np.minimum(boxes[:, 2:].max(axis=0) + 2, (page.width, page.height))
    return low, high, min(_SCALE, (_MAX_PIXELS / max(1.0, float(np.prod(np.maximum(high - low, 0))))) ** 0.5)


def _switch(handles: Ints, active: bool) -> None:
    for address in handles.tolist():
        pdfium.FPDFPageObj_SetIsActive(ctypes.cast(address, pdfium.FPDF_PAGEOBJECT), active)


def _render(page: Page, low: Floats, high: Floats, scale: float) -> NDArray[np.int16]:
    """Render a part of the page in colour on white."""
    width, height = (max(1, int(side)) for side in np.ceil((high - low) * scale))
    pixels = np.full((height, width, 4), 255, dtype=np.uint8)
    bitmap = pdfium.FPDFBitmap_CreateEx(
        width, height, pdfium.FPDFBitmap_BGRx, ctypes.c_void_p(pixels.ctypes.data), width * 4
    )
    if not bitmap:
        raise MemoryError
    left, top = (-round(float(side * scale)) for side in low)
    size = (max(1, round(side * scale)) for side in (page.width, page.height))
    pdfium.FPDF_RenderPageBitmap(bitmap, page.handle, left, top, *size, 0, _FLAGS)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels.astype(np.int16)


def _box_means(image: NDArray[np.bool_] | NDArray[np.int64], boxes: Floats) -> Floats:
    """Return the mean of an image in each box, through its summed-area table."""
    height, width = image.shape
    table = np.zeros((height + 1, width + 1), dtype=np.int64)
    np.cumsum(image, axis=0, dtype=np.int64, out=table[1:, 1:])
    np.cumsum(table, axis=1, out=table)
    tall = boxes[:, 3] - boxes[:, 1]
    left = np.clip(np.floor(boxes[:, 0]), 0, width - 1).astype(int)
    right = np.clip(np.ceil(boxes[:, 2]), left + 1, width).astype(int)
    top = np.clip(np.floor(boxes[:, 1] + 0.2 * tall), 0, height - 1).astype(int)
    bottom = np.clip(np.ceil(boxes[:, 3] - 0.15 * tall), top + 1, height).astype(int)
    total = table[bottom, right] - table[top, right] - table[bottom, left] + table[top, left]
    means: Floats = total / ((bottom - top) * (right - left))
    return means
