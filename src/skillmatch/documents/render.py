"""Render a page with and without some of its text, and compare."""

from __future__ import annotations

import ctypes
from itertools import repeat
from typing import TypeVar

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from skillmatch.documents.calls import bind, call_each
from skillmatch.documents.frame import Bools, Floats, Ints
from skillmatch.documents.pdfium import Page

Pixel = TypeVar("Pixel", np.bool_, np.uint8)

_SCALE = 1.0  # pixels for each point: enough for 6 pt type, and four times as fast as 144 dpi
_MAX_PIXELS = 4_000_000
_NOTICEABLE = 24  # change of one channel, of 255, that a reader may notice: 1.25 to 1 on white
_INK_SPREAD = 20.0  # standard deviation of grey, of 255, within a box that holds a letter
_ACROSS = (np.arange(8) + 0.5) / 8
_DOWN = 0.2 + 0.65 * (np.arange(8) + 0.5) / 8  # of the height of a box: where letters have their ink
_AT_ONCE = 10_000  # boxes that are looked at together: bounds memory
_set_active = bind(pdfium.FPDFPageObj_SetIsActive, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
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
    change = np.maximum(before, after) - np.minimum(before, after)
    changed = (change >= _NOTICEABLE).view(np.uint32)[:, :, 0] != 0  # four channels of a pixel at once
    shares: Floats = _samples(changed, (boxes - np.tile(low, 2)) * scale).mean(axis=1).astype(np.float64)
    return shares


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
    gray = _render(page, low, high, scale)[:, :, 1]
    _switch(texts, True)
    inked: Bools = _samples(gray, (boxes - np.tile(low, 2)) * scale).std(axis=1) >= _INK_SPREAD
    return inked


def picture_of(page: Page, scale: float) -> NDArray[np.uint8]:
    """Render a whole page, as red, green and blue, at a scale in pixels for each point or less."""
    size = np.array((page.width, page.height))
    pixels = _render(page, np.zeros(2), size, min(scale, float(_MAX_PIXELS / np.prod(size)) ** 0.5))
    return np.ascontiguousarray(pixels[:, :, 2::-1])


def _window(page: Page, boxes: Floats) -> tuple[Floats, Floats, float]:
    """Return the part of the page around the boxes, and the scale to render it at."""
    low = np.maximum(boxes[:, :2].min(axis=0) - 2, 0)
    high = np.minimum(boxes[:, 2:].max(axis=0) + 2, (page.width, page.height))
    return low, high, min(_SCALE, (_MAX_PIXELS / max(1.0, float(np.prod(np.maximum(high - low, 0))))) ** 0.5)


def _switch(handles: Ints, active: bool) -> None:
    call_each(_set_active, handles.tolist(), repeat(int(active)))


def _render(page: Page, low: Floats, high: Floats, scale: float) -> NDArray[np.uint8]:
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
    return pixels


def _samples(image: NDArray[Pixel], boxes: Floats) -> NDArray[np.float32]:
    """Return the pixels of an image on a grid in each box, a row for each box: small type has hardly more pixels."""
    height, width = image.shape
    left, top, right, bottom = boxes.T
    tall = bottom - top
    x = np.clip((left[:, None] + (right - left)[:, None] * _ACROSS).astype(np.int64), 0, width - 1)
    y = np.clip((top[:, None] + tall[:, None] * _DOWN).astype(np.int64), 0, height - 1)
    parts = [
        image[y[begin : begin + _AT_ONCE, :, None], x[begin : begin + _AT_ONCE, None, :]].astype(np.float32)
        for begin in range(0, len(boxes), _AT_ONCE)
    ]
    return np.concatenate(parts).reshape(len(boxes), -1)
