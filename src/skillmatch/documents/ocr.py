"""Read pages that are pictures of text with tesseract (the extra ``ocr``)."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

import numpy as np

from skillmatch.documents.compose import DraftLine
from skillmatch.documents.layout import order_by_place
from skillmatch.documents.pdf_lines import draft_line, row_text
from skillmatch.documents.pdfium import Page
from skillmatch.documents.render import picture_of
from skillmatch.documents.spans import Span
from skillmatch.errors import LimitError, MissingExtraError
from skillmatch.settings import ReadingSettings

_SCALE = 200 / 72  # pixels for each point: what tesseract reads small type at
_BULLET = re.compile(r"\A[©oe¢«»*+](?: |\Z)")  # what tesseract takes a bullet for
_LEAST_WORD = 30.0  # confidence of 100 below which a word is a smudge
_LEAST_PAGE = 60.0  # mean confidence below which a page counts as not read
_LARGE = 0.8  # quantile of the heights of words that is the size of a line


def read_picture(page: Page, settings: ReadingSettings) -> list[DraftLine]:
    """Read an open page; no line if it cannot be read well.

    Raises
    ------
    MissingExtraError
        pytesseract, tesseract or the data of a language is not installed.
    LimitError
        tesseract takes longer than a document may.
    """
    words = _recognise(page, settings)
    confidence = float(np.mean([word["conf"] for word in words])) if words else 0.0
    if confidence < _LEAST_PAGE:
        return []
    lines: dict[tuple[int, ...], list[dict[str, Any]]] = defaultdict(list)
    for word in words:
        lines[word["block_num"], word["par_num"], word["line_num"]].append(word)
    spans = [_span(found, order) for order, found in enumerate(lines.values())]
    drafts = (draft_line(row, _BULLET.sub("• ", row_text(row)), page.number) for row in order_by_place(spans))
    return [replace(draft, confidence=round(confidence / 100, 3)) for draft in drafts if draft.text]


def _recognise(page: Page, settings: ReadingSettings) -> list[dict[str, Any]]:
    """Return the words that tesseract finds, each with its place in pixels and a confidence of 0 to 100."""
    try:
        import pytesseract
        from PIL import Image
    except ImportError as error:
        raise MissingExtraError("pip install 'skillmatch[ocr]' to read it") from error
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # documents are read in parallel already
    pixels = picture_of(page, _SCALE)
    try:
        table = pytesseract.image_to_data(
            Image.fromarray(pixels),
            lang=settings.ocr_languages,
            timeout=settings.timeout_s,
            output_type=pytesseract.Output.DICT,
        )
    except pytesseract.TesseractNotFoundError as error:
        raise MissingExtraError("install the program tesseract to read it") from error
    except pytesseract.TesseractError as error:
        raise MissingExtraError(f"tesseract cannot read {settings.ocr_languages}") from error
    except RuntimeError as error:  # how it tells of a time-out
        raise LimitError(f"tesseract took longer than {settings.timeout_s:g} s") from error
    rows = [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]
    return [row for row in rows if float(row["conf"]) >= _LEAST_WORD and str(row["text"]).strip()]


def _span(words: list[dict[str, Any]], order: int) -> Span:
    """Make one piece of the words of a line."""
    heights = sorted(word["height"] for word in words)
    return Span(
        text=" ".join(str(word["text"]) for word in words),
        left=min(word["left"] for word in words) / _SCALE,
        top=min(word["top"] for word in words) / _SCALE,
        right=max(word["left"] + word["width"] for word in words) / _SCALE,
        bottom=max(word["top"] + word["height"] for word in words) / _SCALE,
        size=heights[int(_LARGE * (len(heights) - 1))] / _SCALE,
        bold=False,
        direction=0,
        order=order,
    )
