"""The component that finds skills as labelled documents have taught it; it comes last and only if it has a model.

What the rules found stays, but for general terms ("concept") of which the model is sure that the labels do not mean
them. What it finds beside that is a known skill if the taxonomy knows the words, else an unknown term; its unknown
terms replace those of the rules, which it has seen. What a text says of a skill is for the rules to tell, as ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from skillmatch.nlp.context import Context
from skillmatch.nlp.learned_chain import Array
from skillmatch.nlp.learned_features import WordsSeen
from skillmatch.nlp.learned_model import Guess, LearnedModel
from skillmatch.nlp.notes import DROPPED, SKILLS, UNKNOWN, Note, note, noted, set_spans
from skillmatch.nlp.requirements import requirement_at
from skillmatch.nlp.skills import SkillFinder
from skillmatch.taxonomy import Skill

DOUBT = 0.05  # a general term that is less likely is dropped; chosen on SkillSpan's dev split, see benchmarks
LEARNED = "as in the labels that the model has learnt from"


class _Entry(NamedTuple):
    span: Span
    note: Note


class Learned:
    """Find skills by a `LearnedModel`; does nothing without one, and in documents of kinds that it has not learnt.

    Parameters
    ----------
    nlp
        The pipeline, with `skillmatch_skills` and `skillmatch_context` in it.
    model
        What it has learnt.
    """

    def __init__(self, nlp: Language, model: LearnedModel | None = None) -> None:
        self.nlp = nlp
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Find the skills of a Doc."""
        model = self.model
        if model is not None and doc.user_data.get("kind", "job") in model.lesson.kinds:
            seen = self.look(doc)
            likely, guesses = model.guess(seen)
            self._write(doc, seen, likely, guesses)
        return doc

    def look(self, doc: Doc) -> WordsSeen:
        """Return the words of a Doc that the components before have read."""
        return WordsSeen(doc, {skill.id: skill.type for skill in self._skills})

    def doubted(self, seen: WordsSeen, spans: Iterable[Span], likely: Array) -> Iterator[Span]:
        """Yield the readings that the model is sure are none."""
        for span in spans:
            first, last = seen.range_of(span)
            if self._by_id[span.id_].type == "concept" and likely[first:last].max(initial=0.0) < DOUBT:
                yield span

    def is_soft(self, span: Span) -> bool:
        """Tell whether a reading is of a soft skill."""
        return self._by_id[span.id_].type == "soft"

    def _write(self, doc: Doc, seen: WordsSeen, likely: Array, guesses: list[Guess]) -> None:
        entries = [_Entry(it.span, it.note) for it in noted(doc)]
        spans = [entry.span for entry in entries]
        doubted = set(self.doubted(seen, spans, likely))
        kept = [entry for entry in entries if entry.span not in doubted]
        added, unknown = self._sort(seen, beside(seen, spans, guesses))
        if doc.user_data.get("explain"):
            self._explain(doc, [entry for entry in entries if entry.span in doubted])
        _set(doc, SKILLS, [*kept, *added])
        if added or doubted:
            self._context(doc)
        for span, known in unknown:
            known["requirement"] = requirement_at(doc, span.start_char)
        _set(doc, UNKNOWN, unknown)

    def _sort(self, seen: WordsSeen, guesses: Iterable[Guess]) -> tuple[list[_Entry], list[_Entry]]:
        """Return what the taxonomy knows of the guesses, and what it does not."""
        words, added, unknown = seen.words, list[_Entry](), list[_Entry]()
        for guess in guesses:
            start, end = guess.start, guess.end
            skill = self._named(tuple(words.norms[start:end]), words.text(start, end))
            known: Note = {"confidence": guess.confidence, "reason": LEARNED}
            method = "open" if skill is None else "exact" if words.text(start, end) == skill.name else "alias"
            span = words.span(start, end, label=method, span_id="" if skill is None else skill.id)
            (unknown if skill is None else added).append(_Entry(span, known))
        return added, unknown

    def _named(self, key: tuple[int, ...], text: str) -> Skill | None:
        """Return the skill that is written so; None if it could be several, or is one in another case only."""
        forms = [form for form in self._finder.forms.read(key) if not form.exact or form.words == text]
        return forms[0].skill if len({form.skill.id for form in forms}) == 1 else None

    def _explain(self, doc: Doc, doubted: list[_Entry]) -> None:
        before = [_Entry(it.span, it.note) for it in noted(doc, DROPPED)]
        reason: Note = {"reason": "not what the model has learnt to be a skill"}
        _set(doc, DROPPED, [*before, *(_Entry(span, {**known, **reason}) for span, known in doubted)])

    @cached_property
    def _finder(self) -> SkillFinder:
        return self.nlp.get_pipe("skillmatch_skills")  # type: ignore[return-value]

    @cached_property
    def _context(self) -> Context:
        return self.nlp.get_pipe("skillmatch_context")  # type: ignore[return-value]

    @property
    def _skills(self) -> tuple[Skill, ...]:
        return self._finder.skills

    @cached_property
    def _by_id(self) -> dict[str, Skill]:
        return {skill.id: skill for skill in self._skills}

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the model's file; nothing without a model."""
        return b"" if self.model is None else self.model.to_bytes()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Learned:
        """Read what `to_bytes` gave."""
        self.model = LearnedModel.from_bytes(data) if data else None
        return self

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model into a file."""
        Path(path).with_suffix(".npz").write_bytes(self.to_bytes())

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Learned:
        """Read what `to_disk` wrote."""
        return self.from_bytes(Path(path).with_suffix(".npz").read_bytes())


def beside(seen: WordsSeen, spans: Iterable[Span], guesses: Iterable[Guess]) -> Iterator[Guess]:
    """Yield the guesses that share no word with a reading of the rules."""
    taken = {place for span in spans for place in range(*seen.range_of(span))}
    for guess in guesses:
        if taken.isdisjoint(range(guess.start, guess.end)):
            yield guess


def _set(doc: Doc, key: str, entries: Iterable[_Entry]) -> None:
    """Make a span group anew, with notes."""
    entries = list(entries)
    set_spans(doc, key, [entry.span for entry in entries])
    for span, known in entries:
        note(doc, span, key).update(known)


@Language.factory("skillmatch_learned", requires=["doc.spans"], assigns=["doc.spans"])
def make_learned(nlp: Language, name: str) -> Learned:
    """Make the component without a model."""
    return Learned(nlp)
