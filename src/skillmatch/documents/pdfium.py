"""Take the glyphs of a PDF page out of pdfium as arrays.

The raw interface is called once per glyph and once per text object, the rest is numpy: the helper
classes of pypdfium2 would take several times as long. pdfium is not thread-safe, aborts the process
when memory runs out, and a few files keep it busy for long: `skillmatch.batch` calls it in workers.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from skillmatch.errors import CorruptDocumentError, EncryptedDocumentError, LimitError
from skillmatch.settings import ReadingSettings

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_BLANK = (0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x00)
_BOLD_WEIGHT = 600
_DRAWN_ANNOTATIONS = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
_MAX_ANNOTATIONS = 500  # looked at on a page to find one that is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """What the glyphs of one text object share, as arrays with one entry for each object.

    `handles` are pdfium's objects, alive while the page is open; `first` the index of the first glyph.
    `size` is in points on the page, `color` (red, green, blue, alpha) in 0..255; `font` numbers the
    fonts of the page; `direction` counts quarter turns clockwise from left to right.
    """

    handles: Ints
    first: Ints
    size: Floats
    bold: NDArray[np.bool_]
    color: Ints
    mode: Ints
    font: Ints
    direction: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """The glyphs of one page in drawing order.

    `boxes` are (left, top, right, bottom) in points from the top left corner of the page as it is
    shown; `run` indexes `runs` and is -1 for blanks and line ends that pdfium put in.
    """

    text: str
    boxes: Floats
    run: Ints
    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One open page. `handle` is pdfium's page and is gone when the next page is asked for."""

    number: int
    width: float
    height: float
    glyphs: Glyphs
    handle: Any
    frame: Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The visible part of a page in PDF space and how it is turned (quarter turns clockwise)."""

    left: float
    top: float
    right: float
    bottom: float
    turns: int

    @property
    def shape(self) -> tuple[float, float]:
        """Width and height as shown, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def place(self, boxes: Floats) -> Floats:
        """Turn (left, top, right, bottom) in PDF space, y upwards, into boxes on the shown page."""
        left, top, right, bottom = boxes.T
        if self.turns == 1:
            sides = bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        elif self.turns == 2:
            sides = self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        elif self.turns == 3:
            sides = self.top - top, self.right - right, self.top - bottom, self.right - left
        else:
            sides = left - self.left, self.top - top, right - self.left, self.top - bottom
        return np.stack(sides, axis=1)

    def turn(self, x: Floats, y: Floats) -> Ints:
        """Return the directions of vectors in PDF space on the shown page, in quarter turns."""
        right, down = ((x, -y), (y, x), (-x, y), (-y, -x))[self.turns]
        level = np.where(right >= 0, 0, 2)
        return np.where(np.abs(right) >= np.abs(down), level, np.where(down > 0, 1, 3)).astype(np.int64)


