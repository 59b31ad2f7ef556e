"""Put the spans of a page in reading order, as rows.

Files mostly draw in reading order, and then no geometry does better: it splits tables and joins
columns. Some draw headings, tags or dates in passes of their own. So the drawing order is cut into
passes, each running down the page; passes that lie between each other's lines are one text, which is
ordered by where it stands; the others stay as drawn.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from skillmatch.documents.spans import Span

_UP = 0.8  # in type sizes: a step up by more than this starts another pass
_MAX_SPANS = 1_500  # of a page whose neighbours are compared; a page with more stays as drawn
_MANY_PASSES = 4  # and more than a third of the spans: the drawing order says nothing
_MAX_DEPTH = 100  # cuts within cuts
_ROUNDS = 6
_GUTTER = 1.2  # in type sizes: least width of the gap between columns
_ALIGNED = 0.75  # share of rows that stand side by side in a table, but not in two columns
_OTHER_SIZE = 1.15  # ratio of type sizes of a title and a heading that only happen to share a row
_TITLE_SIZE = 1.25  # times the usual size
_TITLE_LINES = 3
_APART = 3.0  # in type sizes: gap between things that need not belong together
_EDGE = 0.12  # share of the height of the text that may be head or foot across both columns
_LEAST_SPANS = 20  # a page with fewer has no columns worth the name
_MOST_CROSSING = 0.05  # share of spans across a gutter

Ints = NDArray[np.int64]


def order_by_place(spans: list[Span]) -> list[list[Span]]:
    """Group spans into rows, in reading order, where the order of drawing is unknown."""
    return _cut(spans) if 0 < len(spans) <= _MAX_SPANS else _rows_as_drawn(spans)


def order_rows(spans: list[Span]) -> list[list[Span]]:
    """Group the spans of a page into rows, in reading order."""
    passes = _passes(spans)
    if len(spans) > _MAX_SPANS:
        return _rows_as_drawn(spans)
    if passes.size and passes[-1] >= max(_MANY_PASSES, len(spans) / 3):
        passes = np.zeros(len(spans), dtype=np.int64)
    elif len(np.unique(passes)) > 1:
        passes = _merge_interleaved(spans, passes)
    rows: list[list[Span]] = []
    sides = _columns_in_bands(spans)
    if sides is not None:
        return [row for side in sides for row in order_rows(side)]
    for label in dict.fromkeys(passes.tolist()):
        members = [spans[place] for place in np.flatnonzero(passes == label)]
        rows += _cut(members) if _goes_up(members) else _rows_as_drawn(members)
    return rows


def turn_upright(spans: list[Span]) -> list[Span]:
    """Turn the spans as one would turn the sheet, when most of the text runs up, down or upside down."""
    letters = [0, 0, 0, 0]
    for span in spans:
        letters[span.direction] += len(span.text)
    turns = letters.index(max(letters))
    return [_turn(span, turns) for span in spans] if turns else spans


def _turn(span: Span, turns: int) -> Span:
    left, top, right, bottom = (
        (span.top, -span.right, span.bottom, -span.left),
        (-span.right, -span.bottom, -span.left, -span.top),
        (-span.bottom, span.left, -span.top, span.right),
    )[turns - 1]
    return replace(span, left=left, top=top, right=right, bottom=bottom, direction=(span.direction - turns) % 4)


def _columns_in_bands(spans: list[Span]) -> list[list[Span]] | None:
    """Part a page of two columns that is drawn in bands, each from left to right, into head, columns and foot.

    None unless there is one gutter all down the page, and the drawing goes back up to the right
    column more than once: a table of dates and texts goes from left to right in the same row.
    """
    gutter = _gutter(spans)
    if gutter is None:
        return None
    top, bottom = min(span.top for span in spans), max(span.bottom for span in spans)
    crossing = [span for span in spans if span.left < gutter < span.right]
    edge = (bottom - top) * _EDGE
    if any(top + edge < span.top < bottom - edge for span in crossing):
        return None
    body = [span for span in spans if span not in crossing]
    turns = [(one, other) for one, other in pairwise(body) if one.right < gutter < other.left]
    ups = sum(_is_step_up(one, other) for one, other in turns)
    if ups < 2 or ups < len(turns) / 2:
        return None
    begin = max((span.bottom for span in crossing if span.top <= top + edge), default=top)
    end = min((span.top for span in crossing if span.top > top + edge), default=bottom)
    parts: tuple[list[Span], list[Span], list[Span], list[Span]] = ([], [], [], [])
    for span in spans:
        middle = (span.top + span.bottom) / 2
        parts[0 if middle < begin else 3 if middle > end else 1 if span.right < gutter else 2].append(span)
    filled = [part for part in parts if part]
    return filled if len(filled) > 1 else None


def _gutter(spans: list[Span]) -> float | None:
    """Return where, in the middle half of the text, the fewest spans are crossed."""
    if len(spans) < _LEAST_SPANS:
        return None
    left, right = min(span.left for span in spans), max(span.right for span in spans)
    places = np.linspace(left + 0.25 * (right - left), right - 0.25 * (right - left), 101)
    starts, ends = (np.array([getattr(span, side) for span in spans]) for side in ("left", "right"))
    crossed = ((starts[None, :] < places[:, None]) & (ends[None, :] > places[:, None])).sum(axis=1)
    if crossed.min() > _MOST_CROSSING * len(spans):
        return None
    best = np.flatnonzero(crossed == crossed.min())
    return float(places[best[len(best) // 2]])


def _passes(spans: list[Span]) -> Ints:
    """Return the number of the pass down the page that each span belongs to."""
    ups = (_is_step_up(one, other) for one, other in pairwise(spans))
    return np.array(list(accumulate(ups, initial=0))[: len(spans)], dtype=np.int64)


def _is_step_up(one: Span, other: Span) -> bool:
    return other.bottom < one.bottom - _UP * max(one.size, other.size)


def _goes_up(spans: list[Span]) -> bool:
    return any(_is_step_up(one, other) for one, other in pairwise(spans))


def _merge_interleaved(spans: list[Span], passes: Ints) -> Ints:
    """Give one label to passes of which one has a line right between two lines of the other."""
    left, right = (np.array([getattr(span, side) for span in spans]) for side in ("left", "right"))
    middle = np.array([(span.top + span.bottom) / 2 for span in spans])
    size = np.array([span.size for span in spans])
    share = np.minimum(right[:, None], right[None, :]) - np.maximum(left[:, None], left[None, :]) > 1
    drop = middle[None, :] - middle[:, None]
    least = 0.4 * np.maximum(size[:, None], size[None, :])
    above = np.where(share & (-drop > least), -drop, np.inf)
    below = np.where(share & (drop > least), drop, np.inf)
    over, under = above.argmin(axis=1), below.argmin(axis=1)
    between = np.isfinite(above.min(axis=1)) & np.isfinite(below.min(axis=1))
    labels = passes.copy()
    for _ in range(_ROUNDS):
        around = between & (labels[over] == labels[under]) & (labels[over] != labels)
        if not around.any():
            break
        for place in np.flatnonzero(around).tolist():
            one, other = sorted((int(labels[place]), int(labels[over[place]])))
            labels[labels == other] = one
    return labels


def _rows_as_drawn(spans: list[Span]) -> list[list[Span]]:
    rows: list[list[Span]] = []
    for span in spans:
        if rows and _continues(rows[-1][-1], span):
            rows[-1].append(span)
        else:
            rows.append([span])
    return rows


def _continues(last: Span, span: Span) -> bool:
    """Tell whether a span goes on to the right in the row of the last one."""
    larger, smaller = max(last.size, span.size), min(last.size, span.size)
    if span.left - last.right > _APART * larger and larger > _OTHER_SIZE * smaller:
        return False
    return _same_row(last, span) and span.left >= last.right - 0.3 * smaller


def _same_row(one: Span, other: Span) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return one.direction == other.direction and overlap > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _cut(spans: list[Span], depth: int = 0) -> list[list[Span]]:
    """Order spans by where they stand: columns from left to right, rows from top to bottom."""
    for split in (_split_columns, _split_rows) if depth < _MAX_DEPTH else ():
        parts = split(spans)
        if parts:
            return [row for part in parts for row in _cut(part, depth + 1)]
    return _rows_by_place(spans)


def _split_columns(spans: list[Span]) -> list[list[Span]]:
    """Part spans at the widest gap from top to bottom; empty if there is none, or it is within a table."""
    by_left = sorted(spans, key=lambda span: span.left)
    edge = by_left[0].right
    gaps = []
    for place, span in enumerate(by_left[1:], 1):
        gaps.append((span.left - edge, place))
        edge = max(edge, span.right)
    gap, place = max(gaps, default=(0.0, 0))
    size = float(np.median([span.size for span in spans]))
    if gap < _GUTTER * size:
        return []
    left, right = by_left[:place], by_left[place:]
    fewer, more = sorted((left, right), key=len)
    aligned = sum(any(_same_row(one, other) for other in more) for one in fewer)
    if len(fewer) < 2 or aligned >= _ALIGNED * len(fewer):
        return []
    title = _title_above(left, right, size)
    rest = [span for span in right if span not in title]
    return [sorted(part, key=lambda span: span.order) for part in (title, left, rest) if part]


def _title_above(left: list[Span], right: list[Span], size: float) -> list[Span]:
    """Return the few large lines over the right column that head the page: they come before the left one."""
    top = min(span.top for span in left)
    above = [span for span in right if span.bottom <= top]
    large = any(span.size >= _TITLE_SIZE * size for span in above)
    return above if large and len(above) <= _TITLE_LINES and len(above) < len(right) else []


def _split_rows(spans: list[Span]) -> list[list[Span]]:
    """Part spans at the highest gap from side to side; empty if there is none."""
    by_top = sorted(spans, key=lambda span: span.top)
    edge = by_top[0].bottom
    gaps = []
    for place, span in enumerate(by_top[1:], 1):
        gaps.append((span.top - edge, place))
        edge = max(edge, span.bottom)
    gap, place = max(gaps, default=(0.0, 0))
    if gap <= 0:
        return []
    return [by_top[:place], by_top[place:]]


def _rows_by_place(spans: list[Span]) -> list[list[Span]]:
    rows: list[list[Span]] = []
    for span in sorted(spans, key=lambda span: (span.top + span.bottom, span.left)):
        if rows and _same_row(rows[-1][0], span):
            rows[-1].append(span)
        else:
            rows.append([span])
    return [sorted(row, key=lambda span: span.left) for row in rows]
