"""Find mentions that a text says are absent or not wanted.

A cue rules the enumeration next to it and nothing else: "no experience with Java or Scala, but strong Kotlin" negates
two of three. "Not only" and "not just" are no negation, and what is "a plus but not required" is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillmatch.nlp.clauses import Clause, clause_at
from skillmatch.nlp.enumerations import Mentions, link
from skillmatch.nlp.negation_cues import (
    AFTER,
    ANSWER,
    ANY,
    ANY_AFTER,
    APART,
    BEFORE_THAT,
    DENYING_LABEL,
    EXCEPTED,
    FAR,
    FRONTED,
    IF,
    INSTEAD,
    IS_ASKED,
    IS_NOT,
    ITS,
    JOINT,
    LABEL_ENDS,
    LACK_IS_FINE,
    NEAR,
    NO_DENIAL,
    NO_LABEL,
    NO_NEGATION,
    ONCE,
    PLAIN_WORDS,
    REJECTED,
    SOFT,
    SPARED,
    STILL_DONE,
    STOP,
    THAN,
    TRIGGER,
    TRIGGER_PHRASES,
    TURN,
    TWICE,
    UNASKED,
    UNLESS,
    WHICH_NOT,
)
from skillmatch.nlp.screen import Screen

REACH = 60  # characters between a cue and the enumeration that it rules; enough for "years of production experience"
FAR_REACH = 200  # characters between a cue and what happens to those who lack the skill

_may_deny = Screen(TRIGGER.search)


def find_negated(mentions: Mentions) -> frozenset[int]:
    """Find the negated mentions.

    Examples
    --------
    >>> find_negated(Mentions.of("no Java, but Perl", [(0, 17)], [(3, 7), (13, 17)]))
    frozenset({0})
    """
    negated: set[int] = set()
    for clause in mentions.held:
        stretch = mentions.lower[slice(*clause)]
        if _may_deny(stretch) or any(map(stretch.__contains__, TRIGGER_PHRASES)):
            here = {
                *_after_cues(mentions, clause),
                *_before_cues(mentions, clause),
                *_said_to_be_fine(mentions, clause),
            }
            negated.update(it for it in here if not SPARED.search(mentions.lower[clause[0] : mentions.places[it][0]]))
    for question in UNASKED.finditer(mentions.lower) if "?" in mentions.lower else ():
        negated.update(mentions.within(clause_at(mentions.clauses, question.start())[0], question.start()))
    return frozenset(negated)


def _after_cues(mentions: Mentions, clause: Clause) -> Iterator[int]:
    """Yield what cues before an enumeration negate."""
    text = mentions.lower
    for cue in FAR.finditer(text, *clause):
        if not mentions.within(*cue.span()) and not _is_excused(text, cue, clause):
            denied = _after_cue(mentions, cue.end(), clause)
            if denied and not _is_made_good(text, cue[0], mentions.places[denied[-1]][1], clause):
                yield from denied
    for cue in EXCEPTED.finditer(text, *clause):
        yield from _after_cue(mentions, cue.end(), clause)
    label = DENYING_LABEL.match(text, *clause)
    if label and not NO_LABEL.search(label[0]) and not mentions.within(*label.span()):
        yield from mentions.within(label.end(), clause[1])
    for cue in NEAR.finditer(text, *clause):
        here = cue.start("next")
        if mentions.within(here, here + 1) and not _is_twice(text, cue, clause):
            yield from _after_cue(mentions, cue.end(), clause)
    yield from _after_any(mentions, clause)


def _after_any(mentions: Mentions, clause: Clause) -> Iterator[int]:
    """Yield what any denied verb negates, with plain words only between: "I would not call myself a Perl person"."""
    text = mentions.lower
    for cue in ANY.finditer(text, *clause):
        after = mentions.within(cue.end(), min(cue.end() + REACH, clause[1]))
        if not after:
            continue
        start, end = mentions.places[after[0]]
        if not PLAIN_WORDS.fullmatch(text, cue.end(), start) or _is_compared(text, end):
            continue
        if _is_made_good(text, text[cue.start() : start], end, clause):
            continue
        if not _is_excused(text, cue, clause) and not _is_twice(text, cue, clause):
            yield from _listed_alike(mentions, after[0], cue.end())


def _is_made_good(text: str, denial: str, end: int, clause: Clause) -> bool:
    """Tell "had never used SQL before" and "no training in SQL, yet I use it", which deny nothing of today."""
    if ONCE.search(denial.rstrip()) and BEFORE_THAT.match(text, end, clause[1]):
        return True
    return STILL_DONE.match(text, end, min(clause[1], end + REACH)) is not None and " it" in text[end : end + 2 * REACH]


def _is_compared(text: str, end: int) -> bool:
    """Tell "nobody knew SQL better than I did", which denies it of others only."""
    return THAN.search(text, end, end + REACH) is not None


def _is_rejected(text: str, start: int, clause: Clause) -> bool:
    """Tell whether those who lack it are turned away, so that it is a must."""
    return REJECTED.search(text, start, min(clause[1], start + FAR_REACH)) is not None


def _is_twice(text: str, cue: re.Match[str], clause: Clause) -> bool:
    """Tell "cannot live without" and "without SQL you will not survive" from "live without"."""
    if _is_rejected(text, cue.end(), clause):
        return True
    return TWICE.search(text, max(clause[0], cue.start() - REACH), cue.start()) is not None


def _is_excused(text: str, cue: re.Match[str], clause: Clause) -> bool:
    """Tell "you get nowhere without knowledge of" and "if you do not know", which deny nothing."""
    if _is_rejected(text, cue.end(), clause):
        return True
    before = text[max(clause[0], cue.start() - REACH) : cue.start()]
    return TWICE.search(before) is not None if cue[0].startswith("without") else IF.search(before) is not None


def _before_cues(mentions: Mentions, clause: Clause) -> Iterator[int]:
    """Yield what cues behind an enumeration negate, if nothing else stands between."""
    for cue in AFTER.finditer(mentions.lower, *clause):
        before = mentions.within(max(clause[0], cue.start() - REACH), cue.start())
        if before and not _is_wanted(mentions.lower, clause, cue):
            last = before[-1]
            lead = mentions.lower[max(clause[0], mentions.places[before[0]][0] - REACH) : mentions.places[last][0]]
            if not APART.search(mentions.lower, mentions.places[last][1], cue.start()) and not INSTEAD.search(lead):
                yield from _joined_to(mentions, last) if ANSWER.match(cue[0]) else _alike_to(mentions, last)
    for cue in WHICH_NOT.finditer(mentions.lower, *clause):
        before = mentions.within(max(clause[0], cue.start() - REACH), cue.start())
        is_next = before and mentions.places[before[-1]][1] == cue.start()
        if mentions.text.startswith((" We ", " You ", " They "), cue.start()):
            continue  # another sentence, whose mark is lost
        if cue[0].startswith(FRONTED) and UNLESS.search(mentions.lower, clause[0], cue.start()):
            continue  # "without SQL you will not get far"
        if is_next and not NO_DENIAL.search(cue[0].partition("not")[2]):
            yield from _joined_to(mentions, before[-1])


def _alike_to(mentions: Mentions, last: int) -> Sequence[int]:
    """Return the members of an enumeration up to one, from where nothing else is said: "Perl well, Go and C not"."""
    members = mentions.listed_to(last)
    for number in range(len(members) - 1, 0, -1):
        gap = mentions.lower[mentions.places[members[number - 1]][1] : mentions.places[members[number]][0]]
        if not JOINT.fullmatch(gap):
            return members[number:]
    return members


def _joined_to(mentions: Mentions, last: int) -> Sequence[int]:
    """Return a mention and what "and" or "or" joins to it: "Java, Perl no" says nothing of Java."""
    members = list(mentions.listed_to(last))
    for number in range(len(members) - 1, 0, -1):
        left, right = mentions.places[members[number - 1]], mentions.places[members[number]]
        if link(mentions.lower, left, right) == "list":
            return members[number:]
    return members


def _said_to_be_fine(mentions: Mentions, clause: Clause) -> Iterator[int]:
    """Yield what need not be there: "lack of Perl is no problem", or "is not" after another that is."""
    for cue in ANY_AFTER.finditer(mentions.lower, *clause):
        before = mentions.within(max(clause[0], cue.start() - REACH), cue.start())
        between = (mentions.places[before[-1]][1], cue.start()) if before else (0, 0)
        denied = (
            before and ITS.fullmatch(mentions.lower, *between) and not NO_DENIAL.search(mentions.lower, *cue.span())
        )
        if denied and not _is_rejected(mentions.lower, cue.start(), clause) and not SOFT.search(cue[0]):
            yield from mentions.listed_to(before[-1])
    for cue in LACK_IS_FINE.finditer(mentions.lower, *clause):
        yield from mentions.within(*cue.span("what"))
    for cue in IS_NOT.finditer(mentions.lower, *clause):
        before = mentions.within(max(clause[0], cue.start() - REACH), cue.start())
        gap = mentions.lower[mentions.places[before[-1]][1] : cue.start()] if before else ","
        if "," not in gap and IS_ASKED.search(mentions.lower, max(0, cue.start() - 2 * REACH), cue.start()):
            yield before[-1]


def _after_cue(mentions: Mentions, end: int, clause: Clause) -> Sequence[int]:
    """Return the members, from the cue on, of the first enumeration that it reaches."""
    if mentions.lower[end : end + 1] in {",", ".", ";", ")", "!", "?"}:
        return ()  # "is no longer used, all is React"
    if label := LABEL_ENDS.match(mentions.lower, end):
        end = label.end()
    after = mentions.within(end, min(end + REACH, clause[1]))
    if not after or STOP.search(mentions.lower, end, mentions.places[after[0]][0]):
        return ()
    return _listed_alike(mentions, after[0], end)


def _listed_alike(mentions: Mentions, first: int, end: int) -> Sequence[int]:
    """Return the members of an enumeration, from one on, of which all is said that is said of the first."""
    members = mentions.listed_from(first)
    for number in range(1, len(members)):
        here = mentions.places[members[number]][0]
        if TURN.search(mentions.lower, mentions.places[members[number - 1]][1], here):
            return members[:number]  # praise or contrast joins the next member: "no Java and strong Python"
        if mentions.lower.count(")", end, here) > mentions.lower.count("(", end, here):
            return members[:number]  # the cue stands inside a bracket: "Java (never Perl), Python"
    return members


def _is_wanted(text: str, clause: Clause, cue: re.Match[str]) -> bool:
    """Tell "a plus but not required" and "not strictly required" from "not required"."""
    if " nor" in cue[0]:
        return False  # "neither required nor useful"
    return bool(NO_NEGATION.search(text, max(clause[0], cue.start() - REACH), min(clause[1], cue.end() + 20))) or bool(
        SOFT.search(cue[0])
    )
