"""Take the glyphs of a PDF page out of pdfium as arrays.

The raw interface is called twice for each glyph and some ten times for each text object, the rest is
numpy: the helper classes of pypdfium2 would take several times as long. Where every letter is a text
object of its own, the calls for objects are most of the work, so not every letter of a word is looked at.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from skillmatch.documents.frame import Bools, Floats, Frame, Ints

_BLANK = np.zeros(256, dtype=bool)
_BLANK[[0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x00]] = True
_BOLD_WEIGHT = 600
_STRIDE = 4  # of the letters of a word that are objects of their own, each fourth is looked at
_LEVEL = 0.02  # share of the height of a letter by which its edges may differ from those of the one before

_FAR_PT = 1e6  # further away than any page is large

_COLOR, _FONT, _MODE, _MARKS, _CLIPS, _SIZE = slice(4, 8), 8, 9, 10, 11, 12
_COLUMNS = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """What the glyphs of one text object share, as arrays with one entry for each stretch of its glyphs.

    `handles` are pdfium's objects, alive while the page is open; `model` is the run whose looks were
    read, mostly the run itself. `size` is in points on the page, `color` (red, green, blue, alpha) in
    0..255; `font` numbers the fonts of the page; `direction` counts quarter turns clockwise from left to
    right; `marks` and `clips` count the marks on the object and the paths that it is clipped to.
    """

    handles: Ints
    model: Ints
    size: Floats
    bold: Bools
    color: Ints
    mode: Ints
    font: Ints
    direction: Ints
    marks: Ints
    clips: Ints


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


def bind(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a pdfium function for calls made once per glyph, with addresses as plain integers.

    Without types of arguments a call takes a third less time: then addresses must be `ctypes.c_void_p`, and
    integers are C's `int`.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_P, _I = ctypes.c_void_p, ctypes.c_int
_get_loose_box = bind(pdfium.FPDFText_GetLooseCharBox, _I, _P, _I, _P)
_get_char_box = bind(pdfium.FPDFText_GetCharBox, _I, _P, _I, _P, _P, _P, _P)
_get_text_object = bind(pdfium.FPDFText_GetTextObject, ctypes.c_size_t)
_get_matrix = bind(pdfium.FPDFText_GetMatrix, _I, _P, _I, _P)
_get_font_size = bind(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_get_fill_color = bind(pdfium.FPDFPageObj_GetFillColor, _I, _P, _P, _P, _P, _P)
_get_font = bind(pdfium.FPDFTextObj_GetFont, ctypes.c_size_t, _P)
_get_mode = bind(pdfium.FPDFTextObj_GetTextRenderMode, _I, _P)
_count_marks = bind(pdfium.FPDFPageObj_CountMarks, _I, _P)
_get_clip = bind(pdfium.FPDFPageObj_GetClipPath, ctypes.c_size_t, _P)
_count_paths = bind(pdfium.FPDFClipPath_CountPaths, _I, _P)


def address_of(handle: Any) -> int:
    """Return the address behind a handle of pypdfium2."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def call_each(function: Callable[..., Any], *arguments: Iterable[int]) -> None:
    """Call a function for its effect, as fast as Python can."""
    deque(map(function, *arguments), maxlen=0)


def read_glyphs(textpage: Any, count: int, frame: Frame) -> Glyphs:
    """Read all glyphs of a page whose text is loaded."""
    codes = _read_codes(textpage, count)
    solid = np.flatnonzero(~_BLANK[np.minimum(codes, 0xFF)])
    indices = solid.tolist()
    address = address_of(textpage)
    objects = np.array(list(map(_get_text_object, repeat(ctypes.c_void_p(address)), indices)), dtype=np.int64)
    drawn = objects != 0
    if not drawn.all():
        solid, objects = solid[drawn], objects[drawn]
        indices = solid.tolist()
    boxes = np.zeros((len(indices), 4), dtype=np.float32)
    base = boxes.ctypes.data
    call_each(_get_loose_box, repeat(address), indices, range(base, base + 16 * len(indices), 16))
    starts = np.concatenate(([0], np.flatnonzero(objects[1:] != objects[:-1]) + 1))[: len(indices)]
    own = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(indices))))
    raw = _finite(boxes.astype(np.float64))
    runs = _read_runs(address, objects[starts], solid[starts], _models(solid, raw, starts), frame)
    run = np.full(count, -1, dtype=np.int64)
    run[solid] = own
    placed = np.zeros((count, 4))
    placed[solid] = frame.place(_tighten(address, solid, raw, runs.direction[own]))
    return Glyphs(text=codes.astype("<u4").tobytes().decode("utf-32-le"), boxes=placed, run=run, runs=runs)


