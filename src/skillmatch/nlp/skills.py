"""The component that finds known skills: `doc.spans["skills"]`, with method, confidence and reason of each."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from skillmatch.nlp.candidates import Candidate, find_candidates
from skillmatch.nlp.disambiguation import disambiguate
from skillmatch.nlp.edges import extend_version, trim
from skillmatch.nlp.forms import Forms
from skillmatch.nlp.fuzzy import Speller
from skillmatch.nlp.notes import DROPPED, SKILLS, note, set_spans
from skillmatch.nlp.overlaps import resolve_overlaps
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.words import Words


class SkillFinder:
    """Find the skills of a taxonomy in a Doc that `FoldingTokenizer` made.

    Parameters
    ----------
    forms
        The written forms of the skills.
    speller
        Reads misspelt names; None leaves them.
    """

    def __init__(self, forms: Forms, speller: Speller | None = None) -> None:
        self.forms = forms
        self.speller = speller

    def __call__(self, doc: Doc) -> Doc:
        """Find the skills of a Doc."""
        words = Words.of(doc)
        around = Surroundings(words)
        readings = disambiguate(find_candidates(words, self.forms, around.drop), around)
        if self.speller:
            readings += list(self.speller.find(around))
        kept = resolve_overlaps(readings, around.drop)
        self._write(words, ((candidate, candidate.reason) for candidate in kept), SKILLS)
        if doc.user_data.get("explain"):
            self._write(words, around.dropped, DROPPED)
        return doc

    def _write(self, words: Words, readings: Iterable[tuple[Candidate, str]], key: str) -> None:
        """Make the span group of readings with their reasons."""
        spans = []
        for candidate, reason in readings:
            skill = candidate.form.skill
            start, end = trim(words, candidate.start, candidate.end, skill, self.forms)
            span = words.span(start, extend_version(words, end, skill), label=candidate.method, span_id=skill.id)
            spans.append((span, candidate.confidence, reason))
        set_spans(words.doc, key, [span for span, _, _ in spans])
        for span, confidence, reason in spans:
            known = note(words.doc, span, key)
            known["confidence"], known["reason"] = confidence, reason
