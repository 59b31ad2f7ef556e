"""Take the glyphs of a PDF page out of pdfium as arrays.

The raw interface is called twice for each glyph at most and some ten times for each text object that is looked at, the
rest is numpy: the helper classes of pypdfium2 would take several times as long.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from skillmatch.documents.calls import Call, Slots, address_of, bind
from skillmatch.documents.frame import Floats, Frame, Ints
from skillmatch.documents.looks import Runs, read_runs
from skillmatch.documents.owners import count_in_words, find_owners

_BLANK = np.zeros(256, dtype=bool)
_BLANK[[0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x00]] = True
_FAR_PT = 1e6  # further away than any page is large

_get_loose_box = bind(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
_get_char_box = bind(pdfium.FPDFText_GetCharBox, ctypes.c_int)
_loose_boxes = Slots(np.float32, (0,), 4)
_tight_boxes = Slots(np.float64, (0, 16, 24, 8), 4)  # pdfium's order is left, right, bottom, top


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """The glyphs of one page in drawing order.

    `boxes` are (left, top, right, bottom) in points from the top left corner of the page as it is
    shown; `run` indexes `runs` and is -1 for blanks and line ends, which have no box.
    """

    text: str
    boxes: Floats
    run: Ints
    runs: Runs


def read_glyphs(textpage: Any, count: int, frame: Frame, objects: Ints) -> Glyphs:
    """Read all glyphs of a page whose text is loaded; `objects` are those of the page in drawing order."""
    codes = _read_codes(textpage, count)
    solid = np.flatnonzero(~_BLANK[np.minimum(codes, 0xFF)])
    address = address_of(textpage)
    boxes = _read_boxes(_get_loose_box, _loose_boxes, address, solid)
    in_word = count_in_words(codes, solid, boxes)
    owners, places = find_owners(address, solid, in_word, objects)
    drawn = owners != 0
    if not drawn.all():
        solid, boxes, in_word, owners, places = (it[drawn] for it in (solid, boxes, in_word, owners, places))
    own, runs = read_runs(address, owners, places, solid, in_word, frame)
    flat = np.flatnonzero((boxes[:, 2] <= boxes[:, 0]) | (boxes[:, 1] <= boxes[:, 3]) | (runs.direction[own] != 0))
    if flat.size:  # pdfium's loose boxes are right from left to right only
        boxes[flat] = _read_boxes(_get_char_box, _tight_boxes, address, solid[flat])
    run = np.full(count, -1, dtype=np.int64)
    run[solid] = own
    placed = np.zeros((count, 4))
    placed[solid] = frame.place(boxes)
    return Glyphs(text=codes.astype("<u4").tobytes().decode("utf-32-le"), boxes=placed, run=run, runs=runs)


def _read_boxes(function: Call, slots: Slots, textpage: int, indices: Ints) -> Floats:
    """Return (left, top, right, bottom) of glyphs in PDF space; those of damaged pages within reach of arithmetic."""
    boxes = slots.read(function, len(indices), repeat(ctypes.c_void_p(textpage)), indices.tolist())
    return np.clip(np.nan_to_num(boxes.astype(np.float64)), -_FAR_PT, _FAR_PT)


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
