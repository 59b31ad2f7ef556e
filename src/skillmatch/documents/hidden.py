"""Find the text of a PDF page that nobody can see.

Cheap signs come first: render mode, opacity, size, place. Where colour, a cover, a clip or a layer may
hide text, the page is rendered with and without it: what changes no pixel cannot be seen. Invisible text
over a drawing of itself (an OCR layer, letters drawn as outlines) is not hidden in this sense.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pypdfium2.raw as pdfium

from skillmatch.documents.doubts import CLEAR_TEXT, COVER, MODE, OUTSIDE, REPLACED, TINY, doubts
from skillmatch.documents.frame import Bools, Floats, Ints
from skillmatch.documents.pdfium import Page
from skillmatch.documents.render import changed_share, has_ink
from skillmatch.documents.scene import Scene, read_scene

_TINY_PT = 2.0
_READABLE_PT = 5.0  # where no type is as large as this, the page is drawn to another scale
_CLEAR = 5  # opacity of 255 below which nothing is left to see
_LEAST_ADVANCE = 0.15  # in type sizes: no text of any length is set tighter
_MANY = 8  # letters: fewer may be a ligature
_MOST = 0.7  # share of the glyphs of a word that stands for the word
_OCR_PICTURE_SHARE = 0.5
_OCR_VISIBLE_SHARE = 0.2  # a scan has at most this share of its text drawn besides: stamps, page numbers
_INK_SHARE = 0.01  # share of a glyph's box that must change for it to be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What can be seen of a page: for each glyph 0, or the index in `REASONS` of why not."""

    reason: Ints
    picture_share: float

    @property
    def visible(self) -> Bools:
        """Tell for each glyph whether it can be seen."""
        return np.equal(self.reason, 0)


def look(page: Page, *, trust_layer: bool = False) -> Sight:
    """Decide for each glyph of a page whether it can be seen.

    `trust_layer` takes text that is drawn invisibly for seen: a text layer whose picture is gone.
    """
    glyphs, runs = page.glyphs, page.glyphs.runs
    scene = read_scene(page)
    share = scene.picture_share(page)
    reason = np.zeros(len(glyphs.run), dtype=np.int64)
    solid = glyphs.run >= 0
    if not solid.any():
        return Sight(reason=reason, picture_share=share)
    sure = np.zeros(len(runs.size), dtype=np.int64)
    if runs.size.max() >= _READABLE_PT:
        sure[runs.size < _TINY_PT] = TINY
    sure[runs.color[:, 3] < _CLEAR] = CLEAR_TEXT
    sure[runs.mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE] = MODE
    reason[solid] = sure[glyphs.run[solid]]
    reason[solid & ~is_inside(glyphs.boxes, page)] = OUTSIDE
    boxes = _run_boxes(page)
    doubt = doubts(page, scene, boxes)
    doubt[sure > 0] = 0
    check = np.flatnonzero(solid & (reason == 0) & (doubt[glyphs.run] > 0))
    if _has_letters(page, check):
        unseen = check[_is_unseen(page, check)]
        reason[unseen] = doubt[glyphs.run[unseen]]
    reason[solid & (reason == 0) & _is_crammed(page, scene, boxes)] = REPLACED
    pale = np.flatnonzero((reason == MODE) | (reason == CLEAR_TEXT))
    if pale.size:
        drawn = has_ink(page, runs.handles, glyphs.boxes[pale])
        reason[pale[_whole_words(drawn, pale)]] = 0
    if share >= _OCR_PICTURE_SHARE and (reason[solid] == 0).mean() <= _OCR_VISIBLE_SHARE:  # an OCR layer
        reason[np.isin(reason, (MODE, COVER, CLEAR_TEXT))] = 0
    elif trust_layer:
        reason[np.isin(reason, (MODE, CLEAR_TEXT))] = 0
    return Sight(reason=reason, picture_share=share)


def _is_unseen(page: Page, check: Ints) -> Bools:
    """Tell of each of some glyphs whether the page looks the same without them; a word is decided as a whole."""
    glyphs, runs = page.glyphs, page.glyphs.runs
    doubted = runs.handles[np.flatnonzero(np.bincount(glyphs.run[check]))]
    rest = np.setdiff1d(runs.handles, doubted)
    changed = changed_share(page, doubted, glyphs.boxes[check], without=rest)
    return _whole_words(changed < _INK_SHARE, check)


def _has_letters(page: Page, places: Ints) -> bool:
    """Tell whether glyphs say anything: icons do not."""
    return any(page.glyphs.text[place].isalnum() for place in places.tolist())


def is_inside(boxes: Floats, page: Page) -> Bools:
    """Tell for each box whether its middle is on the page."""
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    return (x >= 0) & (x <= page.width) & (y >= 0) & (y <= page.height)


def _run_boxes(page: Page) -> Floats:
    """Return the box around the glyphs of each run."""
    solid = np.flatnonzero(page.glyphs.run >= 0)
    boxes, run = page.glyphs.boxes[solid], page.glyphs.run[solid]
    if len(run) == len(page.glyphs.runs.size):
        return boxes
    starts = np.flatnonzero(np.diff(run, prepend=-1))
    low = np.minimum.reduceat(boxes[:, :2], starts, axis=0)
    high = np.maximum.reduceat(boxes[:, 2:], starts, axis=0)
    return np.concatenate((low, high), axis=1)


def _whole_words(marked: Bools, places: Ints) -> Bools:
    """Mark the words most glyphs of which are marked: a faint dot is no hidden word."""
    parts = np.flatnonzero(np.diff(places) > 1) + 1
    for word in np.split(np.arange(len(places)), parts):
        marked[word] = marked[word].mean() > _MOST
    return marked


def _is_crammed(page: Page, scene: Scene, boxes: Floats) -> Bools:
    """Tell glyphs of replacement text that could not have been drawn in the room that it takes.

    pdfium gives replacement text to the first text object that it stands for, and leaves the others,
    which follow in drawing order, without glyphs: the room is that of all of them.
    """
    glyphs, runs = page.glyphs, page.glyphs.runs
    room = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    count = np.bincount(glyphs.run[glyphs.run >= 0], minlength=len(runs.size))
    least = _LEAST_ADVANCE * runs.size * count
    crammed = (count > _MANY) & (room < least)
    for run in np.flatnonzero(crammed).tolist():
        followers = scene.followers(int(runs.handles[run]), runs.handles)
        if len(followers):
            right, left = max(boxes[run, 2], followers[:, 2].max()), min(boxes[run, 0], followers[:, 0].min())
            crammed[run] = right - left < least[run]
    result: Bools = (glyphs.run >= 0) & crammed[glyphs.run]
    return result
