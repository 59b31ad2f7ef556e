"""Find employers and their places: what stands beside titles and dates at the head of each job in a resume."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillmatch.nlp.headings import heading_kind
from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import clean_title

Place = tuple[int, int]

LONGEST = 90  # characters of a line that is the head of an entry

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BULLET = re.compile(r"\s*[•●▪◦■➢✓❖*–-]")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\bpresent\b|\bcurrent\b", re.IGNORECASE)
_MARK = re.compile(r"\s*[,;|•·\t()]\s*|\s+(?:at|for|with|[-–—@])\s+")
_NAME = re.compile(r"[A-ZÀ-Þ0-9][\w'’.&+-]*(?:\s+(?:[A-ZÀ-Þ0-9&][\w'’.&+-]*|of|and|the|for|de|von|und|y))*")
_TIME = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|present|current|now|to|[\d_]+", re.I)


def find_employers(text: str, parts: Sequence[Part]) -> list[Place]:
    r"""Find employers, and wherever else in the text their names stand.

    Examples
    --------
    >>> from skillmatch.nlp.sections import find_parts
    >>> text = "Jo Doe\n\nExperience\nNurse, Acme Care, Leeds\n2019 - 2021\n- Loved Acme Care\n"
    >>> [text[start:end] for start, end in find_employers(text, find_parts(text, "resume"))]
    ['Acme Care', 'Leeds', 'Acme Care']
    """
    names = sorted({name for part in parts if part.kind == "experience" for name in _names(text, part)})
    places = {hit.span() for name in names for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)}
    return sorted(places)


def _names(text: str, part: Part) -> list[str]:
    """Return the names in the head lines of entries: those with a title or a date, and the lines beside them."""
    lines = list(_LINE.finditer(text, part.body, part.end))
    plain = [not _BULLET.match(line[0]) and len(line[0]) <= LONGEST for line in lines]
    heads = [ok and bool(_DATED.search(line[0]) or clean_title(line[0])) for ok, line in zip(plain, lines, strict=True)]
    found: list[str] = []
    for number, line in enumerate(lines):
        beside = any(heads[max(0, number - 1) : number + 2])
        if plain[number] and beside:
            found += [name for piece in _MARK.split(line[0]) if (name := _employer(piece.strip(" .:–—-")))]
    return found


def _employer(piece: str) -> str | None:
    """Return a piece that is a name, and neither a title nor a date."""
    if (
        len(piece) < 3
        or all(map(_TIME.fullmatch, re.findall(r"\w+", piece)))
        or clean_title(piece)
        or _DATED.search(piece)
        or heading_kind(piece)
    ):
        return None
    return piece if _NAME.fullmatch(piece) else None
