"""What else is drawn on a PDF page: the fills and pictures that may cover text or be its background."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from skillmatch.documents.pdfium import Floats, Frame, Ints, Page, bind

_MAX_OBJECTS = 50_000
_MAX_FORM_OBJECTS = 5_000
_MAX_FOLLOWERS = 200
_MAX_DEPTH = 4  # forms within forms
_DARK = 140  # greatest channel of a fill on which light text is seen at once
_THIN_PT = 3.0  # rules and underlines cannot hide a word

_COVERS = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)

_get_object = bind(pdfium.FPDFPage_GetObject, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int)
_get_form_object = bind(pdfium.FPDFFormObj_GetObject, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_ulong)
_get_type = bind(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_get_bounds = bind(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, *[ctypes.c_void_p] * 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The areas drawn on a page, in drawing order.

    `boxes` are on the page as shown; `order` is the place in drawing order. `color` is -1 where it is a
    picture or cannot be told; `backdrop` marks dark opaque rectangles. `texts` has a row for each text
    object, sorted by the first column: handle, place in drawing order, 1 if it is part of a form.
    """

    boxes: Floats
    order: Ints
    color: Ints
    picture: NDArray[np.bool_]
    backdrop: NDArray[np.bool_]
    texts: Ints
    frame: Frame

    def find_texts(self, handles: Ints) -> tuple[Ints, NDArray[np.bool_]]:
        """Return the places of text objects in drawing order, -1 for unknown ones, and whether each is in a form."""
        if not len(self.texts):
            return np.full(len(handles), -1, dtype=np.int64), np.ones(len(handles), dtype=bool)
        at = np.minimum(np.searchsorted(self.texts[:, 0], handles), len(self.texts) - 1)
        known = self.texts[at, 0] == handles
        return np.where(known, self.texts[at, 1], -1), ~known | (self.texts[at, 2] > 0)

    def followers(self, handle: int, known: Ints) -> Floats:
        """Return the boxes of the text objects drawn right after one, as long as they are not among known ones."""
        by_order = self.texts[np.argsort(self.texts[:, 1])]
        place = int(np.flatnonzero(by_order[:, 0] == handle)[0]) if (by_order[:, 0] == handle).any() else len(by_order)
        boxes = []
        for follower, _, in_form in by_order[place + 1 : place + 1 + _MAX_FOLLOWERS].tolist():
            box = None if in_form else _bounds(follower, None)
            if follower in known or box is None:
                break
            boxes.append(box)
        return self.frame.place(np.array(boxes, dtype=np.float64).reshape(-1, 4))

    def picture_share(self, page: Page) -> float:
        """Return the share of the page that pictures cover, counted as if they did not overlap."""
        if not self.picture.any():
            return 0.0
        inside = np.clip(self.boxes[self.picture], 0, (page.width, page.height) * 2)
        areas = (inside[:, 2] - inside[:, 0]) * (inside[:, 3] - inside[:, 1])
        return float(min(1.0, areas.sum() / max(1.0, page.width * page.height)))


