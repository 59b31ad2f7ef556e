"""How the glyphs of a PDF page look: colour, size, font and what may hide them, read off the objects that draw them.

Where every letter is an object of its own, the calls for objects are most of the work, so not every letter of a word
is looked at: who hides a word hides its first letter, or eight in a row.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import pypdfium2.raw as pdfium

from skillmatch.documents.calls import Slots, bind
from skillmatch.documents.frame import Bools, Floats, Frame, Ints
from skillmatch.documents.owners import STRIDE, count_since

_BOLD_WEIGHT = 600
_COLOR, _FONT, _MODE, _MARKS, _CLIPS, _SIZE = slice(4, 8), 8, 9, 10, 11, 12
_COLUMNS = 13

_P = ctypes.c_void_p
_get_matrix = bind(pdfium.FPDFText_GetMatrix, ctypes.c_int)
_get_font_size = bind(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_get_fill_color = bind(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int, _P)
_get_font = bind(pdfium.FPDFTextObj_GetFont, ctypes.c_size_t, _P)
_get_mode = bind(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, _P)
_count_marks = bind(pdfium.FPDFPageObj_CountMarks, ctypes.c_int, _P)
_get_clip = bind(pdfium.FPDFPageObj_GetClipPath, ctypes.c_size_t, _P)
_count_paths = bind(pdfium.FPDFClipPath_CountPaths, ctypes.c_int, _P)

_matrices = Slots(np.float32, (0,), 6)
_channels = Slots(np.uint32, (0, 4, 8, 12), 4, (0, 0, 0, 255))


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """What the glyphs of one text object share, as arrays with one entry for each stretch of its glyphs.

    `handles` are pdfium's objects, alive while the page is open, and `place` is where each is among those of the
    page, -1 within forms; `model` is the run whose looks were read, mostly the run itself. `size` is in points on the
    page, `color` (red, green, blue, alpha) in 0..255; `font` numbers the fonts of the page; `direction` counts quarter
    turns clockwise from left to right; `marks` and `clips` count the marks on the object and the paths that it is
    clipped to.
    """

    handles: Ints
    place: Ints
    model: Ints
    size: Floats
    bold: Bools
    color: Ints
    mode: Ints
    font: Ints
    direction: Ints
    marks: Ints
    clips: Ints


def read_runs(textpage: int, owners: Ints, places: Ints, solid: Ints, in_word: Ints, frame: Frame) -> tuple[Ints, Runs]:
    """Return the run of each glyph, and the looks of the runs.

    Parameters
    ----------
    textpage
        Address of the page's text.
    owners, places
        What `find_owners` returned, of glyphs that have an owner.
    solid, in_word
        What `find_owners` was given.
    frame
        Where the page stands.
    """
    starts = np.flatnonzero(np.append(True, owners[1:] != owners[:-1])[: len(owners)])
    sizes = np.diff(np.append(starts, len(owners)))
    single = sizes == 1
    begins = ~single | (in_word[starts] == 0)
    begins[1:] |= ~single[:-1]
    handles, first = owners[starts], solid[starts]
    model, looks = _read_models(textpage, handles, first, count_since(begins) % STRIDE == 0)
    _, sample, font = np.unique(looks[:, _FONT], return_index=True, return_inverse=True)
    bold = np.array([_is_bold(textpage, int(first[place])) for place in model[sample]], dtype=bool)
    a, b, c, d = looks[:, :4].T
    size = looks[:, _SIZE] * np.sqrt(np.abs(a * d - b * c))
    which = np.repeat(np.arange(len(model)), np.diff(np.append(model, len(starts))))  # of the looks is that of a run
    numbers = looks[:, _COLOR.start : _SIZE].astype(np.int64)[which]
    color, (_, mode, marks, clips) = numbers[:, :4], numbers[:, 4:].T
    runs = Runs(
        handles=handles,
        place=places[starts],
        model=model[which],
        size=size[which],
        bold=bold[font[which]],
        color=color,
        mode=mode,
        font=font[which],
        direction=frame.turn(a, b)[which],
        marks=marks,
        clips=clips,
    )
    return np.repeat(np.arange(len(starts)), sizes), runs


def _read_models(textpage: int, handles: Ints, first: Ints, chosen: Bools) -> tuple[Ints, Floats]:
    """Read the looks of the chosen runs, and of those between two that differ; the others look like the one before."""
    model = np.flatnonzero(chosen)
    looks = _read_looks(textpage, handles[model], first[model])
    differ = np.zeros(len(model), dtype=bool)
    differ[:-1] = (looks[1:] != looks[:-1]).any(axis=1)
    more = np.repeat(differ, np.diff(np.append(model, len(handles)))) & ~chosen
    if not more.any():
        return model, looks
    others = np.flatnonzero(more)
    model, both = np.concatenate((model, others)), (looks, _read_looks(textpage, handles[others], first[others]))
    order = np.argsort(model)
    return model[order], np.concatenate(both)[order]


def _read_looks(textpage: int, handles: Ints, first: Ints) -> Floats:
    """Return a row for each text object: matrix (4), fill colour (4), font, mode, marks, clips, type size."""
    count, objects, indices = len(handles), handles.tolist(), first.tolist()
    page = ctypes.c_void_p(textpage)
    looks = np.empty((count, _COLUMNS))
    looks[:, :4] = _matrices.read(_get_matrix, count, repeat(page), indices)[:, :4]
    looks[:, _COLOR] = _channels.read(_get_fill_color, count, objects)
    for column, values in (
        (_FONT, map(_get_font, objects)),
        (_MODE, map(_get_mode, objects)),
        (_MARKS, map(_count_marks, objects)),
        (_CLIPS, map(_count_paths, map(_get_clip, objects))),
        (_SIZE, map(_get_font_size, repeat(page), indices)),
    ):
        looks[:, column] = np.fromiter(values, dtype=np.float64, count=count)
    return looks


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
