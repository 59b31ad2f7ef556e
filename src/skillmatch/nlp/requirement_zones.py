"""Lay over a clause the stretches that a cue inside it rules: wishes, description and the job's own title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillmatch.models import MentionRequirement
from skillmatch.nlp.requirement_cues import (
    CUE,
    DONE_BY_OTHERS,
    FINITE,
    HIRING,
    MUST_BEFORE,
    MUST_END,
    NEW_SUBJECT,
    OF_ELSEWHERE,
    OF_OTHERS,
    PLUS_AFTER,
    PLUS_BEFORE,
    PREFERENCE_ENDS,
    SOME_DAY,
    TAUGHT,
    TAUGHT_AFTER,
    WE_USE,
    WISH_LABEL,
    WITH_OTHERS,
)
from skillmatch.nlp.title import occupation_end

Zone = tuple[int, int, MentionRequirement]

MAX_SUBJECT = 400  # characters that a trailing "is a plus" can rule
MAX_TITLE = 60  # characters between "we are hiring" and the occupation

_FILLING = re.compile(
    r"\b(?:it|this|that|these|those|all|which|also|the|latter|former|being|even|would|be|is|are|a|an|not"
    r"|required|\d+|years?|yrs?|y|months?|experience|level|knowledge|skills?)\b|\W"
)
_TRAILING = frozenset(["bonus", "nice", "good", "plus", "optional", "optionally", "extra"])
# Opens a cue that stands in brackets: "(added advantage)".
_BRACKET = re.compile(r"\([^()\w]*(?:an? |some |added |big |is |would be |considered |strongly |highly )*$")
_MARK = re.compile(r"[,;:]")
_AND = re.compile(r",\s*and\b")
_OTHER_ITEM = re.compile(r"(?:^\W*|,\s*)(?:[\w+#./-]+ ){2,}[\w+#./-]+\s*$|\)\s*$")  # three words or more: no bare name
_JOINED = re.compile(r"\b(?:and|or)\b|&|/")
_WORD = re.compile(r"\w")
_SO_IS = re.compile(r",? (?:and )?(?:as|so) (?:is|are|would be|does|do)\b")  # "SQL is a plus, as is Perl"


def lay_zones(lower: str, start: int, end: int, base: MentionRequirement, *, lone: bool) -> list[Zone]:
    """Part a clause into zones, in order and without gaps.

    Parameters
    ----------
    lower
        The text in lower case.
    start, end
        The clause.
    base
        What holds where no cue does.
    lone
        Whether the text is a sentence by itself: what the team uses is asked for there.

    Examples
    --------
    >>> lay_zones("sql; ideally r", 0, 14, "required", lone=False)
    [(0, 5, 'required'), (5, 14, 'preferred')]
    """
    zones: list[Zone] = []
    here = start
    for left, right, requirement in sorted(_marks(lower, start, end, lone=lone)):
        if right <= here:
            continue
        if left > here:
            zones.append((here, left, base))
        zones.append((max(left, here), right, requirement))
        here = right
    if here < end:
        zones.append((here, end, base))
    return zones


def _marks(lower: str, start: int, end: int, *, lone: bool) -> Iterator[Zone]:
    clause = lower[start:end]
    if CUE.search(clause):
        yield from _wishes(lower, start, end)
    for cue in MUST_BEFORE.finditer(lower, start, end):
        border = _right_border(lower, cue.end(), end)
        wish = WISH_LABEL.search(lower, cue.end(), border)
        yield cue.start(), wish.start() if wish else border, "required"
    for cue in HIRING.finditer(lower, start, end):
        stop = occupation_end(lower, cue.end(), min(end, cue.end() + MAX_TITLE))
        if stop is not None:
            yield cue.start(), stop, "required"
    yield from _described(lower, start, end, lone=lone)


def _described(lower: str, start: int, end: int, *, lone: bool) -> Iterator[Zone]:
    """Yield what is taught, what others do and, in an ad, what the team does."""
    for pattern in (TAUGHT, OF_ELSEWHERE):
        for cue in pattern.finditer(lower, start, end):
            yield cue.start(), _right_border(lower, cue.end(), end), "none"
    for cue in DONE_BY_OTHERS.finditer(lower, start, end):
        yield max(start, cue.start() - MAX_TITLE), cue.end(), "none"
    for cue in TAUGHT_AFTER.finditer(lower, start, end):
        yield _left_border(lower, start, cue.start()), cue.end(), "none"
    if lone:
        return
    for pattern in (OF_OTHERS, SOME_DAY, WE_USE):
        for cue in pattern.finditer(lower, start, end):
            yield cue.start(), _right_border(lower, cue.end(), end), "none"
    for cue in WITH_OTHERS.finditer(lower, start, end):
        yield *cue.span(), "none"


def _wishes(lower: str, start: int, end: int) -> Iterator[Zone]:
    previous = start
    said: set[int] = set()  # where a wish that follows its subject stands: "a welcome bonus" leads nothing
    labels: set[int] = set()
    for cue in WISH_LABEL.finditer(lower, start, end):
        labels.update(range(*cue.span()))
        yield cue.start(), _right_border(lower, cue.end(), end), "preferred"
    for cue in PLUS_AFTER.finditer(lower, start, end):
        if cue.start() in labels:
            continue
        said.update(range(cue.start() + 1, cue.end() + 2))
        yield _left_border(lower, previous, cue.start()), cue.end(), "preferred"
        if same := _SO_IS.match(lower, cue.end(), end):
            yield cue.end(), _right_border(lower, same.end(), end), "preferred"
        previous = cue.end()
    for cue in PLUS_BEFORE.finditer(lower, start, end):
        if cue.start() in said and cue[0].split()[0] in _TRAILING and lower[cue.end() : cue.end() + 1] != ":":
            continue
        yield cue.start(), _right_border(lower, cue.end(), end), "preferred"


def _left_border(lower: str, start: int, end: int) -> int:
    """Find where the subject of a trailing "is a plus" or "can be learnt" starts."""
    start = max(start, end - MAX_SUBJECT)
    if (opening := _BRACKET.search(lower, start, end)) is not None:
        start = max([start, *(mark.end() for mark in _MARK.finditer(lower, start, opening.start()))])
    must = [cue.end() for cue in MUST_END.finditer(lower, start, end)]
    start = must[-1] if must else start
    border = start
    for found in NEW_SUBJECT.finditer(lower, start, end):
        if found[0] == "(" and lower.find(")", found.end(), end) >= 0:
            continue
        if _names(lower[found.end() : end]):
            border = found.start() + (len(found[0]) - len(found[0].lstrip(" ,")))
    comma = lower.rfind(",", border, end)
    if comma >= 0 and _names(lower[comma:end]) and not _JOINED.search(lower, comma, end):
        border = comma + 1 if _OTHER_ITEM.search(lower[border:comma]) else border  # "a valid licence, SQL is a plus"
    for found in _AND.finditer(lower, start, end):
        if FINITE.search(lower, start, found.start()):
            border = max(border, found.start())
    return border


def _names(words: str) -> bool:
    """Tell a stretch that names something from "it", "the latter" or nothing."""
    return _WORD.search(words) is not None and _FILLING.sub("", words) != ""


def _right_border(lower: str, start: int, end: int) -> int:
    """Find where a leading "ideally" stops: at the closing bracket around it, a contrast or the clause's end."""
    depth = 0
    stop = min(end, start + MAX_SUBJECT)
    for bracket in re.finditer(r"[()]", lower[start:stop]):
        depth += 1 if bracket[0] == "(" else -1
        if depth < 0:
            end = start + bracket.start()
            break
    contrast = PREFERENCE_ENDS.search(lower, start, min(end, stop))
    return contrast.start() if contrast else end
