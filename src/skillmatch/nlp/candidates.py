"""Possible readings of the words of a document as skills, before anything is decided."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from skillmatch.models import Method
from skillmatch.nlp.forms import Form, Forms
from skillmatch.nlp.notes import folded_text
from skillmatch.nlp.words import Words

_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
LONG = 8  # letters of a word that is a term in the singular too
NAMED = ("language", "library", "tool")  # types whose one-word names have no plural ("Swifts", "reacts")


_Phrase = tuple[int, int, set[str]]  # an `unless` phrase: first word, word after the last, ids of the skills ruled out
_AFTER_TOOL = frozenset(["in", "at", "as", "on", "with"])


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


def find_candidates(words: Words, forms: Forms, drop: Drop = ignore) -> Iterator[Candidate]:
    """Find all readings, overlapping ones too; those inside an `unless` phrase of their skill are left out."""
    norms, texts, line, known = words.norms, words.texts, words.line, forms.readings
    links = _link_places(words)
    matches = [(start, end, tuple(norms[start:end])) for _, start, end in forms.matcher(words.to_doc())]
    yield from _joined(words, forms, links)
    unless = forms.unless
    barred: dict[int, list[_Phrase]] = {}
    for start, end, key in matches:
        for place in range(start, end) if key in unless else ():
            barred.setdefault(place, []).append((start, end, unless[key]))
    gap = 0 if words.is_bare_list else 1  # a name may run over one line end, not over a gap
    for start, end, key in matches:
        readings = known.get(key)
        if not readings or (end - start > 1 and line[end - 1] - line[start] > gap):
            continue
        if links and _is_in(links, int(words.offsets[start])):
            continue
        readings_here: dict[str, Candidate] = {}
        text = texts[start] if end - start == 1 else words.text(start, end)
        for candidate in _read(start, end, text, readings):
            if start in barred and _is_barred(words, candidate, barred[start]):
                drop(candidate, "in a phrase that means something else")
            elif end - start > 1 and _is_grammar(words, candidate):
                drop(candidate, "words of grammar without a hyphen")
            else:
                other = readings_here.get(candidate.form.skill.id)
                if other is None or (other.form.exact and candidate.same_case):
                    readings_here[candidate.form.skill.id] = candidate
        yield from readings_here.values()


def _read(start: int, end: int, text: str, readings: Iterable[Form]) -> Iterator[Candidate]:
    for form in readings:
        if text == form.words:
            yield Candidate(start, end, form, text, True)
        elif end - start > 1 or _is_same_number(text, form):
            yield Candidate(start, end, form, text, _is_plural_abbreviation(text, form))


def _is_grammar(words: Words, candidate: Candidate) -> bool:
    """Tell whether a phrase is of words like "can do", which are a name only with a hyphen."""
    start, end = candidate.start, candidate.end
    texts = words.texts
    if texts[start].lower() not in STOP_WORDS:
        return False  # most phrases
    return all(texts[place].lower() in STOP_WORDS for place in range(start, end)) and not words.is_joined(start, end)


def _joined(words: Words, forms: Forms, links: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Find forms whose words are written as one: "BigData"."""
    unknown = words.codes - forms.codes
    named = {code: form for code in unknown if (form := forms.joined_form(code))}
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
            if not (is_name and first == start and last == end + 1 and words.texts[end] in _AFTER_TOOL):
                return True
    return False


def _is_plural_abbreviation(text: str, form: Form) -> bool:
    return text[-1] == "s" and form.words.isupper() and len(form.words) > 1 and text == form.words + "s"


def _is_same_number(text: str, form: Form) -> bool:
    """Tell whether singular and plural of one word may stand for each other."""
    plural, form_plural = text.lower().endswith("s"), form.words.lower().endswith("s")
    if plural == form_plural:
        return True
    if form.skill.type == "soft":
        return not plural  # "initiatives" are projects
    if form.words.isupper() and form.exact:
        return text[:-1].isupper()  # "Leeds" is a town, not several LEED
    if not plural:
        return form.skill.type == "concept" and len(text) >= LONG and not form.words.endswith("ics")  # "autoencoder"
    return form.skill.type not in NAMED or (form.words.isupper() and text[:-1].isupper())
