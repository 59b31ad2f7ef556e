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
_VERSIONED = ("language", "library", "tool")


def extend_version(words: Words, end: int, skill: Skill) -> int:
    """Return the end of the name with its version, if one follows, else `end` itself."""
    doc = words.words
    if end >= len(doc) or skill.type not in _VERSIONED or words.line[end] != words.line[end - 1]:
        return end
    text = doc[end].text
    is_version = _VERSION.match(text) or (skill.type == "tool" and _YEAR.match(text))
    if not is_version:
        return end
    after = end + 1
    while after + 1 < len(doc) and doc[after].text == "/" and _JOINED.match(doc[after + 1].text):
        after += 2
    if after < len(doc) and words.line[after] == words.line[end] and _UNIT.match(doc[after].text):
        return end
    return after
