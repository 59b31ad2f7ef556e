"""Cut the glyphs of a page into spans: pieces of text on one line, without a wide gap inside."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from skillmatch.documents.frame import Bools, Floats, Ints
from skillmatch.documents.glyphs import Glyphs

_WIDE_GAP = 1.2  # in type sizes: wider than any blank of justified text, narrower than a gutter
_OFF_BASELINE = 0.5  # in type sizes: further from the last glyph is another line, nearer a superscript
_PLACED_SINGLY = 0.5  # text objects for each glyph from which a page is drawn glyph by glyph
_BLANK = 0.12  # in type sizes: the least that a blank adds to the step from a letter; kerning stays below
_CLEARANCE = -0.2  # in type sizes: the boxes of some fonts are this much too wide; nearer there is no blank
_LEAST_SEEN = 4  # glyphs of a letter that its usual step is learnt from
_USUAL = 0.25  # quantile of its steps that is usual for a letter: less than half are followed by a blank
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


def cut_spans(glyphs: Glyphs, visible: Bools | None = None) -> list[Span]:
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
    text = glyphs.text
    if len(runs.size) > _PLACED_SINGLY * len(solid):
        steps = np.where(cuts | (gap < _CLEARANCE * unit), 0.0, step / unit)
        text, solid = _insert_blanks(text, solid, steps, runs.font[run[:-1]], np.cumsum(cuts))
    starts = np.concatenate(([0], np.flatnonzero(cuts) + 1))
    ends = np.concatenate((starts[1:], [len(solid)])) - 1
    corners = (np.minimum.reduceat(boxes[:, :2], starts, axis=0), np.maximum.reduceat(boxes[:, 2:], starts, axis=0))
    around = np.concatenate(corners, axis=1).tolist()
    tall = np.maximum.reduceat(size, starts).tolist()
    heavy = (np.add.reduceat(runs.bold[run].astype(float), starts) / (ends - starts + 1) > 0.6).tolist()
    turned = direction[starts].tolist()
    first, last = solid[starts].tolist(), solid[ends].tolist()
    spans = []
    for order in np.flatnonzero(shown[starts]).tolist():
        piece = text[first[order] : last[order] + 1]
        if len(piece) > 6 and _SPACED_OUT.match(piece):
            begin, end = int(starts[order]), int(ends[order])
            piece = _part_words(piece, gap[begin:end], (solid[begin : end + 1] - solid[begin]).tolist())
        left, top, right, bottom = around[order]
        spans.append(
            Span(
                text=piece,
                left=left,
                top=top,
                right=right,
                bottom=bottom,
                size=tall[order],
                bold=heavy[order],
                direction=turned[order],
                order=order,
            )
        )
    return spans


def _insert_blanks(text: str, solid: Ints, steps: Floats, font: Ints, span: Ints) -> tuple[str, Ints]:
    """Put in the blanks that pdfium misses where each glyph is placed by itself, set tighter than the font says.

    `steps` are those from each glyph to the next in type sizes, 0 where no blank can be. What is usual
    for a letter of a font is learnt from the page, as most letters are followed by another; what is
    usual in a span, letter-spaced perhaps, from the span.
    """
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    known = np.flatnonzero(steps > 0)
    usual, counts = _quantiles(font[known] * 0x110000 + codes[solid[known]], steps[known], _USUAL)
    excess = steps[known] - usual
    known, excess = known[counts >= _LEAST_SEEN], excess[counts >= _LEAST_SEEN]
    missing = (excess > _BLANK) & (solid[known + 1] - solid[known] == 1)
    if not missing.any():
        return text, solid
    missing &= excess > _quantiles(span[known], excess, 0.5)[0] + _BLANK
    places = solid[known + 1][missing]
    codes = np.insert(codes, places, 0x20)
    return codes.tobytes().decode("utf-32-le"), solid + np.searchsorted(places, solid, side="right")


def _quantiles(groups: Ints, values: Floats, share: float) -> tuple[Floats, Ints]:
    """Return for each value a quantile of those of its group, and how many those are."""
    order = np.argsort(groups * (values.max(initial=0.0) - values.min(initial=0.0) + 1) + values, kind="stable")
    ordered, group = values[order], groups[order]
    starts = np.flatnonzero(np.append(True, group[1:] != group[:-1])[: len(group)])
    counts = np.diff(np.append(starts, len(values)))
    place = starts + share * (counts - 1)
    low = place.astype(np.int64)
    high = np.minimum(low + 1, starts + counts - 1)
    found = np.empty(len(values))
    found[order] = np.repeat(ordered[low] + (ordered[high] - ordered[low]) * (place - low), counts)
    number = np.empty(len(values), dtype=np.int64)
    number[order] = np.repeat(counts, counts)
    return found, number


def _part_words(text: str, gaps: Floats, places: list[int]) -> str:
    """Write letter-spaced text with one blank between letters and two between words."""
    wide = float(np.median(gaps)) * 1.6 + 0.5
    pieces = [text[places[0]]]
    for gap, place in zip(gaps, places[1:], strict=True):
        pieces += ["  " if gap > wide else " ", text[place]]
    return "".join(pieces)
