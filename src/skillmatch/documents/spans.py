"""Cut the glyphs of a page into spans: pieces of text on one line, without a wide gap inside."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from skillmatch.documents.pdfium import Glyphs

_WIDE_GAP = 1.2  # in type sizes: wider than any blank of justified text, narrower than a gutter
_OFF_BASELINE = 0.5  # in type sizes: further from the last glyph is another line, nearer a superscript
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_SPACED_OUT = re.compile(r"\S(?:\s+\S){3,}\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of one line as drawn: its text is unrepaired, `order` its place in drawing order."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    direction: int
    order: int


def cut_spans(glyphs: Glyphs, visible: np.ndarray[tuple[int], np.dtype[np.bool_]] | None = None) -> list[Span]:
    """Cut the visible glyphs of a page into spans, in drawing order."""
    solid = np.flatnonzero(glyphs.run >= 0)
    if not solid.size:
        return []
    runs = glyphs.runs
    run = glyphs.run[solid]
    boxes = glyphs.boxes[solid]
    size = np.maximum(runs.size[run], 0.1)
    direction = runs.direction[run]
    shown = np.ones(len(solid), dtype=bool) if visible is None else visible[solid]
    along = np.where((direction % 2 == 0)[:, None], boxes[:, [0, 2]], boxes[:, [1, 3]])
    along = np.where((direction >= 2)[:, None], -along[:, ::-1], along)
    across = np.where(direction % 2 == 0, boxes[:, 1] + boxes[:, 3], boxes[:, 0] + boxes[:, 2]) / 2
    unit = np.maximum(size[1:], size[:-1])
    gap = along[1:, 0] - along[:-1, 1]
    step = along[1:, 0] - along[:-1, 0]
    back = step < -0.3 * unit
    if _RTL.search(glyphs.text):  # logical order runs backwards on the page there
        back &= np.abs(along[:-1, 0] - along[1:, 1]) > _WIDE_GAP * unit
    cuts = (
        (direction[1:] != direction[:-1])
        | (np.abs(across[1:] - across[:-1]) > _OFF_BASELINE * unit)
        | (gap > _WIDE_GAP * unit)
        | back
        | (shown[1:] != shown[:-1])
    )
    starts = np.concatenate(([0], np.flatnonzero(cuts) + 1))
    ends = np.concatenate((starts[1:], [len(solid)])) - 1
    low = np.minimum.reduceat(boxes[:, :2], starts, axis=0)
    high = np.maximum.reduceat(boxes[:, 2:], starts, axis=0)
    tall = np.maximum.reduceat(size, starts)
    heavy = np.add.reduceat(runs.bold[run].astype(float), starts) / (ends - starts + 1) > 0.6
    spans = []
    for order in np.flatnonzero(shown[starts]):
        begin, end = int(starts[order]), int(ends[order])
        text = glyphs.text[solid[begin] : solid[end] + 1]
        if len(text) > 6 and _SPACED_OUT.match(text):
            text = _part_words(text, gap[begin:end], [int(place - solid[begin]) for place in solid[begin : end + 1]])
        spans.append(
            Span(
                text=text,
                left=float(low[order, 0]),
                top=float(low[order, 1]),
                right=float(high[order, 0]),
                bottom=float(high[order, 1]),
                size=float(tall[order]),
                bold=bool(heavy[order]),
                direction=int(direction[begin]),
                order=int(order),
            )
        )
    return spans


def _part_words(text: str, gaps: np.ndarray[tuple[int], np.dtype[np.float64]], places: list[int]) -> str:
    """Write letter-spaced text with one blank between letters and two between words."""
    wide = float(np.median(gaps)) * 1.6 + 0.5
    pieces = [text[places[0]]]
    for gap, place in zip(gaps, places[1:], strict=True):
        pieces += ["  " if gap > wide else " ", text[place]]
    return "".join(pieces)
