"""Find mentions that a text says are absent or not wanted.

A cue rules the enumeration next to it and nothing else: "no experience with Java or Scala, but strong Kotlin" negates
two of three. "Not only" and "not just" are no negation, and what is "a plus but not required" is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillmatch.nlp.clauses import Clause, clause_at, lower_case
from skillmatch.nlp.enumerations import Place

REACH = 60  # characters between a cue and the enumeration that it rules; enough for "years of production experience"

# Some part of every cue, in lower case and with plain first letters: one fast pass tells which clauses to look into.
_TRIGGER = re.compile(
    r"no[tr]?\b|n't|cannot|never|neither|without|lack|instead|rather|opposed|except|exclud|away from|phas|rid of|unfamiliar|inexper|unacq|zero|little|unnec"
)
_THING = r"(?:experience|knowledge|familiarity|exposure|background|skills?|expertise|understanding|training|need|use|proficiency)"
_NOT = r"(?:\w+n't|(?:do|does|did|have|has|had|is|are|was|were|am|need|will|would|could|should) (?:not|never|no longer)|cannot|never|no longer)"
_ADVERBS = r"(?: (?:yet|really|currently|actually|ever|already|be|been|have|to|got|need|needed|required|expected|personally|directly))*"
_VERB = (
    r"(?:us(?:e|es|ed|ing)|need(?:s|ed)?|requir(?:e|es|ed|ing)|know|known|familiar|experienced|proficient|work(?:s|ed|ing)?|tried|touched|"
    r"learn(?:ed|t)?|written|writ(?:e|es|ing)|wrote|want(?:ed)?|expect(?:ed)?|look(?:ing)? for|support(?:ed|s)?|have|had|master(?:ed)?|cod(?:e|ed|ing))"
)
# Cues that reach over a few words, up to the enumeration that follows.
_FAR = re.compile(
    rf"\b(?:(?:no|zero|little(?: to no)?|without|lacks?|lacking|lack of)\s+(?:[\w-]+\s+){{0,3}}?{_THING}"
    rf"|{_NOT}{_ADVERBS} {_VERB}"
    r"|(?:mov(?:e|ed|ing)|transition(?:ed|ing)?|shift(?:ed|ing)?) away from|phas(?:e|ed|ing) out|getting rid of"
    r"|(?:unfamiliar|inexperienced|unacquainted)(?: with| in)?|lacks?|lacking"
    r"|nor(?: (?:is|are|do|does|have|has))?(?: (?:we|you|I))?(?: (?:need|use|know|require))?|neither)\b",
    re.IGNORECASE,
)
# Cues that rule only what stands right after them, but for filling words.
_NEAR = re.compile(
    r"\b(?:not(?! (?:only|just|merely|solely|limited|least|to mention|simply|alone|necessarily))|no|zero|without|instead of|rather than|"
    r"as opposed to|except(?: for)?|excluding)"
    r"(?= (?:(?:an?|any|the|our|in|with|using|on|for|prior|previous|real|direct|much|use|of|specifically|yet|familiar|experienced|proficient|good|used|knowing)\s+)*"
    r"[\"']?(?P<next>\S))",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(?:cannot|can't|can not|could not|couldn't|never|nothing|nobody|no one|no)\b[^.;,]*$", re.IGNORECASE
)
_AFTER = re.compile(
    r"\b(?:\w+n't|not|no longer|never)(?: \w+)? (?:required|needed|necessary|wanted|used|expected|relevant|important|our|a focus|part of)\b"
    r"|\b(?:is|are) (?:unnecessary|not applicable)\b",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\b(?:plus|bonus|advantage|asset|beneficial|preferred|desirable|ideal(?:ly)?|nice|good|helpful|great|welcome|optional)\b",
    re.IGNORECASE,
)
_SOFT = re.compile(r"\b(?:strictly|necessarily|absolutely|mandator(?:y|ily)|essential|a must)\b", re.IGNORECASE)
_TURN = re.compile(
    r"\b(?:strong|solid|good|great|excellent|experienced|proficient|experts?|fluent|advanced|skilled|years?|but|only|mainly|mostly|just|rather|know)\b|;",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[;:]|\b(?:but|however|although|though|yet|while|whereas|mainly|mostly|mainly|instead|except)\b|\)|"
    r",\s*(?:I|we|you|they|he|she|strong|solid|good|experienced|proficient|expert|skilled|only|just|\d)\b|\b(?:to|using|in order|because|since|so)\b",
    re.IGNORECASE,
)


def find_negated(
    text: str, clauses: Sequence[Clause], places: Sequence[Place], groups: Sequence[Sequence[int]]
) -> frozenset[int]:
    """Find the negated mentions.

    Parameters
    ----------
    text, clauses
        The text and its clauses.
    places, groups
        Mentions in order, and the enumerations that they stand in.

    Returns
    -------
    Indices into `places`.

    Examples
    --------
    >>> find_negated("no Java, but Perl", [(0, 17)], [(3, 7), (13, 17)], [[0], [1]])
    frozenset({0})
    """
    by_clause: dict[Clause, list[Sequence[int]]] = {}
    for group in groups:
        by_clause.setdefault(clause_at(clauses, places[group[0]][0]), []).append(group)
    negated: set[int] = set()
    for clause in sorted({clause_at(clauses, found.start()) for found in _TRIGGER.finditer(lower_case(text))}):
        if nearby := by_clause.get(clause):
            negated.update(_after_cues(text, clause, places, nearby))
            negated.update(_before_cues(text, clause, places, nearby))
    return frozenset(negated)


def _after_cues(text: str, clause: Clause, places: Sequence[Place], groups: Sequence[Sequence[int]]) -> Iterator[int]:
    for cue in _FAR.finditer(text, *clause):
        if not any(cue.start() <= places[index][0] < cue.end() for group in groups for index in group):
            yield from _after_cue(text, cue.end(), places, groups)
    for cue in _NEAR.finditer(text, *clause):
        if not _TWICE.search(text, max(clause[0], cue.start() - REACH), cue.start()):
            members = _after_cue(text, cue.end(), places, groups)
            yield from members if members and places[members[0]][0] == cue.start("next") else ()


def _before_cues(text: str, clause: Clause, places: Sequence[Place], groups: Sequence[Sequence[int]]) -> Iterator[int]:
    for cue in _AFTER.finditer(text, *clause):
        if not _is_wanted(text, clause, cue):
            yield from _before_cue(text, cue, places, groups)


def _after_cue(text: str, end: int, places: Sequence[Place], groups: Sequence[Sequence[int]]) -> Sequence[int]:
    """Return the members, from the cue on, of the first enumeration that it reaches."""
    for group in groups:
        members = [index for index in group if places[index][0] >= end]
        if members:
            start = places[members[0]][0]
            between = text[end:start]
            if len(between) > REACH or _STOP.search(between):
                return ()
            return _until_turn(text, places, members)
    return ()


def _until_turn(text: str, places: Sequence[Place], members: Sequence[int]) -> Sequence[int]:
    """Cut an enumeration where praise or contrast joins the next member: "no Java and strong Python"."""
    for number in range(1, len(members)):
        if _TURN.search(text, places[members[number - 1]][1], places[members[number]][0]):
            return members[:number]
    return members


def _before_cue(
    text: str, cue: re.Match[str], places: Sequence[Place], groups: Sequence[Sequence[int]]
) -> Sequence[int]:
    """Return the enumeration that ends before the cue, if nothing else stands between."""
    for group in reversed(groups):
        members = [index for index in group if places[index][1] <= cue.start()]
        if members:
            between = text[places[members[-1]][1] : cue.start()]
            return members if len(between) <= REACH and not re.search(r"[;:.]|\bbut\b", between) else ()
    return ()


def _is_wanted(text: str, clause: Clause, cue: re.Match[str]) -> bool:
    """Tell "a plus but not required" and "not strictly required" from "not required"."""
    return bool(_NO_NEGATION.search(text, max(clause[0], cue.start() - REACH), min(clause[1], cue.end() + 20))) or bool(
        _SOFT.search(cue[0])
    )
