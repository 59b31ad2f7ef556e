"""Find personal details: date of birth and age, gender, nationality, marital status, official numbers, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from skillmatch.nlp.screen import Screen, labelled_lines

DetailKind = Literal["birth", "address", "gender", "nationality", "marital", "detail"]
Detail = tuple[DetailKind, int, int]

_LABELS: tuple[tuple[DetailKind, str], ...] = (
    (
        "birth",
        r"date of birth|date (?:and|&) place of birth|birth ?date|d\.?[ ]?o\.?[ ]?b\.?|birthday|born|age|year of birth",
    ),
    (
        "address",
        r"(?:(?:permanent|current|home|postal|present|mailing) )?address|place of birth|birth ?place|residence|place"
        r"|home ?town|domicile|location|city|lives in|based in",
    ),
    ("gender", r"gender|sex|(?:preferred )?pronouns"),
    (
        "nationality",
        r"nationality|citizenship|citizen of|ethnicity|ethnic origin|race|country of birth|visa status|work permit",
    ),
    ("marital", r"(?:marital|civil|family) status|(?:number of )?children|spouse(?:['’]s name)?"),
    (
        "detail",
        r"religion|caste|(?:father|mother|husband)['’]?s?(?: name)?|blood group|height|weight|military service"
        r"|(?:passport|pan|aadhaa?r|driving licen[cs]e|social security|ssn|national id)(?: no\.?| number)?",
    ),
)
_ALL = "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS)
_LABELLED = re.compile(
    rf"(?:^|[|•·;,●▪])[ \t•*–|●▪-]*(?:{_ALL})[ \t]*(?:[:=]|[-–—](?=[ \t]))[ \t]*(?P<value>[^\n|•·;]+)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGN = re.compile(r"[:=–—-](?:(?<=[:=])|(?=[ \t]))")
_ENDS = tuple(
    """
    birth date b b. day born age address place residence town domicile location city in gender sex pronouns
    nationality citizenship of ethnicity origin race status permit children spouse name religion caste father fathers
    mother mothers husband husbands 's ’s group height weight service passport pan aadhar aadhaar licence license
    security ssn id no no. number
    """.split()  # noqa: SIM905
)  # what the labels end with
PRONOUNS = frozenset(["he", "she", "him", "his", "her", "hers", "himself", "herself"])
_GENDERED = (
    frozenset(
        """
    sir madam male female gentleman lady man woman men women boy boys girl girls father mother
    dad mum mom husband wife son daughter brother sister fraternity sorority businessman businesswoman chairman
    chairwoman salesman saleswoman spokesman spokeswoman foreman waitress
    """.split()  # noqa: SIM905
    )
    | PRONOUNS
)
_SHORT = 3  # letters; shorter words in capitals are abbreviations (HIS, MAN)
_APART = str.maketrans(dict.fromkeys("\n\t.,;:!?()[]{}<>\"'’“”‘|/•·*–—-_", " "))
_HONORIFIC = re.compile(r"M(?<!\wM)(?:rs?|s|iss|ister)(?:\.|(?<!\bMs))(?= ?[A-Z])")  # no "Ms" alone: "Ms Excel"
_PAIR = re.compile(
    r"\b(?:s?he|they) ?/ ?(?:her|him|them|ella|él)(?: ?/ ?(?:hers|his|theirs))?\b|\b(?:mat|pat)ernity (?=leave)", re.I
)
# Each is looked for where one of its words is in the text: most texts have none of them.
_INLINE: tuple[tuple[DetailKind, frozenset[str], re.Pattern[str]], ...] = (
    (
        "birth",
        frozenset(["born", "age", "aged", "old"]),
        re.compile(
            r"\bborn (?:on |in )?[\w ,./]{0,30}(?:19|20)\d\d\b|\baged? \d\d\b(?! ?%)|\b[1-9]\d[ -]years?[ -]old\b", re.I
        ),
    ),
    (
        "marital",
        frozenset(["married", "unmarried", "divorced", "widow", "widowed", "widower"]),
        re.compile(r"\b(?:un)?(?:married|divorced|widow(?:ed|er)?)\b(?: with (?:\w+ )?(?:children|kids|child))?", re.I),
    ),
    (
        "nationality",
        frozenset(["citizen", "national", "passport"]),
        re.compile(
            r"\b[A-Z][a-z]+(?= (?:citizen|national|passport)\b)|(?<=citizen of )[A-Z]\w+|(?<=national of )[A-Z]\w+"
        ),
    ),
    ("gender", frozenset(["her", "him", "them", "ella", "maternity", "paternity"]), _PAIR),
)
_CUES = _GENDERED.union(*(cues for _, cues, _ in _INLINE))
_tells = Screen(lambda chunk: not _CUES.isdisjoint(chunk.translate(_APART).lower().split()))


def iter_details(text: str) -> Iterator[Detail]:
    """Yield the kind and place of every personal detail, by kind; they may overlap.

    Examples
    --------
    >>> text = "Date of birth: 2 May 1990 | Sex: female. MS SQL, led by her"
    >>> [(kind, text[start:end]) for kind, start, end in iter_details(text)]
    [('birth', '2 May 1990'), ('gender', 'female. MS SQL, led by her'), ('gender', 'female'), ('gender', 'her')]
    """
    for line in labelled_lines(text, _SIGN, _ENDS):
        for found in _LABELLED.finditer(text, *line):
            kind = next(kind for kind, _ in _LABELS if found[kind])
            start = found.start("value")
            yield kind, start, start + len(found["value"].rstrip())
    for found in _HONORIFIC.finditer(text):
        yield "gender", found.start(), found.end()
    words = set(" ".join(filter(_tells.__getitem__, text.split())).translate(_APART).split())
    lower = {word.lower() for word in words}
    for kind, cues, pattern in _INLINE:
        if not cues.isdisjoint(lower if pattern.flags & re.IGNORECASE else words):
            for found in pattern.finditer(text):
                yield kind, found.start(), found.end()
    gendered = [word for word in words if word.lower() in _GENDERED and not (word.isupper() and len(word) <= _SHORT)]
    for start, end in sorted(place for word in gendered for place in _places(text, word)):
        yield "gender", start, end


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands by itself, with no slash or hyphen at it."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_joins(text[start - 1 : start]) or _joins(text[end : end + 1])):
            yield start, end
        start = text.find(word, end)


def _joins(mark: str) -> bool:
    return mark.isalnum() or (mark != "" and mark in "_/-")
