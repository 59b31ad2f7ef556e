"""What else is drawn on a PDF page: the fills and pictures that may cover text or be its background."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from skillmatch.documents.frame import Bools, Floats, Frame, Ints
from skillmatch.documents.glyphs import address_of, bind, call_each
from skillmatch.documents.pdfium import Page

_MAX_OBJECTS = 50_000
_MAX_FORM_OBJECTS = 5_000
_MAX_FOLLOWERS = 200
_MAX_DEPTH = 4  # forms within forms
_THIN_PT = 3.0  # rules and underlines cannot hide a word

_IS_COVER = np.zeros(8, dtype=bool)
_IS_COVER[[pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING]] = True

_get_object = bind(pdfium.FPDFPage_GetObject, ctypes.c_size_t)
_get_form_object = bind(pdfium.FPDFFormObj_GetObject, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_ulong)
_get_type = bind(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_get_bounds = bind(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, *[ctypes.c_void_p] * 5)
_get_fill_color = bind(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int, *[ctypes.c_void_p] * 5)
_get_draw_mode = bind(pdfium.FPDFPath_GetDrawMode, ctypes.c_int, *[ctypes.c_void_p] * 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The areas drawn on a page, in drawing order.

    `boxes` are on the page as shown; `order` is the place in drawing order. `color` is -1 where it is a
    picture or cannot be told; `handles` are pdfium's objects, 0 for those in forms. `run_order` and `in_form`
    tell of each run of glyphs its place in drawing order, -1 if it was not met, and whether it is part of a
    form. `texts` are the text objects outside of forms, in drawing order.
    """

    boxes: Floats
    order: Ints
    color: Ints
    picture: Bools
    handles: Ints
    run_order: Ints
    in_form: Bools
    texts: Ints
    frame: Frame

    def followers(self, handle: int, known: Ints) -> Floats:
        """Return the boxes of the text objects drawn right after one, as long as they are not among known ones."""
        place = np.flatnonzero(self.texts == handle)
        if not place.size:
            return np.zeros((0, 4))
        after = self.texts[place[0] + 1 : place[0] + 1 + _MAX_FOLLOWERS]
        stops = np.flatnonzero(np.isin(after, known))
        boxes = _bounds(after[: stops[0]] if stops.size else after, None)
        return self.frame.place(boxes[boxes[:, 2] > boxes[:, 0]])

    def picture_share(self, page: Page) -> float:
        """Return the share of the page that pictures cover, counted as if they did not overlap."""
        if not self.picture.any():
            return 0.0
        inside = np.clip(self.boxes[self.picture], 0, (page.width, page.height) * 2)
        areas = (inside[:, 2] - inside[:, 0]) * (inside[:, 3] - inside[:, 1])
        return float(min(1.0, areas.sum() / max(1.0, page.width * page.height)))


def read_scene(page: Page) -> Scene:
    """Look at every object of a page that is large enough to hide a word."""
    areas: list[tuple[Floats, Ints, Ints, Ints, Bools]] = []  # boxes, places in drawing order, handles, kinds, in form
    texts = [np.zeros(0, dtype=np.int64)]
    known = _Known(page.glyphs.runs.handles)
    start = 0
    for handles, kinds, matrix in _iter_objects(page, known):
        text = kinds == pdfium.FPDF_PAGEOBJ_TEXT
        if matrix is None:
            texts.append(handles[text])
        if not text.all():
            place = np.flatnonzero(_IS_COVER[np.clip(kinds, 0, len(_IS_COVER) - 1)])
            boxes = _bounds(handles[place], matrix)
            large = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 1] - boxes[:, 3]) >= _THIN_PT
            place = place[large]
            inside = np.full(len(place), matrix is not None)
            areas.append((boxes[large], start + place, handles[place], kinds[place], inside))
        known.meet(handles, start, matrix is not None)
        start += len(handles)
    return _paint(areas, known, np.concatenate(texts), page.frame)


class _Known:
    """The runs of glyphs, found by the handles of their text objects: `order` and `in_form` fill up."""

    def __init__(self, handles: Ints) -> None:
        self._by_handle = np.argsort(handles, kind="stable")
        self._sorted = handles[self._by_handle]
        self.order = np.full(len(handles), -1, dtype=np.int64)
        self.in_form = np.ones(len(handles), dtype=bool)

    def meet(self, handles: Ints, start: int, in_form: bool) -> None:
        """Note that objects are drawn one after another from the place `start` on."""
        at, found = self.find(handles)
        places = np.flatnonzero(found)
        at = at[places]
        while places.size:  # more than once where the glyphs of an object are in several runs
            run = self._by_handle[at]
            self.order[run], self.in_form[run] = start + places, in_form
            again = (at + 1 < len(self._sorted)) & (self._sorted[(at + 1) % len(self._sorted)] == self._sorted[at])
            places, at = places[again], at[again] + 1

    def find(self, handles: Ints) -> tuple[Ints, Bools]:
        """Return where objects are among the sorted handles, and which are there at all."""
        if not len(self._sorted):
            return np.zeros(len(handles), dtype=np.int64), np.zeros(len(handles), dtype=bool)
        at = np.minimum(np.searchsorted(self._sorted, handles), len(self._sorted) - 1)
        return at, self._sorted[at] == handles


