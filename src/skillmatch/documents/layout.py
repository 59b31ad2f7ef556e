"""Put the spans of a page in reading order, as lines."""

from __future__ import annotations

from skillmatch.documents.spans import Span


def order_rows(spans: list[Span]) -> list[list[Span]]:
    """Group spans into rows, in reading order."""
    rows: list[list[Span]] = []
    for span in spans:
        if rows and _same_row(rows[-1][-1], span) and span.left >= rows[-1][-1].right - 1:
            rows[-1].append(span)
        else:
            rows.append([span])
    return rows


def _same_row(one: Span, other: Span) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return one.direction == other.direction and overlap > 0.5 * min(one.bottom - one.top, other.bottom - other.top)
