"""Where a mention begins and ends: with its version, without what says nothing of the skill.

"Java 8", "Python 3.x", "C++17/20", "SQL Server 2012"; "work ethic" of "good work ethic", "iOS" of "iOS developer".
"""

from __future__ import annotations

import re

from skillmatch.nlp.forms import Forms
from skillmatch.nlp.words import Words
from skillmatch.taxonomy import Skill

_VERSION = re.compile(r"(?i)(?!0$)v?\d{1,2}(\.\d{1,3}){0,3}(\.?x)?\+?$|\d{1,2}[cgir]\d?$|r\d$")
_YEAR = re.compile(r"(19[89]\d|20[0-3]\d)$")  # of a product: SQL Server 2012
_JOINED = re.compile(r"\d{1,2}(\.\d{1,2}|[cgi])?$")
_UNIT = re.compile(
    r"(?i)(%|\+|yrs?\.?|years?|months?|mos|weeks?|days?|hours?|hrs?|people|persons?|members?|developers?|engineers?|"
    r"projects?|clients?|users?|times|x|k|m|million|percent|of|out|-|to|/|th|st|nd|rd|or)$"
)
LONGEST_ITEM = 12  # words
_VERSIONED = ("language", "library", "tool")


_DEGREES = frozenset(["good", "strong", "great", "excellent", "clear", "high", "solid", "outstanding", "very"])
_BEARERS = frozenset(["attitude", "mindset", "mentality", "person", "personality", "listener", "approach"])
_ROLES = frozenset(["developer", "developers", "engineer", "engineers", "programmer", "consultant"])


def trim(words: Words, start: int, end: int, skill: Skill, forms: Forms) -> tuple[int, int]:
    """Return the place of a mention without words of degree and bearer, if the rest says the same."""
    if end - start < 2:
        return start, end

    def is_form(first: int, last: int) -> bool:
        return tuple(words.norms[first:last]) in forms

    first, last = words.texts[start].lower(), words.texts[end - 1].lower()
    if skill.type == "soft":
        if first in _DEGREES and is_form(start + 1, end):
            start += 1
        if end - start > 1 and last in _BEARERS and is_form(start, end - 1):
            end -= 1
    elif skill.type == "concept" and last in _ROLES and is_form(start, end - 1):
        end -= 1
    return start, end


_TIME = re.compile(r"(?:years?|yrs?|yoe|months?|mos?)$", re.IGNORECASE)


def extend_version(words: Words, end: int, skill: Skill) -> int:
    """Return the end of the name with its version, if one follows, else `end` itself."""
    texts = words.texts
    if end >= len(texts) or skill.type not in _VERSIONED or words.line[end] != words.line[end - 1]:
        return end
    if texts[end - 1].isdigit() and _TIME.match(texts[end]):
        return end - 1  # "Java 8 yrs"
    if texts[end : end + 3] == ["24", "/", "7"]:
        return end
    after = end
    if not texts[end - 1][0].isdigit():
        text = texts[end]
        if end + 1 < len(texts) and _TIME.match(texts[end + 1]) and words.line[end + 1] == words.line[end]:
            return end  # "Kotlin 3 yrs"
        if not (_VERSION.match(text) or (skill.type == "tool" and _YEAR.match(text))) or _is_number_of_item(words, end):
            return end
        after += 1
    while after + 1 < len(texts) and texts[after] == "/" and _JOINED.match(texts[after + 1]):
        after += 2
    later = texts[after : after + 2] in (["or", "later"], ["or", "newer"], ["or", "higher"], ["or", "above"])
    if after < len(texts) and words.line[after] == words.line[end] and _UNIT.match(texts[after]) and not later:
        lists_on = texts[after] == "/" and after + 1 < len(texts) and not texts[after + 1][0].isdigit()
        return after if lists_on else end  # "Angular 15/React", but "24/7"
    return after


def _is_number_of_item(words: Words, place: int) -> bool:
    """Tell whether a number counts the items of a list in one line: "5. Java 6. Databases"."""
    texts = words.texts
    if not texts[place].isdigit() or place + 1 >= len(texts) or texts[place + 1] not in (".", ")"):
        return False
    before = str(int(texts[place]) - 1)
    near = range(max(place - LONGEST_ITEM, 0), place - 1)
    return any(texts[i] == before and texts[i + 1] == texts[place + 1] for i in near)
