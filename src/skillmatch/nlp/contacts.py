"""Find what tells who a person is, so that it is kept apart: it must reach no word count, title or unknown skill."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from skillmatch.nlp.sections import Part

_EMAIL = re.compile(r"[\w.+-]{1,64}\s?@\s?[\w-]{1,64}(?:\.[\w-]{1,64})+")
_LINK = re.compile(
    r"(?:https?://|www\.|(?:linkedin|github|gitlab|twitter|facebook|instagram|medium|stackoverflow|kaggle"
    r"|indeed)\.(?:com|io|org)\b)\S*"
)
_OF_LINKS = ("://", "www.", ".com", ".io", ".org")  # one of them is in every link
_PHONE = re.compile(r"[+(\d][\d\s().-]{7,18}\d(?!\w)")
_DIGITS = 9  # fewer are a date or a sum
_YEARS = re.compile(r"(?:19|20)\d\d\D.*(?:19|20)\d\d")
_APART = frozenset({"contact", "references"})

Place = tuple[int, int]


def apart_places(parts: Sequence[Part]) -> list[Place]:
    """Return the sections that are about who people are: the head of a resume, and its references."""
    return [(part.start, part.end) for part in parts if part.kind in _APART]


def link_places(text: str) -> list[Place]:
    """Find e-mail addresses, links and telephone numbers."""
    has_links = any(sign in text for sign in _OF_LINKS)
    places = [found.span() for found in _LINK.finditer(text)] if has_links else []
    at = text.find("@")
    while at >= 0:
        found = _EMAIL.search(text, max(0, at - 66), at + 200)
        if found:
            places.append(found.span())
        at = text.find("@", max(at + 1, found.end() if found else 0))
    for found in _PHONE.finditer(text):
        digits = sum(character.isdigit() for character in found[0])
        if (
            digits >= _DIGITS
            and not _YEARS.search(found[0])
            and not (found.start() and text[found.start() - 1].isalnum())
        ):
            places.append(found.span())
    return sorted(places)


def overlaps(places: Sequence[Place], start: int, end: int) -> bool:
    """Tell whether a stretch shares a character with one of `places`, which are in order and apart."""
    at = bisect_left(places, (end,)) - 1
    return at >= 0 and places[at][1] > start


def mask(text: str, places: Sequence[Place]) -> str:
    """Blank stretches of a text out, keeping its length.

    Examples
    --------
    >>> mask("mail a@b.org now", [(5, 12)])
    'mail         now'
    """
    pieces: list[str] = []
    here = 0
    for start, end in places:
        start = max(start, here)
        if end > start:
            pieces += [text[here:start], " " * (end - start)]
            here = end
    return "".join([*pieces, text[here:]])
