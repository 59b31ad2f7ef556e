"""Find mentions that a text says are absent or not wanted.

A cue rules the enumeration next to it and nothing else: "no experience with Java or Scala, but strong Kotlin" negates
two of three. "Not only" and "not just" are no negation, and what is "a plus but not required" is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillmatch.nlp.clauses import Clause, clause_at, lower_case
from skillmatch.nlp.enumerations import Mentions

REACH = 60  # characters between a cue and the enumeration that it rules; enough for "years of production experience"

# Some part of every cue, in lower case and with plain first letters: one fast pass tells which clauses to look into.
_TRIGGER = re.compile(
    r"no[tr]?\b|n't|cannot|never|neither|without|lack|instead|rather|opposed|except|exclud|away from|phas"
    r"|rid of|unfamiliar|inexper|unacq|zero|little|unnec"
)
_THING = (
    r"(?:experience|knowledge|familiarity|exposure|background|skills?|expertise|understanding|training"
    r"|need|use|proficiency)"
)
_NOT = (
    r"(?:\w+n't|(?:do|does|did|have|has|had|is|are|was|were|am|need|will|would|could|should) (?:not|never"
    r"|no longer)|cannot|never|no longer)"
)
_ADVERBS = (
    r"(?: (?:yet|really|currently|actually|ever|already|be|been|have|to|got|need|needed|required|expected"
    r"|personally|directly))*"
)
_VERB = (
    r"(?:us(?:e|es|ed|ing)|need(?:s|ed)?|requir(?:e|es|ed|ing)|know|known|familiar|experienced|proficient"
    r"|work(?:s|ed|ing)?|tried|touched|"
    r"learn(?:ed|t)?|written|writ(?:e|es|ing)|wrote|want(?:ed)?|expect(?:ed)?|look(?:ing)? for"
    r"|support(?:ed|s)?|have|had|master(?:ed)?|cod(?:e|ed|ing))"
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
    r"\b(?:(?<!or )not(?! (?:only|just|merely|solely|limited|least|to mention|simply|alone|necessarily))|zero"
    r"|no(?![ -]?sql\b)|(?<!and )(?<!or )without|instead of|rather than|"
    r"as opposed to|except(?: for)?|excluding)"
    r"(?= (?:(?:an?|any|the|our|in|with|using|on|for|prior|previous|real|direct|much|use|of|specifically"
    r"|yet|familiar|experienced|proficient|good|used|knowing)\s+)*"
    r"[\"']?(?P<next>\S))",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(?:cannot|can't|can not|could not|couldn't|never|nothing|nobody|no one|no)\b[^.;,]*$", re.IGNORECASE
)
_AFTER = re.compile(
    r"\b(?:\w+n't|not|no longer|never)(?: \w+)? (?:required|needed|necessary|wanted|used|expected|relevant"
    r"|important|our|a focus|part of)\b"
    r"|\b(?:is|are) (?:unnecessary|not applicable)\b",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\b(?:plus|bonus|advantage|asset|beneficial|preferred|desirable|ideal(?:ly)?|nice|good|helpful|great"
    r"|welcome|optional)\b",
    re.IGNORECASE,
)
_SOFT = re.compile(r"\b(?:strictly|necessarily|absolutely|mandator(?:y|ily)|essential|a must)\b", re.IGNORECASE)
_TURN = re.compile(
    r"\b(?:strong|solid|good|great|excellent|experienced|proficient|experts?|fluent|advanced|skilled"
    r"|years?|but|only|mainly|mostly|just|rather|know)\b|;",
    re.IGNORECASE,
)
_APART = re.compile(r"[;:.]|\bbut\b")
_STOP = re.compile(
    r"[;:)]|,\s*(?:he|she|strong|solid|good|experienced|proficient|expert|skilled|only|just|\d)\b"
    r"|\b(?:but|however|although|though|while|whereas|mainly|mostly|instead|except|to|using|in order|because|since|so"
    r"|more|I|you|we|they|our|must|can|will|(?:on|for|at) (?:the|our|your|their))\b",
    re.IGNORECASE,
)


def find_negated(mentions: Mentions) -> frozenset[int]:
    """Find the negated mentions.

    Examples
    --------
    >>> find_negated(Mentions.of("no Java, but Perl", [(0, 17)], [(3, 7), (13, 17)]))
    frozenset({0})
    """
    negated: set[int] = set()
    for clause in sorted(
        {clause_at(mentions.clauses, cue.start()) for cue in _TRIGGER.finditer(lower_case(mentions.text))}
    ):
        if mentions.within(*clause):
            negated.update(_after_cues(mentions, clause))
            negated.update(_before_cues(mentions, clause))
    return frozenset(negated)


def _after_cues(mentions: Mentions, clause: Clause) -> Iterator[int]:
    """Yield what cues before an enumeration negate."""
    text = mentions.text
    for cue in _FAR.finditer(text, *clause):
        if not mentions.within(*cue.span()):
            yield from _after_cue(mentions, cue.end(), clause)
    for cue in _NEAR.finditer(text, *clause):
        here = cue.start("next")
        if mentions.within(here, here + 1) and not _TWICE.search(
            text, max(clause[0], cue.start() - REACH), cue.start()
        ):
            yield from _after_cue(mentions, cue.end(), clause)


def _before_cues(mentions: Mentions, clause: Clause) -> Iterator[int]:
    """Yield what cues behind an enumeration negate, if nothing else stands between."""
    for cue in _AFTER.finditer(mentions.text, *clause):
        before = mentions.within(max(clause[0], cue.start() - REACH), cue.start())
        if before and not _is_wanted(mentions.text, clause, cue):
            last = before[-1]
            if not _APART.search(mentions.text, mentions.places[last][1], cue.start()):
                yield from mentions.listed_to(last)


def _after_cue(mentions: Mentions, end: int, clause: Clause) -> Sequence[int]:
    """Return the members, from the cue on, of the first enumeration that it reaches."""
    after = mentions.within(end, min(end + REACH, clause[1]))
    if not after or _STOP.search(mentions.text, end, mentions.places[after[0]][0]):
        return ()
    members = mentions.listed_from(after[0])
    for number in range(1, len(members)):
        if _TURN.search(mentions.text, mentions.places[members[number - 1]][1], mentions.places[members[number]][0]):
            return members[:number]  # praise or contrast joins the next member: "no Java and strong Python"
    return members


def _is_wanted(text: str, clause: Clause, cue: re.Match[str]) -> bool:
    """Tell "a plus but not required" and "not strictly required" from "not required"."""
    return bool(_NO_NEGATION.search(text, max(clause[0], cue.start() - REACH), min(clause[1], cue.end() + 20))) or bool(
        _SOFT.search(cue[0])
    )
