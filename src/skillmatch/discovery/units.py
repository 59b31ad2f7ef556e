"""Cut a document into known skills, words that a term may be made of, and what parts terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from skillmatch.models import Document
from skillmatch.nlp import Profiler
from skillmatch.nlp.contacts import apart_places, link_places
from skillmatch.nlp.sections import Part, parts_of
from skillmatch.nlp.traces import ALWAYS, find_traces

UnitKind = Literal["skill", "word", "stop", "mark", "break"]

# Words that end a term: function words, and those by which people speak of any skill.
_STOP_TEXT = """
    a able about above across after again against all also am among an and any anyone are as at be because been before
    being below between both but by can cannot could did do does doing down during each either etc every few for from
    further had has have having he her here hers him his how i if in including into is it its itself just least less
    me more most much must my no nor not of off often on once one only or other others our ours out over own per
    please she should since so some such than that the their theirs them then there these they this those through to
    too under until up upon us used using various very via was we well were what when where whether which while who
    whom whose why will with within without would yet you your yours
"""
_STOP_WORDS = frozenset(_STOP_TEXT.split())
_LIST_MARKS = frozenset(",;/|&+•·▪●*-–:()")


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of a document: `folded` is the id of a skill, the folded form of a word, or the mark itself."""

    kind: UnitKind
    text: str
    folded: str
    start: int
    end: int


def cut(profiler: Profiler, text: str) -> tuple[list[Unit], list[str]]:
    """Return the units of a text, in order, and the kind of the section that each stands in.

    Misspelt skills are words here, so that a spelling can be proposed as an alias. What tells who a person
    is (contact blocks, the name wherever it stands) is a break: it can never become part of a term.
    """
    doc = profiler.nlp(text)
    skills = {span.start: span for span in doc.spans["skills"] if span.label_ != "fuzzy"}
    parts = parts_of(doc)
    hidden = bytearray(len(text) + 1)
    for start, end in _personal_places(text, parts) if doc.user_data["kind"] == "resume" else link_places(text):
        hidden[start:end] = b"\1" * (end - start)
    units: list[Unit] = []
    place = 0
    while place < len(doc):
        token = doc[place]
        span = skills.get(place)
        place = span.end if span is not None else place + 1
        start, end = token.idx, token.idx + len(token)
        if hidden[start]:
            units.append(Unit("break", "", "", start, end))
        elif span is not None:
            units.append(Unit("skill", text[span.start_char : span.end_char], span.id_, span.start_char, span.end_char))
        else:
            units.append(_unit(text[start:end], token.norm_, start, end))
    return units, list(_section_kinds(units, [(part.end, part.kind) for part in parts]))


def _personal_places(text: str, parts: tuple[Part, ...]) -> list[tuple[int, int]]:
    """Return what tells who the person is, and the sections about people."""
    traces = find_traces(Document(document_id="", text=text), kinds=ALWAYS | {"school"}, parts=parts)
    return [*apart_places(parts), *((trace.start, trace.end) for trace in traces)]


def _unit(word: str, folded: str, start: int, end: int) -> Unit:
    if word.isspace():  # a line end, or the wide gap that stands for one
        return Unit("break", word, "", start, end)
    if not any(character.isalnum() for character in word):
        return Unit("mark", word, word if word in _LIST_MARKS else "", start, end)
    if word.lower() in _STOP_WORDS:
        return Unit("stop", word, word.lower(), start, end)
    if not any(character.isalpha() for character in word) or len(folded) > 40:
        return Unit("mark", word, "", start, end)
    return Unit("word", word, folded, start, end)


def _section_kinds(units: list[Unit], ends: list[tuple[int, str]]) -> Iterator[str]:
    number = 0
    for unit in units:
        while number < len(ends) - 1 and unit.start >= ends[number][0]:
            number += 1
        yield ends[number][1] if ends else "other"
