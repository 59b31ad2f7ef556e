"""The component that finds known skills: `doc.spans["skills"]`, with method, confidence and reason of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter
from spacy.language import Language
from spacy.tokens import Doc, Span

from skillmatch.nlp.candidates import Candidate, find_candidates
from skillmatch.nlp.disambiguation import disambiguate
from skillmatch.nlp.edges import extend_version, trim
from skillmatch.nlp.forms import Forms
from skillmatch.nlp.fuzzy import Speller
from skillmatch.nlp.notes import DROPPED, SKILLS, Note, set_spans
from skillmatch.nlp.overlaps import resolve_overlaps
from skillmatch.nlp.surroundings import Surroundings
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.nlp.words import Words
from skillmatch.nlp.written import WrittenForms
from skillmatch.taxonomy import Skill
from skillmatch.taxonomy.collector import no_collection

_SAVED: TypeAdapter[tuple[float | None, tuple[Skill, ...]]] = TypeAdapter(tuple[float | None, tuple[Skill, ...]])


class SkillFinder:
    """Find the skills of a taxonomy in a Doc that `FoldingTokenizer` made.

    Parameters
    ----------
    tokenizer
        That of the pipeline; the written forms of the skills are read by the same rules.
    skills
        What to find.
    cutoff
        Least similarity at which a misspelt name is read; None leaves such words.
    """

    def __init__(self, tokenizer: FoldingTokenizer, skills: Iterable[Skill] = (), cutoff: float | None = None) -> None:
        self.tokenizer = tokenizer
        self.use(skills, cutoff)

    def use(self, skills: Iterable[Skill], cutoff: float | None, fingerprint: str | None = None) -> None:
        """Find these skills from now on; with a fingerprint of them, what they give is kept for the next process."""
        self.skills = tuple(skills)
        self.cutoff = cutoff
        with no_collection():
            self.forms = Forms(self.tokenizer, self.skills, fingerprint)
            self.written = WrittenForms(self.forms)
            self.speller = None if cutoff is None else Speller(self.forms, cutoff=cutoff)

    def __call__(self, doc: Doc) -> Doc:
        """Find the skills of a Doc."""
        words = Words.of(doc)
        around = Surroundings(words)
        readings = disambiguate(find_candidates(words, self.written, around.drop), around)
        if self.speller:
            readings += list(self.speller.find(around))
        kept = resolve_overlaps(readings, around.drop)
        self._write(words, ((candidate, candidate.reason) for candidate in kept), SKILLS)
        if around.explains:
            self._write(words, around.dropped, DROPPED)
        return doc

    def _write(self, words: Words, readings: Iterable[tuple[Candidate, str]], key: str) -> None:
        """Make the span group of readings with their reasons."""
        spans: list[Span] = []
        notes: list[Note] = []
        for candidate, reason in readings:
            skill = candidate.form.skill
            start, end = trim(words, candidate.start, candidate.end, skill, self.forms)
            end = extend_version(words, end, skill)
            spans.append(words.span(start, end, label=candidate.method, span_id=skill.id))
            notes.append({"confidence": candidate.confidence, "reason": reason})
        set_spans(words.doc, key, spans, notes)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Write the skills as JSON."""
        return _SAVED.dump_json((self.cutoff, self.skills), exclude_defaults=True)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> SkillFinder:
        """Read what `to_bytes` wrote."""
        cutoff, skills = _SAVED.validate_json(data)
        self.use(skills, cutoff)
        return self

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the skills into a file."""
        Path(path).with_suffix(".json").write_bytes(self.to_bytes())

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> SkillFinder:
        """Read what `to_disk` wrote."""
        return self.from_bytes(Path(path).with_suffix(".json").read_bytes())


@Language.factory("skillmatch_skills", requires=["doc.spans"], assigns=["doc.spans"])
def make_skills(nlp: Language, name: str) -> SkillFinder:
    """Make the component without any skills; `SkillFinder.use` gives it those of a taxonomy."""
    return SkillFinder(FoldingTokenizer(nlp))
