"""Join a version to the name before it: "Java 8", "Python 3.x", "C++17/20", "SQL Server 2012"."""

from __future__ import annotations

import re

from skillmatch.nlp.words import Words
from skillmatch.taxonomy import Skill

_VERSION = re.compile(r"(?i)v?\d{1,2}(\.\d{1,3}){0,3}(\.?x)?\+?$|\d{1,2}[cgir]\d?$|r\d$")
_YEAR = re.compile(r"(19[89]\d|20[0-3]\d)$")  # of a product: SQL Server 2012
_JOINED = re.compile(r"\d{1,2}(\.\d{1,2})?$")
_UNIT = re.compile(
    r"(?i)(%|\+|yrs?\.?|years?|months?|mos|weeks?|days?|hours?|hrs?|people|persons?|members?|developers?|engineers?|"
    r"projects?|clients?|users?|times|x|k|m|million|percent|of|out|-|to|/|th|st|nd|rd|or)$"
)
LONGEST_ITEM = 12  # words
_VERSIONED = ("language", "library", "tool")


def extend_version(words: Words, end: int, skill: Skill) -> int:
    """Return the end of the name with its version, if one follows, else `end` itself."""
    doc = words.words
    if end >= len(doc) or skill.type not in _VERSIONED or words.line[end] != words.line[end - 1]:
        return end
    after = end
    if not doc[end - 1].text[0].isdigit():
        text = doc[end].text
        if not (_VERSION.match(text) or (skill.type == "tool" and _YEAR.match(text))) or _is_number_of_item(words, end):
            return end
        after += 1
    while after + 1 < len(doc) and doc[after].text == "/" and _JOINED.match(doc[after + 1].text):
        after += 2
    if after < len(doc) and words.line[after] == words.line[end] and _UNIT.match(doc[after].text):
        return end
    return after


def _is_number_of_item(words: Words, place: int) -> bool:
    """Tell whether a number counts the items of a list in one line: "5. Java 6. Databases"."""
    doc = words.words
    if not doc[place].text.isdigit() or place + 1 >= len(doc) or doc[place + 1].text not in (".", ")"):
        return False
    before = str(int(doc[place].text) - 1)
    near = range(max(place - LONGEST_ITEM, 0), place - 1)
    return any(doc[i].text == before and doc[i + 1].text == doc[place + 1].text for i in near)
