"""Find the address at the head of a resume: a street, or the names of places beside name, title and contacts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from skillmatch.nlp.headings import heading_kind
from skillmatch.nlp.names import SUFFIX
from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import clean_title

Place = tuple[int, int]

LONGEST = 150  # characters of a line at the head that is no prose

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_PIECE = re.compile(r"[^\n|•·●▪\t,;]+")
_WORD = r"[^\W\d_a-z][\w'’.-]*"
_TOWN = re.compile(rf"{_WORD}(?:[ -]{_WORD}|[ ](?:de|del|la|le|el|al|upon|am|an|der|of|and|do|da)(?=[ ])){{0,4}}\.?")
_STREET = re.compile(
    rf"(?=.*\d)(?:#?\d[\w/-]*|{_WORD}|[a-z]{{1,4}}\.?|[^\W\d_]+(?:stra(?:ß|ss)e|gasse|weg|platz))"
    rf"(?:[ ]+(?:#?\d[\w/-]*|{_WORD}|[a-z]{{1,4}}\.?)){{0,8}}"
)
_VERSION = re.compile(r"[ ]?(?:\d{1,2}(?:\.\d+)?|(?:19|20)\d\d(?:/(?:19|20)?\d\d)?)$")
_AMOUNT = re.compile(
    r"\d\s*(?:\+|%|years?|yrs?|months?)|\b(?:19|20)\d\d\s*[-–—]|\b(?:present|current)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s*['’]?\d",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"[ ]+(?:in|based in|from|near)[ ]+(?P<town>{_TOWN.pattern})\Z")
_LABEL = re.compile(
    r"tel(?:ephone)?\.?|phone|mobile|mob\.?|cell|fax|e-?mail|mail|web(?:site)?|contact|name|address|location"
    r"|linked-?in|github"
    r"|gitlab|twitter|x|facebook|instagram|kaggle|medium|portfolio|skype|xing|orcid|blog|pronouns",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(r"curriculum|vitae|r[eé]sum[eé]|\bc\.?v\b|application|profile", re.IGNORECASE)


def find_addresses(
    text: str, parts: Sequence[Part], taken: Sequence[Place], is_skill: Callable[[str], bool] = lambda text: False
) -> list[Place]:
    r"""Find the places that the head of a resume names.

    Parameters
    ----------
    text
        A resume.
    parts
        Its sections.
    taken
        Names, contacts and the like; a head without any of them is the middle of a document, and has no address.
    is_skill
        Tells whether words are those of a skill: a line that lists nothing but skills has no address.

    Examples
    --------
    >>> from skillmatch.nlp.sections import find_parts
    >>> text = "Jo Doe\nData Engineer in Java Point\nC++, SQL\n12 Mill Lane, Leeds\n\nSkills\nSQL"
    >>> found = find_addresses(text, find_parts(text, "resume"), [(0, 6)], {"C++", "SQL"}.__contains__)
    >>> [text[start:end] for start, end in found]
    [' in Java Point', '12 Mill Lane', 'Leeds']
    """
    found: list[Place] = []
    for part in parts:
        if part.kind == "contact" and any(part.start <= start < part.end for start, _ in taken):
            for line in _LINE.finditer(text, part.body, part.end):
                if len(line[0]) <= LONGEST and not _NO_PLACE.search(line[0]):
                    found += _in_line(text, line, taken, is_skill)
    return found


def _in_line(
    text: str, line: re.Match[str], taken: Sequence[Place], is_skill: Callable[[str], bool]
) -> Iterator[Place]:
    """Yield the places in one line."""
    own = [(start, end) for start, end in taken if start < line.end() and line.start() < end]
    towns: list[Place] = []
    others = False
    for start, end in _pieces(text, line, own):
        words = text[start:end]
        behind = _BEHIND.search(words)
        if clean_title(words):
            if behind and (" " not in behind["town"] or not is_skill(behind["town"])):
                yield start + behind.start(), end
        elif heading_kind(words) or _AMOUNT.search(words):
            continue
        elif _STREET.fullmatch(words):
            if not is_skill(_VERSION.sub("", words)):  # "Windows Server 2016"
                yield start, end
        elif _TOWN.fullmatch(words):
            towns.append((start, end))
        else:
            others = True
    names = {text[start:end] for start, end in towns}
    listed = others or (len(names) > 1 and all(map(is_skill, names)))
    if own or not listed:
        yield from towns


def _pieces(text: str, line: re.Match[str], own: Sequence[Place]) -> Iterator[Place]:
    """Yield what stands between the marks of a line and beside what is taken."""
    here = line.start()
    for start, end in [*sorted(own), (line.end(), line.end())]:
        for piece in _PIECE.finditer(text, here, max(here, start)):
            words = piece[0].strip(" -–—:()")
            label = piece[0].rstrip().endswith(":") or _LABEL.fullmatch(words) or SUFFIX.fullmatch(words)
            if len(words) > 1 and not label:
                first = piece.start() + piece[0].find(words)
                yield first, first + len(words)
        here = max(here, end)
