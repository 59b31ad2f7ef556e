"""What else is drawn on a PDF page: the fills and pictures that may cover text or be its background."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from skillmatch.documents.pdfium import Floats, Ints, Page, bind

_MAX_OBJECTS = 50_000
_MAX_DEPTH = 6  # forms within forms
_THIN_PT = 3.0  # rules and underlines cannot hide a word

_get_object = bind(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_get_form_object = bind(pdfium.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
_get_type = bind(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_get_bounds = bind(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, *[ctypes.c_void_p] * 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The areas drawn on a page, in drawing order.

    `boxes` are on the page as shown; `order` is the place in drawing order, that of a text object is
    in `text_order` by its handle. `color` is -1 where it is a picture or cannot be told.
    """

    boxes: Floats
    order: Ints
    color: Ints
    picture: NDArray[np.bool_]
    text_order: dict[int, int]
    in_form: frozenset[int]

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
    text_order: dict[int, int] = {}
    in_form: set[int] = set()
    for order, (handle, kind, matrix) in enumerate(_iter_objects(page)):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            text_order[handle] = order
            if matrix is not None:
                in_form.add(handle)
            continue
        box = _bounds(handle, matrix)
        if box is None or min(box[2] - box[0], box[1] - box[3]) < _THIN_PT:
            continue
        color = _fill(handle) if kind == pdfium.FPDF_PAGEOBJ_PATH else (-1, -1, -1, 255)
        if color is not None:
            boxes.append(box)
            orders.append(order)
            colors.append(color)
            pictures.append(kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    return Scene(
        boxes=page.frame.place(np.array(boxes, dtype=np.float64).reshape(-1, 4)),
        order=np.array(orders, dtype=np.int64),
        color=np.array(colors, dtype=np.int64).reshape(-1, 4),
        picture=np.array(pictures, dtype=bool),
        text_order=text_order,
        in_form=frozenset(in_form),
    )


def _iter_objects(page: Page) -> Iterator[tuple[int, int, NDArray[np.float64] | None]]:
    """Yield (handle, kind, matrix) of the objects of a page and of its forms, in drawing order."""
    address = ctypes.cast(page.handle, ctypes.c_void_p).value
    count = min(pdfium.FPDFPage_CountObjects(page.handle), _MAX_OBJECTS)
    stack: list[tuple[Iterator[int], NDArray[np.float64] | None]] = [
        ((_get_object(address, index) for index in range(count)), None)
    ]
    left = _MAX_OBJECTS
    while stack and left:
        objects, matrix = stack[-1]
        handle = next(objects, None)
        if handle is None:
            stack.pop()
            continue
        left -= 1
        kind = _get_type(handle)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield handle, kind, matrix
        elif len(stack) <= _MAX_DEPTH:
            stack.append(_open_form(handle, matrix))


def _open_form(handle: int, outer: NDArray[np.float64] | None) -> tuple[Iterator[int], NDArray[np.float64]]:
    form = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    count = min(pdfium.FPDFFormObj_CountObjects(form), _MAX_OBJECTS)
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, raw)
    inner = np.array([[raw.a, raw.b, 0], [raw.c, raw.d, 0], [raw.e, raw.f, 1]], dtype=np.float64)
    matrix = inner if outer is None else inner @ outer
    return (_get_form_object(handle, index) for index in range(count)), matrix


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
