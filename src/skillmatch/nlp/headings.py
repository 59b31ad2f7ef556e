"""Tell by its wording which kind of section a heading opens.

A heading is recognised by the whole of its words, not by one of them: "Experience" opens a section, "Experience with
Java" does not. Headings joined by "and", "&", "/" or a comma are read part by part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from skillmatch.nlp.heading_guesses import ABROAD, foreign_heading
from skillmatch.nlp.heading_words import WORDING

SECTION_KINDS: tuple[str, ...] = (
    "about-company",
    "about-role",
    "awards",
    "benefits",
    "certifications",
    "contact",
    "duties",
    "education",
    "equal-opportunity",
    "experience",
    "how-to-apply",
    "interests",
    "languages",
    "not-required",
    "other",
    "preferred",
    "projects",
    "publications",
    "references",
    "required",
    "skills",
    "stack",
    "summary",
    "title",
    "volunteering",
)

STEM = 4  # letters
_OPTIONAL = re.compile(r"[a-z]\?")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def _stems_of(patterns: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of all words in some patterns."""
    texts = [text for pattern in patterns for text in (pattern, pattern.replace("-?", ""), _OPTIONAL.sub("", pattern))]
    return frozenset(word[:STEM] for text in texts for word in _LETTERS.findall(text))


# Each kind with its pattern and with all words that it knows, None if it allows any; faster than one for all kinds.
_KINDS = tuple(
    (kind, re.compile(pattern), None if ".{" in pattern or "\\w+" in pattern else _stems_of([pattern]))
    for kind, pattern in WORDING
)
# A line without any of these is no heading.
_TELLING = _stems_of([*(pattern for _, pattern in WORDING), *ABROAD.values()]) - frozenset(
    ["and", "the", "of", "for", "in", "to", "an", "or", "at"]
)
_TRIM = re.compile(r"^[\W\d_]+|[\W_]+$")
_TAIL = re.compile(
    r"(?<=[a-z] )(?:for|to become|to be) (?:an?|the|this|our|being)\b.*$|(?<=responsibilities )of\b.*$"
    r"|(?<=duties )of\b.*$|(?<=skills )of an?\b.*$"
)
_HEAD = re.compile(r".* .*|(?:skills|requirements|qualifications|responsibilities|duties)")
_TAIL_WORDS = (" for ", " to be", " of ")
_JOINTS = (",", " and ", "&", "/", "+", " or ", "|", "-", "–")
_JOIN = re.compile(r"\s*(?:,| and |&|/|\+| or |\||-|–)\s*")
_APOSTROPHE = re.compile(r" ?['’] ?(?=(?:ll|re|s|ve|d|t)\b)")
_SPACED = re.compile(r"(?:\b\w\s){3,}\w\b")

MAX_WORDS = 12


@lru_cache(maxsize=10_000)
def heading_kind(line: str) -> str | None:
    """Return the kind of section that a line opens, None if its words are not those of a heading.

    Examples
    --------
    >>> heading_kind("WORK EXPERIENCE:"), heading_kind("Nice to have"), heading_kind("Experience with Java")
    ('experience', 'preferred', None)
    """
    stems = [word[:STEM] for word in _LETTERS.findall(line.lower())]
    if stems and _TELLING.isdisjoint(stems):
        return None  # most lines; letters with blanks between them have no stems
    words = heading_text(line)
    if not words or words.count(" ") >= MAX_WORDS or len(words) > 100:
        return None
    if kind := foreign_heading(words):
        return kind
    return _whole(words) or _parts(words)


def heading_text(line: str) -> str:
    """Return the words of a line in lower case, without marks at its ends and blanks between its letters."""
    line = line.replace("&amp;", "&")
    words = _TRIM.sub("", _SPACED.sub(lambda found: found[0].replace(" ", ""), line)).lower()
    return _APOSTROPHE.sub("'", " ".join(words.split()))


def _whole(words: str) -> str | None:
    stems = {word[:STEM] for word in _LETTERS.findall(words)}
    for kind, pattern, known in _KINDS:
        if (known is None or stems <= known) and pattern.fullmatch(words):
            return kind
    return None


def _parts(words: str) -> str | None:
    """Read "skills and experience" or "skills required for a tester" by its parts."""
    short = _TAIL.sub("", words).strip() if any(word in words for word in _TAIL_WORDS) else words
    if short != words and _HEAD.fullmatch(short) and (kind := heading_kind(short)):
        return kind
    if not any(mark in words for mark in _JOINTS):
        return None
    parts = [part for part in _JOIN.split(words) if part]
    kinds = [_whole(part) for part in parts] if 1 < len(parts) <= 4 else [None]
    return kinds[0] if all(kinds) else None
