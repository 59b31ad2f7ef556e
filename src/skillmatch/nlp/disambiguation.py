"""Decide whether a name that is also a word, a letter or a person is meant as a skill.

Forms that are matched whatever the case are plain: nothing else is called so. An `exact` form is weighed: its case,
the words around it, whether it stands in a list with other skills, in a skills section, after "experience with".
Each bit of evidence has a weight; the sum must reach what the form needs (`_needed`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.normalise import fold_text, fold_word
from skillmatch.nlp.notes import SECTIONS, get_spans
from skillmatch.nlp.words import Words

REACH = 14  # words on each side in which context counts
SEPARATORS = frozenset([",", "/", "|", ";", "•", "·", "&", "and", "or", "+", "(", ")", ":", "-", "*", "▪", "●", "–"])
_CUE_BEFORE = re.compile(
    r"(?:experienc|knowledge|proficien|skill|expert|fluen|familiar|background|hands on|competen|master|command|"
    r"understand|certifi|program|cod(?:e|ing)\b|writ|develop|implement|built|build|script|using|framework|languag|tool|"
    r"technolog|software|databas|librar|stack|queri)[a-z ]*$"
)
_CUE_AFTER = re.compile(
    r"(program|develop|engineer|script|cod(?:e|ing)\b|framework|librar|languag|package|macro|api\b|backend|frontend|"
    r"queri|microservice|cluster|server|database|pipeline|app\b|application|certifi)"
)
_SENTENCE_END = frozenset([".", "!", "?"])


class Surroundings:
    """What disambiguation may ask of a document: plain readings by place, sections, capitals."""

    def __init__(self, words: Words, plain: Sequence[Candidate]) -> None:
        self.words = words
        named = [c for c in plain if c.form.skill.type != "soft"]
        self.starts = {c.start: c for c in named}
        self.ends = {c.end: c for c in named}

    @cached_property
    def skill_places(self) -> list[tuple[int, int]]:
        """First and last character of each skills section."""
        sections = get_spans(self.words.doc, SECTIONS)
        return [(s.start_char, s.end_char) for s in sections if "skill" in s.label_]

    def in_skills_section(self, index: int) -> bool:
        """Tell whether a word stands in a skills section."""
        offset = self.words.words[index].idx if self.words.words is self.words.doc else self._offset(index)
        return any(start <= offset < end for start, end in self.skill_places)

    def _offset(self, index: int) -> int:
        return self.words.doc[int(self.words.place[index])].idx

    def neighbour_before(self, start: int) -> Candidate | None:
        """Return the plain skill that stands before a word, with at most two separators between."""
        for place in range(start, max(start - 3, 0), -1):
            if place in self.ends:
                return self.ends[place]
            if self.words.words[place - 1].lower_ not in SEPARATORS:
                return None
        return self.ends.get(start - 3)

    def neighbour_after(self, end: int) -> Candidate | None:
        """Return the plain skill that stands after a word, with at most two separators between."""
        for place in range(end, min(end + 3, len(self.words))):
            if place in self.starts:
                return self.starts[place]
            if self.words.words[place].lower_ not in SEPARATORS:
                return None
        return self.starts.get(end + 3)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the words around a candidate, at most `REACH` on each side, inside its sentence."""
        doc = self.words.words
        first, last = start, end
        while first > max(start - REACH, 0) and doc[first - 1].text not in _SENTENCE_END:
            first -= 1
        while last < min(end + REACH, len(doc)) and doc[last].text not in _SENTENCE_END:
            last += 1
        return first, last

    def is_capitals(self, start: int, end: int) -> bool:
        """Tell whether the words around are all in capitals, so that case says nothing."""
        first, last = max(start - 4, 0), min(end + 4, len(self.words))
        texts = [self.words.words[i].text for i in (*range(first, start), *range(end, last))]
        letters = [text for text in texts if text.isalpha() and len(text) > 1]
        return len(letters) >= 2 and all(text.isupper() for text in letters)

    def opens_sentence(self, start: int) -> bool:
        """Tell whether a word is the first of its sentence or line, where any word has a capital."""
        if start == 0 or self.words.line[start] != self.words.line[start - 1]:
            return True
        return not self.words.words[start - 1].text[0].isalnum() and self.words.words[start - 1].text not in ",/&(:"


def decide(candidate: Candidate, around: Surroundings) -> Candidate | None:
    """Accept a reading, with its confidence and reason, or drop it."""
    if not candidate.form.exact:
        return candidate
    needed, reasons = _needed(candidate, around)
    if needed <= 0:
        return replace(candidate, confidence=0.95, reason="exact case")
    found = 0.0
    for weight, reason in _evidence(candidate, around):
        found += weight
        reasons.append(reason)
    if found < needed:
        return None
    return replace(candidate, confidence=min(0.95, 0.6 + 0.1 * (found - needed) + 0.15), reason=", ".join(reasons))


def _needed(candidate: Candidate, around: Surroundings) -> tuple[float, list[str]]:
    """Return the evidence that the form needs, from its case and place alone."""
    words = around.words
    capitals = candidate.text.isupper() and around.is_capitals(candidate.start, candidate.end)
    if candidate.same_case and not (capitals and len(candidate.text) > 1 and candidate.form.skill.context != ()):
        if not candidate.form.skill.context:
            return 0.0, []
        needed = 1.0
        after = candidate.end
        if around.opens_sentence(candidate.start) and after < len(words) and words.words[after].text.islower():
            needed = 1.5
        return needed, ["exact case"]
    return (1.5 if capitals else 2.0), ["other case"]


def _evidence(candidate: Candidate, around: Surroundings) -> list[tuple[float, str]]:
    found = []
    words = around.words.words
    before = around.neighbour_before(candidate.start)
    after = around.neighbour_after(candidate.end)
    for neighbour in (before, after):
        if neighbour:
            found.append((1.0, f"beside {neighbour.form.skill.name}"))
    if around.in_skills_section(candidate.start):
        found.append((1.0, "in a skills section"))
    first, last = around.sentence(candidate.start, candidate.end)
    rest = f" {around.words.norm(first, candidate.start)} \n {around.words.norm(candidate.end, last)} "
    near = next((word for word in candidate.form.skill.context if f" {_fold(word)} " in rest), None)
    if near:
        found.append((1.0, f"near {near!r}"))
    lead = " ".join([words[i].lower_ for i in range(max(first, candidate.start - 4), candidate.start)])
    if cue := _CUE_BEFORE.search(lead):
        found.append((0.7, f"after {cue[0].strip()!r}"))
    if candidate.end < last and (cue := _CUE_AFTER.match(words[candidate.end].lower_)):
        found.append((1.0, f"before {cue[0]!r}"))
    return found


def _fold(phrase: str) -> str:
    return " ".join([fold_word(word) for word in fold_text(phrase).split()])
