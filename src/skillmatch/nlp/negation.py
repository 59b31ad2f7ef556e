"""Find mentions that a text says are absent or not wanted.

A cue rules the enumeration next to it and nothing else: "no experience with Java or Scala, but strong Kotlin" negates
two of three. "Not only" and "not just" are no negation, and what is "a plus but not required" is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillmatch.nlp.clauses import Clause, clause_at
from skillmatch.nlp.enumerations import Place

REACH = 60  # characters between a cue and the enumeration that it rules; enough for "years of production experience"

_NOT = r"(?:not|n't|never)"
_AUX = r"(?:do|does|did|have|has|had|is|are|was|were|am|need|will|would|can|could|should)"
_BEFORE = re.compile(
    r"\b(?:"
    r"(?:no|zero|little(?: to no)?|without(?: any)?|lacks?|lacking|lack of)\s+(?:[\w-]+\s+){0,3}?(?:experience|knowledge|familiarity|exposure|background|skills?|expertise|understanding|training|need|use|proficiency)\b"
    r"|without\b(?! (?:supervision|guidance|prior notice|doubt))"
    rf"|{_AUX}(?: ?not|n't| never| no longer)\s+(?:yet |really |currently |actually |necessarily |have to |need to |needed to |required to |expected to )*(?:be |been )?(?:us(?:e|ed|ing)|need(?: to)?(?: know)?|requir(?:e|ed)(?: to know)?|know|known|familiar|experienced|proficient|work(?:ed|ing)?|tried|touched|learn(?:ed|t)?|written|want|expect(?:ed)?|look(?:ing)? for|support(?:ed)?|have|had)\b"
    rf"|{_AUX}(?: ?not|n't| never)(?= (?:a|an)? ?[A-Z])"
    r"|never (?:used|worked|touched|tried|written|learn(?:ed|t))|no longer (?:us(?:e|es|ing)|support|need)"
    r"|(?:unfamiliar|inexperienced|unacquainted)(?: with| in)?|instead of|rather than|as opposed to|other than|except(?: for)?|excluding"
    r"|(?:mov(?:e|ing)|migrat(?:e|ing)|transition(?:ing)?|shift(?:ing)?|step(?:ping)?) away from|phas(?:e|ing) out|getting rid of|replac(?:e|ing) our"
    r"|nor (?:is|are|do|does|have|has)?(?: (?:we|you|I))?(?: (?:need|use|know|require))?|neither|but not|not(?! (?:only|just|merely|solely|limited|least|to mention|simply|alone|necessarily))"
    r"|no(?= [A-Z])"
    r")(?![\w-])",
    re.IGNORECASE,
)  # fmt: skip
_AFTER = re.compile(
    r"\b(?:(?:is|are|was|were|'s|be) )?(?:currently |strictly )?(?:"
    r"(?:not|n't|no longer|never|isn't|aren't) (?:\w+ )?(?:required|needed|necessary|wanted|used|expected|relevant|important|our|a focus|part of)"
    r"|unnecessary|not applicable"
    r")\b|\bisn't\b|\baren't\b|\bnot (?:required|needed|necessary)\b",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\b(?:plus|bonus|advantage|asset|beneficial|preferred|desirable|ideal(?:ly)?|nice|good|helpful|great|welcome|optional)\b",
    re.IGNORECASE,
)
_SOFT = re.compile(r"\b(?:strictly|necessarily|absolutely|mandator(?:y|ily)|essential|a must)\b", re.IGNORECASE)
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
    if not places:
        return frozenset()
    starts: dict[int, list[Sequence[int]]] = {}
    for group in groups:
        starts.setdefault(clause_at(clauses, places[group[0]][0])[0], []).append(group)
    negated: set[int] = set()
    for cue in _BEFORE.finditer(text):
        clause = clause_at(clauses, cue.start())
        negated.update(_after_cue(text, cue, places, starts.get(clause[0], ())))
    for cue in _AFTER.finditer(text):
        clause = clause_at(clauses, cue.start())
        if not _is_wanted(text, clause, cue):
            negated.update(_before_cue(text, cue, places, starts.get(clause[0], ())))
    return frozenset(negated)


def _after_cue(
    text: str, cue: re.Match[str], places: Sequence[Place], groups: Sequence[Sequence[int]]
) -> Sequence[int]:
    """Return the members, from the cue on, of the first enumeration that it reaches."""
    for group in groups:
        members = [index for index in group if places[index][0] >= cue.end()]
        if members:
            start = places[members[0]][0]
            between = text[cue.end() : start]
            return members if len(between) <= REACH and not _STOP.search(between) else ()
    return ()


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
