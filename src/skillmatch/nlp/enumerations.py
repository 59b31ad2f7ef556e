"""Link mentions that stand in one enumeration, and find those of which one is enough.

"Java, Kotlin or Scala" is one enumeration with alternatives; "Java and Kotlin" is one without. Cues before a list
("one of", "such as", "e.g.") make its members alternatives whatever joins them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from skillmatch.nlp.clauses import Clause, clause_at, lower_case

Place = tuple[int, int]  # a mention: start and end, in order of the text
Joint = Literal["or", "slash", "and", "list"]

MAX_GAP = 40  # characters between neighbours of one enumeration
MOST = 60  # members of an enumeration that one cue can rule

_WORDS = r"(?:\s*[A-Za-z]+){0,2}"
_OR = re.compile(rf"[\s,)\]]*{_WORDS}[\s,)\]]*(?:\b(?:and\s*/\s*or|or|nor)\b)[\s(\[]*{_WORDS}[\s(\[]*")
_AND = re.compile(rf"[\s,)\]]*{_WORDS}[\s,)\]]*(?:\b(?:and|as well as|plus)\b|&|\+)[\s(\[]*{_WORDS}[\s(\[]*")
_LIST = re.compile(r"[\s,;)\]]*(?:(?:[,;|(\[•·]|\betc\.?)[\s(\[]*)?")
_SLASH = re.compile(r"[\s)\]]*/[\s(\[]*")
_EXAMPLES = re.compile(
    r"(?:\b(?:such as|e\.?\s?g\.?,?|for (?:example|instance),?|like|examples?(?: include)?:?|"
    r"(?:(?:at least |any )?one|any|some|either|two)(?: or (?:more|several|both))? of(?: the following"
    r"| these| our)?(?:\s+[\w-]+){0,4}:?|"
    r"either|one (?:object[- ]oriented|modern|major|scripting|programming|cloud)(?:\s+[\w-]+){0,3}:?))[\s(:]*$",
    re.IGNORECASE,
)
_OR_SIMILAR = re.compile(
    r"[\s),]*(?:,|\()?\s*or (?:a |an |any |some )?(?:similar|equivalent|comparable|other|another|related"
    r"|alike)\b",
    re.IGNORECASE,
)


def link(text: str, left: Place, right: Place) -> Joint | None:
    """Tell how two neighbouring mentions are joined, None if they are not in one enumeration."""
    gap = text[left[1] : right[0]]
    return None if len(gap) > MAX_GAP else _joint(gap)


@lru_cache(maxsize=10_000)
def _joint(gap: str) -> Joint | None:
    """Tell how what stands between two mentions joins them: mostly a comma."""
    if _OR.fullmatch(gap):
        return "or"
    if _SLASH.fullmatch(gap):
        return "slash"
    if _LIST.fullmatch(gap):
        return "list"
    return "and" if _AND.fullmatch(gap) else None


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a text in order, the clauses and the enumerations that they stand in.

    Mentions are known by their index into `places`; `groups` holds the indices of each enumeration, `group_of` the
    number of the enumeration of each mention. `lower` is the text in lower case, as long as the text; `held` are the
    clauses that hold mentions, in order.
    """

    text: str
    lower: str
    clauses: Sequence[Clause]
    places: Sequence[Place]
    groups: Sequence[Sequence[int]]
    group_of: Sequence[int]
    held: Sequence[Clause]

    @classmethod
    def of(cls, text: str, clauses: Sequence[Clause], places: Sequence[Place]) -> Mentions:
        """Group mentions, which must be in order, into enumerations.

        Examples
        --------
        >>> Mentions.of("Java, Go and, as I learnt later, Perl", [(0, 37)], [(0, 4), (6, 8), (33, 37)]).groups
        [[0, 1], [2]]
        """
        groups: list[list[int]] = []
        held: list[Clause] = []
        for index, place in enumerate(places):
            if held and place[0] < held[-1][1]:
                before = places[groups[-1][-1]]
                if place[0] < before[1] or link(text, before, place):
                    groups[-1].append(index)
                    continue
            else:
                held.append(clause_at(clauses, place[0]))
            groups.append([index])
        group_of = [number for number, group in enumerate(groups) for _ in group]
        return cls(text, lower_case(text), clauses, places, groups, group_of, held)

    def within(self, start: int, end: int) -> range:
        """Return the mentions that start in a stretch of the text."""
        return range(bisect_left(self.places, (start,)), bisect_left(self.places, (end,)))

    def listed_from(self, index: int) -> Sequence[int]:
        """Return a mention and those that follow it in its enumeration, at most `MOST`."""
        group = self.groups[self.group_of[index]]
        here = index - group[0]
        return group[here : here + MOST]

    def listed_to(self, index: int) -> Sequence[int]:
        """Return the mentions of an enumeration up to one of them, at most `MOST`."""
        group = self.groups[self.group_of[index]]
        here = index - group[0] + 1
        return group[max(0, here - MOST) : here]


class Alternatives(NamedTuple):
    """Mentions of which one is enough, in lists of two or more indices.

    `worded` are those that words say so of ("or", "one of"); a slash may also stand for "and": those are `slashed`.
    """

    worded: list[list[int]]
    slashed: list[list[int]]


def alternatives(mentions: Mentions) -> Alternatives:
    """Find the mentions of which one is enough.

    Examples
    --------
    >>> text = "Java or Kotlin and C/C++"
    >>> alternatives(Mentions.of(text, [(0, 24)], [(0, 4), (8, 14), (19, 20), (21, 24)]))
    Alternatives(worded=[[0, 1]], slashed=[[2, 3]])
    """
    text, places = mentions.text, mentions.places
    found = Alternatives([], [])
    for group in mentions.groups:
        if len(group) < 2:
            continue
        first, last = places[group[0]], places[group[-1]]
        before = text[max(0, first[0] - 80) : first[0]]
        if _EXAMPLES.search(before) or _OR_SIMILAR.match(text, last[1]):
            found.worded.append(list(group))
        else:
            _join_by_or(text, places, group, found)
    return found


def _join_by_or(text: str, places: Sequence[Place], group: Sequence[int], found: Alternatives) -> None:
    """Add the alternatives in an enumeration: what an "or" joins, with the commas before it, and what slashes join.

    "And" parts alternatives, as does a comma behind an "or". A slash joins its two neighbours only, unless they are
    among what an "or" joins.
    """
    run, slashed, has_or = [group[0]], [[group[0]]], False

    def close() -> None:
        if has_or:
            found.worded.append(run)
        else:
            found.slashed.extend(part for part in slashed if len(part) > 1)

    for left, right in pairwise(group):
        joint = link(text, places[left], places[right])
        if joint == "and" or (joint == "list" and has_or):
            close()
            run, slashed, has_or = [], [], False
        if joint == "slash" and slashed:
            slashed[-1].append(right)
        else:
            slashed.append([right])
        run.append(right)
        has_or = has_or or joint == "or"
    close()
