"""Make lines of the glyphs of a PDF page."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from skillmatch.documents.compose import DraftLine
from skillmatch.documents.doubts import OUTSIDE, REASONS, REPLACED
from skillmatch.documents.hidden import Sight, is_inside
from skillmatch.documents.layout import order_rows, turn_upright
from skillmatch.documents.pdfium import Page
from skillmatch.documents.repair import repair_line
from skillmatch.documents.spans import Span, cut_spans
from skillmatch.models import DocumentWarning

_CLOSE = 0.1  # in type sizes: pieces nearer than this are one word
_FAR = 1.2  # in type sizes: pieces further apart than this are cells, not words of a sentence

_SPACED = 0.85  # type sizes for each letter from which text is letter-spaced: its words are far apart
_MAX_DETAIL = 2_000  # characters of hidden text that a warning quotes
_LEAST_LETTERS = 8  # of words that are seen nowhere on the page
_WORD = re.compile(r"[^\W\d_]{3,}")


def page_lines(page: Page, sight: Sight) -> list[DraftLine]:
    """Return the visible lines of a page in reading order."""
    spans = cut_spans(page.glyphs, sight.visible)
    drawn = {span.order: span for span in spans}
    lines = []
    for row in order_rows(turn_upright(spans)):
        text = row_text(row)
        if text:
            lines.append(draft_line([drawn[span.order] for span in row], text, page.number))
    return lines


def draft_line(row: list[Span], text: str, number: int) -> DraftLine:
    """Return the line that a row of spans makes."""
    if len(row) == 1:
        main, box, bold = row[0], (row[0].left, row[0].top, row[0].right, row[0].bottom), row[0].bold
    else:
        main = max(row, key=lambda span: len(span.text))
        box = (
            min(span.left for span in row),
            min(span.top for span in row),
            max(span.right for span in row),
            max(span.bottom for span in row),
        )
        bold = sum(len(span.text) for span in row if span.bold) * 2 > sum(len(span.text) for span in row)
    return DraftLine(
        text=text,
        page=number,
        box=(round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)),
        size=round(main.size, 2),
        bold=bold,
    )


def hidden_warnings(page: Page, sight: Sight) -> list[DocumentWarning]:
    """Return one warning for each reason for which words of a page cannot be seen."""
    solid = page.glyphs.run >= 0
    warnings = []
    for reason in np.unique(sight.reason[sight.reason > 0]).tolist():
        words = _text_of(page, (sight.reason == reason) | ~solid)
        if reason == REPLACED and not _has_sentence(page, sight):
            continue  # a word or two name an icon
        if _WORD.search(words):
            cut_off = reason == OUTSIDE and _is_cut_off(page)
            warnings.append(
                DocumentWarning(
                    code="cut-off" if cut_off else "hidden-text",
                    message=REASONS[reason],
                    page=page.number,
                    detail=words[:_MAX_DETAIL],
                )
            )
    return warnings


def is_telling(warning: DocumentWarning, seen: str) -> bool:
    """Tell whether hidden text says something that is seen nowhere in the document.

    Shadows do not, nor do lines that a page break cuts off and that the next page repeats; and single
    letters and numbers say nothing. `seen` is what `solid_text` returns.
    """
    if warning.code != "hidden-text":
        return True
    return sum(len(word) for word in _WORD.findall(warning.detail) if word not in seen) >= _LEAST_LETTERS


def solid_text(lines: Iterable[DraftLine]) -> str:
    """Return the letters of the lines without blanks: hidden copies may be cut into words in another way."""
    return "".join("".join(line.text.split()) for line in lines)


def _has_sentence(page: Page, sight: Sight) -> bool:
    """Tell whether one piece of replacement text has three words or more."""
    places = np.flatnonzero(sight.reason == REPLACED)
    for run in np.unique(page.glyphs.run[places]).tolist():
        own = np.flatnonzero(page.glyphs.run == run)
        if sum(bool(_WORD.search(word)) for word in page.glyphs.text[own[0] : own[-1] + 1].split()) >= 3:
            return True
    return False


def _text_of(page: Page, chosen: NDArray[np.bool_]) -> str:
    return repair_line("".join(page.glyphs.text[place] for place in np.flatnonzero(chosen)))


def _is_cut_off(page: Page) -> bool:
    """Tell whether the page ends within a word: then it was drawn for a larger sheet."""
    boxes = page.glyphs.boxes[page.glyphs.run >= 0]
    inside = is_inside(boxes, page)
    near = np.abs(boxes[1:, 0] - boxes[:-1, 2]) + np.abs(boxes[1:, 3] - boxes[:-1, 3]) < page.width / 20
    return bool(np.any(near & (inside[1:] != inside[:-1])))


def row_text(row: list[Span]) -> str:
    """Join the spans of a row: cells are parted by a tab, words by a blank."""
    pieces: list[str] = []
    last: Span | None = None
    spaced = False
    for span in row:
        text = repair_line(span.text)
        if not text:
            continue
        was_spaced, spaced = spaced, span.right - span.left > _SPACED * span.size * len(text)
        if last is not None:
            gap = (span.left - last.right) / max(span.size, last.size)
            cells = gap > _FAR and not (spaced and was_spaced)
            pieces.append("" if abs(gap) < _CLOSE else "\t" if cells else " ")
        pieces.append(text)
        last = span
    return "".join(pieces)