def _models(solid: Ints, boxes: Floats, starts: Ints) -> Bools:
    """Choose the runs to look at: each fourth letter of a word from the first on, and all longer runs.

    Who hides a word hides its first letter, or four in a row.
    """
    count = len(starts)
    single = np.diff(np.append(starts, len(solid))) == 1
    place, box = solid[starts], boxes[starts]
    level = np.abs(box[1:, 1] - box[:-1, 1]) + np.abs(box[1:, 3] - box[:-1, 3]) <= _LEVEL * (box[1:, 1] - box[1:, 3])
    begins = np.ones(count, dtype=bool)
    begins[1:] = ~(single[1:] & single[:-1] & (np.diff(place) == 1) & level)
    number = np.arange(count)
    chosen: Bools = (number - np.maximum.accumulate(np.where(begins, number, 0))) % _STRIDE == 0
    return chosen


def _read_runs(address: int, handles: Ints, first: Ints, chosen: Bools, frame: Frame) -> Runs:
    """Read the looks of the chosen runs, and of those between two that differ; the others look like the one before."""
    count = len(handles)
    model = np.flatnonzero(chosen)
    looks = _read_looks(address, handles[model], first[model])
    differ = (looks[1:] != looks[:-1]).any(axis=1)
    if differ.any():
        chosen = chosen | np.repeat(np.append(differ, False), np.diff(np.append(model, count)))
        more = np.flatnonzero(chosen)
        kept = np.isin(more, model, assume_unique=True)
        both = np.empty((len(more), _COLUMNS))
        both[kept] = looks
        both[~kept] = _read_looks(address, handles[more[~kept]], first[more[~kept]])
        model, looks = more, both
    _, sample, font = np.unique(looks[:, _FONT], return_index=True, return_inverse=True)
    bold = np.array([_is_bold(address, int(first[place])) for place in model[sample]], dtype=bool)
    a, b, c, d = looks[:, :4].T
    which = np.cumsum(chosen) - 1  # which of the looks is that of a run
    return Runs(
        handles=handles,
        model=model[which],
        size=(looks[:, _SIZE] * np.sqrt(np.abs(a * d - b * c)))[which],
        bold=bold[font[which]],
        color=looks[:, _COLOR].astype(np.int64)[which],
        mode=looks[:, _MODE].astype(np.int64)[which],
        font=font[which],
        direction=frame.turn(a, b)[which],
        marks=looks[:, _MARKS].astype(np.int64)[which],
        clips=looks[:, _CLIPS].astype(np.int64)[which],
    )


def _read_looks(address: int, handles: Ints, first: Ints) -> Floats:
    """Return a row for each text object: matrix (4), fill colour (4), font, mode, marks, clips, type size."""
    count, objects, indices = len(handles), handles.tolist(), first.tolist()
    matrices = np.zeros((count, 6), dtype=np.float32)
    to = matrices.ctypes.data
    call_each(_get_matrix, repeat(address), indices, range(to, to + 24 * count, 24))
    channels = np.full((count, 4), (0, 0, 0, 255), dtype=np.uint32)
    to = channels.ctypes.data
    call_each(_get_fill_color, objects, *(range(to + 4 * n, to + 4 * n + 16 * count, 16) for n in range(4)))
    looks = np.empty((count, _COLUMNS))
    looks[:, :4], looks[:, _COLOR] = matrices[:, :4], channels
    for column, values in (
        (_FONT, map(_get_font, objects)),
        (_MODE, map(_get_mode, objects)),
        (_MARKS, map(_count_marks, objects)),
        (_CLIPS, map(_count_paths, map(_get_clip, objects))),
        (_SIZE, map(_get_font_size, repeat(ctypes.c_void_p(address)), indices)),
    ):
        looks[:, column] = np.fromiter(values, dtype=np.float64, count=count)
    return looks


def _tighten(address: int, solid: Ints, boxes: Floats, direction: Ints) -> Floats:
    """Replace the boxes of glyphs that do not run from left to right: pdfium's loose ones are wrong there."""
    flat = np.flatnonzero((boxes[:, 2] <= boxes[:, 0]) | (boxes[:, 1] <= boxes[:, 3]) | (direction != 0))
    if flat.size:
        sides = boxes[flat]
        to, step = sides.ctypes.data, 32 * flat.size
        call_each(
            _get_char_box,
            repeat(address),
            solid[flat].tolist(),
            *(range(to + n, to + n + step, 32) for n in (0, 16, 24, 8)),
        )  # pdfium's order is left, right, bottom, top
        boxes[flat] = _finite(sides)
    return boxes


def _finite(boxes: Floats) -> Floats:
    """Bring the boxes of damaged pages within reach of arithmetic."""
    return np.clip(np.nan_to_num(boxes), -_FAR_PT, _FAR_PT)


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


def _is_bold(address: int, index: int) -> bool:
    textpage = ctypes.cast(address, pdfium.FPDF_TEXTPAGE)
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 128, flags)
    folded = name.value.decode("utf-8", "replace").casefold()
    if any(word in folded for word in ("bold", "black", "heavy", "demi", "-bd", "cmbx")):
        return True
    if any(word in folded for word in ("regular", "roman", "book", "light")):
        return False  # pdfium guesses the weight from the stems, and takes sturdy faces for bold ones
    return bool(pdfium.FPDFText_GetFontWeight(textpage, index) >= _BOLD_WEIGHT)
