"""Drop the headers and footers that run through the pages of a document: they cut sections in two."""

from __future__ import annotations

import re
from collections import defaultdict

from skillmatch.documents.compose import DraftLine

_MARGIN = 0.09  # share of the page height, at the top and at the bottom, that they stand in
_LEAST_PAGES = 2
_MOST_OF_PAGES = 0.5
_SHIFT_PT = 3.0  # that they may move from page to page
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page|seite|página|p\.)?\s*#(?:\s*(?:/|of|von|de|sur)\s*#)?", re.IGNORECASE)


def drop_running_lines(lines: list[DraftLine], heights: dict[int, float]) -> list[DraftLine]:
    """Return the lines without those that repeat, numbers aside, in the margin of most pages.

    Parameters
    ----------
    lines
        Lines with boxes; those without are kept.
    heights
        Height of each page in points.

    Returns
    -------
    The lines, in order. What repeats stays where it stands first, unless it is a page number.
    """
    places: dict[tuple[str, bool], list[tuple[int, float, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.box is None:
            continue
        top, bottom = line.box[1], line.box[3]
        height = heights[line.page]
        if bottom < _MARGIN * height or top > (1 - _MARGIN) * height:
            places[_DIGITS.sub("#", line.text), top > height / 2].append((line.page, top, index))
    dropped: set[int] = set()
    for (text, _), found in places.items():
        pages = {page for page, _, _ in found}
        level = [top for _, top, _ in found]
        if len(pages) < max(_LEAST_PAGES, _MOST_OF_PAGES * len(heights)) or max(level) - min(level) > _SHIFT_PT:
            continue
        spared = 0 if _PAGE_NUMBER.fullmatch(text) else 1
        dropped |= {index for _, _, index in found[spared:]}
    return [line for index, line in enumerate(lines) if index not in dropped]
