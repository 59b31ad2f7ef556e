"""Mark the lines that head a section, by how they look beside the rest of the document.

What a heading says is the business of `skillmatch.nlp`; here only size, weight, case, shortness and
place count. Titles of positions are often set like headings, so only the strongest of the styles that
stand out is taken, the name at the top aside.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

from skillmatch.documents.compose import DraftLine

_MAX_CHARACTERS = 48
_MAX_WORDS = 6
_LARGER = 1.12  # times the size of running text
_SAME_SIZE = 0.95  # times the largest size of a style that stands out
_TOP_LINES = 5  # a style that ends before is that of the name
_LEAST_LINES = 2  # of a style that heads sections
_MOST_SHARE = 0.3  # of the lines: a style more common than that is running text
_NO_HEADING = re.compile(r"[@\t|•·▪●]|https?:|www\.|\d{3}|[.,;!?]\Z|\A[-–—*\W\d]")
_LETTER = re.compile(r"[^\W\d_]")


def mark_headings(lines: tuple[DraftLine, ...]) -> tuple[DraftLine, ...]:
    """Return the lines with `heading` set where the look says so, and a `gap` before each heading."""
    if sum(line.heading for line in lines) >= _LEAST_LINES:  # the format tells
        found = {place for place, line in enumerate(lines) if line.heading}
    else:
        found = _by_look(lines)
    return tuple(replace(line, heading=True, gap=True) if place in found else line for place, line in enumerate(lines))


def _by_look(lines: tuple[DraftLine, ...]) -> set[int]:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size or 0.0, 1)] += len(line.text)
    if not weights:
        return set()
    body = weights.most_common(1)[0][0]
    heavy = sum(len(line.text) for line in lines if line.bold) > 0.5 * sum(weights.values())
    styles: dict[tuple[int, float, bool], list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        strength = _strength(line, body, heavy)
        if strength and _could_head(line.text):
            styles[strength, round(2 * (line.size or 0.0)) / 2, line.bold].append(place)
    before = {place + 1: one.page == other.page for place, (one, other) in enumerate(pairwise(lines))}
    kept = {
        style: places
        for style, places in styles.items()
        if _LEAST_LINES <= len(places) <= max(_LEAST_LINES, _MOST_SHARE * len(lines))
        and places[-1] >= _TOP_LINES
        and sum(place + 1 in before for place in places) >= len(places) / 2
    }
    if not kept:
        return set()
    size = max(size for _, size, _ in kept)
    strongest = max(strength for strength, own, _ in kept if own == size)
    return {
        place
        for (strength, own, _), places in kept.items()
        if own >= _SAME_SIZE * size and strength >= strongest
        for place in places
    }


def _strength(line: DraftLine, body: float, heavy: bool) -> int:
    """Return in how many ways a line stands out: larger, heavier, in capitals."""
    larger = bool(line.size and body and line.size >= _LARGER * body)
    capitals = line.text.isupper() and len(_LETTER.findall(line.text)) > 3
    return larger + (line.bold and not heavy) + capitals


def _could_head(text: str) -> bool:
    return (
        len(text) <= _MAX_CHARACTERS
        and len(text.split()) <= _MAX_WORDS
        and len(_LETTER.findall(text)) > 2
        and not _NO_HEADING.search(text)
    )
