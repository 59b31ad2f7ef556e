"""The component that finds terms used like skills that the taxonomy lacks: `doc.spans["unknown"]`.

Where people write skills as items, an item that no known skill covers is a term of its own: in a list with known
skills, in a skills section, in a bare list of terms, after "experience with". Each comes with a confidence in its note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from skillmatch.nlp.notes import SKILLS, UNKNOWN, get_spans, note, set_spans
from skillmatch.nlp.requirements import requirement_at
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.words import Words

MAX_WORDS = 4  # of a term; longer items are clauses
BARE_TERM, SKILLS_ITEM, LIST_ITEM, CLAIMED = 0.9, 0.6, 0.5, 0.4  # confidence by place; plausible order, not fitted
COVERED = 0.5  # share of an item's words that known skills must cover to make it known
_FILLERS = """
    etc experience experienced knowledge good strong excellent basic advanced year years months using based including
    such like e.g i.e other others various related skill skills tool tools technology technologies language languages
    proficient proficiency familiar familiarity understanding working ability able must plus preferred required
"""
_FILLING = STOP_WORDS | set(_FILLERS.split())
_CLAIM = re.compile(
    r"(?:experience|knowledge|proficien\w+|familiar\w*|expertise|skilled|versed|background) (?:with|in|of|using)$"
)
_CLAIM_WORDS = """
    experience knowledge proficiency proficient familiarity familiar expertise skilled versed background
"""
_CLAIMING = frozenset([*_CLAIM_WORDS.split(), *_CLAIM_WORDS.title().split()])
_MARKS = frozenset(',;:/|()[]{}<>•·▪●○■□►▶✓✔☞➢➤*="!?.~…–—') | {"and", "or"}
_PLACES = frozenset(
    ["contact", "references", "interests", "education", "about-company", "benefits", "equal-opportunity"]
)
_NUMBER = re.compile(r"[\d.,+%$€£-]+$")


class _Item(NamedTuple):
    """Words `start` to `end` between two marks of a line; `known` is the share that known skills cover."""

    start: int
    end: int
    known: float


class OpenTerms:
    """Find unknown terms; `skillmatch_skills` must have run, `skillmatch_context` may have."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the unknown terms of a Doc."""
        words = Words.of(doc)
        doc.user_hooks.pop("words", None)  # no later component needs them
        around = Surroundings(words)
        terms = sorted({(start, end): sure for start, end, sure in _find(words, around)}.items())
        spans = [words.span(start, end, label="open", span_id="") for (start, end), _ in terms]
        set_spans(doc, UNKNOWN, spans)
        for span, (_, sure) in zip(spans, terms, strict=True):
            known = note(doc, span, UNKNOWN)
            known["confidence"], known["requirement"] = sure, requirement_at(doc, span.start_char)
        return doc


def _find(words: Words, around: Surroundings) -> Iterator[tuple[int, int, float]]:
    known = _known_places(words)
    for line in _lines(words):
        covered = [place in known for place in line]
        if words.is_bare_list:
            if sum(covered) < COVERED * len(line):
                yield line.start, line.stop, BARE_TERM
        elif (
            any(covered)
            or around.in_skills_section(line.start)
            or not _CLAIMING.isdisjoint(words.texts[line.start : line.stop])
        ):
            yield from _find_items(words, around, line, known)


def _find_items(words: Words, around: Surroundings, line: range, known: set[int]) -> Iterator[tuple[int, int, float]]:
    items = list(_items(words, line, known))
    for number, item in enumerate(items):
        sure = _confidence(words, around, items, number)
        trimmed = _trim(words, item) if sure else None
        if trimmed:
            yield *trimmed, sure


def _confidence(words: Words, around: Surroundings, items: list[_Item], number: int) -> float:
    item = items[number]
    if item.known >= COVERED:
        return 0.0
    kind = around.kind_at(item.start)
    if item.end - item.start > MAX_WORDS or item.known or kind in _PLACES or around.is_heading(item.start):
        return 0.0
    if kind in ("skills", "stack") and (len(items) > 1 or _is_name(words, item)):
        return SKILLS_ITEM
    if not _is_name(words, item):
        return 0.0
    beside = items[max(number - 1, 0) : number] + items[number + 1 : number + 2]
    trimmed = _trim(words, item)
    if trimmed and item.start < trimmed[0] and trimmed[1] == item.end and _CLAIM.search(around.lead(trimmed[0], 4)):
        return CLAIMED
    listed = [other for other in beside if other.known > COVERED and other.end - other.start <= MAX_WORDS]
    if listed and sum(other.known > COVERED for other in items) >= 2:
        return LIST_ITEM
    return 0.0


def _known_places(words: Words) -> set[int]:
    """Return the words that known skills cover."""
    spans = get_spans(words.doc, SKILLS)
    return {bisect_left(words.place, place) for span in spans for place in range(span.start, span.end)}


def _lines(words: Words) -> Iterator[range]:
    yield from map(range, words.line_starts, [*words.line_starts[1:], len(words)])


def _items(words: Words, line: range, known: set[int]) -> Iterator[_Item]:
    marks = [place for place in line if words.texts[place] in _MARKS]
    for start, end in zip([line.start, *(mark + 1 for mark in marks)], [*marks, line.stop], strict=True):
        if end > start:
            yield _Item(start, end, sum([place in known for place in range(start, end)]) / (end - start))


def _trim(words: Words, item: _Item) -> tuple[int, int] | None:
    """Cut fillers from both ends of an item; None if nothing is left that could be a name."""
    start, end = item.start, item.end
    while start < end and _is_filler(words.texts[start].lower()):
        start += 1
    while end > start and _is_filler(words.texts[end - 1].lower()):
        end -= 1
    return (start, end) if any(words.texts[place].isalpha() for place in range(start, end)) else None


def _is_filler(text: str) -> bool:
    return text in _FILLING or not text[0].isalnum() or _NUMBER.match(text) is not None


def _is_name(words: Words, item: _Item) -> bool:
    """Tell whether a capital or a digit marks an item as a name."""
    trimmed = _trim(words, item)
    if trimmed is None:
        return False
    texts = [words.texts[place] for place in range(*trimmed)]
    return all(text != text.lower() or not text[0].isalpha() for text in texts)


@Language.factory("skillmatch_open", requires=["doc.spans"], assigns=["doc.spans"])
def make_open_terms(nlp: Language, name: str) -> OpenTerms:
    """Build the component for a pipeline."""
    return OpenTerms()
