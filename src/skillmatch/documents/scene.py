"""What else is drawn on a PDF page: the fills and pictures that may cover text or be its background."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from skillmatch.documents.calls import Slots, bind
from skillmatch.documents.frame import Bools, Floats, Frame, Ints
from skillmatch.documents.pdfium import Page

_MAX_FORM_OBJECTS = 5_000
_MAX_FOLLOWERS = 200
_MAX_DEPTH = 4  # forms within forms
_THIN_PT = 3.0  # rules and underlines cannot hide a word

_IS_COVER = np.zeros(8, dtype=bool)
_IS_COVER[[pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING]] = True

_get_form_object = bind(pdfium.FPDFFormObj_GetObject, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_ulong)
_get_type = bind(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_get_bounds = bind(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, ctypes.c_void_p)
_get_fill_color = bind(pdfium.FPDFPageObj_GetFillColor, ctypes.c_int, ctypes.c_void_p)
_get_draw_mode = bind(pdfium.FPDFPath_GetDrawMode, ctypes.c_int, ctypes.c_void_p)
_sides = Slots(np.float32, (0, 4, 8, 12), 4)  # left, bottom, right, top
_channels = Slots(np.int32, (0, 4, 8, 12), 4, -1)
_modes = Slots(np.int32, (0, 4), 2, -1)  # how it is filled, whether it is stroked


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
    runs = page.glyphs.runs
    inside = runs.place < 0
    known = _Known(runs.handles[inside])
    drawn = np.full(len(page.objects) + 1, -1, dtype=np.int64)  # the last entry is for what is no object of the page
    areas: list[tuple[Floats, Ints, Ints, Ints, Bools]] = []  # boxes, places in drawing order, handles, kinds, in form
    texts = [np.zeros(0, dtype=np.int64)]
    start = 0
    for begin, handles, kinds, matrix in _expand(page.objects, _kinds(page.objects, runs.place[~inside]), known):
        text = kinds == pdfium.FPDF_PAGEOBJ_TEXT
        if matrix is None:
            texts.append(handles[text])
            drawn[begin : begin + len(handles)] = np.arange(start, start + len(handles))
        else:
            known.meet(handles, start)
        if not text.all():
            areas.append(_covers(handles, kinds, matrix, start))
        start += len(handles)
    order = drawn[runs.place]
    order[inside] = known.order
    return _paint(areas, order, inside, np.concatenate(texts), page.frame)


class _Known:
    """The runs of glyphs in forms, found by the handles of their text objects: `order` fills up."""

    def __init__(self, handles: Ints) -> None:
        self._by_handle = np.argsort(handles, kind="stable")
        self._sorted = handles[self._by_handle]
        self.order = np.full(len(handles), -1, dtype=np.int64)

    def meet(self, handles: Ints, start: int) -> None:
        """Note that objects are drawn one after another from the place `start` on."""
        at, places = self.find(handles)
        while places.size:  # more than once where the glyphs of an object are in several runs
            self.order[self._by_handle[at]] = start + places
            again = (at + 1 < len(self._sorted)) & (self._sorted[(at + 1) % len(self._sorted)] == self._sorted[at])
            places, at = places[again], at[again] + 1

    def find(self, handles: Ints) -> tuple[Ints, Ints]:
        """Return where objects that are known are among the sorted handles, and which of the objects those are."""
        at = np.searchsorted(self._sorted, handles)
        places = np.flatnonzero(at < len(self._sorted))
        places = places[self._sorted[at[places]] == handles[places]]
        return at[places], places


def _kinds(handles: Ints, texts: Ints) -> Ints:
    """Return the kinds of objects, those at the places `texts` being text."""
    kinds = np.full(len(handles), -1, dtype=np.int64)
    kinds[texts] = pdfium.FPDF_PAGEOBJ_TEXT
    others = np.flatnonzero(kinds < 0)
    kinds[others] = list(map(_get_type, handles[others].tolist()))
    return kinds


def _expand(
    handles: Ints, kinds: Ints, known: _Known, matrix: Floats | None = None, depth: int = 0
) -> Iterator[tuple[int, Ints, Ints, Floats | None]]:
    """Yield (place of the first, handles, kinds, matrix) of stretches of objects, those of a form in its place."""
    begin = 0
    for place in np.flatnonzero(kinds == pdfium.FPDF_PAGEOBJ_FORM).tolist():
        yield begin, handles[begin:place], kinds[begin:place], matrix
        begin = place + 1
        if depth < _MAX_DEPTH:
            inside, inner = _open_form(int(handles[place]), matrix)
            yield from _expand(inside, _kinds(inside, known.find(inside)[1]), known, inner, depth + 1)
    yield begin, handles[begin:], kinds[begin:], matrix


def _covers(handles: Ints, kinds: Ints, matrix: Floats | None, start: int) -> tuple[Floats, Ints, Ints, Ints, Bools]:
    """Return (boxes, places in drawing order, handles, kinds, in form) of the objects that could hide a word."""
    place = np.flatnonzero(_IS_COVER[np.clip(kinds, 0, len(_IS_COVER) - 1)])
    boxes = _bounds(handles[place], matrix)
    large = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 1] - boxes[:, 3]) >= _THIN_PT
    place = place[large]
    return boxes[large], start + place, handles[place], kinds[place], np.full(len(place), matrix is not None)


def _paint(
    areas: list[tuple[Floats, Ints, Ints, Ints, Bools]], run_order: Ints, run_in_form: Bools, texts: Ints, frame: Frame
) -> Scene:
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
        run_order=run_order,
        in_form=run_in_form,
        texts=texts,
        frame=frame,
    )


def _open_form(handle: int, outer: Floats | None) -> tuple[Ints, Floats]:
    form = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    count = min(pdfium.FPDFFormObj_CountObjects(form), _MAX_FORM_OBJECTS)
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, raw)
    inner = np.array([[raw.a, raw.b, 0], [raw.c, raw.d, 0], [raw.e, raw.f, 1]], dtype=np.float64)
    objects = np.array(list(map(_get_form_object, repeat(handle), range(count))), dtype=np.int64)
    return objects, inner if outer is None else inner @ outer


def _bounds(handles: Ints, matrix: Floats | None) -> Floats:
    """Return (left, top, right, bottom) of objects in PDF space; an empty box where pdfium gives none."""
    sides = _sides.read(_get_bounds, len(handles), handles.tolist())
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
    is_path = kinds == pdfium.FPDF_PAGEOBJ_PATH
    fill = _modes.read(_get_draw_mode, len(objects), objects)[:, 0]
    channels = _channels.read(_get_fill_color, len(objects), objects).astype(np.int64)
    color = np.where(((channels[:, 0] >= 0) & is_path)[:, None], channels, (-1, -1, -1, 255))
    filled = ~is_path | ((fill >= 0) & (fill != pdfium.FPDF_FILLMODE_NONE) & (color[:, 3] > 0))
    return color, filled
