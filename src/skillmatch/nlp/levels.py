"""Read how well a skill is known or asked for: beginner, intermediate, advanced or expert.

The word stands right before the skill ("advanced Python", "expert in Go and Rust"), right after it ("Python
(Advanced)", a table row "Python Advanced") or before a colon and a list ("Basic: SQL, Java").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from skillmatch.nlp.enumerations import Mentions
from skillmatch.nlp.screen import Screen

Level = Literal["beginner", "intermediate", "advanced", "expert"]

_LEVELS: tuple[tuple[Level, str], ...] = (
    (
        "expert",
        r"expert(?:[- ]level|ise|s)?|master(?:y|ed)?|native(?: speaker| or bilingual)?|bilingual|mother tongue"
        r"|c2|guru|full professional",
    ),
    (
        "advanced",
        r"advanced|proficien(?:t|cy)|fluent|fluency|highly skilled|very good|excellent|strong|in[- ]depth|deep"
        r"|thorough|extensive|senior|c1|skilled|upper[- ]intermediate|professional working|solid"
        r"|well[- ]versed",
    ),
    (
        "intermediate",
        r"intermediate|working|good|competent|comfortable|moderate|conversational|medium|practical"
        r"|mid(?:[- ]level)?|b[12]|sound|average|limited working",
    ),
    (
        "beginner",
        r"beginner|basics?|elementary|novice|fundamental|preliminary|entry[- ]level|some|a1|a2|rudimentary"
        r"|familiar(?:ity)?|introductory|foundational|learning|notions|exposure",
    ),
)
_ANY = "|".join(f"(?P<{level}>{words})" for level, words in _LEVELS)
_WORD = re.compile(r"[a-z]+\d?")
_NO_WORD = re.compile(r"\W")
_NEXT = re.compile(r"[\s(\[|:,–—-]{0,4}([A-Za-z]+\d?)")
_STARTS = (
    "expert expertise experts mastery mastered native bilingual mother guru full advanced proficient "
    "proficiency fluent fluency highly very excellent "
    "strong in deep thorough extensive senior skilled upper professional solid well intermediate working "
    "good competent comfortable moderate "
    "conversational medium practical mid sound average limited beginner basic basics elementary novice "
    "fundamental preliminary entry some rudimentary "
    "familiar familiarity introductory foundational learning notions exposure level a1 a2 b1 b2 c1 c2"
)
LEVEL_WORDS = frozenset(_STARTS.split())  # that a level can start with: a quick test before the full one
_BEFORE = re.compile(
    rf"\b(?:{_ANY})(?:[- ]level)?(?: (?:user|knowledge|skills?|experience|command|proficiency|understanding"
    r"|working|programming|hands[- ]on|level|grasp|professional|practical|expertise|background))*"
    r"(?: (?:of|in|with|at|on|to))?(?: the)?[\s:]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[ \t]*(?:[(\[|:–—-][ \t]*|, ?(?=\w+[)\s]*(?:$|\n))|\t)?[ \t]*(?:level:? ?)?(?:{_ANY})(?: (?:level"
    r"|knowledge|user|skills?|proficiency|speaker|\w\d))?[ \t]*(?=[)\],;|/.\n\r•]|$)",
    re.IGNORECASE,
)
_CLOSING = frozenset(  # the last words of what `_BEFORE` finds
    f"""
    {_STARTS} master speaker tongue depth versed user knowledge skill skills experience command understanding
    programming on grasp expertise background of with at to the
    """.split()
)
_WINDOW = 60
_may_close = Screen(lambda chunk: _NO_WORD.split(chunk)[-1] in _CLOSING)
_may_open = Screen(lambda word: not LEVEL_WORDS.isdisjoint(_WORD.findall(word)))
_TELLING = LEVEL_WORDS - {"in"} | {"depth", "master"}  # "in" is in most sentences; what it opens has another of these
_may_tell = Screen(lambda word: not _TELLING.isdisjoint(_WORD.findall(word)))


def _named(found: re.Match[str]) -> Level:
    return next(level for level, _ in _LEVELS if found[level])


def levels_of(mentions: Mentions) -> Mapping[int, Level]:
    """Find the level of each mention that has one.

    Returns
    -------
    Levels by index.

    Examples
    --------
    >>> text = "expert in Go and Rust, SQL (basic)"
    >>> dict(levels_of(Mentions.of(text, [(0, 34)], [(10, 12), (17, 21), (23, 26)])))
    {2: 'beginner', 0: 'expert', 1: 'expert'}
    """
    text, places = mentions.text, mentions.places
    found: dict[int, Level] = {}
    for index, (_, end) in enumerate(places):
        word = _NEXT.match(text, end)
        after = _AFTER.match(text, end, end + _WINDOW) if word and word[1].lower() in LEVEL_WORDS else None
        if after:
            found[index] = _named(after)
    for group in mentions.groups:
        start = places[group[0]][0]
        window = text[max(0, start - _WINDOW) : start]
        lower = window.lower()
        closes = any(map(_may_close.__getitem__, lower.replace(":", " ").split()[-1:]))
        before = _BEFORE.search(window) if closes and _may_tell(lower) and _may_open(lower) else None
        if before:
            level = _named(before)
            shared = group if before[0].rstrip().endswith((":", "of", "in", "with", "at", "on")) else group[:1]
            for index in shared:
                found.setdefault(index, level)
    return found
