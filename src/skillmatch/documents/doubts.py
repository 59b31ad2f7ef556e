"""Tell cheaply which text of a PDF page may be hidden: a layer, a clip, or what is drawn before and after.

Areas are compared with blocks of text objects that look alike; what is in doubt, the pixels decide.
"""

from __future__ import annotations

import ctypes

import numpy as np
import pypdfium2.raw as pdfium

from skillmatch.documents.frame import Bools, Floats, Ints
from skillmatch.documents.looks import Runs
from skillmatch.documents.pdfium import Page
from skillmatch.documents.scene import Scene, is_rectangle

_MAX_PAIRS = 10_000_000  # of blocks and areas that are compared; beyond, the pixels decide for all
_BLOCK_LEVEL = 0.3  # in type sizes: by how much the letters of one block may differ in height
_BLOCK_GAP = 2.0  # in type sizes: the widest gap in a block
_FAINT = 90  # opacity below which a look at the pixels decides
_LIGHT = 190  # least of red, green and blue from which text may be lost on white
_ALIKE = 40  # greatest difference of a channel between text and fill that may look the same
_OPTIONAL_CONTENT = "OC\0".encode("utf-16-le")

REASONS = (
    "",
    "drawn in invisible mode",
    "fully transparent",
    "too small to read",
    "outside the page",
    "same colour as what is behind it",
    "covered by something drawn over it",
    "clipped away",
    "on a layer that is off, or masked",
    "replacement text that cannot be what is drawn",
)
MODE, CLEAR_TEXT, TINY, OUTSIDE, COLOR, COVER, CLIP, LAYER, REPLACED = range(1, 10)
OF_LAYERS = frozenset((REASONS[MODE], REASONS[CLEAR_TEXT]))  # why the text of an OCR layer cannot be seen


def doubts(page: Page, scene: Scene, boxes: Floats) -> Ints:
    """Return for each text object the reason for which it may be hidden, 0 for none."""
    runs = page.glyphs.runs
    order, in_form = scene.run_order, scene.in_form
    doubt = _doubts_of_clips(page, boxes, in_form)
    red, green, blue, alpha = runs.color.T
    light = (red >= _LIGHT) & (green >= _LIGHT) & (blue >= _LIGHT)
    if len(scene.order):
        starts = _block_starts(runs, boxes, np.searchsorted(scene.order, order), in_form)
        low = np.minimum.reduceat(boxes[:, :2], starts, axis=0)
        high = np.maximum.reduceat(boxes[:, 2:], starts, axis=0)
        blocks = np.concatenate((low, high), axis=1)
        found, on_ground = _doubts_of_areas(blocks, runs.color[starts], order[starts], page, scene)
        sizes = np.diff(np.append(starts, len(boxes)))
        found, on_ground = np.repeat(found, sizes), np.repeat(on_ground, sizes)
        doubt = np.where(found > 0, found, doubt)
        light &= ~on_ground | in_form
    doubt[light] = COLOR
    doubt[(alpha < _FAINT) | (runs.mode == pdfium.FPDF_TEXTRENDERMODE_CLIP)] = CLEAR_TEXT
    doubt[runs.mode == pdfium.FPDF_TEXTRENDERMODE_STROKE] = COLOR
    return doubt


def _doubts_of_clips(page: Page, boxes: Floats, in_form: Bools) -> Ints:
    """Return the doubts that come from layers and clips."""
    runs = page.glyphs.runs
    doubt = np.zeros(len(runs.size), dtype=np.int64)
    own = np.arange(len(runs.size)) == runs.model
    layered = np.zeros(len(runs.size), dtype=bool)
    for place in np.flatnonzero((runs.marks > 0) & own).tolist():
        layered[place] = _is_layered(int(runs.handles[place]))
    doubt[layered[runs.model]] = LAYER
    if not (runs.clips > 0).any():
        return doubt
    clipped = (runs.clips > 0) & in_form  # in a form, the clip is in the form's own space: let the pixels decide
    windows = np.tile((-np.inf, -np.inf, np.inf, np.inf), (len(runs.size), 1))
    for place in np.flatnonzero((runs.clips > 0) & own & ~in_form).tolist():
        windows[place] = _clip_box(int(runs.handles[place]), page)
    windows = windows[runs.model]
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    clipped |= ((middle < windows[:, :2]) | (middle > windows[:, 2:])).any(axis=1)
    doubt[clipped] = CLIP
    return doubt


