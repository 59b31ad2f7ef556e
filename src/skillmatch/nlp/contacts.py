"""Find what tells who a person is, so that it is kept apart: it must reach no word count, title or unknown skill."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import clean_title

_EMAIL = re.compile(r"[\w.+-]{1,64}\s?@\s?[\w-]{1,64}(?:\.[\w-]{1,64})+")
_LINK = re.compile(
    r"(?:https?://|www\.|(?:linkedin|github|gitlab|twitter|facebook|instagram|medium|stackoverflow|kaggle"
    r"|indeed)\.(?:com|io|org)\b)\S*"
)
_OF_LINKS = ("://", "www.", ".com", ".io", ".org")  # one of them is in every link
_PHONE = re.compile(r"[+(\d][\d\s().-]{7,18}\d(?!\w)")
_DIGITS = 9  # fewer are a date or a sum
_YEARS = re.compile(r"(?:19|20)\d\d\D.*(?:19|20)\d\d")
_DETAIL = re.compile(
    r"^[ \t•*-]*(?:date of birth|d\.?o\.?b\.?|birth ?date|born|age|gender|sex|nationality|citizenship"
    r"|marital status|religion|father'?s? name|mother'?s? name|spouse|passport|visa status|"
    r"address|permanent address|current address|e-?mail|phone|mobile|tel(?:ephone)?|cell|fax|skype"
    r"|linkedin|github|website|place of birth|pronouns|full name|name|place|pan(?: no)?"
    r"|aadhaa?r)\b[ \t]*[.:-].*$",
    re.IGNORECASE | re.MULTILINE,
)
_INSTITUTION = re.compile(
    r"^.*\b(?:universit(?:y|ies|ät|é)|college|institute|academy|polytechnic|vidyalaya|school)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD_LINE = re.compile(r"[^\s,|•–][^\n,|•–]*")  # up to a mark: "Jo Doe, Nurse", "Jo Doe | Nurse"
_NO_NAME = re.compile(r"(?:resume|résumé|curriculum vitae|cv|name:?|profile)\s*:?\s*", re.IGNORECASE)
_SURNAMES = frozenset(
    (
        "cook",
        "carpenter",
        "driver",
        "fellow",
        "head",
        "master",
        "guard",
        "pilot",
        "partner",
        "page",
        "clerk",
        "chief",
        "dean",
    )
)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*")
_APART = frozenset({"contact", "references"})

Place = tuple[int, int]


def private_places(text: str, parts: Sequence[Part], links: Sequence[Place]) -> list[Place]:
    """Find contact blocks, personal details and the person's name wherever it stands, beside the links given.

    Returns
    -------
    Half-open stretches in order; they may overlap.
    """
    places = [*links, *(found.span() for found in _DETAIL.finditer(text))]
    for part in parts:
        if part.kind in _APART:
            places.append((part.start, part.end))
        elif part.kind == "education":
            places += [
                found.span() for found in _INSTITUTION.finditer(text, part.body, part.end) if len(found[0]) < 150
            ]
    name = person_name(text, parts)
    for word in _forms_of(text[slice(*name)]) if name else ():
        places += [found.span() for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    return sorted(places)


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


def person_name(text: str, parts: Sequence[Part]) -> Place | None:
    """Find the person's name: the first line of a contact block, if it is two to four words and no job title.

    Occupations that are common surnames ("Cook", "Carpenter") count as surnames there.
    """
    if not parts or parts[0].kind != "contact":
        return None
    for line in _HEAD_LINE.finditer(text, 0, parts[0].end):
        if _NO_NAME.fullmatch(line[0]):
            continue
        words = _NAME.findall(line[0])
        if 2 <= len(words) <= 4 and len(line[0]) < 50 and all(word[0].isupper() for word in words):
            return None if clean_title(line[0]) and words[-1].lower() not in _SURNAMES else line.span()
        return None
    return None


def _forms_of(name: str) -> list[str]:
    """Return the words of a name as they may be written elsewhere."""
    return sorted(
        {form for word in _NAME.findall(name) if len(word) > 1 for form in (word, word.upper(), word.capitalize())}
    )


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