def read_scene(page: Page) -> Scene:
    """Look at every object of a page that is large enough to hide a word."""
    boxes: list[tuple[float, float, float, float]] = []
    orders: list[int] = []
    colors: list[tuple[int, int, int, int]] = []
    pictures: list[bool] = []
    backdrops: list[bool] = []
    texts: list[NDArray[np.int64]] = []
    start = 0
    for handles, kinds, matrix in _iter_objects(page):
        text = np.flatnonzero(kinds == pdfium.FPDF_PAGEOBJ_TEXT)
        texts.append(np.stack((handles[text], start + text, np.full(len(text), matrix is not None)), axis=1))
        for place in np.flatnonzero(np.isin(kinds, _COVERS)).tolist():
            handle, kind = int(handles[place]), int(kinds[place])
            box = _bounds(handle, matrix)
            if box is None or min(box[2] - box[0], box[1] - box[3]) < _THIN_PT:
                continue
            color = _fill(handle) if kind == pdfium.FPDF_PAGEOBJ_PATH else (-1, -1, -1, 255)
            if color is not None:
                boxes.append(box)
                orders.append(start + place)
                colors.append(color)
                pictures.append(kind == pdfium.FPDF_PAGEOBJ_IMAGE)
                backdrops.append(-1 < max(color[:3]) <= _DARK and color[3] == 255 and _is_rectangle(handle))
        start += len(handles)
    known = np.concatenate(texts) if texts else np.zeros((0, 3), dtype=np.int64)
    return Scene(
        boxes=page.frame.place(np.array(boxes, dtype=np.float64).reshape(-1, 4)),
        order=np.array(orders, dtype=np.int64),
        color=np.array(colors, dtype=np.int64).reshape(-1, 4),
        picture=np.array(pictures, dtype=bool),
        backdrop=np.array(backdrops, dtype=bool),
        texts=known[np.argsort(known[:, 0])],
        frame=page.frame,
    )


def _iter_objects(page: Page) -> Iterator[tuple[Ints, Ints, Floats | None]]:
    """Yield (handles, kinds, matrix) of runs of objects, those of forms in the place of the form."""
    address = ctypes.cast(page.handle, ctypes.c_void_p).value or 0
    count = min(pdfium.FPDFPage_CountObjects(page.handle), _MAX_OBJECTS)
    yield from _expand(list(map(_get_object, repeat(address), range(count))), None, 0)


def _expand(objects: list[int], matrix: Floats | None, depth: int) -> Iterator[tuple[Ints, Ints, Floats | None]]:
    handles = np.array(objects, dtype=np.int64)
    kinds = np.fromiter(map(_get_type, objects), dtype=np.int64, count=len(objects))
    begin = 0
    for place in np.flatnonzero(kinds == pdfium.FPDF_PAGEOBJ_FORM).tolist():
        yield handles[begin:place], kinds[begin:place], matrix
        begin = place + 1
        if depth < _MAX_DEPTH:
            yield from _expand(*_open_form(objects[place], matrix), depth + 1)
    yield handles[begin:], kinds[begin:], matrix


def _open_form(handle: int, outer: Floats | None) -> tuple[list[int], Floats]:
    form = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    count = min(pdfium.FPDFFormObj_CountObjects(form), _MAX_FORM_OBJECTS)
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, raw)
    inner = np.array([[raw.a, raw.b, 0], [raw.c, raw.d, 0], [raw.e, raw.f, 1]], dtype=np.float64)
    return list(map(_get_form_object, repeat(handle), range(count))), inner if outer is None else inner @ outer


def _bounds(handle: int, matrix: NDArray[np.float64] | None) -> tuple[float, float, float, float] | None:
    """Return (left, top, right, bottom) in PDF space."""
    sides = np.zeros(4, dtype=np.float32)  # left, bottom, right, top
    base = sides.ctypes.data
    if not _get_bounds(handle, base, base + 4, base + 8, base + 12):
        return None
    left, bottom, right, top = sides.tolist()
    if matrix is not None:
        corners = np.array([(x, y, 1.0) for x in (left, right) for y in (bottom, top)]) @ matrix
        left, bottom = corners[:, :2].min(axis=0).tolist()
        right, top = corners[:, :2].max(axis=0).tolist()
    return left, top, right, bottom


def _is_rectangle(handle: int) -> bool:
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


def _fill(handle: int) -> tuple[int, int, int, int] | None:
    """Return the colour that a path is filled with; None when it is only stroked."""
    path: Any = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, stroke) or mode.value == pdfium.FPDF_FILLMODE_NONE:
        return None
    channels = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(path, *channels):
        return -1, -1, -1, 255
    red, green, blue, alpha = (channel.value for channel in channels)
    return (red, green, blue, alpha) if alpha else None