def _block_starts(runs: Runs, boxes: Floats, level: Ints, in_form: Bools) -> Ints:
    """Return where blocks begin: runs in one line and colour, between the same areas in drawing order."""
    color = runs.color[:, 0] << 24 | runs.color[:, 1] << 16 | runs.color[:, 2] << 8 | runs.color[:, 3]
    same = color[1:] == color[:-1]
    same &= (level[1:] == level[:-1]) & (in_form[1:] == in_form[:-1])
    unit = runs.size[1:]
    same &= np.abs(boxes[1:, [1, 3]] - boxes[:-1, [1, 3]]).max(axis=1) <= _BLOCK_LEVEL * unit
    same &= np.abs(boxes[1:, 0] - boxes[:-1, 2]) <= _BLOCK_GAP * unit
    return np.concatenate(([0], np.flatnonzero(~same) + 1))


def _doubts_of_areas(boxes: Floats, color: Ints, order: Ints, page: Page, scene: Scene) -> tuple[Ints, Bools]:
    """Return the doubts that come from what is drawn before and after, and whether a box is not on bare paper."""
    doubt = np.zeros(len(boxes), dtype=np.int64)
    if len(scene.order) * len(boxes) > _MAX_PAIRS:
        return np.full(len(boxes), COVER), doubt > 0
    touching = (
        (boxes[:, None, 0] < scene.boxes[None, :, 2])
        & (boxes[:, None, 2] > scene.boxes[None, :, 0])
        & (boxes[:, None, 1] < scene.boxes[None, :, 3])
        & (boxes[:, None, 3] > scene.boxes[None, :, 1])
    )
    box, area = np.nonzero(touching)
    over = scene.order[area] > order[box]
    doubt[box[over & (scene.color[area, 3] > 255 - _FAINT)]] = COVER
    ground = _grounds(boxes, box[~over], area[~over], page, scene)
    behind = ~over & (scene.order[area] >= ground[box])
    alike = (np.abs(color[box, :3] - scene.color[area, :3]) < _ALIKE).all(axis=1)
    alike |= scene.picture[area] | (scene.color[area, 0] < 0)
    doubt[box[behind & alike]] = COLOR
    return doubt, ground >= 0


def _grounds(boxes: Floats, box: Ints, area: Ints, page: Page, scene: Scene) -> Ints:
    """Return the place in drawing order of the last opaque rectangle behind each box; -1 where that is the paper."""
    ground = np.full(len(boxes), -1, dtype=np.int64)
    opaque = (scene.color[area, 0] >= 0) & (scene.color[area, 3] == 255) & (scene.handles[area] != 0)
    around = (boxes[box, :2] >= scene.boxes[area, :2]).all(axis=1) & (boxes[box, 2:] <= scene.boxes[area, 2:]).all(
        axis=1
    )
    box, area = box[opaque & around], area[opaque & around]
    window = {place: _painted(place, page, scene) for place in np.flatnonzero(np.bincount(area)).tolist()}
    for one, place in zip(box.tolist(), area.tolist(), strict=True):
        left, top, right, bottom = window[place]
        if left <= boxes[one, 0] and top <= boxes[one, 1] and right >= boxes[one, 2] and bottom >= boxes[one, 3]:
            ground[one] = max(ground[one], scene.order[place])
    return ground


def _painted(place: int, page: Page, scene: Scene) -> list[float]:
    """Return the box that an area paints for sure: empty unless it is a plain rectangle on no layer."""
    handle = int(scene.handles[place])
    blended = pdfium.FPDFPageObj_HasTransparency(ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT))
    if blended or _is_layered(handle) or not is_rectangle(handle):
        return [np.inf, np.inf, -np.inf, -np.inf]
    clip = _clip_box(handle, page)
    box = scene.boxes[place]
    return [*np.maximum(box[:2], clip[:2]).tolist(), *np.minimum(box[2:], clip[2:]).tolist()]


def _is_layered(handle: int) -> bool:
    """Tell whether a text object belongs to a layer that can be switched off."""
    item = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    for index in range(min(pdfium.FPDFPageObj_CountMarks(item), 8)):
        name = (ctypes.c_ushort * 8)()
        length = ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(item, index), name, 16, length)
        if bytes(name)[:6] == _OPTIONAL_CONTENT:
            return True
    return False


def _clip_box(handle: int, page: Page) -> Floats:
    """Return the box that all paths of an object's clip share, on the page as shown."""
    clip = pdfium.FPDFPageObj_GetClipPath(ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT))
    x, y = ctypes.c_float(), ctypes.c_float()
    window = np.array([-1e9, -1e9, 1e9, 1e9])
    for path in range(min(pdfium.FPDFClipPath_CountPaths(clip), 20)):
        points = []
        for index in range(min(max(0, pdfium.FPDFClipPath_CountPathSegments(clip, path)), 200)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
            points.append((x.value, y.value))
        if points:
            (left, bottom), (right, top) = np.min(points, axis=0), np.max(points, axis=0)
            box = page.frame.place(np.array([[left, top, right, bottom]]))[0]
            window = np.concatenate((np.maximum(window[:2], box[:2]), np.minimum(window[2:], box[2:])))
    return window
