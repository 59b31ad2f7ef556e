"""Make lines of the glyphs of a PDF page."""

from __future__ import annotations

from skillmatch.documents.compose import DraftLine
from skillmatch.documents.layout import order_rows
from skillmatch.documents.pdfium import Page
from skillmatch.documents.repair import repair_line
from skillmatch.documents.spans import Span, cut_spans

_CLOSE = 0.1  # in type sizes: pieces nearer than this are one word
_FAR = 1.2  # in type sizes: pieces further apart than this are cells, not words of a sentence


def page_lines(page: Page) -> list[DraftLine]:
    """Return the lines of a page in reading order."""
    lines = []
    for row in order_rows(cut_spans(page.glyphs)):
        text = _row_text(row)
        if text:
            lines.append(
                DraftLine(
                    text=text,
                    page=page.number,
                    box=(
                        round(min(span.left for span in row), 2),
                        round(min(span.top for span in row), 2),
                        round(max(span.right for span in row), 2),
                        round(max(span.bottom for span in row), 2),
                    ),
                    size=round(max(row, key=lambda span: len(span.text)).size, 2),
                    bold=sum(len(span.text) for span in row if span.bold) * 2 > sum(len(span.text) for span in row),
                )
            )
    return lines


def _row_text(row: list[Span]) -> str:
    """Join the spans of a row: cells are parted by a tab, words by a blank."""
    pieces: list[str] = []
    last: Span | None = None
    for span in row:
        text = repair_line(span.text)
        if not text:
            continue
        if last is not None:
            gap = (span.left - last.right) / max(span.size, last.size)
            pieces.append("" if abs(gap) < _CLOSE else "\t" if gap > _FAR else " ")
        pieces.append(text)
        last = span
    return "".join(pieces)