def _paint(areas: list[tuple[Floats, Ints, Ints, Ints, Bools]], known: _Known, texts: Ints, frame: Frame) -> Scene:
    """Find out what the areas are painted with, and leave out those that are only outlined."""
    empty = np.zeros(0, dtype=np.int64)
    columns = zip((np.zeros((0, 4)), empty, empty, empty, empty > 0), *areas, strict=True)
    boxes, order, handles, kinds, in_form = (np.concatenate(column) for column in columns)
    color, filled = _fills(handles.tolist(), kinds)
    return Scene(
        boxes=frame.place(boxes[filled]),
        order=order[filled],
        color=color[filled],
        picture=kinds[filled] == pdfium.FPDF_PAGEOBJ_IMAGE,
        handles=np.where(in_form, 0, handles)[filled],
        run_order=known.order,
        in_form=known.in_form,
        texts=texts,
        frame=frame,
    )


def _iter_objects(page: Page, known: _Known) -> Iterator[tuple[Ints, Ints, Floats | None]]:
    """Yield (handles, kinds, matrix) of runs of objects, those of forms in the place of the form."""
    address = ctypes.c_void_p(address_of(page.handle))
    count = min(pdfium.FPDFPage_CountObjects(page.handle), _MAX_OBJECTS)
    yield from _expand(list(map(_get_object, repeat(address), range(count))), known, None, 0)


def _expand(
    objects: list[int], known: _Known, matrix: Floats | None, depth: int
) -> Iterator[tuple[Ints, Ints, Floats | None]]:
    handles = np.array(objects, dtype=np.int64)
    kinds = np.full(len(objects), pdfium.FPDF_PAGEOBJ_TEXT, dtype=np.int64)
    others = np.flatnonzero(~known.find(handles)[1])
    kinds[others] = list(map(_get_type, handles[others].tolist()))
    begin = 0
    for place in np.flatnonzero(kinds == pdfium.FPDF_PAGEOBJ_FORM).tolist():
        yield handles[begin:place], kinds[begin:place], matrix
        begin = place + 1
        if depth < _MAX_DEPTH:
            inside, inner = _open_form(objects[place], matrix)
            yield from _expand(inside, known, inner, depth + 1)
    yield handles[begin:], kinds[begin:], matrix


def _open_form(handle: int, outer: Floats | None) -> tuple[list[int], Floats]:
    form = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    count = min(pdfium.FPDFFormObj_CountObjects(form), _MAX_FORM_OBJECTS)
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, raw)
    inner = np.array([[raw.a, raw.b, 0], [raw.c, raw.d, 0], [raw.e, raw.f, 1]], dtype=np.float64)
    return list(map(_get_form_object, repeat(handle), range(count))), inner if outer is None else inner @ outer


def _bounds(handles: Ints, matrix: Floats | None) -> Floats:
    """Return (left, top, right, bottom) of objects in PDF space; an empty box where pdfium gives none."""
    sides = np.zeros((len(handles), 4), dtype=np.float32)  # left, bottom, right, top
    to = sides.ctypes.data
    call_each(_get_bounds, handles.tolist(), *(range(to + 4 * n, to + 4 * n + sides.nbytes, 16) for n in range(4)))
    left, bottom, right, top = sides.astype(np.float64).T
    if matrix is not None and len(handles):
        points = [(x, y, np.ones(len(x))) for x in (left, right) for y in (bottom, top)]
        corners = np.stack([np.stack(point, axis=1) @ matrix for point in points])
        (left, bottom), (right, top) = corners.min(axis=0).T[:2], corners.max(axis=0).T[:2]
    return np.stack((left, top, right, bottom), axis=1)


def is_rectangle(handle: int) -> bool:
    """Tell whether a path is one rectangle along the axes: all its points are corners of its bounds."""
    path: Any = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    count = pdfium.FPDFPath_CountSegments(path)
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for index in range(count if 4 <= count <= 5 else 0):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO:
            return False
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((round(x.value, 3), round(y.value, 3)))
    sides = len({x for x, _ in points}), len({y for _, y in points})
    return sides == (2, 2) and len(set(points)) == 4


def _fills(objects: list[int], kinds: Ints) -> tuple[Ints, Bools]:
    """Return the colours that objects are filled with, -1 for unknown ones, and whether they are filled at all."""
    count = len(objects)
    is_path = kinds == pdfium.FPDF_PAGEOBJ_PATH
    modes = np.zeros((count, 2), dtype=np.int32)  # how it is filled, whether it is stroked
    to = modes.ctypes.data
    told = np.fromiter(
        map(_get_draw_mode, objects, range(to, to + 8 * count, 8), range(to + 4, to + 4 + 8 * count, 8)),
        dtype=bool,
        count=count,
    )
    channels = np.zeros((count, 4), dtype=np.uint32)
    to = channels.ctypes.data
    known = np.fromiter(
        map(_get_fill_color, objects, *(range(to + 4 * n, to + 4 * n + 16 * count, 16) for n in range(4))),
        dtype=bool,
        count=count,
    )
    color = np.where((known & is_path)[:, None], channels.astype(np.int64), (-1, -1, -1, 255))
    filled = ~is_path | (told & (modes[:, 0] != pdfium.FPDF_FILLMODE_NONE) & (color[:, 3] > 0))
    return color, filled
