"""The component that finds terms used like skills that the taxonomy lacks: `doc.spans["unknown"]`.

Where people write skills as items, an item that no known skill covers is a term of its own: in a list with known
skills, in a skills section, in a bare list of terms, after "experience with". Each comes with a confidence in its note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from skillmatch.nlp.levels import LEVEL_WORDS
from skillmatch.nlp.notes import SKILLS, UNKNOWN, Note, get_spans, set_spans
from skillmatch.nlp.requirements import requirement_at
from skillmatch.nlp.surroundings import WORDS, Surroundings
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
        notes: list[Note] = [
            {"confidence": sure, "requirement": requirement_at(doc, span.start_char)}
            for span, (_, sure) in zip(spans, terms, strict=True)
        ]
        set_spans(doc, UNKNOWN, spans, notes)
        return doc


def _find(words: Words, around: Surroundings) -> Iterator[tuple[int, int, float]]:
    known = _known_before(words)
    for line in _lines(words):
        covered = known[line.stop] - known[line.start]
        if words.is_bare_list:
            if covered < COVERED * len(line):
                yield line.start, line.stop, BARE_TERM
        elif (
            covered
            or around.in_skills_section(line.start)
            or not _CLAIMING.isdisjoint(words.texts[line.start : line.stop])
        ):
            yield from _find_items(words, around, line, known)


def _find_items(
    words: Words, around: Surroundings, line: range, known: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    items = _items(words, line, known)
    is_list = sum([item.known > COVERED for item in items]) >= 2
    for number, item in enumerate(items):
        if item.known or item.end - item.start > MAX_WORDS:
            continue
        trimmed = _trim(words, item)
        beside = items[max(number - 1, 0) : number] + items[number + 1 : number + 2] if is_list else []
        if trimmed and (sure := _confidence(words, around, item, trimmed, beside, len(items))):
            yield *trimmed, sure


def _confidence(
    words: Words, around: Surroundings, item: _Item, trimmed: tuple[int, int], beside: list[_Item], items: int
) -> float:
    """Return how sure it is that an item of a line is a skill; `beside` are its neighbours if skills are listed."""
    kind = around.kind_at(item.start)
    if kind in _PLACES or around.is_heading(item.start):
        return 0.0
    is_name = _is_name(words, trimmed)
    if kind in ("skills", "stack") and (items > 1 or is_name):
        return SKILLS_ITEM
    if not is_name:
        return 0.0
    if item.start < trimmed[0] and trimmed[1] == item.end and _CLAIM.search(around.lead(trimmed[0], 4)):
        return CLAIMED
    if any(other.known > COVERED and other.end - other.start <= MAX_WORDS for other in beside):
        return LIST_ITEM
    return 0.0


def _known_before(words: Words) -> list[int]:
    """Return for each word how many of the words before it known skills cover."""
    covered = np.zeros(len(words) + 1, dtype=np.int64)
    spans = [(span.start, span.end) for span in get_spans(words.doc, SKILLS)]
    for first, last in words.place.searchsorted(spans).tolist():
        covered[first + 1 : last + 1] = 1
    counts: list[int] = covered.cumsum().tolist()
    return counts


def _lines(words: Words) -> Iterator[range]:
    yield from map(range, words.line_starts, [*words.line_starts[1:], len(words)])


def _items(words: Words, line: range, known: Sequence[int]) -> list[_Item]:
    items: list[_Item] = []
    start = line.start
    for end, text in enumerate(words.texts[line.start : line.stop], start):
        if text in _MARKS:
            if end > start:
                items.append(_Item(start, end, (known[end] - known[start]) / (end - start)))
            start = end + 1
    if line.stop > start:
        items.append(_Item(start, line.stop, (known[line.stop] - known[start]) / (line.stop - start)))
    return items


def _trim(words: Words, item: _Item) -> tuple[int, int] | None:
    """Cut fillers from both ends of an item; None if nothing is left that could be a name."""
    start, end = item.start, item.end
    while start < end and _is_filler(words.lowers[start]):
        start += 1
    while end > start and _is_filler(words.lowers[end - 1]):
        end -= 1
    return (start, end) if any(map(_may_name, words.lowers[start:end])) else None


def _may_name(text: str) -> bool:
    """Tell whether a word in small letters may be what an item is about: no number, nor how well it is known."""
    return text.isalpha() and text not in LEVEL_WORDS


@lru_cache(WORDS)
def _is_filler(text: str) -> bool:
    return text in _FILLING or not text[0].isalnum() or _NUMBER.match(text) is not None


def _is_name(words: Words, trimmed: tuple[int, int]) -> bool:
    """Tell whether a capital or a digit marks an item as a name."""
    texts = words.texts[trimmed[0] : trimmed[1]]
    return all(text != text.lower() or not text[0].isalpha() for text in texts)


@Language.factory("skillmatch_open", requires=["doc.spans"], assigns=["doc.spans"])
def make_open_terms(nlp: Language, name: str) -> OpenTerms:
    """Build the component for a pipeline."""
    return OpenTerms()
