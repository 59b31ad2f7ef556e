"""Possible readings of the words of a document as skills, before anything is decided."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from skillmatch.models import Method
from skillmatch.nlp.forms import Form, Forms
from skillmatch.nlp.notes import folded_text
from skillmatch.nlp.words import Words
from skillmatch.nlp.written import Written, WrittenForms

_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")

_Phrase = tuple[int, int, Collection[str]]  # an `unless` phrase: first word, word after it, ids that it rules out
_AFTER_TOOL = frozenset(["in", "at", "as", "on", "with", "code"])
_SAID = frozenset(["be", "are", "am", "is", "being", "very", "highly", "well"])


class Candidate(NamedTuple):
    """Words `start` to `end` read as a form; a named tuple, since there are many and most are dropped.

    `text` is what is written, `same_case` whether it is written exactly like the form. `confidence` is in [0, 1].
    """

    start: int
    end: int
    form: Form
    text: str
    same_case: bool
    confidence: float = 1.0
    reason: str = "plain name"
    fuzzy: bool = False

    @property
    def method(self) -> Method:
        """How it was found, in the words of `Mention`."""
        if self.fuzzy:
            return "fuzzy"
        return "exact" if self.text == self.form.skill.name else "alias"


Drop = Callable[[Candidate, str], None]  # told of each reading that is not taken, and why


def ignore(candidate: Candidate, reason: str) -> None:
    """Do nothing with a reading that is dropped."""


def find_candidates(words: Words, written: WrittenForms, drop: Drop = ignore) -> Iterator[Candidate]:
    """Find all readings, overlapping ones too; those inside an `unless` phrase of their skill are left out."""
    norms, texts, line, forms = words.norms, words.texts, words.line, written.forms
    links = _link_places(words)
    phrases = forms.matcher(words.to_doc())
    yield from _joined(words, forms, links)
    matches: list[tuple[int, int, Written]] = []
    barred: dict[int, list[_Phrase]] = {}
    for _, start, end in phrases:
        text = texts[start] if end - start == 1 else " ".join(texts[start:end])
        found = written.get(text) or written.add(text, tuple(norms[start:end]))
        if found.forms:
            matches.append((start, end, found))
        for place in range(start, end) if found.bars else ():
            barred.setdefault(place, []).append((start, end, found.bars))
    gap = 0 if words.is_bare_list else 1  # a name may run over one line end, not over a gap
    for start, end, found in matches:
        if end - start > 1 and line[end - 1] - line[start] > gap:
            continue
        if links and _is_in(links, int(words.offsets[start])):
            continue
        yield from _read(words, start, end, found, barred.get(start, ()), drop)


def _read(
    words: Words, start: int, end: int, written: Written, phrases: Iterable[_Phrase], drop: Drop
) -> Iterable[Candidate]:
    """Give one reading for each skill."""
    here: dict[str, Candidate] = {}
    for form, same_case in written.forms:
        candidate = Candidate(start, end, form, written.text, same_case)
        if phrases and _is_barred(words, candidate, phrases):
            drop(candidate, "in a phrase that means something else")
        elif written.is_grammar and not words.is_joined(start, end):  # "can do" is a name only with a hyphen
            drop(candidate, "words of grammar without a hyphen")
        else:
            other = here.get(form.skill.id)
            if other is None or (other.form.exact and same_case):
                here[form.skill.id] = candidate
    return here.values()


def _joined(words: Words, forms: Forms, links: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Find forms whose words are written as one: "BigData"."""
    joined = forms.joined_form
    unknown = filter(joined.__getitem__, words.codes - forms.codes)
    named = {code: form for code in unknown if (form := joined[code])}
    if named:
        for place, code in enumerate(words.norms):
            if code in named and not _is_in(links, int(words.offsets[place])):
                yield Candidate(place, place + 1, named[code], words.texts[place], same_case=False)


def _link_places(words: Words) -> list[tuple[int, int]]:
    """Find web and e-mail addresses, which name hosts and persons, not skills."""
    text = folded_text(words.doc)
    if "www." not in text and "://" not in text and "@" not in text:
        return []
    return [link.span() for link in _LINK.finditer(text)]


def _is_in(places: list[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(places, (offset, sys.maxsize)) - 1
    return at >= 0 and places[at][0] <= offset < places[at][1]


def _is_barred(words: Words, candidate: Candidate, phrases: Iterable[_Phrase]) -> bool:
    """Tell whether a reading lies in an `unless` phrase; "excel in" bars no capital inside a sentence."""
    start, end, text = candidate.start, candidate.end, candidate.text
    for first, last, ids in phrases:
        if end <= last and candidate.form.skill.id in ids:
            is_name = text.istitle() and candidate.same_case and not words.opens_sentence(start)
            follows = is_name and first == start and last == end + 1 and words.texts[end]
            joined = first == start and last == end + 1 and words.texts[end] == "and"
            if joined and candidate.form.skill.type == "soft" and words.lowers[start - 1] in _SAID:
                continue  # "you are organised and calm"
            listed = follows == "and" and words.texts[start - 1] in (",", "/", "using", "with")
            if not (listed or follows in _AFTER_TOOL):
                return True
    return False