def bind(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a pdfium function that takes addresses as plain integers, for calls made once per glyph."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_get_loose_box = bind(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_get_text_object = bind(pdfium.FPDFText_GetTextObject, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int)
_get_matrix = bind(pdfium.FPDFText_GetMatrix, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_get_font_size = bind(pdfium.FPDFText_GetFontSize, ctypes.c_double, ctypes.c_void_p, ctypes.c_int)
_get_fill_color = bind(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int, *[ctypes.c_void_p] * 5)
_get_font = bind(pdfium.FPDFTextObj_GetFont, ctypes.c_size_t, ctypes.c_void_p)
_get_mode = bind(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def iter_pages(data: bytes, settings: ReadingSettings) -> Iterator[Page]:
    """Open a PDF and yield its pages one by one.

    Raises
    ------
    EncryptedDocumentError, CorruptDocumentError, LimitError
        The file needs a password, cannot be followed, or is too long.
    """
    try:
        document = pypdfium2.PdfDocument(data)
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
    textpage = pdfium.FPDFText_LoadPage(handle)
    if not textpage:
        raise CorruptDocumentError(f"the text of page {number} cannot be followed")
    try:
        count = max(0, pdfium.FPDFText_CountChars(textpage))
        if count > max_characters:
            raise LimitError("the pages have more characters than max_characters allows")
        glyphs = _read_glyphs(textpage, count, frame)
    finally:
        pdfium.FPDFText_ClosePage(textpage)
    width, height = frame.shape
    return Page(number=number, width=width, height=height, glyphs=glyphs, handle=handle, frame=frame)


def _read_glyphs(textpage: Any, count: int, frame: Frame) -> Glyphs:
    rectangles = np.zeros((count, 4), dtype=np.float32)
    address, base = _address(textpage), rectangles.ctypes.data
    deque(map(_get_loose_box, repeat(address), range(count), range(base, base + 16 * count, 16)), maxlen=0)
    objects = np.fromiter(map(_get_text_object, repeat(address), range(count)), dtype=np.int64, count=count)
    raw = rectangles.astype(np.float64)
    codes = _read_codes(textpage, count)
    objects[np.isin(codes, _BLANK)] = 0
    handles, first, inverse = np.unique(objects, return_index=True, return_inverse=True)
    shift = int(handles.size > 0 and handles[0] == 0)
    runs = _read_runs(textpage, handles[shift:], first[shift:], frame)
    run = inverse.astype(np.int64) - shift
    raw = _tighten(textpage, raw, run, runs)
    text = codes.astype("<u4").tobytes().decode("utf-32-le")
    return Glyphs(text=text, boxes=frame.place(raw), run=run, runs=runs)


def _tighten(textpage: Any, boxes: Floats, run: Ints, runs: Runs) -> Floats:
    """Replace the boxes of glyphs that do not run from left to right: pdfium's loose ones are wrong there."""
    flat = (boxes[:, 2] <= boxes[:, 0]) | (boxes[:, 1] <= boxes[:, 3])
    turned = runs.direction != 0
    if turned.any():
        flat |= (run >= 0) & turned[run]
    sides = [ctypes.c_double() for _ in range(4)]
    for index in np.flatnonzero(flat & (run >= 0)):
        left, right, bottom, top = sides
        if pdfium.FPDFText_GetCharBox(textpage, int(index), left, right, bottom, top):
            boxes[index] = left.value, top.value, right.value, bottom.value
    return boxes


def _read_codes(textpage: Any, count: int) -> NDArray[np.uint32]:
    """Return the code points of the glyphs, with 0 for those that the font does not name."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer) if count else 1
    codes: NDArray[np.uint32] = np.frombuffer(memoryview(buffer), dtype=np.uint16)[:count].astype(np.uint32)
    if written != count + 1 or ((codes >= 0xD800) & (codes < 0xE000)).any():  # not one unit for each glyph
        read = pdfium.FPDFText_GetUnicode
        codes = np.fromiter((read(textpage, index) for index in range(count)), dtype=np.uint32, count=count)
    codes[((codes >= 0xD800) & (codes < 0xE000)) | (codes > 0x10FFFF)] = 0xFFFD
    return codes


def _read_runs(textpage: Any, handles: Ints, first: Ints, frame: Frame) -> Runs:
    count = len(handles)
    matrices = np.zeros((count, 6), dtype=np.float32)
    channels = np.zeros((count, 4), dtype=np.uint32)
    address, matrix, channel = _address(textpage), matrices.ctypes.data, channels.ctypes.data
    objects, indices = handles.tolist(), first.tolist()
    for place, index in enumerate(indices):
        _get_matrix(address, index, matrix + 24 * place)
    for place, handle in enumerate(objects):
        to = channel + 16 * place
        if not _get_fill_color(handle, to, to + 4, to + 8, to + 12):
            channels[place] = (0, 0, 0, 255)
    fonts = np.fromiter(map(_get_font, objects), dtype=np.int64, count=count)
    known, sample, font = np.unique(fonts, return_index=True, return_inverse=True)
    bold = np.array([_is_bold(textpage, indices[place]) for place in sample.tolist()], dtype=bool)
    a, b, c, d = matrices[:, :4].astype(np.float64).T
    size = np.fromiter(map(_get_font_size, repeat(address), indices), dtype=np.float64, count=count)
    return Runs(
        handles=handles,
        first=first,
        size=size * np.sqrt(np.abs(a * d - b * c)),
        bold=bold[font] if len(known) else np.zeros(0, dtype=bool),
        color=channels.astype(np.int64),
        mode=np.fromiter(map(_get_mode, objects), dtype=np.int64, count=count),
        font=font.astype(np.int64),
        direction=frame.turn(a, b),
    )


def _is_bold(textpage: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 128, flags)
    folded = name.value.decode("utf-8", "replace").casefold()
    if any(word in folded for word in ("bold", "black", "heavy", "demi", "-bd", "cmbx")):
        return True
    if any(word in folded for word in ("regular", "roman", "book", "light")):
        return False  # pdfium guesses the weight from the stems, and takes sturdy faces for bold ones
    return bool(pdfium.FPDFText_GetFontWeight(textpage, index) >= _BOLD_WEIGHT)
